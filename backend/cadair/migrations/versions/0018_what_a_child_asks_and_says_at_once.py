"""What a child asks for, and their word that they are not safe

Revision: 0018, after 0017
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _requests()
    _unsafe_reports()
    op.add_column("early_ask", sa.Column("dropped_at", MOMENT, nullable=True))
    raise_second_wall(["child_request", "unsafe_report"])


def _requests() -> None:
    op.create_table(
        "child_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("taken_back_at", MOMENT, nullable=True),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "kind <> 'sooner'", name=op.f("ck_child_request_sooner_is_with_reviews")
        ),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)"
            " AND (answer IS NULL) = (answered_by_id IS NULL)",
            name=op.f("ck_child_request_answered_by_somebody"),
        ),
        sa.CheckConstraint(
            "answer <> 'no' OR reason IS NOT NULL",
            name=op.f("ck_child_request_a_no_has_its_reason"),
        ),
        sa.CheckConstraint(
            "taken_back_at IS NULL OR answer IS NULL",
            name=op.f("ck_child_request_answered_or_taken_back"),
        ),
        *_of_council("child_request", "child_id", "answered_by_id"),
    )
    op.create_index("ix_child_request_child", "child_request", ["child_id", "asked_at"])


def _unsafe_reports() -> None:
    op.create_table(
        "unsafe_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("acknowledged_by_id", sa.Uuid(), nullable=True),
        sa.Column("acknowledged_at", MOMENT, nullable=True),
        sa.Column("closed_by_id", sa.Uuid(), nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("what_was_done", sa.LargeBinary(), nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(acknowledged_at IS NULL) = (acknowledged_by_id IS NULL)",
            name=op.f("ck_unsafe_report_taken_on_by_name"),
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (closed_by_id IS NULL)"
            " AND (closed_at IS NULL) = (what_was_done IS NULL)",
            name=op.f("ck_unsafe_report_closed_by_somebody"),
        ),
        sa.CheckConstraint(
            "closed_at IS NULL OR acknowledged_at IS NOT NULL",
            name=op.f("ck_unsafe_report_taken_on_before_closed"),
        ),
        *_of_council("unsafe_report", "child_id", "acknowledged_by_id", "closed_by_id"),
    )
    op.create_index("ix_unsafe_report_child", "unsafe_report", ["child_id", "said_at"])
    op.create_index("ix_unsafe_report_open", "unsafe_report", ["council_id", "closed_at"])


def _of_council(table: str, *people: str) -> list[sa.Constraint]:
    """Its key, its council, and the people whom it names."""
    return [
        *(
            sa.ForeignKeyConstraint([name], ["person.id"], name=op.f(f"fk_{table}_{name}"))
            for name in people
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f(f"fk_{table}_council_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    op.drop_column("early_ask", "dropped_at")
    op.drop_table("unsafe_report")
    op.drop_table("child_request")
