"""A manager reads for a reason, and a long trail is found in quickly

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "broken_glass",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("manager_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("unsafe_to_tell", sa.Boolean(), nullable=False),
        sa.Column("broken_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("seen_by_id", sa.Uuid(), nullable=True),
        sa.Column("seen_at", MOMENT, nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "ends_at > broken_at", name=op.f("ck_broken_glass_ends_after_it_begins")
        ),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.person_id"], name=op.f("fk_broken_glass_child_id")
        ),
        sa.ForeignKeyConstraint(
            ["manager_id"], ["person.id"], name=op.f("fk_broken_glass_manager_id")
        ),
        sa.ForeignKeyConstraint(
            ["seen_by_id"], ["person.id"], name=op.f("fk_broken_glass_seen_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_broken_glass_council_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broken_glass")),
    )
    op.create_index("ix_broken_glass_child", "broken_glass", ["child_id", "broken_at"])
    raise_second_wall(["broken_glass"])
    op.create_index("ix_audit_event_at", "audit_event", ["council_id", "at"])
    op.create_index(
        "ix_audit_event_lists",
        "audit_event",
        ["actor_id", "at"],
        sqlite_where=sa.text("child_id IS NULL"),
        postgresql_where=sa.text("child_id IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_audit_event_lists", "audit_event")
    op.drop_index("ix_audit_event_at", "audit_event")
    op.drop_table("broken_glass")
