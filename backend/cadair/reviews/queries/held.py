"""Every review of a council that was held in a span of days, in one statement."""

from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cadair.foundation.database import council_of
from cadair.reviews.models import Review


class Held(NamedTuple):
    """A review that was held, and the code with which the case system returned it, if it did."""

    review_id: UUID
    child_id: UUID
    held_on: date
    returned_code: str | None


def held_between(session: Session, *, first: date, last: date) -> list[Held]:
    """From the first day to the last, both with it."""
    told = {"council": council_of(session), "first": first, "last": last}
    return [Held(*row) for row in session.execute(_HELD, told)]


_REVIEW: Final = Review.__table__.c
_HELD: Final = (
    select(_REVIEW.id, _REVIEW.child_id, _REVIEW.held_on, _REVIEW.returned_code)
    .where(
        _REVIEW.council_id == bindparam("council"),
        _REVIEW.held_on >= bindparam("first"),
        _REVIEW.held_on <= bindparam("last"),
    )
    .order_by(_REVIEW.held_on, _REVIEW.id)
    .execution_options(names_its_council=True)
)
