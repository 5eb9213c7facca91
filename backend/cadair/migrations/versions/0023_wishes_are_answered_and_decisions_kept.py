"""Wishes are answered, and decisions are kept until they are done

Revision: 0023, after 0022
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TABLES = ("wish_answer", "wish_reply", "decision", "decision_progress", "manager_view")


def _leads(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_{table}_{column}"))


def _of_child(table: str, key: str = "id") -> list[sa.schema.SchemaItem]:
    """The columns and walls that all of them have."""
    return [
        sa.Column(key, sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint(key, name=op.f(f"pk_{table}")),
        _leads(table, "council_id", "council.id"),
        _leads(table, "child_id", "person.id"),
    ]


def _answers() -> None:
    op.create_table(
        "wish_answer",
        *_of_child("wish_answer"),
        sa.Column("wish_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.Column("who_id", sa.Uuid(), nullable=True),
        sa.Column("who_words", sa.LargeBinary(), nullable=True),
        sa.Column("by_on", sa.Date(), nullable=True),
        sa.Column("said_by_id", sa.Uuid(), nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("shared_at", MOMENT, nullable=True),
        sa.Column("done_words", sa.LargeBinary(), nullable=True),
        _leads("wish_answer", "wish_id", "wish.id"),
        _leads("wish_answer", "review_id", "review.id"),
        _leads("wish_answer", "who_id", "person.id"),
        _leads("wish_answer", "said_by_id", "person.id"),
        _leads("wish_answer", "replaces_id", "wish_answer.id"),
        sa.CheckConstraint(
            "answer = 'agreed' OR why IS NOT NULL", name=op.f("ck_wish_answer_says_why")
        ),
        sa.CheckConstraint(
            "who_id IS NULL OR who_words IS NULL", name=op.f("ck_wish_answer_one_who")
        ),
    )
    op.create_index("ix_wish_answer_child", "wish_answer", ["child_id", "said_at"])
    op.create_table(
        "wish_reply",
        *_of_child("wish_reply"),
        sa.Column("wish_answer_id", sa.Uuid(), nullable=False),
        sa.Column("reply", sa.String(length=40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=True),
        sa.Column("seen_by_id", sa.Uuid(), nullable=True),
        _leads("wish_reply", "wish_answer_id", "wish_answer.id"),
        _leads("wish_reply", "seen_by_id", "person.id"),
        sa.CheckConstraint(
            "(seen_at IS NULL) = (seen_by_id IS NULL)", name=op.f("ck_wish_reply_seen_by_somebody")
        ),
    )
    op.create_index("ix_wish_reply_child", "wish_reply", ["child_id", "seen_at"])
    op.create_index(op.f("ix_wish_reply_wish_answer_id"), "wish_reply", ["wish_answer_id"])


def _decisions() -> None:
    op.create_table(
        "decision",
        *_of_child("decision"),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=False),
        sa.Column("who_id", sa.Uuid(), nullable=True),
        sa.Column("who_words", sa.LargeBinary(), nullable=True),
        sa.Column("by_on", sa.Date(), nullable=False),
        sa.Column("wish_id", sa.Uuid(), nullable=True),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.Column("shared_at", MOMENT, nullable=True),
        sa.Column("dropped_at", MOMENT, nullable=True),
        _leads("decision", "review_id", "review.id"),
        _leads("decision", "who_id", "person.id"),
        _leads("decision", "wish_id", "wish.id"),
        _leads("decision", "decided_by_id", "person.id"),
        sa.CheckConstraint(
            "(who_id IS NULL) <> (who_words IS NULL)", name=op.f("ck_decision_somebody_does_it")
        ),
        sa.CheckConstraint(
            "shared_at IS NULL OR dropped_at IS NULL", name=op.f("ck_decision_shared_or_dropped")
        ),
    )
    op.create_index("ix_decision_child", "decision", ["child_id", "state", "by_on"])
    op.create_index("ix_decision_who", "decision", ["who_id", "shared_at"])
    op.create_table(
        "decision_progress",
        *_of_child("decision_progress"),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_job", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        _leads("decision_progress", "decision_id", "decision.id"),
        _leads("decision_progress", "by_id", "person.id"),
    )
    op.create_index("ix_decision_progress_decision", "decision_progress", ["decision_id", "at"])
    op.create_table(
        "manager_view",
        *_of_child("manager_view", "decision_id"),
        sa.Column("view", sa.String(length=40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("who_words", sa.LargeBinary(), nullable=False),
        sa.Column("noted_by_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        _leads("manager_view", "decision_id", "decision.id"),
        _leads("manager_view", "noted_by_id", "person.id"),
        sa.CheckConstraint(
            "view = 'agreed' OR words IS NOT NULL", name=op.f("ck_manager_view_disagreed_says_why")
        ),
    )
    op.create_index(op.f("ix_manager_view_child_id"), "manager_view", ["child_id"])


def upgrade() -> None:
    _answers()
    _decisions()
    op.add_column("message", sa.Column("decision_id", sa.Uuid(), nullable=True))
    raise_second_wall(TABLES)


def downgrade() -> None:
    op.drop_column("message", "decision_id")
    for table in reversed(TABLES):
        op.drop_table(table)
