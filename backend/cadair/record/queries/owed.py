"""What follows the reviews of an officer's children and is not done yet, in one statement."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple, cast
from uuid import UUID

from sqlalchemy import BindParameter, Table, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from cadair.children.queries.listed import OF_OFFICER
from cadair.foundation.database import council_of
from cadair.record.models import MidpointCheck
from cadair.reviews.models import Postponement, Review
from cadair.reviews.rules import Stage

LOOKED_BACK: Final = timedelta(days=366)
ANSWERS_TOLD_FOR: Final = timedelta(days=7)  # of a manager, to holding a review later


class Owed(NamedTuple):
    """One review that was held, or about which a manager has answered lately."""

    child_id: UUID
    review_id: UUID
    stage: Stage
    held_on: date | None
    completed_on: date | None
    decisions_at: datetime | None
    care_plan_at: datetime | None
    record_at: datetime | None
    given_to_all_at: datetime | None
    checked_at: datetime | None  # half way to the next
    next_due_by: date | None
    postponement_answered_at: datetime | None


def owed_by_officer(session: Session, *, officer_id: UUID, now: datetime, on: date) -> list[Owed]:
    """The reviews of the children whom an officer reviews or covers, the latest first."""
    told = {
        "council": council_of(session),
        "officer": officer_id,
        "on": on,
        "held_since": on - LOOKED_BACK,
        "answered_since": now - ANSWERS_TOLD_FOR,
    }
    rows: Iterable[Any] = session.execute(_OWED, told)
    return [Owed(*row) for row in rows]


_review: Final = cast("Table", Review.__table__)
_coming: Final = _review.alias("coming")
_check: Final = cast("Table", MidpointCheck.__table__)
_asked: Final = cast("Table", Postponement.__table__)
_COUNCIL: Final[BindParameter[UUID]] = bindparam("council")
_OWED: Final = (
    select(
        _review.c.child_id,
        _review.c.id,
        _review.c.stage,
        _review.c.held_on,
        _review.c.completed_on,
        _review.c.decisions_at,
        _review.c.care_plan_at,
        _review.c.record_at,
        _review.c.given_to_all_at,
        _check.c.done_at,
        _coming.c.due_by,
        _asked.c.answered_at,
    )
    .join_from(
        OF_OFFICER,
        _review,
        and_(_review.c.child_id == OF_OFFICER.c.child_id, _review.c.council_id == _COUNCIL),
    )
    .outerjoin(_check, and_(_check.c.review_id == _review.c.id, _check.c.council_id == _COUNCIL))
    .outerjoin(
        _coming,
        and_(
            _coming.c.child_id == _review.c.child_id,
            _coming.c.council_id == _COUNCIL,
            _coming.c.held_on.is_(None),
            _coming.c.not_owed_at.is_(None),
        ),
    )
    .outerjoin(
        _asked,
        and_(
            _asked.c.review_id == _review.c.id,
            _asked.c.council_id == _COUNCIL,
            _asked.c.answered_at >= bindparam("answered_since"),
        ),
    )
    .where(
        or_(
            _review.c.held_on >= bindparam("held_since"),
            and_(_review.c.held_on.is_(None), _asked.c.answered_at.is_not(None)),
        )
    )
    .order_by(_review.c.held_on.desc(), _asked.c.answered_at.desc())
    .execution_options(names_its_council=True)
)
