"""The facts of a child's time in care that the review clock counts from."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePeriodFacts:
    """One unbroken time of being looked after; short breaks are none."""

    started_on: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortBreaksFacts:
    """One arrangement of short breaks (legal status V3 or V4), however many breaks it has."""

    started_on: date  # the first day of the first break
    ended_on: date | None = None  # the day the arrangement ended, not the day of a break's end


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilIntervals:
    """What a council asks of itself; None where it asks no more than the law does.

    The law is always the ceiling: a longer interval here changes nothing.
    """

    first_working_days: int | None = None
    first_days: int | None = None  # calendar days: "within 28 days"
    second_months: int | None = None
    later_months: int | None = None
    young_child_months: int | None = None  # between later reviews while the child is young
    young_child_under: int = 5  # the age that ends being young, in years
    adoption_authority_days: int | None = None  # "within 28 days of a placement order"
    pathway_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareFacts:
    """All that decides when a child's next review must be held, save the reviews themselves."""

    child_id: UUID
    nation: str  # of the responsible council, wherever the child lives: "england" or "wales"
    born_on: date
    care_periods: tuple[CarePeriodFacts, ...] = ()
    adoption_authority_on: date | None = None  # placement order, or consent under section 19
    placed_for_adoption_on: date | None = None  # the latest adoption placement
    adoption_placement_ended_on: date | None = None  # of that placement; None while it lasts
    short_breaks: tuple[ShortBreaksFacts, ...] = ()
    care_leaver: bool = False  # entitled to a pathway plan after leaving care
    wants_support_to_25: bool = False  # otherwise the pathway plan ends at 21
    intervals: CouncilIntervals = CouncilIntervals()
