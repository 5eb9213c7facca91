"""Counting days as the law counts them: working days, and months clamped to their end.

A working day is not a Saturday, a Sunday or a bank holiday of the nation [from memory: the
definition in regulation 2 of both nations' regulations was not to hand].  The day counted from
is never counted itself: the Welsh text says "after the date" (SI 2015/1818 regulation 39), and
England's is read the same way.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class BankHolidays:
    """One nation's bank holidays, each with the key of its name, such as `good_friday`."""

    def __init__(self, named: Mapping[date, str]) -> None:
        self._named = dict(named)
        self._on_weekdays = sorted(day for day in named if day.weekday() < SATURDAY)

    def name(self, day: date) -> str | None:
        """What the bank holiday on this day is called, if there is one."""
        return self._named.get(day)

    def on_weekdays(self, *, after: date, until: date) -> Sequence[date]:
        """Those on Mondays to Fridays, later than `after` and no later than `until`."""
        weekdays = self._on_weekdays
        return weekdays[bisect_right(weekdays, after) : bisect_right(weekdays, until)]


def is_working_day(day: date, *, bank_holidays: BankHolidays) -> bool:
    """Whether offices are open."""
    return day.weekday() < SATURDAY and bank_holidays.name(day) is None


def add_working_days(day: date, count: int, *, bank_holidays: BankHolidays) -> date:
    """The day on which `count` working days have passed since `day`."""
    while count:
        day += ONE_DAY
        if is_working_day(day, bank_holidays=bank_holidays):
            count -= 1
    return day


def take_working_days(day: date, count: int, *, bank_holidays: BankHolidays) -> date:
    """The working day from which `count` working days lead to `day`."""
    while count:
        day -= ONE_DAY
        if is_working_day(day, bank_holidays=bank_holidays):
            count -= 1
    return day


def working_days_between(after: date, until: date, *, bank_holidays: BankHolidays) -> int:
    """How many working days lie after `after`, up to and with `until`; negative when it is past."""
    if until < after:
        return -working_days_between(until, after, bank_holidays=bank_holidays)
    closed = len(bank_holidays.on_weekdays(after=after, until=until))
    return _weekdays_up_to(until) - _weekdays_up_to(after) - closed


def _weekdays_up_to(day: date) -> int:
    weeks, weekday = divmod(day.toordinal() - 1, 7)  # day 1 of the calendar was a Monday
    return weeks * 5 + min(weekday + 1, 5)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter.

    [From memory: the general law's "corresponding date" rule.]
    """
    years, month0 = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month0 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
