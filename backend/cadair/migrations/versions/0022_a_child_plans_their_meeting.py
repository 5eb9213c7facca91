"""A child plans their meeting

Revision: 0022, after 0021
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TABLES = ("meeting_plan", "plan_answer", "added_matter")


def _of_review(table: str) -> list[sa.schema.SchemaItem]:
    """The columns and walls that all three have."""
    return [
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f(f"fk_{table}_review_id")),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f(f"fk_{table}_council_id")
        ),
    ]


def upgrade() -> None:
    op.create_table(
        "meeting_plan",
        *_of_review("meeting_plan"),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("counted_from", MOMENT, nullable=False),
        sa.Column("saved_since", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.person_id"], name=op.f("fk_meeting_plan_child_id")
        ),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_meeting_plan")),
    )
    op.create_index("ix_meeting_plan_child", "meeting_plan", ["child_id"])
    op.create_table(
        "plan_answer",
        *_of_review("plan_answer"),
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("asked", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_plan_answer_by_id")),
        sa.PrimaryKeyConstraint("review_id", "request", name=op.f("pk_plan_answer")),
        sa.CheckConstraint(
            "answer = 'yes' OR reason IS NOT NULL", name=op.f("ck_plan_answer_a_no_has_a_reason")
        ),
    )
    op.create_table(
        "added_matter",
        *_of_review("added_matter"),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_added_matter_by_id")),
        sa.PrimaryKeyConstraint("review_id", "id", name=op.f("pk_added_matter")),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (words IS NOT NULL)",
            name=op.f("ck_added_matter_withdrawn_is_empty"),
        ),
    )
    raise_second_wall(TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
