"""Visits, who covers while an officer is away, and on which days officers work

Revision: 0020, after 0019
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _visits()
    _away()
    op.add_column("allocation", sa.Column("absence_id", sa.Uuid(), nullable=True))
    raise_second_wall(["visit", "absence", "officer_practice"])


def _visits() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("planned_at", MOMENT, nullable=True),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("spoke_alone", sa.String(length=40), nullable=True),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.Column("wants_recorded", sa.LargeBinary(), nullable=True),
        sa.Column("review_id", sa.Uuid(), nullable=True),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "planned_at IS NOT NULL OR done_on IS NOT NULL", name=op.f("ck_visit_planned_or_done")
        ),
        sa.CheckConstraint(
            "spoke_alone IS NULL OR done_on IS NOT NULL", name=op.f("ck_visit_spoke_when_done")
        ),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_visit_review_id")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["child_request.id"], name=op.f("fk_visit_request_id")
        ),
        *_of_council("visit", "child_id", "officer_id"),
    )
    op.create_index("ix_visit_child", "visit", ["child_id", "review_id"])


def _away() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("cover_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("until_on >= from_on", name=op.f("ck_absence_ends_after_it_begins")),
        sa.CheckConstraint("cover_id <> officer_id", name=op.f("ck_absence_covered_by_another")),
        *_of_council("absence", "officer_id", "cover_id"),
    )
    op.create_index("ix_absence_officer", "absence", ["officer_id", "until_on"])
    op.create_table(
        "officer_practice",
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("works_on", sa.JSON(), nullable=False),
        sa.Column("usual_cover_id", sa.Uuid(), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "usual_cover_id <> officer_id", name=op.f("ck_officer_practice_covered_by_another")
        ),
        *_of_council("officer_practice", "officer_id", "usual_cover_id", key="officer_id"),
    )


def _of_council(table: str, *people: str, key: str = "id") -> list[sa.Constraint]:
    """Its key, its council, and the people whom it names."""
    return [
        *(
            sa.ForeignKeyConstraint([name], ["person.id"], name=op.f(f"fk_{table}_{name}"))
            for name in people
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f(f"fk_{table}_council_id")
        ),
        sa.PrimaryKeyConstraint(key, name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    op.drop_column("allocation", "absence_id")
    op.drop_table("officer_practice")
    op.drop_table("absence")
    op.drop_table("visit")
