"""What one person has not read yet, for many reviews in one statement.

The statement stands on bare tables and is built once; it names its council itself.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, case, exists, func, select
from sqlalchemy.orm import Session

from cadair.contributions.models import Contribution, ContributionRead
from cadair.contributions.rules.forms import OBSERVATION
from cadair.foundation.database import council_of


class Unread(NamedTuple):
    """What somebody shared with a review, and one person has not read yet."""

    child_id: UUID
    since: datetime  # when the oldest of it was shared
    by_child: bool


def unread_by(
    session: Session, *, reader_id: UUID, review_ids: Collection[UUID]
) -> dict[UUID, Unread]:
    """What of these reviews waits to be read by one person, by review."""
    if not review_ids:
        return {}
    rows = session.execute(
        _UNREAD,
        {"council": council_of(session), "reader": reader_id, "reviews": list(review_ids)},
    )
    return {row[0]: Unread(row[1], row[2], bool(row[3])) for row in rows}


class ChildsSide(NamedTuple):
    """What stands of a child's own words, and whether somebody wrote how the child shows it."""

    is_said: bool
    is_unread: bool  # some of the child's words wait for this reader
    is_observed: bool


def childs_side(
    session: Session, *, reader_id: UUID, review_ids: Collection[UUID]
) -> dict[UUID, ChildsSide]:
    """The child's side of these reviews as one reader finds it, by review, in one statement."""
    if not review_ids:
        return {}
    rows = session.execute(
        _CHILDS_SIDE,
        {"council": council_of(session), "reader": reader_id, "reviews": list(review_ids)},
    )
    return {review_id: ChildsSide(*map(bool, found)) for review_id, *found in rows}


_said: Final = Contribution.__table__
_later: Final = Contribution.__table__.alias("later")
_read: Final = ContributionRead.__table__.c
_stands: Final = and_(
    _said.c.council_id == bindparam("council"),
    _said.c.review_id.in_(bindparam("reviews", expanding=True)),
    _said.c.withdrawn_at.is_(None),
    ~exists().where(_later.c.replaces_id == _said.c.id),
)
_is_read: Final = exists().where(
    _read.contribution_id == _said.c.id, _read.reader_id == bindparam("reader")
)
_is_childs: Final = _said.c.author_id == _said.c.child_id

_CHILDS_SIDE: Final = (
    select(
        _said.c.review_id,
        func.max(case((_is_childs, 1), else_=0)),
        func.max(case((and_(_is_childs, ~_is_read), 1), else_=0)),
        func.max(case((_said.c.form == OBSERVATION, 1), else_=0)),
    )
    .where(_stands)
    .group_by(_said.c.review_id)
    .execution_options(names_its_council=True)
)

_UNREAD: Final = (
    select(
        _said.c.review_id,
        _said.c.child_id,
        func.min(_said.c.shared_at),
        func.max(case((_is_childs, 1), else_=0)),
    )
    .where(_stands, _said.c.author_id != bindparam("reader"), ~_is_read)
    .group_by(_said.c.review_id, _said.c.child_id)
    .execution_options(names_its_council=True)
)
