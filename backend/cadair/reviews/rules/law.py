"""The longest that the law lets pass before a review, nation by nation.

`confirmed` tells what was read in the text of the law from what is remembered or was read only in
councils' own procedures: the latter want a lawyer's eye before a council relies on them.

What brings a review forward stands in `early.py`; such a review, once held, counts like any other
and the clock goes on from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cadair.reviews.rules.working_days import BankHolidays, add_months, add_working_days


class ReviewKind(StrEnum):
    """Which law a review is held under."""

    LOOKED_AFTER = "looked_after"
    ADOPTION = "adoption"  # placed for adoption
    SHORT_BREAKS = "short_breaks"
    PATHWAY = "pathway"  # of a pathway plan, after leaving care


class ReasonCode(StrEnum):
    """Why a review is due when it is; the client makes the sentence."""

    FIRST = "first_working_days"
    SECOND = "second_months"
    LATER = "later_months"
    YOUNG_CHILD = "young_child_months"  # only ever a council's own rule
    ADOPTION_AUTHORITY = "adoption_authority"
    ADOPTION_FIRST = "adoption_placed_first"
    ADOPTION_SECOND = "adoption_placed_second"
    ADOPTION_LATER = "adoption_placed_later"
    ADOPTION_ENDED = "adoption_placement_ended"
    SHORT_BREAKS_FIRST = "short_breaks_first"
    SHORT_BREAKS_LATER = "short_breaks_later"
    PATHWAY = "pathway_months"
    BROUGHT_FORWARD = "brought_forward"  # the reason's trigger says why


class Unit(StrEnum):
    """What a limit is counted in."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Limit:
    """So much time and no more, by whose word."""

    amount: int
    unit: Unit
    source: str
    confirmed: bool = True

    def last_day(self, counted_from: date, *, bank_holidays: BankHolidays) -> date:
        """The last day that still keeps the limit."""
        match self.unit:
            case Unit.WORKING_DAYS:
                return add_working_days(counted_from, self.amount, bank_holidays=bank_holidays)
            case Unit.DAYS:
                return counted_from + timedelta(days=self.amount)
            case Unit.WEEKS:
                return counted_from + timedelta(weeks=self.amount)
            case Unit.MONTHS:
                return add_months(counted_from, self.amount)


THE_COUNCIL: Final = "council"

_ENGLAND: Final = {
    ReasonCode.FIRST: Limit(20, Unit.WORKING_DAYS, "SI 2010/959 reg 33(1)"),
    ReasonCode.SECOND: Limit(3, Unit.MONTHS, "SI 2010/959 reg 33(2)"),
    ReasonCode.LATER: Limit(6, Unit.MONTHS, "SI 2010/959 reg 33(2)"),
    ReasonCode.ADOPTION_AUTHORITY: Limit(3, Unit.MONTHS, "SI 2005/389 reg 36(1)"),
    ReasonCode.ADOPTION_FIRST: Limit(4, Unit.WEEKS, "SI 2005/389 reg 36(3)(a)"),
    ReasonCode.ADOPTION_SECOND: Limit(3, Unit.MONTHS, "SI 2005/389 reg 36(3)(b)"),
    ReasonCode.ADOPTION_LATER: Limit(6, Unit.MONTHS, "SI 2005/389 reg 36(3)(c)"),
    # [memory] after a return under section 35 of the 2002 Act, "no later than 42 days"
    ReasonCode.ADOPTION_ENDED: Limit(42, Unit.DAYS, "SI 2005/389 reg 36", confirmed=False),
    # read in a council's procedure (Waltham Forest), not in regulation 48 itself
    ReasonCode.SHORT_BREAKS_FIRST: Limit(3, Unit.MONTHS, "SI 2010/959 reg 48", confirmed=False),
    ReasonCode.SHORT_BREAKS_LATER: Limit(6, Unit.MONTHS, "SI 2010/959 reg 48", confirmed=False),
    # [memory] Care Leavers (England) Regulations 2010
    ReasonCode.PATHWAY: Limit(6, Unit.MONTHS, "SI 2010/2571 reg 7", confirmed=False),
}

_WALES: Final = {
    ReasonCode.FIRST: Limit(20, Unit.WORKING_DAYS, "SI 2015/1818 reg 39(1)"),
    ReasonCode.SECOND: Limit(3, Unit.MONTHS, "SI 2015/1818 reg 39(2)"),
    ReasonCode.LATER: Limit(6, Unit.MONTHS, "SI 2015/1818 reg 39(2)"),
    # [memory] the Welsh adoption regulations follow England's pattern; that the cycle begins
    # again on placement was read in a Welsh council's report (Cardiff)
    ReasonCode.ADOPTION_AUTHORITY: Limit(3, Unit.MONTHS, "SI 2005/1313", confirmed=False),
    ReasonCode.ADOPTION_FIRST: Limit(4, Unit.WEEKS, "SI 2005/1313", confirmed=False),
    ReasonCode.ADOPTION_SECOND: Limit(3, Unit.MONTHS, "SI 2005/1313", confirmed=False),
    ReasonCode.ADOPTION_LATER: Limit(6, Unit.MONTHS, "SI 2005/1313", confirmed=False),
    ReasonCode.ADOPTION_ENDED: Limit(42, Unit.DAYS, "SI 2005/1313", confirmed=False),
    ReasonCode.SHORT_BREAKS_FIRST: Limit(3, Unit.MONTHS, "SI 2015/1818 reg 62", confirmed=False),
    ReasonCode.SHORT_BREAKS_LATER: Limit(6, Unit.MONTHS, "SI 2015/1818 reg 62", confirmed=False),
    # six months was read in the older SI 2001/2189 reg 9; in the 2015 one it is [memory]
    ReasonCode.PATHWAY: Limit(6, Unit.MONTHS, "SI 2015/1820", confirmed=False),
}

LAW: Final[Mapping[str, Mapping[ReasonCode, Limit]]] = MappingProxyType(
    {"england": MappingProxyType(_ENGLAND), "wales": MappingProxyType(_WALES)}
)
