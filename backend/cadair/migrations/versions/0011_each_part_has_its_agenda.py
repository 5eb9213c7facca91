"""Each part of a review has its agenda, and who of those in it is told where it is

Revision: 0011, after 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("review_part", sa.Column("agenda", sa.LargeBinary(), nullable=True))
    op.add_column(
        "part_seat",
        sa.Column("told_where", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    op.drop_column("part_seat", "told_where")
    op.drop_column("review_part", "agenda")
