"""The next reviews of a whole caseload in one statement, for the lists of officers and managers.

The statements stand on bare tables and are built once; each names its council itself.
"""

from datetime import UTC, date, datetime, time
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Subquery,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from cadair.children.queries.listed import OF_OFFICER
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.reviews.models import Invitation, ReachAttempt, Review
from cadair.reviews.rules import TOLD_FOR, Stage


class ListedReview(NamedTuple):
    """A child's next review, and how far asking has come; no party may be told that."""

    child_id: UUID
    review_id: UUID
    stage: Stage
    due_by: date | None
    meets_at: datetime | None
    adjourned_until: date | None
    child_answered: bool = False
    others_asked: int = 0
    others_answered: int = 0
    others_not_reached: int = 0

    @property
    def is_answered(self) -> bool:
        """Whether anybody gave their views for it."""
        return self.child_answered or self.others_answered > 0


class EndedReview(NamedTuple):
    """A review that was opened and then not needed any more."""

    review: ListedReview
    ended_at: datetime

    @property
    def was_answered(self) -> bool:
        """Whether anybody gave their views for it."""
        return self.review.is_answered


def listed_of_officer(
    session: Session, *, officer_id: UUID, now: datetime, until: date = date.max
) -> tuple[dict[UUID, ListedReview], list[EndedReview]]:
    """The next review of each child of an officer, by child, and those lately ended; one statement.

    Those to come that fall after `until`, by their plan and by their due day, are left out.  The
    officer, who asks, is not among those asked.
    """
    told = {
        "council": council_of(session),
        "officer": officer_id,
        "on": today(now),
        "ended_since": now - TOLD_FOR,
        "until": until,
        "until_moment": datetime.combine(until, time.max, UTC),
    }
    coming: dict[UUID, ListedReview] = {}
    ended: list[EndedReview] = []
    for *facts, ended_at in session.execute(_OF_OFFICER, told):
        review = ListedReview(*facts)
        if ended_at is None:
            coming[review.child_id] = review
        else:
            ended.append(EndedReview(review=review, ended_at=ended_at))
    return coming, ended


def listed_of_council(session: Session) -> dict[UUID, ListedReview]:
    """The next review of each child of the council, without who has answered; one statement."""
    rows = session.execute(_OF_COUNCIL, {"council": council_of(session)})
    return {row.child_id: ListedReview(*row) for row in rows}


_REVIEW: Final = Review.__table__.c
_ASKED: Final = Invitation.__table__.c
_TRIED: Final = ReachAttempt.__table__.c
_COUNCIL: Final[BindParameter[UUID]] = bindparam("council")
_to_come: Final = and_(_REVIEW.held_on.is_(None), _REVIEW.not_owed_at.is_(None))
_next: Final = and_(_REVIEW.council_id == _COUNCIL, _to_come)
_ended: Final = and_(
    _REVIEW.not_owed_at >= bindparam("ended_since"), _REVIEW.opened_at.is_not(None)
)
_columns: Final = (
    _REVIEW.child_id,
    _REVIEW.id.label("review_id"),
    _REVIEW.stage,
    _REVIEW.due_by,
    _REVIEW.meets_at,
    _REVIEW.adjourned_until,
)
_is_child: Final = _ASKED.person_id == _REVIEW.child_id
_is_other: Final = _ASKED.person_id != _REVIEW.child_id
_answered: Final = _ASKED.answered_at.is_not(None)
_tried: Final = exists().where(
    _TRIED.review_id == _ASKED.review_id, _TRIED.person_id == _ASKED.person_id
)

_reached: Final = exists().where(
    _TRIED.review_id == _ASKED.review_id,
    _TRIED.person_id == _ASKED.person_id,
    _TRIED.reached.is_(True),
)


def _how_many(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((and_(*conditions), 1), else_=0)), 0)


_OF_OFFICER: Final = (
    select(
        *_columns,
        _how_many(_is_child, _answered),
        _how_many(_is_other),
        _how_many(_is_other, _answered),
        _how_many(_is_other, ~_answered, _tried, ~_reached),
        _REVIEW.not_owed_at,
    )
    .join_from(
        OF_OFFICER,
        Review.__table__,
        and_(
            _REVIEW.child_id == OF_OFFICER.c.child_id,
            _REVIEW.council_id == _COUNCIL,
            or_(_to_come, _ended),
        ),
    )
    .outerjoin(
        Invitation.__table__,
        and_(_ASKED.review_id == _REVIEW.id, _ASKED.person_id != bindparam("officer")),
    )
    .where(
        or_(
            _REVIEW.due_by <= bindparam("until"),
            _REVIEW.meets_at <= bindparam("until_moment"),
            _ended,
        )
    )
    .group_by(_REVIEW.id)
    .execution_options(names_its_council=True)
)

_OF_COUNCIL: Final = select(*_columns).where(_next).execution_options(names_its_council=True)

# For the record's statement about an officer's held reviews: those that came without a code.
HELD_WITHOUT_CODE: Final[Subquery] = (
    select(_REVIEW.id, _REVIEW.child_id, _REVIEW.held_on)
    .join_from(
        OF_OFFICER,
        Review.__table__,
        and_(
            _REVIEW.child_id == OF_OFFICER.c.child_id,
            _REVIEW.council_id == _COUNCIL,
            _REVIEW.held_on >= bindparam("held_since"),
            _REVIEW.returned_code.is_(None),
        ),
    )
    .subquery("held_without_code")
)
