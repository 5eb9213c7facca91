"""What is done to reviews: brought in, scheduled, opened, planned, read."""

from cadair.reviews.actions.opening import open_due
from cadair.reviews.actions.planning import plan
from cadair.reviews.actions.reaching import (
    AttemptNotedDifferently,
    note_answer,
    note_attempt,
)
from cadair.reviews.actions.reading import read_own_reviews, read_plan
from cadair.reviews.actions.timetable import bring_in_histories, schedule

__all__ = [
    "AttemptNotedDifferently",
    "bring_in_histories",
    "note_answer",
    "note_attempt",
    "open_due",
    "plan",
    "read_own_reviews",
    "read_plan",
    "schedule",
]
