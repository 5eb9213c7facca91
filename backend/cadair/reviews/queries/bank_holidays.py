"""The bank holidays of England and Wales, with a key for each name so that reasons can say it."""

from functools import cache
from typing import Final

import holidays

from cadair.reviews.rules import BankHolidays

SUBDIVISIONS: Final = {"england": "ENG", "wales": "WLS"}
YEARS: Final = range(1995, 2061)

# How the `holidays` package names each day, and the key by which the client knows it.
KEYS: Final = {
    "New Year's Day": "new_year",
    "Good Friday": "good_friday",
    "Easter Monday": "easter_monday",
    "May Day": "may_day",
    "Spring Bank Holiday": "spring_bank_holiday",
    "Late Summer Bank Holiday": "summer_bank_holiday",
    "Christmas Day": "christmas",
    "Boxing Day": "christmas",
}
ONCE_ONLY: Final = "extra_bank_holiday"  # a jubilee, a coronation


@cache
def bank_holidays(nation: str) -> BankHolidays:
    """Every bank holiday of `nation` in the years that reviews can fall in."""
    known = holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=YEARS)
    return BankHolidays(
        {day: KEYS.get(name.removesuffix(" (observed)"), ONCE_ONLY) for day, name in known.items()}
    )
