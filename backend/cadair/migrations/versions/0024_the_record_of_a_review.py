"""The record of a review

Revision: 0024, after 0023
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TABLES = ("review_record", "record_version", "record_addendum")


def _of_review(table: str, *people: str) -> list[sa.schema.SchemaItem]:
    """The columns and walls that all three have, and who of them is a person."""
    return [
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f(f"fk_{table}_review_id")),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f(f"fk_{table}_council_id")
        ),
        *(
            sa.ForeignKeyConstraint([column], ["person.id"], name=op.f(f"fk_{table}_{column}"))
            for column in people
        ),
    ]


def upgrade() -> None:
    op.create_table(
        "review_record",
        *_of_review("review_record", "saved_by_id", "signed_by_id"),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("saved_by_id", sa.Uuid(), nullable=False),
        sa.Column("counted_from", MOMENT, nullable=False),
        sa.Column("saved_since", sa.Integer(), nullable=False),
        sa.Column("signed_at", MOMENT, nullable=True),
        sa.Column("signed_by_id", sa.Uuid(), nullable=True),
        sa.Column("known", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.person_id"], name=op.f("fk_review_record_child_id")
        ),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_review_record")),
        sa.CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL)"
            " AND (signed_at IS NULL) = (known IS NULL)",
            name=op.f("ck_review_record_signed_by_somebody"),
        ),
    )
    op.create_index("ix_review_record_child", "review_record", ["child_id"])
    op.create_table(
        "record_version",
        *_of_review("record_version", "saved_by_id"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("saved_by_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("review_id", "revision", name=op.f("pk_record_version")),
    )
    op.create_table(
        "record_addendum",
        *_of_review("record_addendum", "by_id"),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("review_id", "id", name=op.f("pk_record_addendum")),
    )
    raise_second_wall(TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
