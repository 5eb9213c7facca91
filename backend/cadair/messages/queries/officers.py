"""One party's conversation as the child's officers have it, with their notes beside it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.children.queries import Around
from cadair.foundation.clock import today
from cadair.foundation.sealing import unseal
from cadair.messages.queries.inbox import promise_of
from cadair.messages.queries.pages import notes, page
from cadair.messages.queries.places import Place
from cadair.messages.queries.values import SeenMessage, place_of_note, seen
from cadair.messages.queries.who import Who, whos


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedChild:
    """Who the child is, as on every line of the desk."""

    id: UUID
    called: str
    name: str
    case_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What an officer noted beside a conversation."""

    id: UUID
    author: Who
    words: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficersConversation:
    """One page of a conversation."""

    child: NamedChild
    with_: Who
    language: str
    not_safe_to_reply: bool
    messages: tuple[SeenMessage, ...]
    notes: tuple[Note, ...]
    more: bool
    answer_by: date  # what is promised today is to be done by then


def officers_conversation(
    session: Session, *, place: Place, before: UUID | None, now: datetime
) -> OfficersConversation:
    """One page of the conversation at this place."""
    rows, more = page(session, child_id=place.child_id, party_id=place.party.id, before=before)
    return OfficersConversation(
        child=named(place.around),
        with_=place.party,
        language=place.language,
        not_safe_to_reply=is_unsafe_to_reply(place),
        messages=tuple(seen(session, rows, reading=place.reading)),
        notes=_notes(session, place),
        more=more,
        answer_by=promise_of(session, on=today(now)).answer_by(now),
    )


def named(around: Around) -> NamedChild:
    """The child by name."""
    return NamedChild(
        id=around.child.child_id,
        called=around.called,
        name=around.name,
        case_number=around.child.case_number,
    )


def is_unsafe_to_reply(place: Place) -> bool:
    """Whether the child said that somebody else may read their phone."""
    return place.party.id == place.child_id and place.around.not_safe_since is not None


def _notes(session: Session, place: Place) -> tuple[Note, ...]:
    rows = notes(session, child_id=place.child_id, party_id=place.party.id)
    gone = {row.author_id for row in rows} - place.known.keys()
    known = {**place.known, **whos(session, person_ids=gone)}
    return tuple(
        Note(
            id=row.id,
            author=known[row.author_id],
            words=unseal(place.key, row.words, place_of_note(row.id)),
            written_at=row.written_at,
        )
        for row in rows
    )
