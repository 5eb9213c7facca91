"""An officer's visits to one child, and whether they have spoken in private before the review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.messages.models.visits import Visit
from cadair.messages.queries.asking_sealed import VISIT_WANTS, VISIT_WHY, opened_maybe
from cadair.messages.queries.who import Who, whos
from cadair.messages.rules.visits import SpokeAlone, VisitFacts
from cadair.reviews import queries as reviews
from cadair.reviews.queries import ReviewFacts
from cadair.reviews.rules import BEFORE_THE_MEETING


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptVisit:
    """One visit, by whom, and its revision."""

    id: UUID
    officer: Who
    revision: int
    facts: VisitFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """A child's visits, the latest first, and the private word that the next review wants."""

    visits: tuple[KeptVisit, ...]
    must_speak_alone_before: date | None  # the day of the next review
    spoken_alone: UUID | None  # the visit at which it was, or was refused, or was not appropriate


def visits_of(session: Session, *, child_id: UUID) -> Visits:
    """All of one child."""
    rows = session.execute(select(*COLUMNS).where(Visit.child_id == child_id)).all()
    kept = _kept(session, child_id, rows)
    coming = review_to_come(session, child_id=child_id)
    return Visits(
        visits=tuple(sorted(kept, key=_when, reverse=True)),
        must_speak_alone_before=_day(coming) if coming else None,
        spoken_alone=_spoken_alone(kept, coming.id) if coming else None,
    )


def visit_at(session: Session, *, child_id: UUID, visit_id: UUID) -> KeptVisit | None:
    """One of them, or None."""
    rows = session.execute(
        select(*COLUMNS).where(Visit.child_id == child_id, Visit.id == visit_id)
    ).all()
    return next(iter(_kept(session, child_id, rows)), None)


def spoke_alone_before(session: Session, *, review_id: UUID) -> bool:
    """Whether a visit before this review says that they spoke in private, or why they did not."""
    said = select(Visit.id).where(Visit.review_id == review_id, Visit.spoke_alone.is_not(None))
    return session.scalars(said.limit(1)).one_or_none() is not None


def review_to_come(session: Session, *, child_id: UUID) -> ReviewFacts | None:
    """The child's next review, while its meeting has not begun."""
    coming = reviews.upcoming_for(session, child_ids=[child_id]).get(child_id)
    return coming if coming and coming.stage in BEFORE_THE_MEETING else None


def _kept(session: Session, child_id: UUID, rows: Sequence[Any]) -> list[KeptVisit]:
    if not rows:
        return []
    key = children.sealing_key(session, child_id=child_id)
    who = whos(session, person_ids=[row.officer_id for row in rows])
    return [
        KeptVisit(
            id=row.id,
            officer=who[row.officer_id],
            revision=row.revision,
            facts=VisitFacts(
                planned_at=row.planned_at,
                how=row.how,
                done_on=row.done_on,
                spoke_alone=row.spoke_alone,
                why=opened_maybe(key, row.why, where=VISIT_WHY, row_id=row.id),
                wants_recorded=opened_maybe(
                    key, row.wants_recorded, where=VISIT_WANTS, row_id=row.id
                ),
                review_id=row.review_id,
                request_id=row.request_id,
            ),
        )
        for row in rows
    ]


def _when(visit: KeptVisit) -> date:
    planned_at = visit.facts.planned_at
    return visit.facts.done_on or (today(planned_at) if planned_at else date.min)


def _day(review: ReviewFacts) -> date | None:
    return today(review.meets_at) if review.meets_at else review.due_by


def _spoken_alone(visits: Sequence[KeptVisit], review_id: UUID) -> UUID | None:
    """The visit that ends the duty for this review; one where they did speak, if there is one."""
    those = [
        each
        for each in visits
        if each.facts.review_id == review_id and each.facts.spoke_alone is not None
    ]
    spoke = [each for each in those if each.facts.spoke_alone is SpokeAlone.YES]
    return next((each.id for each in spoke or those), None)


COLUMNS: Sequence[Any] = tuple(
    getattr(Visit, name)
    for name in (
        "id",
        "officer_id",
        "revision",
        "planned_at",
        "how",
        "done_on",
        "spoke_alone",
        "why",
        "wants_recorded",
        "review_id",
        "request_id",
    )
)
