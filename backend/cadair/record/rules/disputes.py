"""When the council will not: the ladder of a dispute, its days, and what may come next; pure.

Source: IRO Handbook (England) 6.2, read as councils' procedures quote it (Southwark, tri.x): a
formal process with named levels and days for each, "timescales in total of no more than 20 working
days", any stage of which the officer may bypass.  Informally first, noted on the child's file
(Northamptonshire).  That the twenty days are those of the formal stages alone is how these texts
are read here, **unconfirmed**; for Wales no figures were found, and England's hold.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple
from uuid import UUID

from cadair.foundation.errors import BadInput, Refusal
from cadair.reviews.rules import BankHolidays, add_working_days, working_days_between

DAYS_IN_ALL: Final = 20  # working days from the first formal stage
MOST_STAGES: Final = 24  # of one dispute: a ladder climbed four times over
LONGEST_WORDS: Final = 4_000
LONGEST_NAME: Final = 120
EARLIEST: Final = date(2000, 1, 1)


class Matter(StrEnum):
    """What a dispute is about."""

    DECISION = "decision"
    WISH = "wish"
    DELAY = "delay"
    CONCERN = "concern"


class State(StrEnum):
    """Whether it goes on."""

    OPEN = "open"
    RESOLVED = "resolved"


class Rung(StrEnum):
    """Who is asked, from the bottom to the top."""

    INFORMAL = "informal"
    TEAM_MANAGER = "team_manager"
    OPERATIONAL_MANAGER = "operational_manager"
    ASSISTANT_DIRECTOR = "assistant_director"
    DIRECTOR = "director"
    CHIEF_EXECUTIVE = "chief_executive"


ORDER: Final = {rung: place for place, rung in enumerate(Rung)}


class Step(NamedTuple):
    """One rung of a council's ladder, and how many working days it has to answer."""

    rung: Rung
    days: int


class DisputeRaisedDifferently(Refusal):
    """Something else stands under this id: nothing is overwritten in silence."""

    code = "dispute_raised_differently"
    status = 409


class DisputeIsResolved(Refusal):
    """It was resolved before: no stage and no answer follows."""

    code = "dispute_is_resolved"
    status = 409


class StageOutOfTurn(Refusal):
    """A stage can only follow one that is lower down, and only one that is on the ladder."""

    code = "stage_out_of_turn"
    status = 409


class StageAnswered(Refusal):
    """This stage was answered before, and otherwise, or another has followed it."""

    code = "stage_answered"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the child is told of it, or why that would not be safe."""

    words_to_child: str | None
    not_told_because: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """What stands from the day on which it was raised, and is never changed."""

    about: Matter
    subject_id: UUID | None  # the decision or the wish
    concern: str
    raised_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Independent legal advice: the day, and what came of it."""

    on: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What may be added and changed while it goes on."""

    childs_view: str | None
    advice: Advice | None
    cafcass_on: date | None  # the day on which it was referred; Cafcass Cymru in Wales
    telling: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A stage as it began: who was asked, and why what lies between was passed over."""

    stage: Rung
    began_on: date
    with_words: str
    bypassed_because: str | None


class StageDays(NamedTuple):
    """What the clock needs of a stage that is there."""

    stage: Rung
    began_on: date
    due_on: date
    answered_on: date | None


def ladder_of(told: Iterable[Sequence[Any]]) -> tuple[Step, ...]:
    """A council's ladder, from its setting: pairs of a rung and its working days."""
    return tuple(Step(Rung(rung), int(days)) for rung, days in told)


def check_ladder(ladder: Sequence[Step]) -> str | None:
    """Why a ladder cannot stand, as a sentence; None when it can."""
    places = [ORDER[step.rung] for step in ladder]
    if not ladder or ladder[0].rung is not Rung.INFORMAL:
        return "A dispute is taken up informally first: the ladder begins with informal."
    if len(ladder) < 2:
        return "Somebody must stand above: name at least one formal level."
    if places != sorted(set(places)):
        return f"The levels go up once, in this order: {', '.join(Rung)}."
    if any(step.days < 1 for step in ladder):
        return "Every level has at least one working day."
    formal = sum(step.days for step in ladder if step.rung is not Rung.INFORMAL)
    if formal > DAYS_IN_ALL:
        return f"The formal levels have {formal} working days; together at most {DAYS_IN_ALL}."
    return None


def check_telling(telling: Telling) -> None:
    """The child is told in words, or it is said why not: one of the two."""
    if (telling.words_to_child is None) == (telling.not_told_because is None):
        which = "required" if telling.words_to_child is None else "not_valid"
        raise BadInput(fields={"words_to_child": [which]})


def check_day(day: date | None, *, field: str, today: date, since: date = EARLIEST) -> None:
    """Refuse a day that has not come, or that lies before what it follows."""
    if day is not None and not since <= day <= today:
        raise BadInput(fields={field: ["in_the_future" if day > today else "out_of_range"]})


def check_next(
    begun: Begun, *, before: Sequence[StageDays], ladder: Sequence[Step], today: date
) -> None:
    """Refuse a stage that does not go up, or that passes one over without saying why."""
    rungs = [step.rung for step in ladder]
    if begun.stage not in rungs or len(before) >= MOST_STAGES:
        raise StageOutOfTurn
    place = rungs.index(begun.stage)
    reached = max((rungs.index(one.stage) for one in before if one.stage in rungs), default=-1)
    if place <= reached:
        raise StageOutOfTurn
    if place > reached + 1 and begun.bypassed_because is None:
        raise BadInput(fields={"bypassed_because": ["required"]})
    if place == reached + 1 and begun.bypassed_because is not None:
        raise BadInput(fields={"bypassed_because": ["not_valid"]})
    since = before[-1].began_on if before else EARLIEST
    check_day(begun.began_on, field="began_on", today=today, since=since)


def due_on(
    begun: Begun,
    *,
    before: Sequence[StageDays],
    ladder: Sequence[Step],
    bank_holidays: BankHolidays,
) -> date:
    """The last day for an answer: the rung's own days, and never beyond the twenty in all."""
    days = next(step.days for step in ladder if step.rung is begun.stage)
    due = add_working_days(begun.began_on, days, bank_holidays=bank_holidays)
    formal_since = _formal_since(before)
    if formal_since is None:
        return due
    end = add_working_days(formal_since, DAYS_IN_ALL, bank_holidays=bank_holidays)
    return max(min(due, end), begun.began_on)


def days_used(stages: Sequence[StageDays], *, until: date, bank_holidays: BankHolidays) -> int:
    """How many of the twenty working days have passed; none while it is informal."""
    since = _formal_since(stages)
    if since is None:
        return 0
    return max(0, working_days_between(since, until, bank_holidays=bank_holidays))


def days_over(stage: StageDays, *, on: date, bank_holidays: BankHolidays) -> int:
    """Working days past the day by which a stage's answer was due; 0 while there are any left."""
    until = stage.answered_on or on
    return max(0, working_days_between(stage.due_on, until, bank_holidays=bank_holidays))


def last_day(stages: Sequence[StageDays], *, bank_holidays: BankHolidays) -> date | None:
    """The day on which the twenty are used up; None while it is informal."""
    since = _formal_since(stages)
    if since is None:
        return None
    return add_working_days(since, DAYS_IN_ALL, bank_holidays=bank_holidays)


def _formal_since(stages: Sequence[StageDays]) -> date | None:
    return next((one.began_on for one in stages if one.stage is not Rung.INFORMAL), None)
