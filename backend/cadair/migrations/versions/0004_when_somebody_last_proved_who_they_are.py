"""When somebody last proved who they are

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
# SQLite makes the table anew, and would forget this.
KEPT = sa.CheckConstraint("expires_at > started_at", name="ck_sign_in_session_ends_after_it_starts")


def upgrade() -> None:
    op.add_column("sign_in_session", sa.Column("proved_at", MOMENT, nullable=True))
    # A session that is open now was proved when it began.
    op.execute("UPDATE sign_in_session SET proved_at = started_at")
    with op.batch_alter_table("sign_in_session", table_args=(KEPT,)) as batch_op:
        batch_op.alter_column("proved_at", existing_type=MOMENT, nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("sign_in_session", table_args=(KEPT,)) as batch_op:
        batch_op.drop_column("proved_at")
