"""Reviews that were held and whose participation code nobody has confirmed, in one statement."""

from datetime import date, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from cadair.foundation.database import council_of
from cadair.record.models import ParticipationCode
from cadair.reviews.queries.listed import HELD_WITHOUT_CODE as HELD

A_RETURNS_YEAR: Final = timedelta(days=366)  # what is older has been returned, one way or another


class Unconfirmed(NamedTuple):
    """A held review that waits for its code."""

    child_id: UUID
    review_id: UUID
    held_on: date


def unconfirmed_of_officer(session: Session, *, officer_id: UUID, on: date) -> list[Unconfirmed]:
    """The held reviews of an officer's children without a code that stands, the oldest first.

    A code that was confirmed before the review was held does not stand.
    """
    rows = session.execute(
        _UNCONFIRMED,
        {
            "council": council_of(session),
            "officer": officer_id,
            "on": on,
            "held_since": on - A_RETURNS_YEAR,
        },
    )
    return [Unconfirmed(*row) for row in rows]


_code: Final = ParticipationCode.__table__.c
_UNCONFIRMED: Final = (
    select(HELD.c.child_id, HELD.c.id, HELD.c.held_on)
    .join_from(
        HELD,
        ParticipationCode.__table__,
        and_(
            _code.council_id == bindparam("council"),
            _code.review_id == HELD.c.id,
            _code.held_on.is_not(None),
        ),
        isouter=True,
    )
    .where(_code.review_id.is_(None))
    .order_by(HELD.c.held_on)
    .execution_options(names_its_council=True)
)
