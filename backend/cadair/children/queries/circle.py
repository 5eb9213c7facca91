"""The people around a child."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.children.models import Allocation, Relationship
from cadair.people import queries as people

REVIEWING_OFFICER: Final = "reviewing_officer"  # a kind that is an allocation, not a relationship
COVERS: Final = "covering_reviewing_officer"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleMember:
    """A person around a child, and what they are to the child."""

    person_id: UUID
    name: str
    called: str
    job: Job
    kind: str
    parental_responsibility: bool
    chair: dict[str, str] | None
    language: str


def circle(session: Session, *, child_id: UUID, on: date) -> list[CircleMember]:
    """The people around one child on that day, whoever reviews first."""
    return circles(session, child_ids=[child_id], on=on).get(child_id, [])


def circles(
    session: Session, *, child_ids: Iterable[UUID], on: date
) -> dict[UUID, list[CircleMember]]:
    """The people around many children on that day, in three statements; each once for a child.

    The reviewing officer stands first, then whoever covers for them, then everybody by name.
    """
    wanted = list(child_ids)
    return _members(session, [*_officers(session, wanted, on), *_related(session, wanted, on)])


def reviewing_officer(session: Session, *, child_id: UUID, on: date) -> CircleMember | None:
    """The child's reviewing officer on that day: the allocated one, not who covers for them."""
    return reviewing_officers(session, child_ids=[child_id], on=on).get(child_id)


def reviewing_officers(
    session: Session, *, child_ids: Iterable[UUID], on: date
) -> dict[UUID, CircleMember]:
    """The allocated reviewing officers of many children, or whoever covers where there is none."""
    found = _members(session, _officers(session, list(child_ids), on))
    return {child_id: members[0] for child_id, members in found.items()}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a child's circle, before it is known who the person is."""

    child_id: UUID
    person_id: UUID
    kind: str
    parental_responsibility: bool = False


def _officers(session: Session, child_ids: list[UUID], on: date) -> list[Place]:
    rows = session.execute(
        select(Allocation.child_id, Allocation.officer_id, Allocation.covers).where(
            Allocation.child_id.in_(child_ids),
            Allocation.from_on <= on,
            or_(Allocation.until_on.is_(None), Allocation.until_on >= on),
        )
    )
    return [
        Place(row.child_id, row.officer_id, COVERS if row.covers else REVIEWING_OFFICER)
        for row in rows
    ]


def _related(session: Session, child_ids: list[UUID], on: date) -> list[Place]:
    rows = session.execute(
        select(
            Relationship.child_id,
            Relationship.person_id,
            Relationship.kind,
            Relationship.parental_responsibility,
        ).where(
            Relationship.child_id.in_(child_ids),
            Relationship.from_on <= on,
            or_(Relationship.until_on.is_(None), Relationship.until_on >= on),
        )
    )
    return [
        Place(row.child_id, row.person_id, row.kind.value, row.parental_responsibility)
        for row in rows
    ]


def _members(session: Session, places: list[Place]) -> dict[UUID, list[CircleMember]]:
    known = people.people(session, person_ids=list({place.person_id for place in places}))
    return seated(places, known)


def seated(
    places: Iterable[Place], known: Mapping[UUID, people.PersonFacts]
) -> dict[UUID, list[CircleMember]]:
    """The circle of each child, each person once, in their order."""
    gathered: dict[UUID, dict[UUID, CircleMember]] = defaultdict(dict)
    for place in sorted(places, key=_rank):
        person = known[place.person_id]
        before = gathered[place.child_id].get(place.person_id)
        kind = before.kind if before else place.kind
        gathered[place.child_id][place.person_id] = CircleMember(
            person_id=person.id,
            name=person.name,
            called=person.called,
            job=person.job,
            kind=kind,
            parental_responsibility=place.parental_responsibility
            or (before is not None and before.parental_responsibility),
            chair=person.chair,
            language=person.language,
        )
    return {child_id: sorted(members.values(), key=_rank) for child_id, members in gathered.items()}


def _rank(one: Place | CircleMember) -> tuple[int, str, str]:
    first = (REVIEWING_OFFICER, COVERS)
    name = one.name if isinstance(one, CircleMember) else ""
    return (first.index(one.kind) if one.kind in first else len(first), name, one.kind)
