"""What is done to reviews: brought in, scheduled, opened, planned, read."""

from cadair.reviews.actions.dropping import drop
from cadair.reviews.actions.early import Asked, Decided, ask, bring_forward, decide
from cadair.reviews.actions.ending import end, schedule_grown_up
from cadair.reviews.actions.histories import bring_in_histories
from cadair.reviews.actions.holding import (
    adjourn,
    begin,
    close,
    hold,
    paper_done,
    tell_care_plan,
)
from cadair.reviews.actions.opening import open_due
from cadair.reviews.actions.planning import plan
from cadair.reviews.actions.postponing import answer_postponement, postpone, read_postponements
from cadair.reviews.actions.reaching import (
    AttemptNotedDifferently,
    note_answer,
    note_attempt,
)
from cadair.reviews.actions.reading import (
    read_clock,
    read_early_asks,
    read_own_part,
    read_own_reviews,
    read_plan,
)
from cadair.reviews.actions.reminding import remind
from cadair.reviews.actions.timetable import schedule

__all__ = [
    "Asked",
    "AttemptNotedDifferently",
    "Decided",
    "adjourn",
    "answer_postponement",
    "ask",
    "begin",
    "bring_forward",
    "bring_in_histories",
    "close",
    "decide",
    "drop",
    "end",
    "hold",
    "note_answer",
    "note_attempt",
    "open_due",
    "paper_done",
    "plan",
    "postpone",
    "read_clock",
    "read_early_asks",
    "read_own_part",
    "read_own_reviews",
    "read_plan",
    "read_postponements",
    "remind",
    "schedule",
    "schedule_grown_up",
    "tell_care_plan",
]
