"""What children asked for: their own page, and what waits for an officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.messages.models.asking import ChildRequest
from cadair.messages.queries.asking_sealed import ASKED, REASON, opened_maybe
from cadair.messages.queries.who import NamedChild, Who, whos
from cadair.messages.rules.asking import COUNTED_FOR, MOST_ASKED, Answer, RequestKind
from cadair.reviews.models import Decision, EarlyAsk
from cadair.reviews.queries.early import Ask, asks_of
from cadair.reviews.rules import Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRequest:
    """One thing that a child asked for, as the child sees it."""

    id: UUID
    kind: RequestKind
    words: str | None
    asked_at: datetime
    taken_back_at: datetime | None
    answer: Answer | None
    answered_by: Who | None
    answered_at: datetime | None
    reason: str | None
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """The same, on an officer's list: whose it is, and how many days it has waited."""

    id: UUID
    child: NamedChild
    kind: RequestKind
    words: str | None
    asked_at: datetime
    days: int
    answer: Answer | None
    answered_at: datetime | None
    reason: str | None
    on: date | None


def own_requests(session: Session, *, child_id: UUID) -> list[OwnRequest]:
    """All that the child asked for by themselves, the latest first."""
    rows = session.execute(select(*COLUMNS).where(ChildRequest.child_id == child_id)).all()
    asks = [ask for ask in asks_of(session, child_id=child_id) if is_own(ask, child_id)]
    key = children.sealing_key(session, child_id=child_id)
    who = whos(
        session,
        person_ids=[row.answered_by_id for row in rows] + [ask.decided_by_id for ask in asks],
    )
    found = [_own_row(row, key, who) for row in rows] + [_own_ask(ask, who) for ask in asks]
    return sorted(found, key=lambda one: one.asked_at, reverse=True)


def own_request(session: Session, *, child_id: UUID, request_id: UUID) -> OwnRequest:
    """One of them, that is there."""
    found = own_requests(session, child_id=child_id)
    return next(one for one in found if one.id == request_id)


def is_own(ask: Ask, child_id: UUID) -> bool:
    """Whether the child asked it here; what an officer noted for them is the officer's to tell."""
    return ask.trigger is Trigger.CHILD_ASKS and ask.noted_by_id == child_id


def request_line(session: Session, *, request_id: UUID, now: datetime) -> RequestLine:
    """One request that is there, as its officer sees it."""
    row = session.execute(select(*COLUMNS).where(ChildRequest.id == request_id)).one()
    child = children.child_facts(session, child_id=row.child_id, on=today(now))
    key = children.sealing_key(session, child_id=row.child_id)
    return RequestLine(
        id=row.id,
        child=NamedChild(
            id=row.child_id,
            called=child.called,
            name=child.name,
            case_number=child.case_number,
        ),
        kind=row.kind,
        words=opened_maybe(key, row.words, where=ASKED, row_id=row.id),
        asked_at=row.asked_at,
        days=(today(now) - today(row.asked_at)).days,
        answer=row.answer,
        answered_at=row.answered_at,
        reason=opened_maybe(key, row.reason, where=REASON, row_id=row.id),
        on=row.on_day,
    )


def most_asked_since(session: Session, *, child_id: UUID, now: datetime) -> datetime | None:
    """When the oldest was made of as many requests as fit in an hour; None for fewer."""
    since = now - COUNTED_FOR
    asked = union_all(
        select(ChildRequest.asked_at.label("at")).where(
            ChildRequest.child_id == child_id, ChildRequest.asked_at > since
        ),
        select(EarlyAsk.noted_at).where(
            EarlyAsk.child_id == child_id,
            EarlyAsk.noted_by_id == child_id,
            EarlyAsk.noted_at > since,
        ),
    ).subquery()
    latest = select(asked.c.at).order_by(asked.c.at.desc())
    return session.scalars(latest.offset(MOST_ASKED - 1).limit(1)).one_or_none()


def _own_row(row: Any, key: bytes, who: dict[UUID, Who]) -> OwnRequest:
    return OwnRequest(
        id=row.id,
        kind=row.kind,
        words=opened_maybe(key, row.words, where=ASKED, row_id=row.id),
        asked_at=row.asked_at,
        taken_back_at=row.taken_back_at,
        answer=row.answer,
        answered_by=who.get(row.answered_by_id),
        answered_at=row.answered_at,
        reason=opened_maybe(key, row.reason, where=REASON, row_id=row.id),
        on=row.on_day,
    )


def _own_ask(ask: Ask, who: dict[UUID, Who]) -> OwnRequest:
    """A yes that was taken back again is a no, with its reason."""
    said_yes = ask.decision is Decision.YES
    answer = None if ask.decision is None else Answer.YES if said_yes else Answer.NO
    return OwnRequest(
        id=ask.id,
        kind=RequestKind.SOONER,
        words=ask.why,
        asked_at=ask.noted_at,
        taken_back_at=ask.dropped_at,
        answer=answer,
        answered_by=who.get(ask.decided_by_id) if ask.decided_by_id else None,
        answered_at=ask.decided_at,
        reason=ask.reason,
        on=ask.hold_by if said_yes else None,
    )


COLUMNS: Sequence[Any] = (
    ChildRequest.id,
    ChildRequest.child_id,
    ChildRequest.kind,
    ChildRequest.words,
    ChildRequest.asked_at,
    ChildRequest.taken_back_at,
    ChildRequest.answer,
    ChildRequest.answered_by_id,
    ChildRequest.answered_at,
    ChildRequest.reason,
    ChildRequest.on_day,
)
