"""What follows from a child's age and from their time in care; pure."""

from cadair.children.rules.ages import Band, age_on, band_for, birthday
from cadair.children.rules.care_facts import (
    CareFacts,
    CarePeriodFacts,
    CouncilIntervals,
    ShortBreaksFacts,
)

__all__ = [
    "Band",
    "CareFacts",
    "CarePeriodFacts",
    "CouncilIntervals",
    "ShortBreaksFacts",
    "age_on",
    "band_for",
    "birthday",
]
