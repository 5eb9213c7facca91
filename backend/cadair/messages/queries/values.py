"""Messages as plain values, their words unsealed, with who wrote and who has read them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.children.queries import Around, CircleMember
from cadair.foundation.sealing import seal, unseal
from cadair.messages.models import Message, MessageRead
from cadair.messages.queries.who import Who, whos
from cadair.messages.rules.conversations import BroughtAs, Start, may_take_back
from cadair.messages.rules.safety import safety_words

AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """That somebody has read a message, and when first."""

    who: Who
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """That a message goes to the child's record."""

    at: datetime
    by: Who


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenMessage:
    """One message as the one who asks sees it; without words once it was taken back."""

    id: UUID
    child_id: UUID
    party_id: UUID
    from_me: bool
    author: Who
    start: Start | None
    words: str | None
    language: str
    tell_social_worker: bool
    written_at: datetime
    received_at: datetime
    taken_back_at: datetime | None
    read_by: tuple[Read, ...]
    to_record: Recorded | None
    brought_as: BroughtAs | None
    wish_id: UUID | None
    no_answer_at: datetime | None  # an officer let it rest; for officers alone
    decision_id: UUID | None
    can_take_back: bool
    hidden: bool = False  # its author wants no trace of it on their phone: asked for anew, it shows

    @property
    def in_record(self) -> bool:
        """Whether it is marked to the record; its author is told so."""
        return self.to_record is not None

    @property
    def safety_words(self) -> list[str]:
        """What the aid finds in it; for officers alone."""
        return safety_words(self.words) if self.words else []

    def without_words(self) -> "SeenMessage":
        """That it was sent and who read it, and not a word of it."""
        return replace(self, words=None, hidden=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The one who asks, and what they open messages with."""

    person_id: UUID | None
    key: bytes
    known: Mapping[UUID, Who]


COLUMNS = (
    Message.id,
    Message.child_id,
    Message.party_id,
    Message.author_id,
    Message.start,
    Message.words,
    Message.language,
    Message.tell_social_worker,
    Message.written_at,
    Message.received_at,
    Message.taken_back_at,
    Message.to_record_at,
    Message.to_record_by_id,
    Message.brought_as,
    Message.wish_id,
    Message.no_answer_at,
    Message.decision_id,
)


def who_of_circle(around: Around) -> dict[UUID, Who]:
    """The child and everybody around them today."""
    child_id = around.child.child_id
    known = {member.person_id: who_of_member(member) for member in around.circle}
    known[child_id] = Who(
        id=child_id, called=around.called, name=around.name, chair=around.chair, job=Job.CHILD
    )
    return known


def who_of_member(member: CircleMember) -> Who:
    """One person of a circle."""
    return Who(
        id=member.person_id,
        called=member.called,
        name=member.name,
        chair=member.chair,
        job=member.job,
    )


def seen(session: Session, rows: Sequence[AnyRow], *, reading: Reading) -> list[SeenMessage]:
    """Rows of COLUMNS as the one who reads sees them, with everybody who has read them."""
    if not rows:
        return []
    reads = _reads(session, {row.id for row in rows})
    needed = {
        *(row.author_id for row in rows),
        *(row.to_record_by_id for row in rows if row.to_record_by_id),
        *(reader for those in reads.values() for reader, _ in those),
    }
    known = {**whos(session, person_ids=needed - reading.known.keys()), **reading.known}
    return [
        as_seen(row, reading=replace(reading, known=known), reads=reads.get(row.id, ()))
        for row in rows
    ]


def as_seen(
    row: Any, *, reading: Reading, reads: Sequence[tuple[UUID, datetime]] = ()
) -> SeenMessage:
    """One message; `reading` knows everybody who is named in it."""
    return SeenMessage(
        id=row.id,
        child_id=row.child_id,
        party_id=row.party_id,
        from_me=row.author_id == reading.person_id,
        author=reading.known[row.author_id],
        start=row.start,
        words=opened(reading.key, row.id, row.words),
        language=row.language,
        tell_social_worker=row.tell_social_worker,
        written_at=row.written_at,
        received_at=row.received_at,
        taken_back_at=row.taken_back_at,
        read_by=tuple(Read(who=reading.known[reader], at=at) for reader, at in reads),
        to_record=Recorded(at=row.to_record_at, by=reading.known[row.to_record_by_id])
        if row.to_record_at
        else None,
        brought_as=row.brought_as,
        wish_id=row.wish_id,
        no_answer_at=row.no_answer_at,
        decision_id=row.decision_id,
        can_take_back=may_take_back(
            author_id=row.author_id,
            person_id=reading.person_id,
            taken_back_at=row.taken_back_at,
            readers=[reader for reader, _ in reads],
        ),
    )


def opened(key: bytes, message_id: UUID, words: bytes | None) -> str | None:
    """The words of a message; None once they were taken back."""
    return unseal(key, words, place_of_words(message_id)) if words is not None else None


def sealed_words(key: bytes, message_id: UUID, words: str) -> bytes:
    """The words of a message, sealed into its row."""
    return seal(key, words, place_of_words(message_id))


def sealed_reason(key: bytes, message_id: UUID, reason: str) -> bytes:
    """Why a message went out although the guard stopped it, sealed into its row."""
    return seal(key, reason, place_of_reason(message_id))


def sealed_note(key: bytes, note_id: UUID, words: str) -> bytes:
    """The words of an officer's note, sealed into its row."""
    return seal(key, words, place_of_note(note_id))


def place_of_words(message_id: UUID) -> str:
    """What a message's words are sealed to."""
    return f"message|words|{message_id}"


def place_of_reason(message_id: UUID) -> str:
    """What the reason of a message is sealed to."""
    return f"message|reason|{message_id}"


def place_of_note(note_id: UUID) -> str:
    """What an officer's note is sealed to."""
    return f"officer_note|words|{note_id}"


def _reads(
    session: Session, message_ids: Collection[UUID]
) -> dict[UUID, list[tuple[UUID, datetime]]]:
    found: dict[UUID, list[tuple[UUID, datetime]]] = defaultdict(list)
    for row in session.execute(
        select(MessageRead.message_id, MessageRead.reader_id, MessageRead.first_read_at)
        .where(MessageRead.message_id.in_(message_ids))
        .order_by(MessageRead.first_read_at, MessageRead.reader_id)
    ):
        found[row.message_id].append((row.reader_id, row.first_read_at))
    return found
