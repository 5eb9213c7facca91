"""A child's plan of their meeting, what was answered and added to it, and the meeting itself."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.meeting.rules.live_kinds import Kind
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


def _of_part(table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["review_id", "part_id"],
        ["live_part.review_id", "live_part.part_id"],
        name=f"fk_{table}_part",
    )


class LivePart(CouncilRow, Base):
    """One part of a review as it is held: what its log came to, and the code that opens it.

    A review without parts has one all the same, under its own id.  The code lies nowhere: it
    follows from the council's own key, this row's id and the code's number.
    """

    __tablename__ = "live_part"
    __table_args__ = (
        CheckConstraint(
            "(code_digest IS NULL) = (code_until IS NULL)", name="a_code_ends_some_time"
        ),
        CheckConstraint("ended_at IS NULL OR code_digest IS NULL", name="ended_has_no_code"),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    part_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)  # the topic that its streams watch
    number: Mapped[int]  # of the last event
    room_number: Mapped[int]  # how often something changed that everybody sees
    state: Mapped[bytes]  # sealed JSON: what the log comes to
    code_number: Mapped[int]
    code_digest: Mapped[bytes | None] = mapped_column(unique=True)
    code_until: Mapped[Moment | None]
    opened_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]  # over, or stopped to go on another day


class LiveEvent(CouncilRow, Base):
    """One thing that happened in a part of a meeting: numbered, and never changed afterwards.

    The device makes its id.  Who asked for a word is kept nowhere.
    """

    __tablename__ = "live_event"
    __table_args__ = (
        UniqueConstraint("review_id", "part_id", "id", name="uq_live_event_id"),
        CheckConstraint("by_id IS NULL OR guest_id IS NULL", name="by_one"),
        _of_part("live_event"),
    )

    review_id: Mapped[UUID] = mapped_column(primary_key=True)
    part_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    kind: Mapped[Kind]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    guest_id: Mapped[UUID | None] = mapped_column(ForeignKey("live_guest.id"))
    content: Mapped[bytes]  # sealed JSON: the whole event
    at: Mapped[Moment]  # as the server counts it: a phone's clock may be wrong


class LiveGuest(CouncilRow, Base):
    """Somebody who joined one part by its code, without an account; or the screen in the room."""

    __tablename__ = "live_guest"
    __table_args__ = (Index("ix_live_guest_part", "review_id", "part_id"), _of_part("live_guest"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    review_id: Mapped[UUID]
    part_id: Mapped[UUID]
    called: Mapped[bytes | None]  # sealed; None: a screen
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    joined_at: Mapped[Moment]
    asked_to_leave_at: Mapped[Moment | None]
    said: Mapped[int]  # how many events: a guest cannot fill a log


class MeetingRating(CouncilRow, Base):
    """How a child found their review; theirs, and sealed."""

    __tablename__ = "meeting_rating"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"), index=True)
    content: Mapped[bytes]  # sealed JSON: face, words, what they would change
    at: Mapped[Moment]
