"""A message may need no answer

Revision: 0031, after 0030
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("message") as table:
        table.add_column(sa.Column("no_answer_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("no_answer_by_id", sa.Uuid(), nullable=True))
        table.create_foreign_key(
            op.f("fk_message_no_answer_by_id"), "person", ["no_answer_by_id"], ["id"]
        )
        table.create_check_constraint(
            op.f("ck_message_let_rest_by_somebody"),
            "(no_answer_at IS NULL) = (no_answer_by_id IS NULL)",
        )


def downgrade() -> None:
    with op.batch_alter_table("message") as table:
        table.drop_constraint(op.f("ck_message_let_rest_by_somebody"), type_="check")
        table.drop_constraint(op.f("fk_message_no_answer_by_id"), type_="foreignkey")
        table.drop_column("no_answer_by_id")
        table.drop_column("no_answer_at")
