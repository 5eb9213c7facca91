"""Secrets of pages and of sign-ons lie nowhere

Revision: 0015, after 0014

Pages that are open now are given another secret when they next ask who they are; whoever is on the
way back from their council's page begins again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sign_in_session", sa.Column("page_nonce", sa.LargeBinary(), nullable=True))
    op.drop_column("sign_in_session", "page_secret")
    op.execute("DELETE FROM sign_on_try")
    op.drop_column("sign_on_try", "nonce")
    op.drop_column("sign_on_try", "verifier")


def downgrade() -> None:
    op.add_column("sign_in_session", sa.Column("page_secret", sa.LargeBinary(), nullable=True))
    op.drop_column("sign_in_session", "page_nonce")
    op.execute("DELETE FROM sign_on_try")
    with op.batch_alter_table("sign_on_try") as batch_op:
        batch_op.add_column(sa.Column("nonce", sa.String(), nullable=False))
        batch_op.add_column(sa.Column("verifier", sa.String(), nullable=False))
