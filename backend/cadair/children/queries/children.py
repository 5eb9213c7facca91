"""Who a child is, for one child or for a whole caseload, without a statement per child."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from cadair.children.models import Allocation, Child
from cadair.children.rules.ages import Band, age_on, band_for, birthday
from cadair.foundation import clock
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRow:
    """A child without a name: what this room knows by itself."""

    child_id: UUID
    case_number: str
    born_on: date
    age: int
    band: Band
    band_suggested: Band
    care_started_on: date | None
    care_ended_on: date | None
    legal_status: str | None
    out_of_area: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFacts:
    """A child as those who may know are told of them."""

    child_id: UUID
    called: str  # empty until somebody tells the name: the return has none
    name: str
    language: str
    chair: dict[str, str] | None
    nation: str
    case_number: str
    born_on: date
    age: int
    band: Band
    band_suggested: Band
    care_started_on: date | None
    care_ended_on: date | None
    legal_status: str | None
    out_of_area: bool | None


def child_facts(session: Session, *, child_id: UUID, on: date | None = None) -> ChildFacts:
    """One child; raises NotFound."""
    found = facts_of(session, child_ids=[child_id], on=on)
    if child_id not in found:
        raise NotFound
    return found[child_id]


def facts_of(
    session: Session, *, child_ids: Iterable[UUID], on: date | None = None
) -> dict[UUID, ChildFacts]:
    """Many children, in as many statements as for one."""
    rows = _rows(session, select(*CHILD_COLUMNS).where(Child.person_id.in_(list(child_ids))), on)
    return {facts.child_id: facts for facts in _named(session, rows)}


def children_of_officer(session: Session, *, officer_id: UUID, on: date) -> list[ChildFacts]:
    """The children whom this officer reviews, or covers, on that day; by name, then number."""
    allocated = (
        select(Allocation.child_id)
        .where(
            Allocation.officer_id == officer_id,
            Allocation.from_on <= on,
            or_(Allocation.until_on.is_(None), Allocation.until_on >= on),
        )
        .distinct()
    )
    rows = _rows(session, select(*CHILD_COLUMNS).where(Child.person_id.in_(allocated)), on)
    return sorted(_named(session, rows), key=lambda child: (child.name, child.case_number))


def children_of_council(session: Session, *, on: date, in_care: bool = True) -> list[ChildFacts]:
    """Every child of the council: those in care on that day, or all whom it knows."""
    wanted = select(*CHILD_COLUMNS)
    if in_care:
        wanted = wanted.where(
            Child.care_started_on <= on,
            or_(Child.care_ended_on.is_(None), Child.care_ended_on > on),
        )
    return sorted(
        _named(session, _rows(session, wanted, on)),
        key=lambda child: (child.name, child.case_number),
    )


def children_by_case_number(session: Session) -> dict[str, UUID]:
    """Every child of the council by their number in the case system."""
    rows = session.execute(select(Child.case_number, Child.person_id))
    return {row.case_number: row.person_id for row in rows}


def case_numbers_in_care(session: Session, *, on: date) -> set[str]:
    """The numbers of the children who are in care on that day."""
    return set(
        session.scalars(
            select(Child.case_number).where(
                Child.care_started_on <= on,
                or_(Child.care_ended_on.is_(None), Child.care_ended_on > on),
            )
        )
    )


def child_row(row: Any, on: date) -> ChildRow:
    """A row of CHILD_COLUMNS, as it is on that day."""
    age = age_on(row.born_on, on)
    left = row.care_ended_on is not None and row.care_ended_on <= on
    suggested = band_for(age, left and row.care_ended_on >= birthday(row.born_on, 16))
    return ChildRow(
        child_id=row.person_id,
        case_number=row.case_number,
        born_on=row.born_on,
        age=age,
        band=row.band_override or suggested,
        band_suggested=suggested,
        care_started_on=row.care_started_on,
        care_ended_on=row.care_ended_on,
        legal_status=row.legal_status,
        out_of_area=row.out_of_area,
    )


def _rows(session: Session, statement: Select[*tuple[Any, ...]], on: date | None) -> list[ChildRow]:
    day = on or clock.today(clock.now())
    return [child_row(row, day) for row in session.execute(statement)]


def _named(session: Session, rows: list[ChildRow]) -> list[ChildFacts]:
    names = people.people(session, person_ids=[row.child_id for row in rows])
    nation = people.council(session, council_id=council_of(session)).nation
    return [with_name(row, names[row.child_id], nation) for row in rows]


def with_name(row: ChildRow, me: people.PersonFacts, nation: str) -> ChildFacts:
    """What this room knows of a child, with what the child is called and where the council is."""
    return ChildFacts(
        child_id=row.child_id,
        called=me.called,
        name=me.name,
        language=me.language,
        chair=me.chair,
        nation=nation,
        case_number=row.case_number,
        born_on=row.born_on,
        age=row.age,
        band=row.band,
        band_suggested=row.band_suggested,
        care_started_on=row.care_started_on,
        care_ended_on=row.care_ended_on,
        legal_status=row.legal_status,
        out_of_area=row.out_of_area,
    )


CHILD_COLUMNS = (
    Child.person_id,
    Child.case_number,
    Child.born_on,
    Child.band_override,
    Child.care_started_on,
    Child.care_ended_on,
    Child.legal_status,
    Child.out_of_area,
)
