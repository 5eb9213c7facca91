"""Somebody's own conversations with a child's officers: nobody else's, and never a note."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.children import queries as children
from cadair.children.queries.away import practices
from cadair.children.queries.officers import children_around, covers_until
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.messages.models import Message, MessageRead
from cadair.messages.queries.pages import page
from cadair.messages.queries.places import Place, place_in
from cadair.messages.queries.values import COLUMNS, Reading, SeenMessage, seen
from cadair.messages.queries.who import Who, whos
from cadair.messages.rules.answering import WEEKDAYS, answer_by
from cadair.people import queries as people
from cadair.reviews import queries as reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """One of somebody's own conversations, in their list."""

    child_id: UUID
    is_me: bool
    child_called: str
    officer: Who | None
    cover: Who | None
    unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Who reads while the officer is away, and until which day."""

    who: Who
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoReads:
    """What somebody is told before they write: who reads it, when, and by when they answer."""

    officer: Who | None
    cover: Cover | None
    works_on: tuple[int, ...]  # 0 is Monday
    answer_by: date
    answer_within_working_days: int
    usual_cover: Who | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One page of somebody's own conversation."""

    who_reads: WhoReads
    messages: tuple[SeenMessage, ...]  # oldest first
    more: bool


def own_conversations(session: Session, *, actor: Actor, now: datetime) -> list[OwnLine]:
    """The child's one conversation, or one for each child that the actor is around today."""
    assert actor.person_id is not None
    on = today(now)
    child_ids = (
        [actor.person_id]
        if actor.job is Job.CHILD
        else children_around(session, person_id=actor.person_id, on=on)
    )
    if not child_ids:
        return []
    around = children.around(session, child_ids=child_ids, on=on)
    unread = _unread(session, child_ids=child_ids, party_id=actor.person_id)
    places = [place_in(session, each, actor) for each in around.values()]
    return [
        OwnLine(
            child_id=place.child_id,
            is_me=place.child_id == actor.person_id,
            child_called=place.around.called,
            officer=place.officer,
            cover=place.cover,
            unread=unread.get(place.child_id, 0),
        )
        for place in sorted(places, key=lambda each: (each.around.called, str(each.child_id)))
    ]


def own_conversation(
    session: Session, *, place: Place, before: UUID | None, now: datetime
) -> Conversation:
    """One page of the conversation at this place, and what is told above it."""
    rows, more = page(session, child_id=place.child_id, party_id=place.party.id, before=before)
    return Conversation(
        who_reads=_who_reads(session, place, now),
        messages=tuple(seen(session, rows, reading=place.reading)),
        more=more,
    )


def own_message(session: Session, *, place: Place, message_id: UUID) -> SeenMessage:
    """One message that the one who stands here wrote; raises NotFound."""
    rows = session.execute(
        select(*COLUMNS).where(
            Message.id == message_id,
            Message.child_id == place.child_id,
            Message.author_id == place.person_id,
        )
    ).all()
    if not rows:
        raise NotFound
    return seen(session, rows, reading=place.reading)[0]


def message_of_place(session: Session, *, place: Place, message_id: UUID) -> SeenMessage:
    """One message of the conversation, whoever wrote it; raises NotFound."""
    rows = session.execute(
        select(*COLUMNS).where(
            Message.id == message_id,
            Message.child_id == place.child_id,
            Message.party_id == place.party.id,
        )
    ).all()
    if not rows:
        raise NotFound
    return seen(session, rows, reading=place.reading)[0]


def own_messages(session: Session, *, person_id: UUID, child_id: UUID) -> list[SeenMessage]:
    """All that passed between one person and a child's officers, whoever they are by now."""
    rows = session.execute(
        select(*COLUMNS)
        .where(Message.child_id == child_id, Message.party_id == person_id)
        .order_by(Message.received_at, Message.id)
    ).all()
    key = children.sealing_key(session, child_id=child_id)
    return seen(session, rows, reading=Reading(person_id=person_id, key=key, known={}))


def _who_reads(session: Session, place: Place, now: datetime) -> WhoReads:
    on = today(now)
    council = people.council(session, council_id=council_of(session))
    within: int = council.settings["answer_within_working_days"]
    cover = place.cover
    until = (
        covers_until(session, child_id=place.child_id, officer_id=cover.id, on=on)
        if cover
        else None
    )
    officer = place.officer
    reader = cover or officer
    said = practices(session, officer_ids={each.id for each in (reader, officer) if each})
    usual = said[officer.id].usual_cover_id if officer else None
    return WhoReads(
        officer=officer,
        cover=Cover(who=cover, until=until) if cover else None,
        works_on=said[reader.id].works_on if reader else WEEKDAYS,
        answer_by=answer_by(on, within=within, bank_holidays=reviews.bank_holidays(council.nation)),
        answer_within_working_days=within,
        usual_cover=whos(session, person_ids=[usual]).get(usual) if usual else None,
    )


def _unread(session: Session, *, child_ids: list[UUID], party_id: UUID) -> dict[UUID, int]:
    """How many messages of officers this person has not read, by child."""
    rows = session.execute(
        select(Message.child_id, func.count().label("unread"))
        .outerjoin(
            MessageRead,
            and_(MessageRead.message_id == Message.id, MessageRead.reader_id == party_id),
        )
        .where(
            Message.child_id.in_(child_ids),
            Message.party_id == party_id,
            Message.author_id != party_id,
            Message.taken_back_at.is_(None),
            MessageRead.message_id.is_(None),
        )
        .group_by(Message.child_id)
    )
    return {row.child_id: row.unread for row in rows}
