"""Care plans that a review was complete for and nobody has said to be up to date."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.foundation.database import council_of
from cadair.people import queries as people
from cadair.reviews.models import Review
from cadair.reviews.queries.bank_holidays import bank_holidays
from cadair.reviews.rules import Paper, paperwork, working_days_between


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePlanDue:
    """One plan to bring up to date after a review, and by when."""

    review_id: UUID
    child_id: UUID
    by: date
    days_left: int  # working days; negative when past


def care_plans_due(session: Session, *, child_ids: Collection[UUID], on: date) -> list[CarePlanDue]:
    """Those of these children after the last review of each, the nearest first; one statement.

    After an earlier one nobody need say it any more: the plan was looked at anew.
    """
    rows = session.execute(
        select(Review.id, Review.child_id, Review.completed_on, Review.care_plan_at)
        .where(
            Review.child_id.in_(child_ids),
            Review.completed_on.is_not(None),
            Review.not_owed_at.is_(None),
        )
        .order_by(Review.completed_on)
    )
    last = {row.child_id: row for row in rows}
    waiting = [row for row in last.values() if row.care_plan_at is None]
    if not waiting:
        return []
    holidays = bank_holidays(people.council(session, council_id=council_of(session)).nation)
    found = []
    for row in waiting:
        by = paperwork(row.completed_on, bank_holidays=holidays)[Paper.CARE_PLAN]
        left = working_days_between(on, by, bank_holidays=holidays)
        found.append(CarePlanDue(review_id=row.id, child_id=row.child_id, by=by, days_left=left))
    return sorted(found, key=lambda one: (one.by, str(one.review_id)))
