"""The law's clock, the stages of a review and its windows; pure."""

from cadair.reviews.rules.asking import Asked, asked_state
from cadair.reviews.rules.clock import Cycle, DueReview, HeldReview, Reason, cycle_on, next_review
from cadair.reviews.rules.early import (
    EarlyReview,
    Ground,
    Trigger,
    ground_of,
    grounds_of,
    told_to_the_child,
)
from cadair.reviews.rules.law import LAW, Limit, ReasonCode, ReviewKind, Unit
from cadair.reviews.rules.paperwork import adjourned_until, paperwork, preparation
from cadair.reviews.rules.stages import (
    BEFORE_THE_MEETING,
    BY_THE_OFFICER,
    TAKING_VIEWS,
    Ending,
    ReviewHasClosed,
    ReviewNotOpenYet,
    Stage,
    check_can_be_planned,
    check_takes_views,
    moved,
    stage_after_holding,
    stage_after_planning,
)
from cadair.reviews.rules.windows import OPENS_BEFORE, opens_on, views_close_on
from cadair.reviews.rules.working_days import (
    BankHolidays,
    add_working_days,
    is_working_day,
    working_days_between,
)

__all__ = [
    "BEFORE_THE_MEETING",
    "BY_THE_OFFICER",
    "LAW",
    "OPENS_BEFORE",
    "TAKING_VIEWS",
    "Asked",
    "BankHolidays",
    "Cycle",
    "DueReview",
    "EarlyReview",
    "Ending",
    "Ground",
    "HeldReview",
    "Limit",
    "Reason",
    "ReasonCode",
    "ReviewHasClosed",
    "ReviewKind",
    "ReviewNotOpenYet",
    "Stage",
    "Trigger",
    "Unit",
    "add_working_days",
    "adjourned_until",
    "asked_state",
    "check_can_be_planned",
    "check_takes_views",
    "cycle_on",
    "ground_of",
    "grounds_of",
    "is_working_day",
    "moved",
    "next_review",
    "opens_on",
    "paperwork",
    "preparation",
    "stage_after_holding",
    "stage_after_planning",
    "told_to_the_child",
    "views_close_on",
    "working_days_between",
]
