"""The law's clock goes on after the meeting

Revision: 0025, after 0024
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
OF_REVIEW = (
    ("begun_at", MOMENT),
    ("adjourned_on", sa.Date()),
    ("adjourned_until", sa.Date()),
    ("adjourned_why", sa.LargeBinary()),
    ("postponed_to", sa.Date()),
    ("completed_on", sa.Date()),
    ("late_reason", sa.String(length=40)),
    ("late_words", sa.LargeBinary()),
    ("decisions_at", MOMENT),
    ("care_plan_at", MOMENT),
    ("record_at", MOMENT),
    ("given_to_all_at", MOMENT),
)
WAITING = sa.text("answer IS NULL")


def upgrade() -> None:
    for name, kind in OF_REVIEW:
        op.add_column("review", sa.Column(name, kind, nullable=True))
    op.create_table(
        "postponement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=False),
        sa.Column("words_to_child", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("answer_words", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_postponement_review_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_postponement_asked_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_postponement_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_postponement_council_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postponement")),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)",
            name=op.f("ck_postponement_answered_at_a_time"),
        ),
    )
    op.create_index(
        "uq_postponement_waiting",
        "postponement",
        ["review_id"],
        unique=True,
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
    op.create_index("ix_postponement_waiting", "postponement", ["council_id", "answered_at"])
    raise_second_wall(["postponement"])


def downgrade() -> None:
    op.drop_table("postponement")
    with op.batch_alter_table("review") as review:
        for name, _ in reversed(OF_REVIEW):
            review.drop_column(name)
