"""Children as the statutory return knows them: number, birth, episodes and whose they are."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import Session

from cadair.children.models import Allocation, Child, Episode
from cadair.foundation.database import council_of
from cadair.people import queries as people


class Numbered(NamedTuple):
    """A child by the number that the case system gave them."""

    child_id: UUID
    case_number: str
    born_on: date


class EpisodeDays(NamedTuple):
    """From when to when an episode was, and under which legal status."""

    child_id: UUID
    began_on: date
    ended_on: date | None
    legal_status: str


def numbered(session: Session) -> dict[UUID, Numbered]:
    """Every child of the council, by id."""
    rows = session.execute(_NUMBERED, {"council": council_of(session)})
    return {row.person_id: Numbered(*row) for row in rows}


def episodes_between(session: Session, *, first: date, last: date) -> Iterator[EpisodeDays]:
    """Every episode of the council that has a day in the span, those put right left out."""
    told = {"council": council_of(session), "first": first, "last": last}
    return (EpisodeDays(*row) for row in session.execute(_EPISODES, told))


def officer_names(session: Session, *, child_ids: Sequence[UUID], on: date) -> dict[UUID, str]:
    """The name of who reviews each child on that day, or covers where nobody else does."""
    rows: Sequence[Any] = session.execute(
        select(Allocation.child_id, Allocation.officer_id, Allocation.covers)
        .where(
            Allocation.child_id.in_(child_ids),
            Allocation.from_on <= on,
            or_(Allocation.until_on.is_(None), Allocation.until_on >= on),
        )
        .order_by(Allocation.covers.desc())
    ).all()
    named = people.people(session, person_ids=list({row.officer_id for row in rows}))
    return {row.child_id: named[row.officer_id].name for row in rows}  # who covers comes first


_CHILD: Final = Child.__table__.c
_EPISODE: Final = Episode.__table__.c
_NUMBERED: Final = (
    select(_CHILD.person_id, _CHILD.case_number, _CHILD.born_on)
    .where(_CHILD.council_id == bindparam("council"))
    .execution_options(names_its_council=True)
)
_EPISODES: Final = (
    select(_EPISODE.child_id, _EPISODE.began_on, _EPISODE.ended_on, _EPISODE.legal_status)
    .where(
        _EPISODE.council_id == bindparam("council"),
        _EPISODE.withdrawn_at.is_(None),
        and_(
            _EPISODE.began_on <= bindparam("last"),
            or_(_EPISODE.ended_on.is_(None), _EPISODE.ended_on >= bindparam("first")),
        ),
    )
    .order_by(_EPISODE.child_id, _EPISODE.began_on)
    .execution_options(names_its_council=True)
)
