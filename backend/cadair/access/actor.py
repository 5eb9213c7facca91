"""The one who is asking, as plain facts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Job(StrEnum):
    """What a person is to Cadair; what they are to a child is a relationship."""

    CHILD = "child"
    CARER = "carer"
    PARENT = "parent"
    PROFESSIONAL = "professional"
    SOCIAL_WORKER = "social_worker"
    REVIEWING_OFFICER = "reviewing_officer"
    SERVICE_MANAGER = "service_manager"
    ADMINISTRATOR = "administrator"


STAFF = frozenset(
    {Job.SOCIAL_WORKER, Job.REVIEWING_OFFICER, Job.SERVICE_MANAGER, Job.ADMINISTRATOR}
)
CONTRIBUTORS = frozenset({Job.CARER, Job.PARENT, Job.PROFESSIONAL, Job.SOCIAL_WORKER})


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A signed-in person, or the service itself when a sweep or an import acts."""

    person_id: UUID | None  # None: the service itself
    council_id: UUID
    job: Job | None
    session_id: str | None = None
    language: str = "en"
    proved_at: datetime | None = None  # when they last showed that it is they
    locked: bool = False  # they left the page: it opens again when they show that it is they
    half_signed_in: bool = False  # staff, by a password alone: the second step is still to come


def the_service(council_id: UUID) -> Actor:
    """The actor of sweeps, imports and other work that no person asked for by hand."""
    return Actor(person_id=None, council_id=council_id, job=None)
