"""When an officer is away, and on which days they work; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from cadair.foundation.errors import BadInput, Refusal

LONGEST_NOTE: Final = 4_000
LONGEST_ABSENCE: Final = timedelta(days=366)
WEEKDAYS: Final = (0, 1, 2, 3, 4)  # Monday to Friday: an officer's days unless they say otherwise
ONE_DAY: Final = timedelta(days=1)


class AbsenceNotedDifferently(Refusal):
    """Other days, or another cover, stand under this id: nothing is overwritten in silence."""

    code = "absence_noted_differently"
    status = 409


class AbsenceEnded(Refusal):
    """It was ended before, on another day."""

    code = "absence_ended"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From one day until another, both included."""

    from_on: date
    until_on: date

    def overlap(self, other: "Days") -> bool:
        """Whether they have a day in common."""
        return self.from_on <= other.until_on and other.from_on <= self.until_on


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayFacts:
    """Who is away on which days, and who covers."""

    days: Days
    cover_id: UUID
    note: str | None


def check_away(
    away: AwayFacts,
    *,
    officer_id: UUID | None,
    officers: frozenset[UUID],
    own: Sequence[Days],
    of_cover: Sequence[Days],
    today: date,
) -> None:
    """Refuse days that are over, that overlap an absence, or for which nobody there can cover."""
    days = away.days
    wrong: dict[str, list[str]] = {}
    if days.until_on < days.from_on:
        wrong["until_on"] = ["before_it_begins"]
    elif days.until_on - days.from_on > LONGEST_ABSENCE:
        wrong["until_on"] = ["out_of_range"]
    if days.from_on < today:
        wrong["from_on"] = ["in_the_past"]
    elif days.from_on > today + LONGEST_ABSENCE:
        wrong["from_on"] = ["out_of_range"]
    elif any(days.overlap(other) for other in own):
        wrong["from_on"] = ["overlaps"]
    if away.cover_id == officer_id or away.cover_id not in officers:
        wrong["cover_id"] = ["not_an_officer"]
    elif any(days.overlap(other) for other in of_cover):
        wrong["cover_id"] = ["away_too"]
    if wrong:
        raise BadInput(fields=wrong)


def check_end(on: date, *, days: Days, today: date) -> None:
    """Refuse a last day outside the absence, or one that has long passed.

    The day before the first means that it never took place.
    """
    if on < days.from_on - ONE_DAY:
        raise BadInput(fields={"on": ["before_it_begins"]})
    if on > days.until_on:
        raise BadInput(fields={"on": ["after_it_ends"]})
    if on < min(today - ONE_DAY, days.until_on):
        raise BadInput(fields={"on": ["in_the_past"]})


def check_practice(
    works_on: Sequence[int],
    *,
    officer_id: UUID | None,
    usual_cover_id: UUID | None,
    officers: frozenset[UUID],
) -> None:
    """Refuse a week without a day, a day twice, and a cover who is no other officer."""
    wrong: dict[str, list[str]] = {}
    if not works_on:
        wrong["works_on"] = ["required"]
    elif len(set(works_on)) != len(works_on):
        wrong["works_on"] = ["said_twice"]
    if usual_cover_id is not None and (
        usual_cover_id == officer_id or usual_cover_id not in officers
    ):
        wrong["usual_cover_id"] = ["not_an_officer"]
    if wrong:
        raise BadInput(fields=wrong)
