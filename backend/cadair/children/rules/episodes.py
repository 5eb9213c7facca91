"""An episode: one stretch of care with one legal status in one place, and its codes.

The codes are those of the statutory return (children looked after return, SSDA903).
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

LEGAL_STATUSES: Final = frozenset(
    {"C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3"}
)
SHORT_BREAKS: Final = frozenset({"V3", "V4"})
ADOPTION_AUTHORITY: Final = frozenset({"D1", "E1"})  # freeing order, placement order
REASONS_BEGUN: Final = frozenset("SLPTBU")
STARTS_CARE: Final = "S"
CARE_GOES_ON: Final = "X1"
PLACED_FOR_ADOPTION: Final = frozenset({"A3", "A4", "A5", "A6"})
PLACED_BY_CONSENT: Final = frozenset({"A3", "A4"})  # section 19: no placement order is needed
PARTICIPATION_CODES: Final = frozenset(f"PN{number}" for number in range(8))
# Reasons after which the council owes no pathway plan: adopted, died, taken over by another council
LEFT_FOR_GOOD: Final = frozenset({"E11", "E12", "E2", "E3"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeFacts:
    """One stretch of care with one legal status in one place.

    Two episodes are equal when the case system says the same of both; postcodes are protected
    facts and what follows from them is ours, so neither counts.
    """

    began_on: date
    reason_began: str
    legal_status: str
    place: str = ""
    provider: str = ""
    ended_on: date | None = None
    reason_ended: str = ""
    home_postcode: str = field(default="", compare=False, repr=False)
    placement_postcode: str = field(default="", compare=False, repr=False)
    out_of_area: bool | None = field(default=None, compare=False)
    out_of_area_by: str = field(default="", compare=False)

    @property
    def is_short_break(self) -> bool:
        """Part of an agreed series of short breaks, which is not a period of care."""
        return self.legal_status in SHORT_BREAKS


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionDecisionFacts:
    """The council's decision that a child should be placed for adoption.

    This is neither the authority to place (a placement order, or consent) nor the placement: both
    of those are in the episodes.  In the return it is called DATE_PLACED.
    """

    decided_on: date
    reversed_on: date | None = None
    reason_reversed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRecord:
    """All that the return says of one child, free of contradictions."""

    case_number: str
    born_on: date
    sex: str
    episodes: tuple[EpisodeFacts, ...] = ()  # oldest first
    reviews: tuple[tuple[date, str], ...] = ()  # held on, participation code; oldest first
    adoption_decisions: tuple[AdoptionDecisionFacts, ...] = ()
