"""How often a draft is saved within an hour

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("draft", sa.Column("counted_from", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "draft", sa.Column("saved_since", sa.Integer(), nullable=False, server_default="0")
    )


def downgrade() -> None:
    with op.batch_alter_table("draft") as draft:
        draft.drop_column("saved_since")
        draft.drop_column("counted_from")
