"""Reading single cells of the return: dates, codes and case numbers."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

_DATE: Final = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?: 00:00(?::00)?)?", re.ASCII)
_CASE_NUMBER: Final = re.compile(r"[A-Z0-9][A-Z0-9/_.\-]{0,19}", re.ASCII)
_MADE_SHORT: Final = re.compile(r"\d(\.\d+)?E\+?\d+", re.ASCII)
EARLIEST_YEAR: Final = 1900

NOT_A_DATE: Final = (
    "date_not_readable",
    "This is no date written dd/mm/yyyy, with four figures for the year.",
)


@lru_cache(maxsize=50_000)
def date_in(cell: str) -> date | None:
    """The date that a cell holds, written dd/mm/yyyy; None when it is not one."""
    found = _DATE.fullmatch(cell)
    if found is None or int(found[3]) < EARLIEST_YEAR:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def case_number_refused(case_number: str) -> tuple[str, str] | None:
    """Why this cannot be the number of a child; None when it can."""
    if not case_number:
        return "no_child_number", "The row does not say which child it is about."
    if _MADE_SHORT.fullmatch(case_number) and "E+" in case_number:
        return (
            "child_number_made_short",
            "A spreadsheet has shortened this number. Export it again as text.",
        )
    if not _CASE_NUMBER.fullmatch(case_number):
        return (
            "child_number_not_valid",
            "A child's number is at most 20 letters and figures.",
        )
    return None
