"""Whole caseloads in one statement each, for the lists that officers and managers live in.

These stand on bare tables and are built once: an officer's list is opened many times a day, and
building the same statement anew costs more than running it.  Each names its council itself.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import BindParameter, Subquery, and_, bindparam, exists, false, or_, select
from sqlalchemy.orm import Session

from cadair.children.models import Allocation, BrokenGlass, Child
from cadair.children.rules.ages import Band
from cadair.foundation.database import council_of
from cadair.people import queries as people


class ListedChild(NamedTuple):
    """A child as one line of a list; the officer is told where the list is of many officers."""

    person_id: UUID
    case_number: str
    born_on: date
    band_override: Band | None
    care_started_on: date | None
    care_ended_on: date | None
    legal_status: str | None
    out_of_area: bool | None
    called: str  # empty until somebody tells the name
    name: str
    has_signed_in: bool
    not_safe_since: datetime | None  # the child's own mark: somebody else may read their phone
    nation: str
    has_unseen_reading: bool = False  # a manager's for a reason; only in the officer's own list
    officer_id: UUID | None = None
    officer_name: str | None = None


def listed_of_officer(session: Session, *, officer_id: UUID, on: date) -> list[ListedChild]:
    """The children whom this officer reviews, or covers, on that day; in one statement."""
    told = {"council": council_of(session), "officer": officer_id, "on": on}
    rows: Iterable[Any] = session.execute(_OF_OFFICER, told)
    return [ListedChild(*row) for row in rows]


def listed_of_council(session: Session, *, on: date) -> list[ListedChild]:
    """Every child in care on that day, with the officer who reviews them; in one statement."""
    told = {"council": council_of(session), "on": on}
    rows: Iterable[Any] = session.execute(_OF_COUNCIL, told)
    return list({row.person_id: ListedChild(*row) for row in rows}.values())


_CHILD: Final = Child.__table__.c
_ALLOCATION: Final = Allocation.__table__.c
_ON: Final[BindParameter[date]] = bindparam("on")
_COUNCIL: Final[BindParameter[UUID]] = bindparam("council")
_person: Final = people.LISTED.alias("listed_person")
_officer: Final = people.LISTED.alias("listed_officer")
_holds: Final = and_(
    _ALLOCATION.council_id == _COUNCIL,
    _ALLOCATION.from_on <= _ON,
    or_(_ALLOCATION.until_on.is_(None), _ALLOCATION.until_on >= _ON),
)
_columns: Final = (
    _CHILD.person_id,
    _CHILD.case_number,
    _CHILD.born_on,
    _CHILD.band_override,
    _CHILD.care_started_on,
    _CHILD.care_ended_on,
    _CHILD.legal_status,
    _CHILD.out_of_area,
    _person.c.called,
    _person.c.name,
    _person.c.has_signed_in,
    _person.c.not_safe_since,
    _person.c.nation,
)

# For other rooms' statements about an officer's children: join on it, give `council`, `officer`
# and `on`.  Beginning from these few rows keeps a list flat, however large the council is.
OF_OFFICER: Final[Subquery] = (
    select(_ALLOCATION.child_id)
    .where(_ALLOCATION.officer_id == bindparam("officer"), _holds)
    .distinct()
    .subquery("of_officer")
)

_READING: Final = BrokenGlass.__table__.c
_has_unseen_reading: Final = exists().where(
    _READING.child_id == _CHILD.person_id, _READING.seen_at.is_(None)
)

_OF_OFFICER: Final = (
    select(*_columns, _has_unseen_reading)
    .join_from(
        OF_OFFICER,
        Child.__table__,
        and_(_CHILD.person_id == OF_OFFICER.c.child_id, _CHILD.council_id == _COUNCIL),
    )
    .join(_person, _person.c.id == _CHILD.person_id)
    .execution_options(names_its_council=True)
)

_OF_COUNCIL: Final = (
    select(*_columns, false(), _officer.c.id, _officer.c.name)
    .join_from(Child.__table__, _person, _person.c.id == _CHILD.person_id)
    .outerjoin(
        Allocation.__table__,
        and_(_ALLOCATION.child_id == _CHILD.person_id, ~_ALLOCATION.covers, _holds),
    )
    .outerjoin(_officer, _officer.c.id == _ALLOCATION.officer_id)
    .where(
        _CHILD.council_id == _COUNCIL,
        _CHILD.care_started_on <= _ON,
        or_(_CHILD.care_ended_on.is_(None), _CHILD.care_ended_on > _ON),
    )
    .execution_options(names_its_council=True)
)
