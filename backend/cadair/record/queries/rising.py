"""What came of reviews and needs an officer today: unanswered wishes, late decisions, a no.

One statement over bare tables, built once; it names its council itself.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple, cast
from uuid import UUID

from sqlalchemy import String, Table, and_, bindparam, func, literal, null, select, union_all
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import Session

from cadair.children.queries.listed import OF_OFFICER
from cadair.contributions.models import Wish
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.record.models import ManagerView, ReviewDecision, WishAnswer, WishReply
from cadair.record.rules.outcomes import OPEN, WANTS_READING, ManagersView
from cadair.reviews.models import Review


class Rises(StrEnum):
    """What it is."""

    WISH = "wish"  # of a review that was held, and the child was told no answer
    DECISION = "decision"  # past its day
    MANAGER = "manager"  # a team manager does not agree with a decision, so that it does not stand
    DISAGREES = "disagrees"  # a child who does not agree or understand, and nobody has read it


class Risen(NamedTuple):
    """The oldest of one kind, of one child and one review."""

    what: Rises
    child_id: UUID
    review_id: UUID
    since: date  # the day the review was held, what it was promised for, when it was said
    many: int


def rising_of_officer(session: Session, *, officer_id: UUID, on: date) -> list[Risen]:
    """What rises of an officer's children, and of those they cover, in one statement."""
    told = {"council": council_of(session), "officer": officer_id, "on": on}
    rows: Iterable[Any] = session.execute(_RISING, told)
    return [
        Risen(
            what=Rises(row.what),
            child_id=row.child_id,
            review_id=row.review_id,
            since=row.since_on or today(_moment(row.since_at)),
            many=row.many,
        )
        for row in rows
    ]


def _moment(value: datetime | None) -> datetime:
    assert value is not None  # each kind has a day or a moment
    return value


_WISH: Final = cast("Table", Wish.__table__)
_ANSWER: Final = cast("Table", WishAnswer.__table__)
_REPLY: Final = cast("Table", WishReply.__table__)
_DECISION: Final = cast("Table", ReviewDecision.__table__)
_VIEW: Final = cast("Table", ManagerView.__table__)
_REVIEW: Final = cast("Table", Review.__table__)
_NO_DAY: Final = cast_to(null(), _DECISION.c.by_on.type)
_NO_MOMENT: Final = cast_to(null(), _REPLY.c.at.type)


def _what(what: Rises) -> Any:
    return literal(what.value, String()).label("what")


_RISING: Final = union_all(
    select(
        _what(Rises.WISH),
        _WISH.c.child_id.label("child_id"),
        _WISH.c.review_id.label("review_id"),
        func.min(_REVIEW.c.held_on).label("since_on"),
        _NO_MOMENT.label("since_at"),
        func.count().label("many"),
    )
    .join_from(OF_OFFICER, _WISH, _WISH.c.child_id == OF_OFFICER.c.child_id)
    .join(_REVIEW, and_(_REVIEW.c.id == _WISH.c.review_id, _REVIEW.c.held_on.is_not(None)))
    .where(
        _WISH.c.council_id == bindparam("council"),
        _WISH.c.closed_at.is_(None),
        ~select(_ANSWER.c.id)
        .where(_ANSWER.c.wish_id == _WISH.c.id, _ANSWER.c.shared_at.is_not(None))
        .exists(),
    )
    .group_by(_WISH.c.child_id, _WISH.c.review_id),
    select(
        _what(Rises.DECISION),
        _DECISION.c.child_id,
        _DECISION.c.review_id,
        func.min(_DECISION.c.by_on),
        _NO_MOMENT,
        func.count(),
    )
    .join_from(OF_OFFICER, _DECISION, _DECISION.c.child_id == OF_OFFICER.c.child_id)
    .where(
        _DECISION.c.council_id == bindparam("council"),
        _DECISION.c.shared_at.is_not(None),
        _DECISION.c.state.in_(sorted(OPEN)),
        _DECISION.c.by_on < bindparam("on"),
    )
    .group_by(_DECISION.c.child_id, _DECISION.c.review_id),
    select(
        _what(Rises.MANAGER),
        _DECISION.c.child_id,
        _DECISION.c.review_id,
        _NO_DAY,
        func.min(_VIEW.c.at),
        func.count(),
    )
    .join_from(OF_OFFICER, _VIEW, _VIEW.c.child_id == OF_OFFICER.c.child_id)
    .join(_DECISION, _DECISION.c.id == _VIEW.c.decision_id)
    .where(
        _VIEW.c.council_id == bindparam("council"),
        _VIEW.c.view == ManagersView.DISAGREED.value,
        _DECISION.c.shared_at.is_not(None),
        _DECISION.c.state.in_(sorted(OPEN)),
    )
    .group_by(_DECISION.c.child_id, _DECISION.c.review_id),
    select(
        _what(Rises.DISAGREES),
        _REPLY.c.child_id,
        _ANSWER.c.review_id,
        _NO_DAY,
        func.min(_REPLY.c.at),
        func.count(),
    )
    .join_from(OF_OFFICER, _REPLY, _REPLY.c.child_id == OF_OFFICER.c.child_id)
    .join(_ANSWER, _ANSWER.c.id == _REPLY.c.wish_answer_id)
    .where(
        _REPLY.c.council_id == bindparam("council"),
        _REPLY.c.seen_at.is_(None),
        _REPLY.c.reply.in_(sorted(WANTS_READING)),
    )
    .group_by(_REPLY.c.child_id, _ANSWER.c.review_id),
).execution_options(names_its_council=True)
