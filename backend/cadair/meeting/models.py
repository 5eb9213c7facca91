"""A child's plan of their meeting, what was answered to it, and what was added to its agenda."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.meeting.rules.requests import Answer


class MeetingPlan(CouncilRow, Base):
    """How a child wants one review to go: one document, theirs alone, and sealed."""

    __tablename__ = "meeting_plan"
    __table_args__ = (Index("ix_meeting_plan_child", "child_id"),)

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    revision: Mapped[int]
    content: Mapped[bytes]  # sealed JSON
    saved_at: Mapped[Moment]
    counted_from: Mapped[Moment]  # the hour in which its savings are counted began then
    saved_since: Mapped[int]


class PlanAnswer(CouncilRow, Base):
    """What the reviewing officer answers to one request of a plan; the reason is sealed.

    `request` and `asked` are keyed digests: of the request's key, since it may name somebody, and
    of what was asked, since what changed after the answer is asked anew.
    """

    __tablename__ = "plan_answer"
    __table_args__ = (
        CheckConstraint("answer = 'yes' OR reason IS NOT NULL", name="a_no_has_a_reason"),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    request: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[Answer]
    reason: Mapped[bytes | None]
    asked: Mapped[bytes]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]


class AddedMatter(CouncilRow, Base):
    """Something that the reviewing officer adds to the agenda: the child sees that it is new.

    The device makes the id, so it is unique only within its review.  Taken back, it is shown to
    nobody and its words are gone.
    """

    __tablename__ = "added_matter"
    __table_args__ = (
        CheckConstraint("(withdrawn_at IS NULL) = (words IS NOT NULL)", name="withdrawn_is_empty"),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    words: Mapped[bytes | None]  # sealed
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[Moment]
    seen_at: Mapped[Moment | None]  # by the child
    withdrawn_at: Mapped[Moment | None]
