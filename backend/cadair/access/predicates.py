"""What somebody is to a child, and the named conditions that a permission is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from cadair.access.actor import CONTRIBUTORS, STAFF, Actor, Job


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the actor is to one child today."""

    child_id: UUID
    is_self: bool = False
    is_in_circle: bool = False  # a relationship that has begun and not ended
    relationship_kinds: frozenset[str] = field(default=frozenset())
    is_reviewing_officer: bool = False  # allocated, or covering today
    is_manager: bool = False  # service manager of the child's council
    has_broken_glass: bool = False  # said why within the hour; told by children.queries.glass


@dataclass(frozen=True)
class Predicate:
    """One named condition, and the jobs for which it can ever hold."""

    name: str
    jobs: frozenset[Job]
    holds: Callable[[Actor, Standing | None], bool]


EVERYONE: Final = frozenset(Job)

coming_in = Predicate(
    "has begun to sign in", EVERYONE, lambda actor, _: actor.person_id is not None
)
coming_in_as_staff = Predicate(
    "is one of the staff, and has begun to sign in", STAFF, coming_in.holds
)
signed_in = Predicate("is signed in", EVERYONE, lambda actor, _: actor.person_id is not None)
one_of_the_staff = Predicate("is one of the staff", STAFF, signed_in.holds)
the_child = Predicate(
    "is the child",
    frozenset({Job.CHILD}),
    lambda _, standing: standing is not None and standing.is_self,
)
in_the_circle = Predicate(
    "is in the child's circle today",
    CONTRIBUTORS,
    lambda _, standing: standing is not None and standing.is_in_circle,
)
reviewing_officer_of_the_child = Predicate(
    "is the child's reviewing officer, or covers for them, today",
    frozenset({Job.REVIEWING_OFFICER}),
    lambda _, standing: standing is not None and standing.is_reviewing_officer,
)
manager_of_the_council = Predicate(
    "is a service manager of the child's council",
    frozenset({Job.SERVICE_MANAGER}),
    lambda _, standing: standing is not None and standing.is_manager,
)
has_said_why = Predicate(
    "has said within the last hour why they must read what this child said",
    frozenset({Job.SERVICE_MANAGER}),
    lambda _, standing: standing is not None and standing.has_broken_glass,
)
a_reviewing_officer = Predicate(
    "is a reviewing officer",
    frozenset({Job.REVIEWING_OFFICER}),
    lambda actor, _: actor.job is Job.REVIEWING_OFFICER,
)
a_social_worker = Predicate(
    "is a social worker",
    frozenset({Job.SOCIAL_WORKER}),
    lambda actor, _: actor.job is Job.SOCIAL_WORKER,
)
a_child = Predicate(
    "is a child or young person",
    frozenset({Job.CHILD}),
    lambda actor, _: actor.job is Job.CHILD,
)
of_a_circle = Predicate(
    "is a carer, parent, professional or social worker",
    CONTRIBUTORS,
    lambda actor, _: actor.job in CONTRIBUTORS,
)
an_administrator = Predicate(
    "is a council administrator",
    frozenset({Job.ADMINISTRATOR}),
    lambda actor, _: actor.job is Job.ADMINISTRATOR,
)
a_service_manager = Predicate(
    "is a service manager",
    frozenset({Job.SERVICE_MANAGER}),
    lambda actor, _: actor.job is Job.SERVICE_MANAGER,
)
