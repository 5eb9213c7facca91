"""A child and the people around them together, for the pages that show both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from cadair.children.models import Allocation, Child, ChildKey, Relationship
from cadair.children.queries.children import CHILD_COLUMNS, ChildRow, child_row
from cadair.children.queries.circle import (
    COVERS,
    REVIEWING_OFFICER,
    CircleMember,
    Place,
    seated,
)
from cadair.children.queries.keys import open_keys
from cadair.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A child by name, and their circle: the reviewing officer first, then by name."""

    child: ChildRow
    name: str
    called: str
    chair: dict[str, str] | None
    language: str
    circle: tuple[CircleMember, ...]


def around(session: Session, *, child_ids: Iterable[UUID], on: date) -> dict[UUID, Around]:
    """Many children with their circles on that day, in two statements.

    Their keys come along, so that opening what was sealed for them costs no statement more.
    """
    rows = session.execute(_rows_of(list(child_ids), on)).all()
    open_keys(session, {row.person_id: (row.wrapped_by, row.wrapped) for row in rows})
    children = {row.person_id: child_row(row, on) for row in rows}
    places = dict.fromkeys(place for row in rows for place in _places(row))
    known = people.people(session, person_ids=[*children, *{place.person_id for place in places}])
    circles = seated(places, known)
    return {
        child_id: Around(
            child=child,
            name=known[child_id].name,
            called=known[child_id].called,
            chair=known[child_id].chair,
            language=known[child_id].language,
            circle=tuple(circles.get(child_id, ())),
        )
        for child_id, child in children.items()
    }


def _rows_of(child_ids: list[UUID], on: date) -> Select[*tuple[Any, ...]]:
    """A row for each pair of a child's officers and relatives: few, since both are few."""
    return (
        select(
            *CHILD_COLUMNS,
            ChildKey.wrapped,
            ChildKey.wrapped_by,
            Allocation.officer_id,
            Allocation.covers,
            Relationship.person_id.label("related_id"),
            Relationship.kind,
            Relationship.parental_responsibility,
        )
        .join(ChildKey, ChildKey.child_id == Child.person_id)
        .outerjoin(
            Allocation,
            and_(
                Allocation.child_id == Child.person_id,
                *_holds(Allocation.from_on, Allocation.until_on, on),
            ),
        )
        .outerjoin(
            Relationship,
            and_(
                Relationship.child_id == Child.person_id,
                *_holds(Relationship.from_on, Relationship.until_on, on),
            ),
        )
        .where(Child.person_id.in_(child_ids))
    )


def _holds(
    from_on: InstrumentedAttribute[date], until_on: InstrumentedAttribute[date | None], on: date
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return from_on <= on, or_(until_on.is_(None), until_on >= on)


def _places(row: Row[*tuple[Any, ...]]) -> Iterable[Place]:
    if row.officer_id is not None:
        kind = COVERS if row.covers else REVIEWING_OFFICER
        yield Place(row.person_id, row.officer_id, kind)
    if row.related_id is not None:
        yield Place(row.person_id, row.related_id, row.kind.value, row.parental_responsibility)
