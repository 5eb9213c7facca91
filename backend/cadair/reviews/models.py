"""Reviews, their parts, who is asked, and the tries to reach those who did not answer."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.reviews.rules import Ending, LateReason, ReviewKind, Stage, Trigger

NEXT_OF_ITS_CHILD = "held_on IS NULL AND not_owed_at IS NULL"


class How(StrEnum):
    """How the people of one part of a review meet."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class ReachedBy(StrEnum):
    """How somebody was tried to be reached."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"


class Decision(StrEnum):
    """What became of asking for a review before its day."""

    YES = "yes"
    NO = "no"
    TAKEN_BACK = "taken_back"


class PostponementAnswer(StrEnum):
    """What a manager said to holding a review later."""

    YES = "yes"
    NO = "no"


class Review(CouncilRow, Base):
    """One review of one child: the next one, or one that was held.

    A child has at most one review that is still to come.  One that is no longer owed, because the
    child left care, keeps its row and all that was shared with it: should it be owed again as it
    was, it is the same review.
    """

    __tablename__ = "review"
    __table_args__ = (
        UniqueConstraint("child_id", "held_on"),
        Index(
            "uq_review_next",
            "child_id",
            unique=True,
            sqlite_where=text(NEXT_OF_ITS_CHILD),
            postgresql_where=text(NEXT_OF_ITS_CHILD),
        ),
        Index("ix_review_opening", "council_id", "stage", "opens_on"),
        CheckConstraint("(due_by IS NULL) = (due_reason IS NULL)", name="a_due_day_has_a_reason"),
        CheckConstraint("due_by IS NOT NULL OR held_on IS NOT NULL", name="is_due_or_was_held"),
        CheckConstraint("not_owed_at IS NULL OR stage = 'closed'", name="not_owed_is_closed"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[ReviewKind]
    sequence: Mapped[int | None]  # within its cycle; None: held while none was owed
    due_by: Mapped[date | None]
    due_reason: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    opens_on: Mapped[date | None]  # the day its window begins, as the due day and the plan stand
    meets_at: Mapped[Moment | None]  # the beginning of its earliest part
    stage: Mapped[Stage]
    opened_at: Mapped[Moment | None]
    held_on: Mapped[date | None]
    not_owed_at: Mapped[Moment | None]
    ended_because: Mapped[Ending | None]  # why it is not owed
    returned_code: Mapped[str | None]  # participation code, as the case system returned it
    revision: Mapped[int]  # of the plan
    begun_at: Mapped[Moment | None]  # its first meeting, as Cadair was told
    adjourned_on: Mapped[date | None]  # once at most
    adjourned_until: Mapped[date | None]
    adjourned_why: Mapped[bytes | None]
    postponed_to: Mapped[date | None]  # a manager agreed to it; the day it is due by stays
    completed_on: Mapped[date | None]  # the last of a series of meetings; None: not held here
    late_reason: Mapped[LateReason | None]
    late_words: Mapped[bytes | None]
    # When each paper that follows was done; told by the rooms that do it.
    decisions_at: Mapped[Moment | None]
    care_plan_at: Mapped[Moment | None]
    record_at: Mapped[Moment | None]
    given_to_all_at: Mapped[Moment | None]


class Postponement(CouncilRow, Base):
    """One time that an officer asked to hold a review later, and what a manager answered.

    Why, the words for the child and the manager's words are sealed with the child's key.
    """

    __tablename__ = "postponement"
    __table_args__ = (
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered_at_a_time"),
        Index(
            "uq_postponement_waiting",
            "review_id",
            unique=True,
            sqlite_where=text("answer IS NULL"),
            postgresql_where=text("answer IS NULL"),
        ),
        Index("ix_postponement_waiting", "council_id", "answered_at"),
    )

    # The device makes the id; the manager who answers names nothing else.
    id: Mapped[UUID] = mapped_column(primary_key=True)
    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"))
    to_on: Mapped[date]
    why: Mapped[bytes]
    words_to_child: Mapped[bytes]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[Moment]
    answer: Mapped[PostponementAnswer | None]
    answer_words: Mapped[bytes | None]
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[Moment | None]


class ReviewPart(CouncilRow, Base):
    """One meeting of a review; a review may have one, a series, or none.

    The device that plans makes the id, so it is unique only within its review.  What the part is
    called, where it is and its link are sealed with the child's key.
    """

    __tablename__ = "review_part"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int]
    title: Mapped[bytes]
    how: Mapped[How]
    starts_at: Mapped[Moment | None]
    minutes: Mapped[int | None]
    place: Mapped[bytes | None]
    video_link: Mapped[bytes | None]
    agenda: Mapped[bytes | None]  # a list of lines, sealed as one


class PartSeat(CouncilRow, Base):
    """A seat kept for one person in one part; nobody else learns that the part exists."""

    __tablename__ = "part_seat"
    __table_args__ = (
        ForeignKeyConstraint(
            ["review_id", "part_id"],
            ["review_part.review_id", "review_part.id"],
            name="fk_part_seat_part",
        ),
        Index("ix_part_seat_person", "person_id"),
    )

    review_id: Mapped[UUID] = mapped_column(primary_key=True)
    part_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    # Where it is may be told, although they may not know where the child lives.
    told_where: Mapped[bool] = mapped_column(server_default=false())


class Invitation(CouncilRow, Base):
    """One person asked for what they think before a review."""

    __tablename__ = "invitation"
    __table_args__ = (Index("ix_invitation_person", "person_id"),)

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    invited_at: Mapped[Moment]
    answered_at: Mapped[Moment | None]  # told by contributions; empty again when all is taken back


class ReachAttempt(CouncilRow, Base):
    """One try to reach somebody who was asked; the note is sealed with the child's key."""

    __tablename__ = "reach_attempt"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)  # made on the device: unique in its review
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]
    how: Mapped[ReachedBy]
    reached: Mapped[bool] = mapped_column(server_default=false())  # spoke with, or heard from
    note: Mapped[bytes | None]


class EarlyAsk(CouncilRow, Base):
    """One time that somebody asked for a review before its day, and what was decided.

    Why, and the reason for a no, are sealed with the child's key.
    """

    __tablename__ = "early_ask"
    __table_args__ = (
        CheckConstraint("(decision IS NULL) = (decided_at IS NULL)", name="decided_at_a_time"),
        CheckConstraint(
            "decision IS NULL OR decision = 'no' OR hold_by IS NOT NULL", name="granted_has_a_day"
        ),
    )

    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)  # made on the device: unique for its child
    trigger: Mapped[Trigger]
    asked_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("person.id")
    )  # None: not known here
    asked_on: Mapped[date]
    why: Mapped[bytes | None]
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[Moment]
    decision: Mapped[Decision | None]
    hold_by: Mapped[date | None]
    reason: Mapped[bytes | None]
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[Moment | None]
    dropped_at: Mapped[Moment | None]  # whoever asked took it back before it was decided
