"""Reviews that the case system says were held come in, and are kept once."""

from collections.abc import Iterable, Mapping, Sequence
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
from cadair.foundation.database import add_rows
from cadair.reviews.actions.rows import NEW, Rows, change, changed, counted_from, kept, known
from cadair.reviews.models import Review
from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import (
    HeldReview,
    ReviewKind,
    Stage,
    next_review,
    stage_after_holding,
)

HeldBefore = tuple[date, str | None]  # the day, and the participation code as it was returned


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
    there = known(session, child_ids)
    added: Rows = []
    changing: Rows = []
    for child_id, history in histories.items():
        if child_id in facts:
            more, other = _history_changes(facts[child_id], there[child_id], history)
            added += more
            changing += other
    add_rows(session, Review, added)
    change(session, changing)
    audit.note_many(
        session,
        actor=actor,
        event="review.brought_in",
        now=now,
        subjects=[(row["child_id"], row["id"], {}) for row in (*added, *changing)],
    )
    return len(added) + len(changing)


def _history_changes(
    facts: CareFacts, there: Sequence[Row[Any]], history: Sequence[HeldBefore]
) -> tuple[Rows, Rows]:
    """The rows to add and to change, so that every review of `history` is there once."""
    held = {row.held_on: row for row in there if row.held_on is not None}
    waiting = _waited_for(there)
    since = max((*held, counted_from(waiting) if waiting else date.min))
    added: Rows = []
    changing: Rows = []
    codes = dict(sorted(history))
    for day, code in codes.items():
        if day in held:
            if code is not None and held[day].returned_code != code:
                changing.append(changed(held[day], returned_code=code))
        elif waiting is not None and since < day <= _could_be_held_until(waiting):
            changing.append(_held_now(waiting, day, code))
            waiting = None
        else:
            earlier = [HeldReview(each) for each in (*held, *codes) if each < day]
            added.append(_held_review(facts, earlier, day, code))
    return added, changing


def _waited_for(there: Sequence[Row[Any]]) -> Row[Any] | None:
    """The review that was to come; else the latest that had opened and then was not owed.

    It may have been held on a child's last days in care, and the news of it come after.
    """
    to_come = [row for row in there if row.held_on is None]
    for row in to_come:
        if row.not_owed_at is None:
            return row
    opened = [row for row in to_come if row.opened_at is not None]
    return max(opened, key=lambda row: row.not_owed_at, default=None)


def _could_be_held_until(waiting: Row[Any]) -> date:
    return today(waiting.not_owed_at) if waiting.not_owed_at else date.max


def _held_now(waiting: Row[Any], day: date, code: str | None) -> dict[str, Any]:
    return changed(
        waiting,
        held_on=day,
        stage=stage_after_holding(waiting.stage),
        not_owed_at=None,
        ended_because=None,
        returned_code=code,
    )


def _held_review(
    facts: CareFacts, earlier: Iterable[HeldReview], day: date, code: str | None
) -> dict[str, Any]:
    """A review from before Cadair, with the day by which it was due as far as the facts tell."""
    due = next_review(facts, list(earlier), bank_holidays=bank_holidays(facts.nation), on=day)
    return {
        **NEW,
        "id": uuid4(),
        "child_id": facts.child_id,
        "kind": due.kind if due else ReviewKind.LOOKED_AFTER,
        "sequence": due.sequence if due else None,
        "due_by": due.due_by if due else None,
        "due_reason": kept(due.reason) if due else None,
        "stage": Stage.CLOSED,
        "held_on": day,
        "returned_code": code,
    }
