"""What must be done by when before and after a review's meeting.

Read in councils' procedures (tri.x), which quote the IRO Handbook; the Handbook's own paragraphs
were not to hand, and for Wales no figures were found: there England's are the default.  So every
day here is unconfirmed, and the screen that shows them says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cadair.reviews.rules.working_days import (
    BankHolidays,
    add_working_days,
    is_working_day,
    take_working_days,
)

ADJOURNED_AT_MOST: Final = 20  # working days, and only once [in councils' procedures only]
CONFIRMED: Final = False  # read in the text of the law: none of these days was


class Paper(StrEnum):
    """What is written, brought up to date or given out after a review."""

    DECISIONS = "decisions"  # told to the child and to whoever must do them
    CARE_PLAN = "care_plan"  # the social worker brings the plan up to date
    RECORD = "record"  # signed
    GIVEN_TO_ALL = "given_to_all"  # each person has their part of the record


# Working days from the day on which the review was complete.
WITHIN: Final[Mapping[Paper, int]] = MappingProxyType(
    {Paper.DECISIONS: 5, Paper.CARE_PLAN: 10, Paper.RECORD: 15, Paper.GIVEN_TO_ALL: 20}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """The days that lead to a meeting."""

    child_asked_by: date  # the social worker talks with the child about who, where and how
    invitations_by: date
    social_worker_report_by: date


def preparation(meeting_on: date, *, bank_holidays: BankHolidays) -> Preparation:
    """What must be ready before the meeting, and by when."""

    def before(working_days: int) -> date:
        return take_working_days(meeting_on, working_days, bank_holidays=bank_holidays)

    return Preparation(
        child_asked_by=before(20),
        invitations_by=meeting_on - timedelta(days=10),
        social_worker_report_by=before(3),  # [memory]
    )


def paperwork(completed_on: date, *, bank_holidays: BankHolidays) -> Mapping[Paper, date]:
    """The last day for each paper of a review that was complete on that day."""
    return {
        paper: add_working_days(completed_on, days, bank_holidays=bank_holidays)
        for paper, days in WITHIN.items()
    }


def adjourned_until(meeting_on: date, *, bank_holidays: BankHolidays) -> date:
    """The last day to which a review may be adjourned."""
    return add_working_days(meeting_on, ADJOURNED_AT_MOST, bank_holidays=bank_holidays)


def midpoint(held_on: date, next_due_by: date, *, bank_holidays: BankHolidays) -> date:
    """The working day, at or before half way to the next review, on which to look at the promises.

    That it is half way is good practice [in one council's procedure]; the law asks an officer to
    watch over the child's case between reviews [from memory: IRO Handbook, chapter 3].
    """
    day = held_on + (next_due_by - held_on) // 2
    while not is_working_day(day, bank_holidays=bank_holidays):
        day -= timedelta(days=1)
    return max(day, held_on)
