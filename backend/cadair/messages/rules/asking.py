"""What a child can ask for with one tap, and how it is answered; pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from cadair.foundation.errors import BadInput, Refusal, TryAgainLater

LONGEST_WORDS: Final = 2_000
COUNTED_FOR: Final = timedelta(hours=1)
MOST_ASKED: Final = 30  # requests of one child; far more than anybody needs
FURTHEST: Final = timedelta(days=366)  # a day for a visit that is later is a slip of the finger


class RequestKind(StrEnum):
    """What a child asks their officer for."""

    VISIT = "visit"
    ADVOCATE = "advocate"
    SOONER = "sooner"  # their review: the reviews room keeps it, and the law says what follows


class Answer(StrEnum):
    """What the officer says to it."""

    YES = "yes"
    NO = "no"


class AskedDifferently(Refusal):
    """Something else was asked under this id before: nothing is overwritten in silence."""

    code = "asked_differently"
    status = 409


class RequestWasAnswered(Refusal):
    """It has its answer: it can be neither taken back nor answered otherwise."""

    code = "request_was_answered"
    status = 409


class RequestWasTakenBack(Refusal):
    """The child took it back: there is nothing to answer any more."""

    code = "request_was_taken_back"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An officer's answer: a reason for a no, and for a yes the day, when there is one."""

    answer: Answer
    reason: str | None
    on: date | None


def check_answer(answered: Answered, *, today: date) -> None:
    """Refuse a no without a reason, and a day that has passed or is far away."""
    wrong: dict[str, list[str]] = {}
    if answered.answer is Answer.NO:
        if answered.reason is None:
            wrong["reason"] = ["required"]
        if answered.on is not None:
            wrong["on"] = ["not_valid"]
    elif answered.on is not None and answered.on < today:
        wrong["on"] = ["in_the_past"]
    elif answered.on is not None and answered.on > today + FURTHEST:
        wrong["on"] = ["out_of_range"]
    if wrong:
        raise BadInput(fields=wrong)


def check_not_flooding(*, most_asked_since: datetime | None, now: datetime) -> None:
    """Refuse one request more than fit in an hour; raises TryAgainLater.

    `most_asked_since` is when the oldest was made of as many as fit; None when there are fewer.
    """
    if most_asked_since is not None:
        raise TryAgainLater(most_asked_since + COUNTED_FOR - now)
