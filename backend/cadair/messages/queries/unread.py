"""Conversations in which nobody has read what a party wrote: a count and an age, and no word."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cadair.children.models import Allocation
from cadair.foundation.clock import today
from cadair.messages.models import Message, MessageRead
from cadair.messages.queries.inbox import promise_of
from cadair.messages.queries.who import Who, whos
from cadair.reviews.rules import working_days_between


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadThread:
    """One conversation, and the oldest message of it that no officer has read."""

    child_id: UUID
    party_id: UUID
    message_id: UUID
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Officers:
    """Who reviews a child on a day, and who covers."""

    officer_id: UUID | None
    covers: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingOfficer:
    """How many conversations of an officer's children are past the promised day, and how old."""

    officer: Who | None  # None: of children without an officer
    threads: int
    oldest_working_days: int


def unread_threads(session: Session) -> list[UnreadThread]:
    """Every such conversation of the council, the oldest first; in one statement."""
    is_read = (
        select(MessageRead.message_id)
        .where(MessageRead.message_id == Message.id, MessageRead.reader_id != Message.party_id)
        .exists()
    )
    rows = session.execute(
        select(Message.child_id, Message.party_id, Message.id, Message.received_at)
        .where(Message.author_id == Message.party_id, Message.taken_back_at.is_(None), ~is_read)
        .order_by(Message.received_at, Message.id)
    )
    found: dict[tuple[UUID, UUID], UnreadThread] = {}
    for row in rows:
        thread = UnreadThread(
            child_id=row.child_id,
            party_id=row.party_id,
            message_id=row.id,
            since=row.received_at,
        )
        found.setdefault((row.child_id, row.party_id), thread)
    return list(found.values())


def officers_on(session: Session, *, child_ids: Collection[UUID], on: date) -> dict[UUID, Officers]:
    """Who reviews these children on that day, and who covers; in one statement."""
    rows = session.execute(
        select(Allocation.child_id, Allocation.officer_id, Allocation.covers).where(
            Allocation.child_id.in_(child_ids),
            Allocation.from_on <= on,
            or_(Allocation.until_on.is_(None), Allocation.until_on >= on),
        )
    ).all()
    return {
        child_id: Officers(
            officer_id=next(
                (row.officer_id for row in rows if row.child_id == child_id and not row.covers),
                None,
            ),
            covers=tuple(
                sorted({row.officer_id for row in rows if row.child_id == child_id and row.covers})
            ),
        )
        for child_id in child_ids
    }


def waiting_officers(session: Session, *, now: datetime) -> list[WaitingOfficer]:
    """By officer, what nobody has read by the promised day, the oldest first."""
    on = today(now)
    promise = promise_of(session, on=on)
    late = [each for each in unread_threads(session) if promise.over(each.since) > 0]
    officers = officers_on(session, child_ids={each.child_id for each in late}, on=on)
    by_officer: dict[UUID | None, list[int]] = {}
    for each in late:
        days = working_days_between(today(each.since), on, bank_holidays=promise.bank_holidays)
        by_officer.setdefault(officers[each.child_id].officer_id, []).append(days)
    known = whos(session, person_ids=by_officer)
    found = [
        WaitingOfficer(
            officer=known.get(officer_id) if officer_id else None,
            threads=len(ages),
            oldest_working_days=max(ages),
        )
        for officer_id, ages in by_officer.items()
    ]
    return sorted(found, key=lambda one: one.oldest_working_days, reverse=True)
