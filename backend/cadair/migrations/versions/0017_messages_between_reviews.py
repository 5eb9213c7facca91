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
    _wishes()
    raise_second_wall(["message", "message_read", "officer_note"])


def downgrade() -> None:
    op.execute("DELETE FROM wish WHERE message_id IS NOT NULL")
    with op.batch_alter_table("wish") as wish:
        wish.drop_constraint(op.f("ck_wish_from_an_answer_or_a_message"), type_="check")
        wish.drop_constraint(op.f("fk_wish_message_id"), type_="foreignkey")
        wish.drop_constraint(op.f("uq_wish_message_id"), type_="unique")
        wish.drop_column("asks")
        wish.drop_column("message_id")
        wish.alter_column("answer_id", existing_type=sa.Uuid(), nullable=False)
        wish.alter_column("contribution_id", existing_type=sa.Uuid(), nullable=False)
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


def _wishes() -> None:
    """A wish may come from a message as well as from an answer."""
    with op.batch_alter_table("wish") as wish:
        wish.alter_column("contribution_id", existing_type=sa.Uuid(), nullable=True)
        wish.alter_column("answer_id", existing_type=sa.Uuid(), nullable=True)
        wish.add_column(sa.Column("message_id", sa.Uuid(), nullable=True))
        wish.add_column(sa.Column("asks", CODE, nullable=False, server_default="wish"))
        wish.create_foreign_key(op.f("fk_wish_message_id"), "message", ["message_id"], ["id"])
        wish.create_unique_constraint(op.f("uq_wish_message_id"), ["message_id"])
        wish.create_check_constraint(
            op.f("ck_wish_from_an_answer_or_a_message"),
            "(contribution_id IS NULL) = (answer_id IS NULL)"
            " AND (contribution_id IS NULL) = (message_id IS NOT NULL)",
        )


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
