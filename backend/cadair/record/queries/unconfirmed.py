"""What of the record waits for an officer: codes to confirm, disputes past a day; one statement."""

from datetime import date, timedelta
from typing import Final, NamedTuple, cast
from uuid import UUID

from sqlalchemy import String, Table, and_, bindparam, literal, null, select, union_all
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import Session

from cadair.children.queries.listed import OF_OFFICER
from cadair.foundation.database import council_of
from cadair.record.models import Dispute, DisputeStage, ParticipationCode
from cadair.record.rules.disputes import State
from cadair.reviews.queries.listed import HELD_WITHOUT_CODE as HELD

A_RETURNS_YEAR: Final = timedelta(days=366)  # what is older has been returned, one way or another


class Unconfirmed(NamedTuple):
    """A held review that waits for its code."""

    child_id: UUID
    review_id: UUID
    held_on: date


class OverdueDispute(NamedTuple):
    """A dispute whose level has had its days, answered or not."""

    child_id: UUID
    due_on: date


class Needing(NamedTuple):
    """What waits for one officer, the oldest first."""

    unconfirmed: list[Unconfirmed]
    disputes: list[OverdueDispute]


def needing_officer(session: Session, *, officer_id: UUID, on: date) -> Needing:
    """Held reviews of an officer's children without a code that stands, and overdue disputes.

    A code that was confirmed before the review was held does not stand.
    """
    rows = session.execute(
        _NEEDING,
        {
            "council": council_of(session),
            "officer": officer_id,
            "on": on,
            "held_since": on - A_RETURNS_YEAR,
        },
    )
    found = Needing([], [])
    for what, child_id, review_id, day in sorted(rows, key=lambda row: row[-1]):
        if what == _CODE:
            found.unconfirmed.append(Unconfirmed(child_id, review_id, day))
        else:
            found.disputes.append(OverdueDispute(child_id, day))
    return found


_CODE: Final = "code"
_DISPUTED: Final = "dispute"
_code: Final = ParticipationCode.__table__.c
_dispute: Final = cast("Table", Dispute.__table__)
_stage: Final = cast("Table", DisputeStage.__table__)
_later: Final = _stage.alias("later_stage")
_UNCONFIRMED: Final = (
    select(literal(_CODE, String()).label("what"), HELD.c.child_id, HELD.c.id, HELD.c.held_on)
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
)
_OVERDUE: Final = (
    select(
        literal(_DISPUTED, String()),
        _dispute.c.child_id,
        cast_to(null(), _dispute.c.id.type),
        _stage.c.due_on,
    )
    .join_from(OF_OFFICER, _dispute, _dispute.c.child_id == OF_OFFICER.c.child_id)
    .join(_stage, _stage.c.dispute_id == _dispute.c.id)
    .where(
        _dispute.c.council_id == bindparam("council"),
        _dispute.c.state == State.OPEN,
        _stage.c.council_id == bindparam("council"),
        _stage.c.due_on < bindparam("on"),
        ~select(_later.c.id)
        .where(_later.c.dispute_id == _stage.c.dispute_id, _later.c.position > _stage.c.position)
        .exists(),
    )
)
_NEEDING: Final = union_all(_UNCONFIRMED, _OVERDUE).execution_options(names_its_council=True)
