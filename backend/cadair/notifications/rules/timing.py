"""When somebody may be told: outside quiet hours, a child once a day, staff at once if unsafe."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from cadair.access.actor import STAFF, Job
from cadair.foundation.clock import LONDON, today

QUIET_FROM: Final = time(20, 0)  # in England and Wales; staff have none unless they choose it
QUIET_UNTIL: Final = time(8, 0)

RETRIES: Final = 48
RETRY_AFTER: Final = timedelta(minutes=5)  # so four hours in all
LEASE: Final = timedelta(minutes=2)  # longer than any sending takes
LATE_AFTER: Final = RETRIES * RETRY_AFTER
CODE_LASTS: Final = timedelta(minutes=30)
WRONG_CODES: Final = 5
CODES_AN_HOUR: Final = 5
TOLD_OF_CHANGE: Final = timedelta(hours=24)  # an address that was left so lately is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """The hours in which somebody is told nothing, in local time; from evening to morning."""

    begins: time
    ends: time

    def holds(self, now: datetime) -> bool:
        """Whether it is quiet now."""
        at = now.astimezone(LONDON).time()
        if self.begins < self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends

    def end_after(self, now: datetime) -> datetime:
        """When the quiet hours end that hold now."""
        local = now.astimezone(LONDON)
        on = local.date() + timedelta(days=local.time() >= self.ends)
        return self.first_on(on)

    def first_on(self, on: date) -> datetime:
        """The first moment of a day's waking hours."""
        return datetime.combine(on, self.ends, tzinfo=LONDON)


def default_quiet(job: Job) -> Quiet | None:
    """The quiet hours of somebody who has chosen none."""
    return None if job in STAFF else Quiet(begins=QUIET_FROM, ends=QUIET_UNTIL)


def may_be_told_at(
    *, job: Job, quiet: Quiet | None, last_told: datetime | None, is_urgent: bool, now: datetime
) -> datetime:
    """When somebody may be told of what waits: now, or later.

    What is urgent goes to staff at once.  A child is told at most once a day, whatever they chose.
    """
    if is_urgent and job in STAFF:
        return now
    if job is Job.CHILD:
        quiet = quiet or default_quiet(job)
        assert quiet is not None
        if last_told is not None and today(last_told) >= today(now):
            return quiet.first_on(today(last_told) + timedelta(days=1))
    return quiet.end_after(now) if quiet is not None and quiet.holds(now) else now
