"""What a review decided, how far it has come, and what the team manager says to it."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.access.actor import Job
from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.record.rules.outcomes import DecisionState, ManagersView, ProgressKind


class ReviewDecision(CouncilRow, Base):
    """One decision, in plain words that the child reads; changed or dropped until it is shared.

    `state` follows from the progress, and stands here so that a list of many children can ask.
    """

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("(who_id IS NULL) <> (who_words IS NULL)", name="somebody_does_it"),
        CheckConstraint("shared_at IS NULL OR dropped_at IS NULL", name="shared_or_dropped"),
        Index("ix_decision_child", "child_id", "state", "by_on"),
        Index("ix_decision_who", "who_id", "shared_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"))
    what: Mapped[bytes]  # sealed
    who_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    who_words: Mapped[bytes | None]  # sealed: somebody without an account
    by_on: Mapped[date]
    wish_id: Mapped[UUID | None] = mapped_column(ForeignKey("wish.id"))
    topic: Mapped[str | None]
    position: Mapped[int]
    revision: Mapped[int]
    state: Mapped[DecisionState]
    decided_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[Moment]
    shared_at: Mapped[Moment | None]
    dropped_at: Mapped[Moment | None]


class DecisionProgress(CouncilRow, Base):
    """What somebody told of a decision: that they will, that they did, or what stands in the way.

    The child is shown the words of an officer or a social worker alone.
    """

    __tablename__ = "decision_progress"
    __table_args__ = (Index("ix_decision_progress_decision", "decision_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    decision_id: Mapped[UUID] = mapped_column(ForeignKey("decision.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    by_job: Mapped[Job]  # what they were when they told it
    kind: Mapped[ProgressKind]
    words: Mapped[bytes | None]  # sealed
    at: Mapped[Moment]


class ManagerView(CouncilRow, Base):
    """What the social worker's team manager, who has no account, says to a decision."""

    __tablename__ = "manager_view"
    __table_args__ = (
        CheckConstraint("view = 'agreed' OR words IS NOT NULL", name="disagreed_says_why"),
    )

    decision_id: Mapped[UUID] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    view: Mapped[ManagersView]
    words: Mapped[bytes | None]  # sealed
    who_words: Mapped[bytes]  # sealed: the manager's name
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]
