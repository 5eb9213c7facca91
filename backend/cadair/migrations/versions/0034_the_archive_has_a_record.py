"""The council's archive says that it has a review's record

Revision: 0034, after 0032
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0034"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "archive_receipt",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_archive_receipt_review_id")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_archive_receipt_council_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_archive_receipt_by_id")),
        sa.PrimaryKeyConstraint("review_id", "sha256", name=op.f("pk_archive_receipt")),
    )
    raise_second_wall(("archive_receipt",))


def downgrade() -> None:
    op.drop_table("archive_receipt")
