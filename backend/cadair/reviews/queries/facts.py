"""Reviews as plain values: one, a child's, or the next one of many children."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Table, bindparam, or_, select
from sqlalchemy.orm import Session

from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.reviews.models import Review
from cadair.reviews.rules import (
    Ending,
    LateReason,
    Reason,
    ReasonCode,
    ReviewKind,
    Stage,
    Trigger,
    Unit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFacts:
    """A review, without its parts and without anybody's words."""

    id: UUID
    child_id: UUID
    kind: ReviewKind
    sequence: int | None
    stage: Stage
    due_by: date | None
    reason: Reason | None
    opens_on: date | None
    opened_at: datetime | None
    meets_at: datetime | None
    held_on: date | None
    not_owed_at: datetime | None
    ended_because: Ending | None
    returned_code: str | None
    revision: int
    begun_at: datetime | None = None
    adjourned_on: date | None = None
    adjourned_until: date | None = None
    postponed_to: date | None = None
    completed_on: date | None = None
    late_reason: LateReason | None = None

    @property
    def is_adjourned(self) -> bool:
        """Whether it was adjourned and is not complete: until then nothing of it is carried out."""
        return self.adjourned_on is not None and self.held_on is None

    @property
    def over_on(self) -> date | None:
        """The day it was held or ended; None while it is to come."""
        return self.held_on or (today(self.not_owed_at) if self.not_owed_at else None)


def review_of(session: Session, *, review_id: UUID) -> ReviewFacts:
    """One review of this council; raises NotFound."""
    row = session.execute(
        _ONE_REVIEW,
        {"of_review": review_id, "of_council": council_of(session)},
        execution_options={"names_its_council": True},
    ).one_or_none()
    if row is None:
        raise NotFound
    return review_facts(row)


def reviews_of_child(session: Session, *, child_id: UUID) -> list[ReviewFacts]:
    """Every review of a child: the next one first, then the latest that was held or ended.

    Of those not owed any more only such as had been opened: with the others nothing happened.
    """
    found = _reviews(
        session,
        Review.child_id == child_id,
        or_(Review.not_owed_at.is_(None), Review.opened_at.is_not(None)),
    )
    return sorted(found, key=lambda review: review.over_on or date.max, reverse=True)


def upcoming_for(session: Session, *, child_ids: Collection[UUID]) -> dict[UUID, ReviewFacts]:
    """The review that comes next for each child, in one statement; a child owed none is absent."""
    found = _reviews(
        session,
        Review.child_id.in_(child_ids),
        Review.held_on.is_(None),
        Review.not_owed_at.is_(None),
    )
    return {review.child_id: review for review in found}


def _reviews(session: Session, *which: ColumnElement[bool]) -> list[ReviewFacts]:
    return [review_facts(row) for row in session.execute(select(*REVIEW_COLUMNS).where(*which))]


def review_facts(row: Row[Any]) -> ReviewFacts:
    """A row of REVIEW_COLUMNS, as a plain value."""
    return ReviewFacts(
        id=row.id,
        child_id=row.child_id,
        kind=row.kind,
        sequence=row.sequence,
        stage=row.stage,
        due_by=row.due_by,
        reason=reason_from(row.due_reason),
        opens_on=row.opens_on,
        opened_at=row.opened_at,
        meets_at=row.meets_at,
        held_on=row.held_on,
        not_owed_at=row.not_owed_at,
        ended_because=row.ended_because,
        returned_code=row.returned_code,
        revision=row.revision,
        begun_at=row.begun_at,
        adjourned_on=row.adjourned_on,
        adjourned_until=row.adjourned_until,
        postponed_to=row.postponed_to,
        completed_on=row.completed_on,
        late_reason=row.late_reason,
    )


def reason_from(kept: dict[str, Any] | None) -> Reason | None:
    """A reason as the database keeps it, as the rules gave it."""
    if kept is None:
        return None
    return Reason(
        code=ReasonCode(kept["code"]),
        counted_from=date.fromisoformat(kept["counted_from"]),
        amount=kept["amount"],
        unit=Unit(kept["unit"]),
        skipped=tuple(kept["skipped"]),
        stricter=kept["stricter"],
        source=kept["source"],
        confirmed=kept["confirmed"],
        trigger=Trigger(kept["trigger"]) if "trigger" in kept else None,
    )


REVIEW_COLUMNS = (
    Review.id,
    Review.child_id,
    Review.kind,
    Review.sequence,
    Review.stage,
    Review.due_by,
    Review.due_reason,
    Review.opens_on,
    Review.opened_at,
    Review.meets_at,
    Review.held_on,
    Review.not_owed_at,
    Review.ended_because,
    Review.returned_code,
    Review.revision,
    Review.begun_at,
    Review.adjourned_on,
    Review.adjourned_until,
    Review.postponed_to,
    Review.completed_on,
    Review.late_reason,
)

# Built once, and over the bare table: almost every request asks for one review.
_REVIEW: Final = cast("Table", Review.__table__)
_ONE_REVIEW: Final = select(*(_REVIEW.c[column.key] for column in REVIEW_COLUMNS)).where(
    _REVIEW.c.council_id == bindparam("of_council"), _REVIEW.c.id == bindparam("of_review")
)
