"""A child is written a letter, and says what in it they did not say

Revision: 0026, after 0025
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TABLES = ("letter", "letter_remark")


def _of_review(table: str) -> list[sa.schema.SchemaItem]:
    """The columns and walls that both have."""
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
        "letter",
        *_of_review("letter"),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("saved_by_id", sa.Uuid(), nullable=False),
        sa.Column("given_at", MOMENT, nullable=True),
        sa.Column("given_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.person_id"], name=op.f("fk_letter_child_id")),
        sa.ForeignKeyConstraint(["saved_by_id"], ["person.id"], name=op.f("fk_letter_saved_by_id")),
        sa.ForeignKeyConstraint(["given_by_id"], ["person.id"], name=op.f("fk_letter_given_by_id")),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_letter")),
        sa.CheckConstraint(
            "(given_at IS NULL) = (given_by_id IS NULL)", name=op.f("ck_letter_given_by_somebody")
        ),
    )
    op.create_index("ix_letter_child", "letter", ["child_id"])
    op.create_table(
        "letter_remark",
        *_of_review("letter_remark"),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("paragraph", sa.String(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=True),
        sa.Column("seen_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["seen_by_id"], ["person.id"], name=op.f("fk_letter_remark_seen_by_id")
        ),
        sa.PrimaryKeyConstraint("review_id", "id", name=op.f("pk_letter_remark")),
    )
    raise_second_wall(TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
