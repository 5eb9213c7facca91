"""Keys name the council key that wraps them, and a council has a key of its own

Revision: 0003, after 0002.  The councils that there are get their own key from `cadair migrate`,
which has the keyring (commands/serving.py).
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "council_key",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("own", sa.LargeBinary(), nullable=False),
        sa.Column("own_wrapped_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_council_key_council_id")
        ),
        sa.PrimaryKeyConstraint("council_id", name=op.f("pk_council_key")),
    )
    op.add_column(
        "child_key", sa.Column("wrapped_by", sa.Integer(), nullable=False, server_default="1")
    )
    op.create_index("ix_child_key_wrapped_by", "child_key", ["council_id", "wrapped_by"])
    raise_second_wall(["council_key"])


def downgrade() -> None:
    op.drop_index("ix_child_key_wrapped_by", "child_key")
    with op.batch_alter_table("child_key") as child_key:
        child_key.drop_column("wrapped_by")
    op.drop_table("council_key")
