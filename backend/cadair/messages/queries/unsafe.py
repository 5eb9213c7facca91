"""Children's word that they are not safe: what the child sees, and what waits for a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.children import queries as children
from cadair.children.models import Child
from cadair.children.queries.listed import OF_OFFICER
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.messages.models.asking import UnsafeReport
from cadair.messages.queries.asking_sealed import DONE, UNSAFE, opened_maybe
from cadair.messages.queries.who import NamedChild, Who, whos
from cadair.messages.rules.asking import COUNTED_FOR
from cadair.messages.rules.unsafe import MOST_SAID
from cadair.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOn:
    """Who has taken it on by name, and when."""

    by: Who
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReport:
    """What became of what a child said, as the child sees it."""

    id: UUID
    said_at: datetime
    acknowledged: TakenOn | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsafeLine:
    """The same, for whoever must take it on."""

    id: UUID
    child: NamedChild
    words: str | None
    said_at: datetime
    acknowledged: TakenOn | None
    closed_at: datetime | None
    not_safe_to_reply: bool
    minutes_waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOfChild:
    """The same, for the record: with what was done."""

    id: UUID
    words: str | None
    said_at: datetime
    acknowledged: TakenOn | None
    closed_at: datetime | None
    what_was_done: str | None


def own_reports(session: Session, *, child_id: UUID) -> list[OwnReport]:
    """All that the child said so, the latest first."""
    rows = session.execute(
        select(*COLUMNS)
        .where(UnsafeReport.child_id == child_id)
        .order_by(UnsafeReport.said_at.desc())
    ).all()
    who = whos(session, person_ids=[row.acknowledged_by_id for row in rows])
    return [
        OwnReport(
            id=row.id,
            said_at=row.said_at,
            acknowledged=_taken_on(row, who),
            closed_at=row.closed_at,
        )
        for row in rows
    ]


def open_reports(session: Session, *, actor: Actor, now: datetime) -> list[UnsafeLine]:
    """What stands open, the longest waiting first: of an officer's children, or of the council."""
    told: dict[str, Any] = {"council": council_of(session)}
    if actor.job is Job.REVIEWING_OFFICER:
        told |= {"officer": actor.person_id, "on": today(now)}
        found = _OF_OFFICER
    else:
        found = _OF_COUNCIL
    rows: Iterable[Any] = session.execute(found, told).all()
    return _lines(session, list(rows), now)


def reports_since(session: Session, *, child_id: UUID, began: datetime) -> list[ReportOfChild]:
    """What one child said so since then, oldest first; for the child's officer."""
    rows = session.execute(
        select(
            UnsafeReport.id,
            UnsafeReport.words,
            UnsafeReport.said_at,
            UnsafeReport.acknowledged_by_id,
            UnsafeReport.acknowledged_at,
            UnsafeReport.closed_at,
            UnsafeReport.what_was_done,
        )
        .where(UnsafeReport.child_id == child_id, UnsafeReport.said_at >= began)
        .order_by(UnsafeReport.said_at, UnsafeReport.id)
    ).all()
    key = children.sealing_key(session, child_id=child_id)
    who = whos(session, person_ids=[row.acknowledged_by_id for row in rows])
    return [
        ReportOfChild(
            id=row.id,
            words=opened_maybe(key, row.words, where=UNSAFE, row_id=row.id),
            said_at=row.said_at,
            acknowledged=_taken_on(row, who),
            closed_at=row.closed_at,
            what_was_done=opened_maybe(key, row.what_was_done, where=DONE, row_id=row.id),
        )
        for row in rows
    ]


def report_line(session: Session, *, report_id: UUID, now: datetime) -> UnsafeLine:
    """One report that is there."""
    told = {"council": council_of(session), "report": report_id}
    return _lines(session, list(session.execute(_ONE, told)), now)[0]


def most_said_since(session: Session, *, child_id: UUID, now: datetime) -> datetime | None:
    """When the oldest came of as many reports as fit in an hour; None for fewer."""
    came = (
        select(UnsafeReport.received_at)
        .where(UnsafeReport.child_id == child_id, UnsafeReport.received_at > now - COUNTED_FOR)
        .order_by(UnsafeReport.received_at.desc())
    )
    return session.scalars(came.offset(MOST_SAID - 1).limit(1)).one_or_none()


def _lines(session: Session, rows: list[Any], now: datetime) -> list[UnsafeLine]:
    if not rows:
        return []
    keys = children.sealing_keys(session, child_ids={row.child_id for row in rows})
    who = whos(session, person_ids=[row.acknowledged_by_id for row in rows])
    return [
        UnsafeLine(
            id=row.id,
            child=NamedChild(
                id=row.child_id,
                called=row.called,
                name=row.name,
                case_number=row.case_number,
            ),
            words=opened_maybe(keys[row.child_id], row.words, where=UNSAFE, row_id=row.id),
            said_at=row.said_at,
            acknowledged=_taken_on(row, who),
            closed_at=row.closed_at,
            not_safe_to_reply=row.not_safe_since is not None,
            minutes_waiting=int((now - row.said_at).total_seconds()) // 60,
        )
        for row in rows
    ]


def _taken_on(row: Any, who: dict[UUID, Who]) -> TakenOn | None:
    if row.acknowledged_by_id is None:
        return None
    return TakenOn(by=who[row.acknowledged_by_id], at=row.acknowledged_at)


COLUMNS: Final = (
    UnsafeReport.id,
    UnsafeReport.child_id,
    UnsafeReport.said_at,
    UnsafeReport.acknowledged_by_id,
    UnsafeReport.acknowledged_at,
    UnsafeReport.closed_at,
)

# Built once, on bare tables, like the lists: every opening of an officer's inbox asks for it.
_REPORT: Final = UnsafeReport.__table__.c
_CHILD: Final = Child.__table__.c
_COUNCIL: Final[BindParameter[UUID]] = bindparam("council")
_person: Final = people.LISTED.alias("unsafe_child")
_LINES: Final = (
    select(
        *(_REPORT[column.key] for column in COLUMNS),
        _REPORT.words,
        _CHILD.case_number,
        _person.c.called,
        _person.c.name,
        _person.c.not_safe_since,
    )
    .join_from(
        UnsafeReport.__table__,
        Child.__table__,
        and_(_CHILD.person_id == _REPORT.child_id, _CHILD.council_id == _COUNCIL),
    )
    .join(_person, _person.c.id == _REPORT.child_id)
    .where(_REPORT.council_id == _COUNCIL)
    .order_by(_REPORT.said_at)
    .execution_options(names_its_council=True)
)
_ONE: Final = _LINES.where(_REPORT.id == bindparam("report"))
_OF_COUNCIL: Final = _LINES.where(_REPORT.closed_at.is_(None))
_OF_OFFICER: Final = _OF_COUNCIL.join(OF_OFFICER, OF_OFFICER.c.child_id == _REPORT.child_id)
