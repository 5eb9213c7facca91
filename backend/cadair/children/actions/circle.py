"""Who is around a child: relationships, and whose child it is to review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children.actions.away import cover_those_new
from cadair.children.models import Allocation, Relationship
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation import clock

Row = TypeVar("Row", Relationship, Allocation)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRelationship:
    """What somebody is to a child; without a first day it holds from today, or from before."""

    child_id: UUID
    person_id: UUID
    kind: RelationshipKind
    parental_responsibility: bool = False
    from_on: date | None = None
    until_on: date | None = None  # the last day


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAllocation:
    """Who reviews a child, or covers; without a first day it holds from today, or from before."""

    child_id: UUID
    officer_id: UUID
    covers: bool = False
    from_on: date | None = None
    until_on: date | None = None  # the last day


def relate(session: Session, *, actor: Actor, relationship: NewRelationship, now: datetime) -> None:
    """Say what somebody is to a child; saying it again changes nothing."""
    relate_many(session, actor=actor, relationships=[relationship], now=now)


def relate_many(
    session: Session, *, actor: Actor, relationships: Sequence[NewRelationship], now: datetime
) -> int:
    """Say what many people are to children; returns how many relationships began or changed."""
    known = _known_relationships(session, relationships)
    news = []
    for told in relationships:
        row = _matching(known.get((told.child_id, told.person_id, told.kind), []), told.from_on)
        if row is None:
            row = Relationship(
                id=uuid4(),
                child_id=told.child_id,
                person_id=told.person_id,
                kind=told.kind,
                parental_responsibility=told.parental_responsibility,
                from_on=told.from_on or _first_day(told.until_on, now),
                until_on=told.until_on,
            )
            session.add(row)
            known.setdefault((told.child_id, told.person_id, told.kind), []).append(row)
            news.append((row, "began"))
        elif (row.parental_responsibility, row.until_on) != (
            told.parental_responsibility,
            told.until_on,
        ):
            row.parental_responsibility = told.parental_responsibility
            row.until_on = told.until_on
            news.append((row, "changed"))
    session.flush()
    audit.note_many(
        session,
        actor=actor,
        event="child.relationship",
        subjects=[
            (row.child_id, row.person_id, {"kind": row.kind.value, "what": what})
            for row, what in news
        ],
        now=now,
    )
    return len(news)


def allocate(session: Session, *, actor: Actor, allocation: NewAllocation, now: datetime) -> None:
    """Give a child a reviewing officer, or cover; saying it again changes nothing."""
    allocate_many(session, actor=actor, allocations=[allocation], now=now)


def allocate_many(
    session: Session, *, actor: Actor, allocations: Sequence[NewAllocation], now: datetime
) -> int:
    """Give children their reviewing officers; returns how many allocations began or changed.

    A child has one reviewing officer at a time: whoever was it before ends the day before.
    """
    known = _known_allocations(session, allocations)
    news = []
    for told in allocations:
        of_child = known.setdefault(told.child_id, [])
        row = _matching(
            [
                row
                for row in of_child
                if row.officer_id == told.officer_id and row.covers == told.covers
            ],
            told.from_on,
        )
        if row is None:
            row = Allocation(
                id=uuid4(),
                child_id=told.child_id,
                officer_id=told.officer_id,
                covers=told.covers,
                from_on=told.from_on or _first_day(told.until_on, now),
                until_on=told.until_on,
            )
            if not told.covers:
                _end_before(of_child, row)
                _end_covering(session, of_child, row)
            session.add(row)
            of_child.append(row)
            news.append(row)
        elif told.until_on != row.until_on and not _was_followed(of_child, row):
            row.until_on = told.until_on
            news.append(row)
    session.flush()
    audit.note_many(
        session,
        actor=actor,
        event="child.allocated",
        subjects=[(row.child_id, row.officer_id, {"covers": row.covers}) for row in news],
        now=now,
    )
    cover_those_new(session, actor=actor, allocations=news, now=now)
    return len(news)


def _known_relationships(
    session: Session, told: Sequence[NewRelationship]
) -> dict[tuple[UUID, UUID, RelationshipKind], list[Relationship]]:
    known: dict[tuple[UUID, UUID, RelationshipKind], list[Relationship]] = {}
    children = {one.child_id for one in told}
    for row in session.scalars(select(Relationship).where(Relationship.child_id.in_(children))):
        known.setdefault((row.child_id, row.person_id, row.kind), []).append(row)
    return known


def _known_allocations(
    session: Session, told: Sequence[NewAllocation]
) -> dict[UUID, list[Allocation]]:
    known: dict[UUID, list[Allocation]] = {}
    children = {one.child_id for one in told}
    for row in session.scalars(select(Allocation).where(Allocation.child_id.in_(children))):
        known.setdefault(row.child_id, []).append(row)
    return known


def _matching(rows: Sequence[Row], from_on: date | None) -> Row | None:
    """The row that is meant: the one of that first day, or else the latest."""
    if from_on is not None:
        return next((row for row in rows if row.from_on == from_on), None)
    return max(rows, key=lambda row: row.from_on, default=None)


def _end_before(rows: Sequence[Allocation], new: Allocation) -> None:
    for row in rows:
        if (
            not row.covers
            and row.from_on < new.from_on
            and (row.until_on is None or row.until_on >= new.from_on)
        ):
            row.until_on = new.from_on - timedelta(days=1)


def _end_covering(session: Session, rows: list[Allocation], new: Allocation) -> None:
    """Who covered for the officer before, being away, covers for this child no longer."""
    for row in [row for row in rows if row.covers and row.absence_id is not None]:
        if row.from_on >= new.from_on:
            session.delete(row)
            rows.remove(row)
        elif row.until_on is None or row.until_on >= new.from_on:
            row.until_on = new.from_on - timedelta(days=1)


def _was_followed(rows: Sequence[Allocation], row: Allocation) -> bool:
    return not row.covers and any(other.from_on > row.from_on for other in rows if not other.covers)


def _first_day(until_on: date | None, now: datetime) -> date:
    today = clock.today(now)
    return min(today, until_on) if until_on else today
