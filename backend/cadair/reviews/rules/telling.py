"""What a party is told of a review, and whom they meet: no more than may be known; pure."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from cadair.access.actor import Job
from cadair.reviews.rules.stages import TAKING_VIEWS, Stage


def stage_told(
    stage: Stage, *, was_asked: bool, my_parts: Collection[datetime | None], now: datetime
) -> Stage:
    """The stage as somebody is told of it who is neither the child nor the reviewing officer.

    Whoever has a seat and has not been asked yet is told that the review is planned; `my_parts`
    holds when each part begins that they have a seat in.  That all is settled, that the
    meeting has begun elsewhere, or that more of it is to come after their own, is others' business:
    for them views are taken until their own part begins, and then no more.
    """
    if not was_asked and (stage in TAKING_VIEWS or stage is Stage.MEETING):
        return Stage.PLANNED
    if stage in TAKING_VIEWS:
        return Stage.OPEN_FOR_VIEWS
    if stage is not Stage.MEETING:
        return stage
    begun = [begins is not None and begins <= now for begins in my_parts]
    return Stage.WRITING_UP if begun and all(begun) else Stage.OPEN_FOR_VIEWS


FAMILYS_SIDES: Final = frozenset({Job.PARENT, Job.CARER})


def meets_a_wall(one: Job, other: Job) -> bool:
    """Whether two people across a wall should not simply find themselves in one room.

    Parents from each other, and from whoever cares for the child, who are themselves protected.
    Professionals meet both sides in the course of their work.
    """
    return Job.PARENT in (one, other) and {one, other} <= FAMILYS_SIDES
