"""How old a child is on a day, and which band of questions suits that age."""

from datetime import date
from enum import StrEnum


class Band(StrEnum):
    """Which questions are asked, and how: a suggestion by age, never a judgement of ability."""

    UNDER_4 = "under_4"
    UNDER_8 = "under_8"
    FROM_8_TO_11 = "8_to_11"
    FROM_12_TO_15 = "12_to_15"
    FROM_16 = "16_plus"
    PATHWAY = "pathway"


def age_on(born_on: date, on: date) -> int:
    """Whole years lived on that day; somebody born on 29 February ages on 1 March."""
    had_birthday = (on.month, on.day) >= (born_on.month, born_on.day)
    return on.year - born_on.year - (not had_birthday)


def band_for(age: int, care_leaver: bool) -> Band:
    """The band suggested for this age; a care leaver has a pathway plan instead."""
    if care_leaver or age >= 18:
        return Band.PATHWAY
    for limit, band in (
        (4, Band.UNDER_4),
        (8, Band.UNDER_8),
        (12, Band.FROM_8_TO_11),
        (16, Band.FROM_12_TO_15),
    ):
        if age < limit:
            return band
    return Band.FROM_16


def birthday(born_on: date, age: int) -> date:
    """The day on which somebody becomes `age`."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:  # born on 29 February
        return date(born_on.year + age, 3, 1)
