"""Messages between reviews, who read them, and officers' notes

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
CODE = sa.String(length=40)


def upgrade() -> None:
    _messages()
    _reads()
    _notes()
    raise_second_wall(["message", "message_read", "officer_note"])


def downgrade() -> None:
    op.drop_table("officer_note")
    op.drop_table("message_read")
    op.drop_table("message")


def _messages() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("author_job", CODE, nullable=False),
        sa.Column("start", CODE, nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("tell_social_worker", sa.Boolean(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("taken_back_at", MOMENT, nullable=True),
        sa.Column("raises_safety", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("to_record_at", MOMENT, nullable=True),
        sa.Column("to_record_by_id", sa.Uuid(), nullable=True),
        sa.Column("brought_as", CODE, nullable=True),
        sa.Column("wish_id", sa.Uuid(), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(taken_back_at IS NULL) = (words IS NOT NULL)",
            name=op.f("ck_message_emptied_when_taken"),
        ),
        sa.CheckConstraint(
            "(to_record_at IS NULL) = (to_record_by_id IS NULL)",
            name=op.f("ck_message_recorded_by_somebody"),
        ),
        sa.CheckConstraint(
            "NOT tell_social_worker OR author_id = child_id",
            name=op.f("ck_message_only_the_child_lets_pass"),
        ),
        *_people("message", "child_id", "party_id", "author_id", "to_record_by_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    op.create_index(
        "ix_message_conversation", "message", ["child_id", "party_id", "received_at", "id"]
    )


def _reads() -> None:
    op.create_table(
        "message_read",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("reader_id", sa.Uuid(), nullable=False),
        sa.Column("first_read_at", MOMENT, nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_message_read_message_id")
        ),
        *_people("message_read", "reader_id"),
        sa.PrimaryKeyConstraint("message_id", "reader_id", name=op.f("pk_message_read")),
    )


def _notes() -> None:
    op.create_table(
        "officer_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        *_people("officer_note", "child_id", "party_id", "author_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer_note")),
    )
    op.create_index("ix_officer_note_child", "officer_note", ["child_id", "party_id", "written_at"])


def _people(table: str, *columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        *(
            sa.ForeignKeyConstraint([column], ["person.id"], name=op.f(f"fk_{table}_{column}"))
            for column in columns
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f(f"fk_{table}_council_id")
        ),
    ]
