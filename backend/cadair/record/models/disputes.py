"""What a reviewing officer takes up with the council, and what they found done well."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.record.rules.disputes import Matter, Rung, State


class Dispute(CouncilRow, Base):
    """One dispute for one child: what was raised is never changed, what comes of it is added.

    The child is told in words, or it is said, sealed, why that would not be safe.
    """

    __tablename__ = "dispute"
    __table_args__ = (
        Index("ix_dispute_child", "child_id", "state"),
        CheckConstraint(
            "(words_to_child IS NULL) <> (not_told_because IS NULL)", name="told_or_why_not"
        ),
        CheckConstraint(
            "(state = 'resolved') = (resolved_on IS NOT NULL)"
            " AND (state = 'resolved') = (outcome IS NOT NULL)",
            name="resolved_with_an_outcome",
        ),
        CheckConstraint("(advice_on IS NULL) = (advice_words IS NULL)", name="advice_has_its_day"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    about: Mapped[Matter]
    # A decision or a wish; no foreign key, since it may be either.
    subject_id: Mapped[UUID | None]
    concern: Mapped[bytes]  # sealed
    raised_on: Mapped[date]
    raised_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    raised_at: Mapped[Moment]
    revision: Mapped[int]
    childs_view: Mapped[bytes | None]  # sealed
    advice_on: Mapped[date | None]  # independent legal advice
    advice_words: Mapped[bytes | None]  # sealed
    cafcass_on: Mapped[date | None]  # referred to Cafcass, or Cafcass Cymru
    words_to_child: Mapped[bytes | None]  # sealed
    not_told_because: Mapped[bytes | None]  # sealed
    state: Mapped[State]
    resolved_on: Mapped[date | None]
    outcome: Mapped[bytes | None]  # sealed


class DisputeStage(CouncilRow, Base):
    """One rung that a dispute has reached: who was asked, by when, and what they answered."""

    __tablename__ = "dispute_stage"
    __table_args__ = (
        UniqueConstraint("dispute_id", "position"),
        CheckConstraint("(answered_on IS NULL) = (answer IS NULL)", name="answered_in_words"),
        CheckConstraint("due_on >= began_on", name="due_after_it_begins"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    dispute_id: Mapped[UUID] = mapped_column(ForeignKey("dispute.id"))
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    position: Mapped[int]
    stage: Mapped[Rung]
    began_on: Mapped[date]
    due_on: Mapped[date]  # as the council's days were when it began
    with_words: Mapped[bytes]  # sealed: who was asked, for they have no account
    bypassed_because: Mapped[bytes | None]  # sealed: why the levels between were passed over
    answered_on: Mapped[date | None]
    answer: Mapped[bytes | None]  # sealed


class GoodPractice(CouncilRow, Base):
    """Something that was done well for a child, which an officer wants known."""

    __tablename__ = "good_practice"
    __table_args__ = (Index("ix_good_practice_child", "child_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    words: Mapped[bytes]  # sealed
    on: Mapped[date]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[Moment]
