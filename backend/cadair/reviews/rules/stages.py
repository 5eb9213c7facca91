"""How a review moves from planned to closed, and what may be done at each stage."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cadair.foundation.errors import Refusal


class Stage(StrEnum):
    """Where a review stands."""

    PLANNED = "planned"
    OPEN_FOR_VIEWS = "open_for_views"
    READY = "ready"  # everybody was asked, and when and where is settled
    MEETING = "meeting"
    WRITING_UP = "writing_up"
    SHARED = "shared"
    CLOSED = "closed"


NEXT: Final[Mapping[Stage, frozenset[Stage]]] = MappingProxyType(
    {
        # Any of the first three may meet or be held: without a plan, or before its window.
        Stage.PLANNED: frozenset(
            {Stage.OPEN_FOR_VIEWS, Stage.READY, Stage.MEETING, Stage.WRITING_UP, Stage.CLOSED}
        ),
        Stage.OPEN_FOR_VIEWS: frozenset(
            {Stage.READY, Stage.MEETING, Stage.WRITING_UP, Stage.CLOSED}
        ),
        Stage.READY: frozenset(
            {Stage.OPEN_FOR_VIEWS, Stage.MEETING, Stage.WRITING_UP, Stage.CLOSED}
        ),
        # Adjourned, it takes views again until there is a new time.
        Stage.MEETING: frozenset(
            {Stage.OPEN_FOR_VIEWS, Stage.READY, Stage.WRITING_UP, Stage.CLOSED}
        ),
        Stage.WRITING_UP: frozenset({Stage.SHARED, Stage.CLOSED}),
        Stage.SHARED: frozenset({Stage.CLOSED}),
        Stage.CLOSED: frozenset({Stage.PLANNED}),  # reopened: it was not owed, and now is again
    }
)

TAKING_VIEWS: Final = frozenset({Stage.OPEN_FOR_VIEWS, Stage.READY})
BEFORE_THE_MEETING: Final = frozenset({Stage.PLANNED, *TAKING_VIEWS})


class ReviewHasClosed(Refusal):
    """The meeting has begun or the review is over: it takes no more views and no other plan."""

    code = "review_has_closed"
    status = 409


class ReviewNotHeldYet(Refusal):
    """Nothing follows a review here that was not held and completed here."""

    code = "review_not_held_yet"
    status = 409


class ReviewNotOpenYet(Refusal):
    """The review is planned, and nobody has been asked for their views yet."""

    code = "review_not_open_yet"
    status = 409


def check_takes_views(stage: Stage) -> None:
    """Refuse a view that comes too early or too late."""
    if stage is Stage.PLANNED:
        raise ReviewNotOpenYet
    if stage not in TAKING_VIEWS:
        raise ReviewHasClosed


def check_can_be_planned(stage: Stage) -> None:
    """Refuse to change when and where once the meeting has begun."""
    if stage not in BEFORE_THE_MEETING:
        raise ReviewHasClosed


def moved(stage: Stage, to: Stage) -> Stage:
    """The stage `to`, if a review may go there from `stage`, or is there already."""
    if to is not stage and to not in NEXT[stage]:
        raise ValueError(f"a review does not go from {stage} to {to}")
    return to


def stage_after_holding(stage: Stage) -> Stage:
    """Where a review goes when the case system says that it was held.

    One whose meeting Cadair did not lead is over; one that is being written up here goes on.
    """
    if stage in BEFORE_THE_MEETING:
        return moved(stage, Stage.CLOSED)
    return moved(stage, Stage.WRITING_UP) if stage is Stage.MEETING else stage


def stage_after_planning(stage: Stage, *, settled: bool) -> Stage:
    """The stage that a plan leads to; `settled` says that every part has its time."""
    if stage is Stage.PLANNED:
        return stage
    return moved(stage, Stage.READY if settled else Stage.OPEN_FOR_VIEWS)
