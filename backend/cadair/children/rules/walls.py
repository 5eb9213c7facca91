"""The walls between the people of a child's circle: when one stands, and who may lower it; pure.

A wall stands between any two until two people, a reviewing officer and a manager, have agreed to
lower it.  It is raised again by either of them alone, at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from cadair.access.actor import Actor, Job
from cadair.foundation.errors import BadInput, Refusal

Pair = tuple[UUID, UUID]  # in the order of their ids
LOWERED_BY: Final = frozenset({Job.REVIEWING_OFFICER, Job.SERVICE_MANAGER})


class Outcome(StrEnum):
    """What became of a proposal to lower a wall."""

    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"  # somebody raised the wall anew before it was decided


class WallIsLowered(Refusal):
    """There is no wall between the two to lower."""

    code = "wall_is_lowered"
    status = 409


class AlreadyProposed(Refusal):
    """To lower this wall has been proposed, and waits for somebody's answer."""

    code = "already_proposed"
    status = 409


class ProposalDecided(Refusal):
    """The proposal was agreed to, refused, taken back or overtaken before."""

    code = "proposal_decided"
    status = 409


class NeedsAnother(Refusal):
    """An officer and a manager, two people, decide together: this one cannot answer."""

    code = "needs_another"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Who proposed to lower a wall, as what, and what became of it."""

    by_id: UUID
    by_job: Job
    outcome: Outcome | None


def pair_of(one_id: UUID, other_id: UUID) -> Pair:
    """The two as a pair, in the order of their ids; raises BadInput for one person twice."""
    if one_id == other_id:
        raise BadInput(fields={"other_id": ["same_person"]})
    first, second = sorted((one_id, other_id))
    return first, second


def is_open(pair: Pair, *, opened_on: date, joined_on: Mapping[UUID, date]) -> bool:
    """Whether a wall lowered on that day is still down between two people of the circle.

    `joined_on` says since when each has been in the circle; whoever is not in it, or joined after
    the day on which the wall was lowered, is walled from everybody.
    """
    return all(
        person in joined_on and still_holds(opened_on, joined_on=joined_on[person])
        for person in pair
    )


def still_holds(said_on: date, *, joined_on: date) -> bool:
    """Whether what was decided for somebody on that day is about the time that they are in now."""
    return joined_on <= said_on


def check_may_answer(proposed: Proposed, actor: Actor) -> None:
    """Refuse whoever is not the second of the two: another person, and with the other job."""
    check_waits(proposed)
    if actor.person_id == proposed.by_id or {actor.job, proposed.by_job} != LOWERED_BY:
        raise NeedsAnother


def check_may_withdraw(proposed: Proposed, actor: Actor) -> None:
    """Refuse to take back what somebody else proposed."""
    check_waits(proposed)
    if actor.person_id != proposed.by_id:
        raise NeedsAnother


def check_waits(proposed: Proposed) -> None:
    """Refuse a second decision."""
    if proposed.outcome is not None:
        raise ProposalDecided
