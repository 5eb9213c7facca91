"""Why a review that was to come is not owed any more, and when it comes back."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from cadair.children.rules import CareFacts, birthday
from cadair.foundation.errors import Refusal

ADULT_AT: Final = 18
TOLD_FOR: Final = timedelta(days=28)  # how long those who were asked are told that it ended
# How long an officer's word holds against a case system that still says that the child is in care.
BELIEVED_FOR: Final = timedelta(days=28)


class Ending(StrEnum):
    """Why a review that was to come is not owed any more."""

    # as the clock finds it
    LEFT_CARE = "left_care"
    GROWN_UP = "grown_up"  # 18, or the age at which support ends
    # as the reviewing officer says, before the case system does
    CAME_HOME = "came_home"
    ADOPTED = "adopted"
    LIVES_WITH_FAMILY = "lives_with_family"  # special guardianship, child arrangements order
    ANOTHER_COUNCIL = "another_council"
    OTHER = "other"


BY_THE_OFFICER: Final = frozenset(Ending) - {Ending.LEFT_CARE, Ending.GROWN_UP}


class ReviewEndedDifferently(Refusal):
    """The review has ended already, for another reason: nothing is overwritten in silence."""

    code = "review_ended_differently"
    status = 409


def ending_found(facts: CareFacts, *, on: date) -> Ending:
    """Why the clock owes a child no review on this day."""
    grown_up = on >= birthday(facts.born_on, ADULT_AT)
    return Ending.GROWN_UP if grown_up else Ending.LEFT_CARE


def is_believed(because: Ending, *, ended_at: datetime, now: datetime) -> bool:
    """Whether an officer's word that a review has ended still holds against the clock.

    The case system often hears of it days later; but should it go on saying that the child is in
    care, then the law's clock comes before a slip of the finger.
    """
    return because in BY_THE_OFFICER and now - ended_at < BELIEVED_FOR
