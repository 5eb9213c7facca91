"""What a review answers and decides, when a wish is closed by it, and why it is refused; pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid5

from cadair.foundation.errors import BadInput, Refusal
from cadair.reviews.rules import (
    BEFORE_THE_MEETING,
    BankHolidays,
    ReviewHasClosed,
    ReviewNotHeldYet,
    Stage,
    add_working_days,
)

LONGEST_WHAT: Final = 2_000
LONGEST_WHY: Final = 2_000
LONGEST_WHO: Final = 200
MOST_DECISIONS: Final = 100  # of one review
MOST_ANSWERS: Final = 20  # to one wish
MOST_REPLIES: Final = 20  # to one answer
MOST_PROGRESS: Final = 200  # of one decision
# A team manager may disagree within so many working days, then a decision stands [memory].
MANAGER_WITHIN: Final = 5
_TOLD: Final = UUID("8f3c1d60-0b0e-4c8c-9a55-6f1f5a0f7a02")


class AnswerKind(StrEnum):
    """What a wish is answered with."""

    AGREED = "agreed"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    NO = "no"


class ReplyKind(StrEnum):
    """What the child says to an answer."""

    THANK_YOU = "thank_you"
    NOT_UNDERSTOOD = "not_understood"
    NOT_AGREED = "not_agreed"


class ProgressKind(StrEnum):
    """What is told of a decision by those who must see to it."""

    CONFIRMED = "confirmed"  # "I will do it"
    NOTE = "note"
    DONE = "done"
    NOT_DONE = "not_done"  # and it will not be
    REOPENED = "reopened"


class DecisionState(StrEnum):
    """How far a decision has come."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DONE = "done"
    NOT_DONE = "not_done"


class ManagersView(StrEnum):
    """What the team manager says to a decision."""

    AGREED = "agreed"
    DISAGREED = "disagreed"


class ToldState(StrEnum):
    """How a wish stands, as its child is told."""

    WAITING = "waiting"
    AGREED = "agreed"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    NO = "no"
    DONE = "done"


OPEN: Final = frozenset({DecisionState.WAITING, DecisionState.CONFIRMED})
CARRIES_OUT: Final = frozenset({ProgressKind.CONFIRMED, ProgressKind.DONE})
WANTS_READING: Final = frozenset({ReplyKind.NOT_UNDERSTOOD, ReplyKind.NOT_AGREED})
_MOVES: Final = {
    ProgressKind.CONFIRMED: DecisionState.CONFIRMED,
    ProgressKind.DONE: DecisionState.DONE,
    ProgressKind.NOT_DONE: DecisionState.NOT_DONE,
    ProgressKind.REOPENED: DecisionState.WAITING,
}


class ReviewIsAdjourned(Refusal):
    """Nothing of a review may be carried out until it is complete.

    Regulation 36(2)-(3), England [memory: the paragraph was not to hand].
    """

    code = "review_is_adjourned"
    status = 409


class AnsweredDifferently(Refusal):
    """Another answer was given under this id before."""

    code = "answered_differently"
    status = 409


class WishNotMade(Refusal):
    """The child took this wish back, or said it anew: there is nothing to answer."""

    code = "wish_not_made"
    status = 409


class WishNotAnswered(Refusal):
    """Nobody closes a wish that the child has no answer to."""

    code = "wish_not_answered"
    status = 409


class DecisionShared(Refusal):
    """It was told to the child and to whoever must do it: what becomes of it is progress."""

    code = "decision_shared"
    status = 409


class DecisionNotShared(Refusal):
    """Nobody has been told of it yet, so nothing can have become of it."""

    code = "decision_not_shared"
    status = 409


class DecisionDropped(Refusal):
    """It was dropped before anybody was told of it."""

    code = "decision_dropped"
    status = 409


class NotedDifferently(Refusal):
    """Something else was noted under this id before."""

    code = "noted_differently"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """An answer as it is given: why, who sees to it, and by when."""

    answer: AnswerKind
    why: str | None
    who_id: UUID | None
    who_words: str | None
    by_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """A decision as it is written: what, who, by when, and what it is for."""

    what: str
    who_id: UUID | None
    who_words: str | None
    by_on: date
    wish_id: UUID | None
    topic: str | None
    position: int


def check_answering(given: Answering, *, who: Collection[UUID]) -> None:
    """Refuse all but a yes without its reason, and somebody who is not around the child."""
    problems = _who_problems(given.who_id, given.who_words, who)
    if given.answer is not AnswerKind.AGREED and given.why is None:
        problems["why"] = ["required"]
    if problems:
        raise BadInput(fields=problems)


def check_deciding(given: Deciding, *, who: Collection[UUID], topics: Collection[str]) -> None:
    """Refuse a decision that nobody has to do, or that is for what no review speaks of."""
    problems = _who_problems(given.who_id, given.who_words, who)
    if given.who_id is None and given.who_words is None:
        problems["who_id"] = ["required"]
    if given.topic is not None and given.topic not in topics:
        problems["topic"] = ["unknown"]
    if problems:
        raise BadInput(fields=problems)


def check_progress(kind: ProgressKind, words: str | None) -> None:
    """Refuse a note that says nothing, and a "not done" without why."""
    if kind in (ProgressKind.NOTE, ProgressKind.NOT_DONE) and words is None:
        raise BadInput(fields={"words": ["required"]})


def check_may_decide(stage: Stage, *, is_held: bool) -> None:
    """Refuse to decide in a review that is over without having been held."""
    if stage is Stage.CLOSED and not is_held:
        raise ReviewHasClosed


def check_may_share(stage: Stage, *, is_held: bool, is_adjourned: bool) -> None:
    """Refuse to give out what a review decided before it has met, or while it is adjourned."""
    check_may_decide(stage, is_held=is_held)
    if is_adjourned:
        raise ReviewIsAdjourned
    if stage in BEFORE_THE_MEETING:
        raise ReviewNotHeldYet


def state_after(kinds: Iterable[ProgressKind]) -> DecisionState:
    """How far a decision has come, from all that was told of it, oldest first."""
    state = DecisionState.WAITING
    for kind in kinds:
        state = _MOVES.get(kind, state)
    return state


def is_done_with(answer: AnswerKind, states: Collection[DecisionState]) -> bool:
    """Whether a wish is closed because all that was decided for it has happened.

    A no is closed when the child is told it; "not yet" stays open until somebody says otherwise.
    """
    promised = answer in (AnswerKind.AGREED, AnswerKind.PARTLY)
    return promised and bool(states) and all(state is DecisionState.DONE for state in states)


def days_over(by_on: date, state: DecisionState, *, on: date) -> int | None:
    """Days past the day it was promised for; None while there is time, or nothing left to do."""
    return (on - by_on).days if state in OPEN and by_on < on else None


def stands_on(
    shared_on: date, view: ManagersView | None, *, viewed_on: date | None, holidays: BankHolidays
) -> date | None:
    """The day from which a decision stands; None while the team manager disagrees."""
    if view is ManagersView.DISAGREED:
        return None
    if view is ManagersView.AGREED:
        return viewed_on
    return add_working_days(shared_on, MANAGER_WITHIN, bank_holidays=holidays)


def told_of(review_id: UUID, on: date) -> UUID:
    """What a child is told of: this review's answers on this day, so that they hear once a day."""
    return uuid5(_TOLD, f"{review_id} {on.isoformat()}")


def _who_problems(
    who_id: UUID | None, who_words: str | None, who: Collection[UUID]
) -> dict[str, list[str]]:
    if who_id is not None and who_words is not None:
        return {"who_words": ["one_or_the_other"]}
    if who_id is not None and who_id not in who:
        return {"who_id": ["unknown"]}
    return {}
