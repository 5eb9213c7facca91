"""What an officer notes half way between two reviews, and when the child is asked; pure."""

import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cadair.reviews.rules import BankHolidays, midpoint

ASKED_BEFORE: Final = timedelta(days=14)
ASKED_UNTIL_AFTER: Final = timedelta(days=7)  # later an answer would come too late for the check
LONGEST_NOTE: Final = 2_000


class NextStep(StrEnum):
    """What follows from the check."""

    NONE = "none"  # it goes on as agreed
    RAISE = "raise"  # with the social worker or their manager
    EARLY_REVIEW = "early_review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found: of the decisions, the wishes and the child, and what worries."""

    decisions: str | None
    wishes: str | None
    child: str | None
    concerns: str | None
    action: NextStep


def kept(found: Checked) -> str:
    """What was found, as it is sealed."""
    return json.dumps(asdict(found), ensure_ascii=False)


def found_in(words: str) -> Checked:
    """What `kept` made."""
    said = json.loads(words)
    return Checked(**{**said, "action": NextStep(said["action"])})


def due_on(held_on: date, next_due_by: date | None, *, bank_holidays: BankHolidays) -> date | None:
    """The day of the check; None where no review is to come, and so nothing lies half way."""
    if next_due_by is None or next_due_by <= held_on:
        return None
    return midpoint(held_on, next_due_by, bank_holidays=bank_holidays)


def asks_now(due: date, on: date) -> bool:
    """Whether this is the time to ask the child whether things are happening as agreed."""
    return due - ASKED_BEFORE <= on <= due + ASKED_UNTIL_AFTER
