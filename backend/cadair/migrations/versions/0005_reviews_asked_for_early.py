"""Reviews that are asked for early, and why one is not owed any more

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("review", sa.Column("ended_because", sa.String(length=40), nullable=True))
    op.create_table(
        "early_ask",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("trigger", sa.String(length=40), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.Column("noted_by_id", sa.Uuid(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=True),
        sa.Column("hold_by", sa.Date(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(decision IS NULL) = (decided_at IS NULL)",
            name=op.f("ck_early_ask_decided_at_a_time"),
        ),
        sa.CheckConstraint(
            "decision IS NULL OR decision = 'no' OR hold_by IS NOT NULL",
            name=op.f("ck_early_ask_granted_has_a_day"),
        ),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name="fk_early_ask_asked_by_id"),
        sa.ForeignKeyConstraint(["child_id"], ["person.id"], name="fk_early_ask_child_id"),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name="fk_early_ask_council_id"),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name="fk_early_ask_decided_by_id"
        ),
        sa.ForeignKeyConstraint(["noted_by_id"], ["person.id"], name="fk_early_ask_noted_by_id"),
        sa.PrimaryKeyConstraint("child_id", "id", name="pk_early_ask"),
    )
    raise_second_wall(["early_ask"])


def downgrade() -> None:
    op.drop_table("early_ask")
    op.drop_column("review", "ended_because")
