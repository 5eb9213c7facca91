"""What must be done by when before and after a review's meeting.

Read in councils' procedures (tri.x), which quote the IRO Handbook; the Handbook's own paragraphs
were not to hand, and for Wales no figures were found: there England's are the default.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from cadair.reviews.rules.working_days import BankHolidays, add_working_days, take_working_days

ADJOURNED_AT_MOST = 20  # working days, and only once


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """The days that lead to a meeting."""

    child_asked_by: date  # the social worker talks with the child about who, where and how
    invitations_by: date
    social_worker_report_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Paperwork:
    """The days that follow the completion of a review."""

    decisions_by: date
    care_plan_by: date  # the social worker brings the plan up to date
    record_by: date
    distributed_by: date


def preparation(meeting_on: date, *, bank_holidays: BankHolidays) -> Preparation:
    """What must be ready before the meeting, and by when."""

    def before(working_days: int) -> date:
        return take_working_days(meeting_on, working_days, bank_holidays=bank_holidays)

    return Preparation(
        child_asked_by=before(20),
        invitations_by=meeting_on - timedelta(days=10),
        social_worker_report_by=before(3),  # [memory]
    )


def paperwork(completed_on: date, *, bank_holidays: BankHolidays) -> Paperwork:
    """What must be written and given out after the review, and by when."""

    def within(working_days: int) -> date:
        return add_working_days(completed_on, working_days, bank_holidays=bank_holidays)

    return Paperwork(
        decisions_by=within(5),
        care_plan_by=within(10),
        record_by=within(15),
        distributed_by=within(20),
    )


def adjourned_until(meeting_on: date, *, bank_holidays: BankHolidays) -> date:
    """The last day to which a review may be adjourned."""
    return add_working_days(meeting_on, ADJOURNED_AT_MOST, bank_holidays=bank_holidays)
