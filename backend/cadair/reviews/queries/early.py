"""Reviews that somebody asked for before their day: as the clock needs them, and as an officer."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.children import queries as children
from cadair.children.rules import CareFacts
from cadair.foundation.clock import today
from cadair.people import queries as people
from cadair.reviews.models import Decision, EarlyAsk, Review
from cadair.reviews.queries import sealed
from cadair.reviews.queries.bank_holidays import bank_holidays
from cadair.reviews.rules import (
    DueReview,
    EarlyReview,
    Ground,
    HeldReview,
    ReviewKind,
    Trigger,
    cycle_on,
    ground_of,
    grounds_of,
    next_review,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One time that a review was asked for before its day."""

    id: UUID
    trigger: Trigger
    asked_by_id: UUID | None
    asked_by: str | None  # their name
    asked_on: date
    why: str | None
    decision: Decision | None
    hold_by: date | None
    reason: str | None
    decided_by_id: UUID | None
    decided_by: str | None
    decided_at: datetime | None
    noted_by_id: UUID
    noted_at: datetime
    dropped_at: datetime | None  # whoever asked took it back before it was decided


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyPage:
    """What an officer brings a review forward with, and what was asked so far, the latest first."""

    asks: tuple[Ask, ...]
    kind: ReviewKind | None  # None: no review is owed, so none can be brought forward
    due_by: date | None  # the law's own day, or the council's stricter one
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A child's clock as it runs without what was asked for."""

    facts: CareFacts
    due: DueReview | None
    started_on: date | None  # the day on which this time in care, or placement, began

    def ground(self, trigger: Trigger) -> Ground | None:
        """What `trigger` is for the review that is due; None where it is no ground for it."""
        return ground_of(self.facts.nation, self.due.kind, trigger) if self.due else None


def granted(session: Session, *, child_ids: Collection[UUID]) -> dict[UUID, list[EarlyReview]]:
    """The reviews brought forward, by child, whether held since or not; in one statement."""
    found: dict[UUID, list[EarlyReview]] = defaultdict(list)
    for row in session.execute(
        select(EarlyAsk.child_id, EarlyAsk.trigger, EarlyAsk.asked_on, EarlyAsk.hold_by).where(
            EarlyAsk.child_id.in_(child_ids), EarlyAsk.decision == Decision.YES
        )
    ):
        if row.hold_by is not None:
            found[row.child_id].append(
                EarlyReview(trigger=row.trigger, asked_on=row.asked_on, hold_by=row.hold_by)
            )
    return found


def clock_without(session: Session, *, child_id: UUID, on: date) -> Clock:
    """The clock of one child, as if nobody had asked for anything."""
    facts = children.clock_facts(session, child_ids=[child_id], on=on)[child_id]
    held = session.scalars(
        select(Review.held_on).where(Review.child_id == child_id, Review.held_on.is_not(None))
    )
    due = next_review(
        facts,
        [HeldReview(day) for day in held if day is not None],
        bank_holidays=bank_holidays(facts.nation),
        on=on,
    )
    cycle = cycle_on(facts, on)
    return Clock(facts=facts, due=due, started_on=cycle.started_on if cycle else None)


def early_page(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> EarlyPage:
    """What was asked, and the grounds to ask on; raises NotFound for all but the officer."""
    on = today(now)
    standing = children.standing(session, actor=actor, child_id=child_id, on=on)
    check(Permission.SEE_PLAN, actor, standing)
    clock = clock_without(session, child_id=child_id, on=on)
    due = clock.due
    return EarlyPage(
        asks=tuple(asks_of(session, child_id=child_id)),
        kind=due.kind if due else None,
        due_by=due.due_by if due else None,
        grounds=grounds_of(clock.facts.nation, due.kind) if due else (),
    )


def asks_of(session: Session, *, child_id: UUID, ask_id: UUID | None = None) -> list[Ask]:
    """What was asked for one child, the latest first; or the one thing with that id."""
    which = [] if ask_id is None else [EarlyAsk.id == ask_id]
    rows = session.execute(
        select(*_COLUMNS)
        .where(EarlyAsk.child_id == child_id, *which)
        .order_by(EarlyAsk.noted_at.desc())
    ).all()
    if not rows:
        return []
    key = children.sealing_key(session, child_id=child_id)
    return _named(session, rows, child_id, key)


def _named(session: Session, rows: Sequence[Any], child_id: UUID, key: bytes) -> list[Ask]:
    ids = {id_ for row in rows for id_ in (row.asked_by_id, row.decided_by_id) if id_}
    names = {
        person_id: person.name
        for person_id, person in people.people(session, person_ids=list(ids)).items()
    }

    def told(row: Any, where: str, kept: bytes | None) -> str | None:
        return sealed.opened_maybe(key, kept, where=where, review_id=child_id, row_id=row.id)

    return [
        Ask(
            id=row.id,
            trigger=row.trigger,
            asked_by_id=row.asked_by_id,
            asked_by=names.get(row.asked_by_id),
            asked_on=row.asked_on,
            why=told(row, sealed.WHY, row.why),
            decision=row.decision,
            hold_by=row.hold_by,
            reason=told(row, sealed.REASON, row.reason),
            decided_by_id=row.decided_by_id,
            decided_by=names.get(row.decided_by_id),
            decided_at=row.decided_at,
            noted_by_id=row.noted_by_id,
            noted_at=row.noted_at,
            dropped_at=row.dropped_at,
        )
        for row in rows
    ]


_COLUMNS = (
    EarlyAsk.id,
    EarlyAsk.trigger,
    EarlyAsk.asked_by_id,
    EarlyAsk.asked_on,
    EarlyAsk.why,
    EarlyAsk.decision,
    EarlyAsk.hold_by,
    EarlyAsk.reason,
    EarlyAsk.decided_by_id,
    EarlyAsk.decided_at,
    EarlyAsk.noted_by_id,
    EarlyAsk.noted_at,
    EarlyAsk.dropped_at,
)
