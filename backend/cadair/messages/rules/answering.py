"""By which day an answer can be expected, and how often that was so; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Final, NamedTuple

from cadair.foundation.clock import today
from cadair.reviews.rules import BankHolidays, add_working_days, working_days_between

WEEKDAYS: Final = (0, 1, 2, 3, 4)  # Monday to Friday: what an officer works unless they say more


def answer_by(since: date, *, within: int, bank_holidays: BankHolidays) -> date:
    """The day by which what was sent on `since` is to be answered, `within` working days."""
    return add_working_days(since, within, bank_holidays=bank_holidays)


def working_days_over(promised: date, *, on: date, bank_holidays: BankHolidays) -> int:
    """How many working days have passed since the promised day; negative while some are left."""
    return working_days_between(promised, on, bank_holidays=bank_holidays)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTimes:
    """How fast what was written was answered: `median_working_days` None where nothing was."""

    answered: int
    median_working_days: float | None
    waiting: int  # conversations in which something waits for an answer


class Turn(NamedTuple):
    """One message of a conversation: when it came, who wrote it, whether it asks for an answer."""

    at: datetime
    by_party: bool
    needs_none: bool = False


def reply_times(
    conversations: Iterable[Iterable[Turn]], *, bank_holidays: BankHolidays
) -> ReplyTimes:
    """Of conversations, each its messages in order.

    Several messages before an answer are one that waits since the first of them; what needs no
    answer does not wait.
    """
    took: list[int] = []
    waiting = 0
    for moments in conversations:
        since: datetime | None = None
        for turn in moments:
            if turn.by_party:
                since = None if turn.needs_none else since or turn.at
            elif since is not None:
                days = working_days_between(
                    today(since), today(turn.at), bank_holidays=bank_holidays
                )
                took.append(days)
                since = None
        waiting += since is not None
    return ReplyTimes(
        answered=len(took),
        median_working_days=float(median(took)) if took else None,
        waiting=waiting,
    )
