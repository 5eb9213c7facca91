"""What a council may ask of itself between reviews: never more time than the law gives."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cadair.reviews.rules.law import LAW, ReasonCode, Unit

# Each interval beside the law that is its ceiling, as children.rules.CouncilIntervals names them.
CEILINGS: Final[Mapping[str, ReasonCode]] = MappingProxyType(
    {
        "first_working_days": ReasonCode.FIRST,
        "first_days": ReasonCode.FIRST,
        "second_months": ReasonCode.SECOND,
        "later_months": ReasonCode.LATER,
        "young_child_months": ReasonCode.LATER,
        "adoption_authority_days": ReasonCode.ADOPTION_AUTHORITY,
        "pathway_months": ReasonCode.PATHWAY,
    }
)
# 28 days are never later than 20 working days, and a month has 28 at least.
DAYS_IN: Final = MappingProxyType({Unit.WORKING_DAYS: 28 / 20, Unit.MONTHS: 28})


def longest(interval: str, *, nation: str) -> int:
    """The most that a council of this nation may give itself, in the interval's own unit."""
    limit = LAW[nation][CEILINGS[interval]]
    if interval.endswith("_days") and not interval.endswith(f"_{limit.unit.value}"):
        return int(limit.amount * DAYS_IN[limit.unit])
    return limit.amount
