"""Disputes with the council, stage by stage, and what was done well

Revision: 0027, after 0026
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TABLES = ("dispute", "dispute_stage", "good_practice")


def _of_child(table: str, *people: str) -> list[sa.schema.SchemaItem]:
    """The columns and walls that all three have."""
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in people),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.person_id"], name=op.f(f"fk_{table}_child_id")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f(f"fk_{table}_council_id")
        ),
        *(
            sa.ForeignKeyConstraint([name], ["person.id"], name=op.f(f"fk_{table}_{name}"))
            for name in people
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def upgrade() -> None:
    op.create_table(
        "dispute",
        *_of_child("dispute", "raised_by_id"),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("concern", sa.LargeBinary(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("childs_view", sa.LargeBinary(), nullable=True),
        sa.Column("advice_on", sa.Date(), nullable=True),
        sa.Column("advice_words", sa.LargeBinary(), nullable=True),
        sa.Column("cafcass_on", sa.Date(), nullable=True),
        sa.Column("words_to_child", sa.LargeBinary(), nullable=True),
        sa.Column("not_told_because", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "(words_to_child IS NULL) <> (not_told_because IS NULL)",
            name=op.f("ck_dispute_told_or_why_not"),
        ),
        sa.CheckConstraint(
            "(state = 'resolved') = (resolved_on IS NOT NULL)"
            " AND (state = 'resolved') = (outcome IS NOT NULL)",
            name=op.f("ck_dispute_resolved_with_an_outcome"),
        ),
        sa.CheckConstraint(
            "(advice_on IS NULL) = (advice_words IS NULL)",
            name=op.f("ck_dispute_advice_has_its_day"),
        ),
    )
    op.create_index("ix_dispute_child", "dispute", ["child_id", "state"])
    op.create_table(
        "dispute_stage",
        *_of_child("dispute_stage"),
        sa.Column("dispute_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("with_words", sa.LargeBinary(), nullable=False),
        sa.Column("bypassed_because", sa.LargeBinary(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_stage_dispute_id")
        ),
        sa.UniqueConstraint("dispute_id", "position", name=op.f("uq_dispute_stage_dispute_id")),
        sa.CheckConstraint(
            "(answered_on IS NULL) = (answer IS NULL)",
            name=op.f("ck_dispute_stage_answered_in_words"),
        ),
        sa.CheckConstraint("due_on >= began_on", name=op.f("ck_dispute_stage_due_after_it_begins")),
    )
    op.create_table(
        "good_practice",
        *_of_child("good_practice", "by_id"),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("noted_at", MOMENT, nullable=False),
    )
    op.create_index("ix_good_practice_child", "good_practice", ["child_id"])
    raise_second_wall(TABLES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
