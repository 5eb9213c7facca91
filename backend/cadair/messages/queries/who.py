"""People and children by name, as lines between reviews tell of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody by name, with their chair."""

    id: UUID
    called: str
    name: str
    chair: dict[str, str] | None
    job: Job


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedChild:
    """A child on a line of a list."""

    id: UUID
    called: str
    name: str
    case_number: str


def whos(session: Session, *, person_ids: Iterable[UUID | None]) -> dict[UUID, Who]:
    """Many people by name, in one statement; in none when nobody is meant."""
    wanted = {person_id for person_id in person_ids if person_id is not None}
    if not wanted:
        return {}
    found = people.people(session, person_ids=list(wanted))
    return {person_id: who(person) for person_id, person in found.items()}


def who(person: people.PersonFacts) -> Who:
    """A person as others are told of them here."""
    return Who(
        id=person.id, called=person.called, name=person.name, chair=person.chair, job=person.job
    )
