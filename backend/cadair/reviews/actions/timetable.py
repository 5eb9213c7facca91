"""The timetable of many children at once: what is next is worked out, and what is not owed ends."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.rules import CareFacts
from cadair.foundation.clock import today
from cadair.foundation.database import add_rows, council_of
from cadair.people import queries as people
from cadair.reviews.actions.rows import NEW, Rows, change, changed, counted_from, kept, known
from cadair.reviews.models import Review
from cadair.reviews.queries import bank_holidays
from cadair.reviews.queries.early import granted
from cadair.reviews.rules import (
    BEFORE_THE_MEETING,
    DueReview,
    HeldReview,
    Stage,
    ending_found,
    is_believed,
    moved,
    next_review,
    opens_on,
)


def schedule(session: Session, *, actor: Actor, child_ids: Collection[UUID], now: datetime) -> int:
    """Work out each child's next review from what is known now; returns how many changed.

    A review that nobody was asked about yet follows every change of the facts.  One that is open
    keeps its people and words, and only its day may move.  Either ends when none is owed.
    """
    facts = children.clock_facts(session, child_ids=child_ids, on=today(now))
    there = known(session, child_ids)
    early = granted(session, child_ids=child_ids)
    days = people.council(session, council_id=council_of(session)).settings
    window = days["views_open_working_days"]
    added: Rows = []
    moving: Rows = []
    ended: Rows = []
    for child_id, child in facts.items():
        rows = there[child_id]
        due = next_review(
            child,
            [HeldReview(row.held_on) for row in rows if row.held_on is not None],
            early.get(child_id, ()),
            bank_holidays=bank_holidays(child.nation),
            on=today(now),
        )
        waiting = [row for row in rows if row.held_on is None]
        if due is None:
            ended += _ended(waiting, child, now)
        elif not _is_ended_by_hand(waiting, due, now):
            row = _standing_for(waiting, due)
            more = [_new_review(child, due, window)] if row is None else []
            added += more
            moving += [] if row is None else _difference(row, child, due, window)
    add_rows(session, Review, added)
    change(session, moving + ended)
    _note(session, actor, [*added, *moving], ended, now)
    return len(added) + len(moving) + len(ended)


def _note(session: Session, actor: Actor, scheduled: Rows, ended: Rows, now: datetime) -> None:
    for event, rows, fact in (
        ("review.scheduled", scheduled, "due_by"),
        ("review.ended", ended, "ended_because"),
    ):
        audit.note_many(
            session,
            actor=actor,
            event=event,
            now=now,
            subjects=[(row["child_id"], row["id"], {fact: _told(row[fact])}) for row in rows],
        )


def _told(fact: Any) -> str | None:
    if fact is None:
        return None
    return fact.isoformat() if isinstance(fact, date) else str(fact.value)


def _standing_for(waiting: Sequence[Row[Any]], due: DueReview) -> Row[Any] | None:
    """The row that is the review now due: the one waited for, or one that comes back as itself.

    That is one counted from the same day, or one that nobody was asked about.  A review that was
    open in an earlier time in care stays there with all that was shared with it.
    """
    for row in waiting:
        if row.not_owed_at is None:
            return row
    for row in waiting:
        if counted_from(row) == due.reason.counted_from:
            return row
    return next((row for row in waiting if row.opened_at is None), None)


def _is_ended_by_hand(waiting: Sequence[Row[Any]], due: DueReview, now: datetime) -> bool:
    """Whether the officer has said that this very review is not needed, and is still believed."""
    return all(row.not_owed_at is not None for row in waiting) and any(
        is_believed(row.ended_because, ended_at=row.not_owed_at, now=now)
        for row in waiting
        if row.ended_because is not None and counted_from(row) == due.reason.counted_from
    )


def _ended(waiting: Sequence[Row[Any]], facts: CareFacts, now: datetime) -> Rows:
    """The review that was waited for, now that none is owed; one whose meeting began goes on."""
    return [
        changed(
            row,
            stage=moved(row.stage, Stage.CLOSED),
            not_owed_at=now,
            ended_because=ending_found(facts, on=today(now)),
        )
        for row in waiting
        if row.not_owed_at is None and row.stage in BEFORE_THE_MEETING
    ]


def _new_review(facts: CareFacts, due: DueReview, window: int) -> dict[str, Any]:
    return {
        **NEW,
        "id": uuid4(),
        "child_id": facts.child_id,
        "stage": Stage.PLANNED,
        **_timetable(facts, due, None, window),
    }


def _difference(row: Row[Any], facts: CareFacts, due: DueReview, window: int) -> Rows:
    """What must change of the review that a child waits for, if anything."""
    meets_on = today(row.meets_at) if row.meets_at else None
    wanted = _timetable(facts, due, meets_on, window)
    if row.not_owed_at is not None:
        back = moved(row.stage, Stage.PLANNED)
        wanted |= {"stage": back, "not_owed_at": None, "ended_because": None}
    if all(getattr(row, column) == value for column, value in wanted.items()):
        return []
    return [changed(row, **wanted)]


def _timetable(
    facts: CareFacts, due: DueReview, meets_on: date | None, window: int
) -> dict[str, Any]:
    return {
        "kind": due.kind,
        "sequence": due.sequence,
        "due_by": due.due_by,
        "due_reason": kept(due.reason),
        "opens_on": opens_on(
            due.due_by, meets_on, working_days=window, bank_holidays=bank_holidays(facts.nation)
        ),
    }
