"""Lowering a wall takes two people, and who may know where a child lives is said

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WAITS = "outcome IS NULL"


def upgrade() -> None:
    op.create_table(
        "wall_proposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("one_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_by_job", sa.String(length=40), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_wall_proposal_pair_is_ordered")),
        sa.CheckConstraint(
            "(outcome IS NULL) = (decided_at IS NULL)"
            " AND (outcome IS NULL) = (decided_by_id IS NULL)",
            name=op.f("ck_wall_proposal_decided_by_somebody"),
        ),
        sa.CheckConstraint(
            "outcome <> 'agreed' OR decided_by_id <> proposed_by_id",
            name=op.f("ck_wall_proposal_agreed_by_another"),
        ),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.person_id"], name=op.f("fk_wall_proposal_child_id")
        ),
        sa.ForeignKeyConstraint(["one_id"], ["person.id"], name=op.f("fk_wall_proposal_one_id")),
        sa.ForeignKeyConstraint(
            ["other_id"], ["person.id"], name=op.f("fk_wall_proposal_other_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["person.id"], name=op.f("fk_wall_proposal_proposed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_wall_proposal_decided_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_wall_proposal_council_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wall_proposal")),
    )
    op.create_index(
        "uq_wall_proposal_waiting",
        "wall_proposal",
        ["child_id", "one_id", "other_id"],
        unique=True,
        sqlite_where=sa.text(WAITS),
        postgresql_where=sa.text(WAITS),
    )
    op.create_index("ix_wall_proposal_waiting", "wall_proposal", ["council_id", "outcome"])
    op.create_table(
        "told",
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("told_by_id", sa.Uuid(), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.person_id"], name=op.f("fk_told_child_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_told_person_id")),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_told_council_id")),
        sa.PrimaryKeyConstraint("child_id", "person_id", "what", name=op.f("pk_told")),
    )
    op.create_index("ix_told_person", "told", ["person_id"])
    raise_second_wall(["wall_proposal", "told"])


def downgrade() -> None:
    op.drop_table("told")
    op.drop_table("wall_proposal")
