"""The timetable of many children at once: what was held comes in, what is next is worked out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.rules import CareFacts
from cadair.foundation.clock import today
from cadair.foundation.database import add_rows, council_of
from cadair.people import queries as people
from cadair.reviews.models import Review
from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import (
    DueReview,
    HeldReview,
    Reason,
    ReviewKind,
    Stage,
    moved,
    next_review,
    opens_on,
    stage_after_holding,
)

HeldBefore = tuple[date, str | None]  # the day, and the participation code as it was returned
Rows = list[dict[str, Any]]


def bring_in_histories(
    session: Session,
    *,
    actor: Actor,
    histories: Mapping[UUID, Sequence[HeldBefore]],
    now: datetime,
) -> int:
    """Bring in reviews that the case system says were held; returns how many rows changed.

    Bringing in the same again changes nothing, and a code that was put right is put right here.
    A review that Cadair was waiting for is the one that was held, if it was held since the last;
    `schedule` then works out the next.
    """
    child_ids = list(histories)
    facts = children.clock_facts(session, child_ids=child_ids, on=today(now))
    known = _known(session, child_ids)
    added: Rows = []
    changed: Rows = []
    for child_id, history in histories.items():
        if child_id in facts:
            more, other = _history_changes(facts[child_id], known[child_id], history)
            added += more
            changed += other
    add_rows(session, Review, added)
    _change(session, changed)
    audit.note_many(
        session,
        actor=actor,
        event="review.brought_in",
        now=now,
        subjects=[(row["child_id"], row["id"], {}) for row in (*added, *changed)],
    )
    return len(added) + len(changed)


def schedule(session: Session, *, actor: Actor, child_ids: Collection[UUID], now: datetime) -> int:
    """Work out each child's next review from what is known now; returns how many changed.

    A review that nobody was asked about yet follows every change of the facts, and rests when it
    is no longer owed.  One that is open keeps its people and words, and only its day may move.
    """
    facts = children.clock_facts(session, child_ids=child_ids, on=today(now))
    known = _known(session, child_ids)
    days = people.council(session, council_id=council_of(session)).settings
    window = days["views_open_working_days"]
    added: Rows = []
    changed: Rows = []
    for child_id, child in facts.items():
        rows = known[child_id]
        waiting = [row for row in rows if row.held_on is None]
        due = next_review(
            child,
            [HeldReview(row.held_on) for row in rows if row.held_on is not None],
            bank_holidays=bank_holidays(child.nation),
            on=today(now),
        )
        row = max(waiting, key=lambda row: row.not_owed_at is None, default=None)
        if row is None:
            added += [] if due is None else [_new_review(child, due, window)]
        else:
            changed += _difference(row, child, due, window, now)
    add_rows(session, Review, added)
    _change(session, changed)
    audit.note_many(
        session,
        actor=actor,
        event="review.scheduled",
        now=now,
        subjects=[
            (row["child_id"], row["id"], {"due_by": _iso(row.get("due_by"))})
            for row in (*added, *changed)
        ],
    )
    return len(added) + len(changed)


def _known(session: Session, child_ids: Collection[UUID]) -> Mapping[UUID, list[Row[Any]]]:
    found: dict[UUID, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(select(*_COLUMNS).where(Review.child_id.in_(child_ids))):
        found[row.child_id].append(row)
    return found


def _history_changes(
    facts: CareFacts, known: Sequence[Row[Any]], history: Sequence[HeldBefore]
) -> tuple[Rows, Rows]:
    """The rows to add and to change, so that every review of `history` is there once."""
    held = {row.held_on: row for row in known if row.held_on is not None}
    waiting = next((row for row in known if row.held_on is None and not row.not_owed_at), None)
    since = max((*held, _counted_from(waiting)))
    added: Rows = []
    changed: Rows = []
    codes = dict(sorted(history))
    for day, code in codes.items():
        if day in held:
            if code is not None and held[day].returned_code != code:
                changed.append(_changed(held[day], returned_code=code))
        elif waiting is not None and day > since:
            over = stage_after_holding(waiting.stage)
            changed.append(_changed(waiting, held_on=day, stage=over, returned_code=code))
            waiting = None
        else:
            earlier = [HeldReview(each) for each in (*held, *codes) if each < day]
            added.append(_held_review(facts, earlier, day, code))
    return added, changed


def _counted_from(waiting: Row[Any] | None) -> date:
    """The day after which a review that is held is the one that was waited for."""
    return date.min if waiting is None else date.fromisoformat(waiting.due_reason["counted_from"])


def _held_review(
    facts: CareFacts, earlier: Iterable[HeldReview], day: date, code: str | None
) -> dict[str, Any]:
    """A review from before Cadair, with the day by which it was due as far as the facts tell."""
    due = next_review(facts, list(earlier), bank_holidays=bank_holidays(facts.nation), on=day)
    return {
        **_NEW,
        "id": uuid4(),
        "child_id": facts.child_id,
        "kind": due.kind if due else ReviewKind.LOOKED_AFTER,
        "sequence": due.sequence if due else None,
        "due_by": due.due_by if due else None,
        "due_reason": _kept(due.reason) if due else None,
        "stage": Stage.CLOSED,
        "held_on": day,
        "returned_code": code,
    }


def _new_review(facts: CareFacts, due: DueReview, window: int) -> dict[str, Any]:
    return {
        **_NEW,
        "id": uuid4(),
        "child_id": facts.child_id,
        "stage": Stage.PLANNED,
        **_timetable(facts, due, None, window),
    }


def _difference(
    row: Row[Any], facts: CareFacts, due: DueReview | None, window: int, now: datetime
) -> Rows:
    """What must change of the review that a child waits for, if anything."""
    if due is None:
        if row.stage is Stage.PLANNED:
            return [_changed(row, stage=moved(row.stage, Stage.CLOSED), not_owed_at=now)]
        return []
    meets_on = today(row.meets_at) if row.meets_at else None
    wanted = _timetable(facts, due, meets_on, window)
    if row.not_owed_at is not None:
        wanted |= {"stage": moved(row.stage, Stage.PLANNED), "not_owed_at": None}
    if all(getattr(row, column) == value for column, value in wanted.items()):
        return []
    return [_changed(row, **wanted)]


def _timetable(
    facts: CareFacts, due: DueReview, meets_on: date | None, window: int
) -> dict[str, Any]:
    return {
        "kind": due.kind,
        "sequence": due.sequence,
        "due_by": due.due_by,
        "due_reason": _kept(due.reason),
        "opens_on": opens_on(
            due.due_by, meets_on, working_days=window, bank_holidays=bank_holidays(facts.nation)
        ),
    }


def _changed(row: Row[Any], **values: Any) -> dict[str, Any]:
    """The whole row with some values changed, so that all changes go in one statement."""
    as_it_is = {column.key: value for column, value in zip(_COLUMNS, row, strict=True)}
    return {**as_it_is, **values}


def _change(session: Session, rows: Rows) -> None:
    if rows:
        session.execute(update(Review), rows)


def _kept(reason: Reason) -> dict[str, Any]:
    """A reason as the database keeps it; `queries.facts.reason_from` reads it."""
    return {
        **asdict(reason),
        "counted_from": reason.counted_from.isoformat(),
        "skipped": list(reason.skipped),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_NEW: dict[str, Any] = {
    "opens_on": None,
    "meets_at": None,
    "opened_at": None,
    "held_on": None,
    "not_owed_at": None,
    "returned_code": None,
    "revision": 1,
}
_COLUMNS = (
    Review.id,
    Review.child_id,
    Review.kind,
    Review.sequence,
    Review.due_by,
    Review.due_reason,
    Review.opens_on,
    Review.meets_at,
    Review.stage,
    Review.held_on,
    Review.not_owed_at,
    Review.returned_code,
)
