"""A meeting runs

Revision: 0028, after 0027
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TABLES = ("live_part", "live_guest", "live_event", "meeting_rating")


def _of_council(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f(f"fk_{table}_council_id")
        ),
    ]


def _of_review(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f(f"fk_{table}_review_id")),
        *_of_council(table),
    ]


def _of_part(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("part_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id", "part_id"],
            ["live_part.review_id", "live_part.part_id"],
            name=op.f(f"fk_{table}_part"),
        ),
        *_of_council(table),
    ]


def upgrade() -> None:
    _parts()
    _guests()
    _events()
    op.create_table(
        "meeting_rating",
        *_of_review("meeting_rating"),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.person_id"], name=op.f("fk_meeting_rating_child_id")
        ),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_meeting_rating")),
    )
    op.create_index("ix_meeting_rating_child_id", "meeting_rating", ["child_id"])
    op.add_column("sign_in_session", sa.Column("awake_until", MOMENT, nullable=True))
    raise_second_wall(TABLES)


def _parts() -> None:
    op.create_table(
        "live_part",
        *_of_review("live_part"),
        sa.Column("part_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("room_number", sa.Integer(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("code_number", sa.Integer(), nullable=False),
        sa.Column("code_digest", sa.LargeBinary(), nullable=True),
        sa.Column("code_until", MOMENT, nullable=True),
        sa.Column("opened_by_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["opened_by_id"], ["person.id"], name=op.f("fk_live_part_opened_by_id")
        ),
        sa.PrimaryKeyConstraint("review_id", "part_id", name=op.f("pk_live_part")),
        sa.UniqueConstraint("id", name=op.f("uq_live_part_id")),
        sa.UniqueConstraint("code_digest", name=op.f("uq_live_part_code_digest")),
        sa.CheckConstraint(
            "(code_digest IS NULL) = (code_until IS NULL)",
            name=op.f("ck_live_part_a_code_ends_some_time"),
        ),
        sa.CheckConstraint(
            "ended_at IS NULL OR code_digest IS NULL",
            name=op.f("ck_live_part_ended_has_no_code"),
        ),
    )


def _guests() -> None:
    op.create_table(
        "live_guest",
        *_of_part("live_guest"),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("called", sa.LargeBinary(), nullable=True),
        sa.Column("token_digest", sa.LargeBinary(), nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("asked_to_leave_at", MOMENT, nullable=True),
        sa.Column("said", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_live_guest")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_live_guest_token_digest")),
    )
    op.create_index("ix_live_guest_part", "live_guest", ["review_id", "part_id"])


def _events() -> None:
    op.create_table(
        "live_event",
        *_of_part("live_event"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("guest_id", sa.Uuid(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_live_event_by_id")),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["live_guest.id"], name=op.f("fk_live_event_guest_id")
        ),
        sa.PrimaryKeyConstraint("review_id", "part_id", "number", name=op.f("pk_live_event")),
        sa.UniqueConstraint("review_id", "part_id", "id", name=op.f("uq_live_event_id")),
        sa.CheckConstraint("by_id IS NULL OR guest_id IS NULL", name=op.f("ck_live_event_by_one")),
    )


def downgrade() -> None:
    op.drop_column("sign_in_session", "awake_until")
    for table in ("meeting_rating", "live_event", "live_guest", "live_part"):
        op.drop_table(table)
