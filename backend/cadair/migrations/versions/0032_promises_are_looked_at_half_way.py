"""Promises are looked at half way

Revision: 0032, after 0031
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "midpoint_check",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_midpoint_check_review_id")
        ),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.person_id"], name=op.f("fk_midpoint_check_child_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_midpoint_check_by_id")),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_midpoint_check_council_id")
        ),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_midpoint_check")),
        sa.CheckConstraint(
            "(done_at IS NULL) = (content IS NULL)", name=op.f("ck_midpoint_check_done_says_what")
        ),
    )
    op.create_index("ix_midpoint_check_child", "midpoint_check", ["child_id"])
    raise_second_wall(["midpoint_check"])


def downgrade() -> None:
    op.drop_table("midpoint_check")
