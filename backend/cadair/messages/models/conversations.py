"""Messages between one party and whoever reviews a child, who read them, and officers' notes.

A conversation is the pair of child and party; it has no row of its own.  Its other side is whoever
reviews or covers today, so that it stays with the child when the officer changes.
"""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.access.actor import Job
from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.messages.rules.conversations import BroughtAs, Start


class Message(CouncilRow, Base):
    """One message, as it was sent: never edited, taken back only before anybody else read it."""

    __tablename__ = "message"
    __table_args__ = (
        CheckConstraint("(taken_back_at IS NULL) = (words IS NOT NULL)", name="emptied_when_taken"),
        CheckConstraint(
            "(to_record_at IS NULL) = (to_record_by_id IS NULL)", name="recorded_by_somebody"
        ),
        CheckConstraint(
            "(no_answer_at IS NULL) = (no_answer_by_id IS NULL)", name="let_rest_by_somebody"
        ),
        CheckConstraint(
            "NOT tell_social_worker OR author_id = child_id", name="only_the_child_lets_pass"
        ),
        Index("ix_message_conversation", "child_id", "party_id", "received_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    party_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))  # the child, or of the circle
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    author_job: Mapped[Job]  # what they were when they wrote it
    start: Mapped[Start | None]
    words: Mapped[bytes | None]  # sealed; empty once taken back
    language: Mapped[str]
    tell_social_worker: Mapped[bool]
    written_at: Mapped[Moment]  # on a phone without signal it may have waited for days
    received_at: Mapped[Moment]
    fingerprint: Mapped[bytes]  # keyed digest: tells the same words again from other words
    taken_back_at: Mapped[Moment | None]
    raises_safety: Mapped[bool]  # the aid found a word in it; it only sorts
    reason: Mapped[bytes | None]  # sealed: why it went out although the guard stopped it
    to_record_at: Mapped[Moment | None]
    to_record_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    # An officer has read it, and it asks for no answer: a thank-you does not wait for days.
    no_answer_at: Mapped[Moment | None]
    no_answer_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    brought_as: Mapped[BroughtAs | None]  # to the child's next review
    # The wish or decision that an officer links it to.  A foreign key would close a circle, since
    # a wish that came from a message points here; the record room asks whose it is.
    wish_id: Mapped[UUID | None]
    decision_id: Mapped[UUID | None]


class MessageRead(CouncilRow, Base):
    """That somebody has read a message, by name: its author is told."""

    __tablename__ = "message_read"

    message_id: Mapped[UUID] = mapped_column(ForeignKey("message.id"), primary_key=True)
    reader_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    first_read_at: Mapped[Moment]


class OfficerNote(CouncilRow, Base):
    """What an officer notes beside a conversation, for the record; no party is ever shown it."""

    __tablename__ = "officer_note"
    __table_args__ = (Index("ix_officer_note_child", "child_id", "party_id", "written_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    party_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    words: Mapped[bytes]  # sealed
    fingerprint: Mapped[bytes]
    written_at: Mapped[Moment]
