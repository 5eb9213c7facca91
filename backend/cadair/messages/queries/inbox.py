"""An officer's inbox: every conversation of their children, what waits longest first.

Stands on bare tables and is built once: it is opened many times a day.  It names its council.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    Subquery,
    Table,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from cadair.children.queries.listed import OF_OFFICER, ListedChild, listed_of_officer
from cadair.children.queries.officers import covered_by
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.messages.models import Message, MessageRead
from cadair.messages.queries.at_once import at_once_of
from cadair.messages.queries.who import Who, who
from cadair.messages.rules.answering import answer_by, working_days_over
from cadair.people import queries as people
from cadair.reviews import queries as reviews
from cadair.reviews.rules import BankHolidays

MOST_THREADS: Final = 200
Plain = dict[str, Any]  # as it goes out


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A conversation as one line, before it is known whose child it is about."""

    child_id: UUID
    party: Who
    unread: int  # by any officer: whoever covers need not read again what was read
    since: datetime | None  # of what nobody has answered or read, when the oldest came
    safety: bool  # the aid found a word in what waits
    last_at: datetime
    last_start: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """By when this council answers."""

    on: date
    within: int
    bank_holidays: BankHolidays

    def answer_by(self, since: datetime) -> date:
        """The day by which what came then is to be answered."""
        return answer_by(today(since), within=self.within, bank_holidays=self.bank_holidays)

    def over(self, since: datetime) -> int:
        """How many working days that day is past; negative while some are left."""
        return working_days_over(
            self.answer_by(since), on=self.on, bank_holidays=self.bank_holidays
        )


def inbox_of(session: Session, *, officer_id: UUID, now: datetime) -> Plain:
    """Every conversation of the officer's own and covered children, the most urgent first."""
    on = today(now)
    children = {
        child.person_id: child for child in listed_of_officer(session, officer_id=officer_id, on=on)
    }
    told = {"council": council_of(session), "officer": officer_id, "on": on}
    threads = _threads(session.execute(_OF_OFFICERS_CHILDREN, told))
    covered = covered_by(session, officer_id=officer_id, on=on) if threads else frozenset()
    lines = lines_of(session, threads, children, covered=covered, now=now)
    return {"on": on.isoformat(), **at_once_of(session, children, now=now), "threads": lines}


def threads_of_child(
    session: Session, *, child: ListedChild, covers: bool, now: datetime
) -> list[Plain]:
    """Every conversation about one child, the most urgent first."""
    told = {"council": council_of(session), "child": child.person_id}
    threads = _threads(session.execute(_OF_CHILD, told))
    covered = frozenset({child.person_id}) if covers else frozenset[UUID]()
    return lines_of(session, threads, {child.person_id: child}, covered=covered, now=now)


def lines_of(
    session: Session,
    threads: Iterable[Thread],
    children: Mapping[UUID, ListedChild],
    *,
    covered: Iterable[UUID],
    now: datetime,
) -> list[Plain]:
    """Conversations as lines: a safety word first, then whoever waits longest, then the latest."""
    wanted = [each for each in threads if each.child_id in children]
    if not wanted:
        return []
    promise = promise_of(session, on=today(now))
    wanted.sort(key=lambda each: _urgency(each, promise))
    wanted = wanted[:MOST_THREADS]
    covers = frozenset(covered)
    return [_line(each, children[each.child_id], promise, covers) for each in wanted]


def promise_of(session: Session, *, on: date) -> Promise:
    """By when the session's council answers."""
    council = people.council(session, council_id=council_of(session))
    return Promise(
        on=on,
        within=council.settings["answer_within_working_days"],
        bank_holidays=reviews.bank_holidays(council.nation),
    )


def _urgency(thread: Thread, promise: Promise) -> tuple[bool, bool, Any, str, str]:
    waits = thread.since is not None
    when = thread.since.timestamp() if thread.since else -thread.last_at.timestamp()
    return not thread.safety, not waits, when, str(thread.child_id), str(thread.party.id)


def _line(thread: Thread, child: ListedChild, promise: Promise, covers: frozenset[UUID]) -> Plain:
    with_, since = thread.party, thread.since
    is_child = with_.id == thread.child_id
    return {
        "child": {
            "id": str(child.person_id),
            "called": child.called,
            "name": child.name,
            "case_number": child.case_number,
        },
        "with": {
            "id": str(with_.id),
            "called": with_.called,
            "name": with_.name,
            "chair": with_.chair,
            "job": with_.job.value,
        },
        "is_child": is_child,
        "unread": thread.unread,
        "since": since.isoformat() if since else None,
        "answer_by": promise.answer_by(since).isoformat() if since else None,
        "working_days_over": promise.over(since) if since else None,
        "safety": thread.safety,
        "last_start": thread.last_start,
        "not_safe_to_reply": is_child and child.not_safe_since is not None,
        "covers": thread.child_id in covers,
    }


def _threads(rows: Iterable[Any]) -> list[Thread]:
    return [
        Thread(
            child_id=row.child_id,
            party=who(people.person_facts(row)),
            unread=row.unread,
            since=row.since,
            safety=bool(row.safety),
            last_at=row.last_at,
            last_start=row.last_start.value if row.last_start else None,
        )
        for row in rows
    ]


_SENT: Final = cast("Table", Message.__table__)
_READ: Final = cast("Table", MessageRead.__table__)


def _of_threads(which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """One row for each conversation of the chosen children, with whom it is."""
    line = _lines(which).subquery("line")
    party = people.BESIDE_PERSON
    return (
        select(*line.c, *people.PERSON_COLUMNS)
        .join(
            party, and_(party.c.id == line.c.party_id, party.c.council_id == bindparam("council"))
        )
        .execution_options(names_its_council=True)
    )


def _lines(which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    thread = _answered(which)
    by_party = and_(_SENT.c.author_id == _SENT.c.party_id, _SENT.c.taken_back_at.is_(None))
    is_read = (
        select(_READ.c.message_id)
        .where(_READ.c.message_id == _SENT.c.id, _READ.c.reader_id != _SENT.c.party_id)
        .exists()
    )
    unread = and_(by_party, ~is_read)
    later = or_(thread.c.answered_at.is_(None), _SENT.c.received_at > thread.c.answered_at)
    waits = and_(by_party, or_(later, ~is_read))
    return (
        select(
            thread.c.child_id,
            thread.c.party_id,
            thread.c.last_at,
            func.sum(case((unread, 1), else_=0)).label("unread"),
            func.min(case((waits, _SENT.c.received_at))).label("since"),
            func.max(case((and_(waits, _SENT.c.raises_safety), 1), else_=0)).label("safety"),
            _last_start(thread).label("last_start"),
        )
        .join_from(
            thread,
            _SENT,
            and_(
                _SENT.c.child_id == thread.c.child_id,
                _SENT.c.party_id == thread.c.party_id,
                _SENT.c.council_id == bindparam("council"),
            ),
        )
        .group_by(thread.c.child_id, thread.c.party_id, thread.c.last_at)
    )


def _answered(which: ColumnElement[bool]) -> Subquery:
    """Each conversation, and until when all of it was answered, or asked for no answer."""
    by_officer = and_(
        or_(_SENT.c.author_id != _SENT.c.party_id, _SENT.c.no_answer_at.is_not(None)),
        _SENT.c.taken_back_at.is_(None),
    )
    return (
        select(
            _SENT.c.child_id,
            _SENT.c.party_id,
            func.max(case((by_officer, _SENT.c.received_at))).label("answered_at"),
            func.max(_SENT.c.received_at).label("last_at"),
        )
        .where(_SENT.c.council_id == bindparam("council"), which)
        .group_by(_SENT.c.child_id, _SENT.c.party_id)
        .subquery("thread")
    )


def _last_start(thread: Subquery) -> ScalarSelect[Any]:
    """How the party began the last of its messages."""
    last = _SENT.alias("last")
    return (
        select(last.c.start)
        .where(
            last.c.child_id == thread.c.child_id,
            last.c.party_id == thread.c.party_id,
            last.c.author_id == last.c.party_id,
            last.c.taken_back_at.is_(None),
        )
        .order_by(last.c.received_at.desc(), last.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


_OF_OFFICERS_CHILDREN: Final = _of_threads(_SENT.c.child_id.in_(select(OF_OFFICER.c.child_id)))
_OF_CHILD: Final = _of_threads(_SENT.c.child_id == bindparam("child"))
