"""When a plan may change, how large it may grow, and how often somebody is told of it."""

from datetime import date
from typing import Final
from uuid import UUID, uuid5

from cadair.foundation.errors import Refusal
from cadair.meeting.rules.checking import Plan
from cadair.reviews.rules import BEFORE_THE_MEETING, ReviewHasClosed, Stage

LARGEST_PLAN: Final = 64 * 1024
MOST_ADDED: Final = 30  # matters of an officer for one review
_TOLD: Final = UUID("5d0f7a52-6a39-4a54-8f0d-2b7f5b0c9a11")


class PlanTooLarge(Refusal):
    """The plan is longer than the server keeps; the device still has it."""

    code = "too_large"
    status = 413


class MatterAddedDifferently(Refusal):
    """Other words were added under this id before, or they were taken back."""

    code = "matter_added_differently"
    status = 409


def check_may_save(stage: Stage, *, kept: Plan | None, wanted: Plan) -> None:
    """Refuse to change a plan once the meeting has begun, but for how much the child leads.

    That may change at any moment until the meeting is over; raises ReviewHasClosed.
    """
    if stage in BEFORE_THE_MEETING:
        return
    if stage is not Stage.MEETING or kept is None or {**kept, "level": 0} != {**wanted, "level": 0}:
        raise ReviewHasClosed


def check_may_answer(stage: Stage) -> None:
    """Refuse to answer or to add when the meeting is over; raises ReviewHasClosed."""
    if stage is not Stage.MEETING and stage not in BEFORE_THE_MEETING:
        raise ReviewHasClosed


def told_of(review_id: UUID, on: date) -> UUID:
    """What somebody is told of: this review's plan on this day, so that they hear once a day."""
    return uuid5(_TOLD, f"{review_id} {on.isoformat()}")
