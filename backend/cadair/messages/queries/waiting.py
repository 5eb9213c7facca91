"""What of an officer's children waits for the officer between reviews, in one statement.

Over bare tables and built once: every opening of Today asks for it.  It names its council.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Table,
    and_,
    bindparam,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import Session

from cadair.children.queries.listed import OF_OFFICER
from cadair.foundation.database import council_of
from cadair.messages.models import ChildRequest, Message, MessageRead, UnsafeReport, Visit
from cadair.reviews.models import EarlyAsk


class Waits(StrEnum):
    """What it is that waits."""

    UNSAFE = "unsafe"
    REQUEST = "request"
    MESSAGE = "message"
    SPOKEN = "spoken"  # does not wait: that they spoke in private before a review


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Since when what waits has waited, by child; and before which reviews they have spoken."""

    unsafe: dict[UUID, datetime] = field(default_factory=dict)
    requests: dict[UUID, datetime] = field(default_factory=dict)
    messages: dict[UUID, datetime] = field(default_factory=dict)
    spoken_before: set[UUID] = field(default_factory=set)  # reviews


def waiting_of(session: Session, *, officer_id: UUID, on: date) -> Waiting:
    """What waits for an officer of the children whom they review or cover on that day."""
    told = {"council": council_of(session), "officer": officer_id, "on": on}
    rows: Iterable[Any] = session.execute(_WAITING, told)
    found = Waiting()
    since = {
        Waits.UNSAFE: found.unsafe,
        Waits.REQUEST: found.requests,
        Waits.MESSAGE: found.messages,
    }
    for row in rows:
        what = Waits(row.what)
        if what is Waits.SPOKEN:
            found.spoken_before.add(row.review_id)
        else:
            before = since[what].get(row.child_id)
            since[what][row.child_id] = min(row.since, before) if before else row.since
    return found


_REPORT: Final = cast("Table", UnsafeReport.__table__)
_REQUEST: Final = cast("Table", ChildRequest.__table__)
_EARLY: Final = cast("Table", EarlyAsk.__table__)
_VISIT: Final = cast("Table", Visit.__table__)
_SENT: Final = cast("Table", Message.__table__)
_READ: Final = cast("Table", MessageRead.__table__)


def _oldest(
    what: Waits, table: Table, since: ColumnElement[Any], *which: ColumnElement[bool]
) -> Select[*tuple[Any, ...]]:
    return (
        select(
            literal(what.value, String()).label("what"),
            table.c.child_id.label("child_id"),
            func.min(since).label("since"),
            cast_to(null(), _VISIT.c.review_id.type).label("review_id"),
        )
        .join_from(OF_OFFICER, table, table.c.child_id == OF_OFFICER.c.child_id)
        .where(table.c.council_id == bindparam("council"), *which)
        .group_by(table.c.child_id)
    )


def _unanswered() -> ColumnElement[bool]:
    """What a party wrote, and no officer has read, or has answered or let rest since."""
    later = _SENT.alias("later")
    answered = (
        select(later.c.id)
        .where(
            later.c.child_id == _SENT.c.child_id,
            later.c.party_id == _SENT.c.party_id,
            or_(later.c.author_id != later.c.party_id, later.c.no_answer_at.is_not(None)),
            later.c.taken_back_at.is_(None),
            later.c.received_at >= _SENT.c.received_at,
        )
        .exists()
    )
    is_read = (
        select(_READ.c.message_id)
        .where(_READ.c.message_id == _SENT.c.id, _READ.c.reader_id != _SENT.c.party_id)
        .exists()
    )
    return and_(
        _SENT.c.author_id == _SENT.c.party_id,
        _SENT.c.taken_back_at.is_(None),
        or_(~answered, ~is_read),
    )


_WAITING: Final = union_all(
    _oldest(Waits.UNSAFE, _REPORT, _REPORT.c.said_at, _REPORT.c.closed_at.is_(None)),
    _oldest(
        Waits.REQUEST,
        _REQUEST,
        _REQUEST.c.asked_at,
        _REQUEST.c.answer.is_(None),
        _REQUEST.c.taken_back_at.is_(None),
    ),
    _oldest(
        Waits.REQUEST,
        _EARLY,
        _EARLY.c.noted_at,
        _EARLY.c.noted_by_id == _EARLY.c.child_id,
        _EARLY.c.decision.is_(None),
        _EARLY.c.dropped_at.is_(None),
    ),
    _oldest(Waits.MESSAGE, _SENT, _SENT.c.received_at, _unanswered()),
    select(
        literal(Waits.SPOKEN.value, String()),
        _VISIT.c.child_id,
        cast_to(null(), _VISIT.c.planned_at.type),
        _VISIT.c.review_id,
    )
    .join_from(OF_OFFICER, _VISIT, _VISIT.c.child_id == OF_OFFICER.c.child_id)
    .where(
        _VISIT.c.council_id == bindparam("council"),
        _VISIT.c.spoke_alone.is_not(None),
        _VISIT.c.review_id.is_not(None),
    ),
).execution_options(names_its_council=True)
