"""The rows of reviews as the timetable reads, adds and changes them, many at a time."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, select, update
from sqlalchemy.orm import Session

from cadair.reviews.models import Review
from cadair.reviews.rules import Reason

Rows = list[dict[str, Any]]


def known(session: Session, child_ids: Collection[UUID]) -> Mapping[UUID, list[Row[Any]]]:
    """Every review of each child: held, to come, or not owed any more."""
    found: dict[UUID, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(select(*COLUMNS).where(Review.child_id.in_(child_ids))):
        found[row.child_id].append(row)
    return found


def changed(row: Row[Any], **values: Any) -> dict[str, Any]:
    """The whole row with some values changed, so that all changes go in one statement."""
    as_it_is = {column.key: value for column, value in zip(COLUMNS, row, strict=True)}
    return {**as_it_is, **values}


def change(session: Session, rows: Rows) -> None:
    """Write rows that `changed` made."""
    if rows:
        session.execute(update(Review), rows)


def kept(reason: Reason) -> dict[str, Any]:
    """A reason as the database keeps it; `queries.facts.reason_from` reads it."""
    facts = {
        **asdict(reason),
        "counted_from": reason.counted_from.isoformat(),
        "skipped": list(reason.skipped),
    }
    if reason.trigger is None:
        del facts["trigger"]
    return facts


def counted_from(row: Row[Any]) -> date:
    """The day that a review which was not held yet is counted from."""
    return date.fromisoformat(row.due_reason["counted_from"])


NEW: Final[dict[str, Any]] = {
    "opens_on": None,
    "meets_at": None,
    "opened_at": None,
    "held_on": None,
    "not_owed_at": None,
    "ended_because": None,
    "returned_code": None,
    "revision": 1,
}
COLUMNS: Final = (
    Review.id,
    Review.child_id,
    Review.kind,
    Review.sequence,
    Review.due_by,
    Review.due_reason,
    Review.opens_on,
    Review.meets_at,
    Review.stage,
    Review.opened_at,
    Review.held_on,
    Review.not_owed_at,
    Review.ended_because,
    Review.returned_code,
)
