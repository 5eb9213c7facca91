"""What passed about one child since a day: to the record, noted, and how fast it was answered."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.children.queries import Around
from cadair.foundation.clock import LONDON
from cadair.foundation.sealing import unseal
from cadair.messages.models import Message, OfficerNote
from cadair.messages.queries.officers import Note
from cadair.messages.queries.requests import OwnRequest, own_requests
from cadair.messages.queries.unsafe import ReportOfChild, reports_since
from cadair.messages.queries.values import (
    COLUMNS,
    Reading,
    SeenMessage,
    place_of_note,
    seen,
    who_of_circle,
)
from cadair.messages.queries.visits import KeptVisit, visits_of
from cadair.messages.queries.who import whos
from cadair.messages.rules.answering import ReplyTimes, Turn, reply_times
from cadair.reviews import queries as reviews

MOST: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What passed since a day, oldest first."""

    since: date
    messages: tuple[SeenMessage, ...]
    notes: tuple[Note, ...]
    requests: tuple[OwnRequest, ...]
    visits: tuple[KeptVisit, ...]  # done since, or planned
    unsafe: tuple[ReportOfChild, ...]
    reply_times: ReplyTimes


def passed_since(session: Session, *, around: Around, since: date, reading: Reading) -> Since:
    """What passed about this child since the day began, for the child's officer."""
    began = datetime.combine(since, time.min, tzinfo=LONDON)
    known = {**who_of_circle(around), **reading.known}
    mine = Reading(person_id=reading.person_id, key=reading.key, known=known)
    return Since(
        since=since,
        messages=_to_record(session, around, began, mine),
        notes=_notes(session, around, began, mine),
        requests=tuple(
            each
            for each in own_requests(session, child_id=around.child.child_id)[::-1]
            if each.asked_at >= began
        ),
        visits=tuple(
            visit
            for visit in visits_of(session, child_id=around.child.child_id).visits[::-1]
            if visit.facts.done_on is None or visit.facts.done_on >= since
        ),
        unsafe=tuple(reports_since(session, child_id=around.child.child_id, began=began)),
        reply_times=_reply_times(session, around, began),
    )


def _to_record(
    session: Session, around: Around, began: datetime, reading: Reading
) -> tuple[SeenMessage, ...]:
    rows = session.execute(
        select(*COLUMNS)
        .where(
            Message.child_id == around.child.child_id,
            Message.received_at >= began,
            Message.to_record_at.is_not(None),
        )
        .order_by(Message.received_at.desc(), Message.id.desc())
        .limit(MOST)
    ).all()[::-1]
    return tuple(seen(session, rows, reading=reading))


def _notes(session: Session, around: Around, began: datetime, reading: Reading) -> tuple[Note, ...]:
    rows = session.execute(
        select(
            OfficerNote.id,
            OfficerNote.author_id,
            OfficerNote.words,
            OfficerNote.written_at,
        )
        .where(OfficerNote.child_id == around.child.child_id, OfficerNote.written_at >= began)
        .order_by(OfficerNote.written_at.desc(), OfficerNote.id.desc())
        .limit(MOST)
    ).all()[::-1]
    gone = {row.author_id for row in rows} - reading.known.keys()
    named = {**whos(session, person_ids=gone), **reading.known}
    return tuple(
        Note(
            id=row.id,
            author=named[row.author_id],
            words=unseal(reading.key, row.words, place_of_note(row.id)),
            written_at=row.written_at,
        )
        for row in rows
    )


def _reply_times(session: Session, around: Around, began: datetime) -> ReplyTimes:
    conversations: dict[UUID, list[Turn]] = defaultdict(list)
    for row in session.execute(
        select(Message.party_id, Message.author_id, Message.received_at, Message.no_answer_at)
        .where(
            Message.child_id == around.child.child_id,
            Message.received_at >= began,
            Message.taken_back_at.is_(None),
        )
        .order_by(Message.received_at, Message.id)
    ):
        turn = Turn(row.received_at, row.author_id == row.party_id, row.no_answer_at is not None)
        conversations[row.party_id].append(turn)
    return reply_times(conversations.values(), bank_holidays=reviews.bank_holidays(around.nation))
