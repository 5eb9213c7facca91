"""What is kept of an officer's visit, and what the law asks before each review; pure.

The reviewing officer speaks to the child in private about what is to be considered, unless the
child, being of sufficient understanding, refuses, or it would not be appropriate: SI 2015/1818
(Wales) reg 42(1), read.  SI 2010/959 (England) reg 36(1) is remembered as the same, and
**unconfirmed**.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from cadair.foundation.errors import BadInput

LONGEST_WORDS: Final = 4_000
EARLIEST: Final = date(2000, 1, 1)


class How(StrEnum):
    """How an officer meets a child."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class SpokeAlone(StrEnum):
    """Whether officer and child spoke in private; each of the three ends the duty, none is null."""

    YES = "yes"
    REFUSED = "refused"  # the child did not want to
    NOT_APPROPRIATE = "not_appropriate"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """What an officer writes of one visit, planned or done."""

    planned_at: datetime | None
    how: How
    done_on: date | None
    spoke_alone: SpokeAlone | None
    why: str | None  # not alone
    wants_recorded: str | None  # what the child wanted written down
    review_id: UUID | None  # the review before which it was
    request_id: UUID | None  # of the child, for a visit


def check_visit(visit: VisitFacts, *, today: date) -> None:
    """Refuse a visit that is neither planned nor done, and a word left out or too early."""
    wrong: dict[str, list[str]] = {}
    if visit.planned_at is None and visit.done_on is None:
        wrong["planned_at"] = ["required"]
    if visit.done_on is not None and not EARLIEST <= visit.done_on <= today:
        wrong["done_on"] = ["in_the_future" if visit.done_on > today else "out_of_range"]
    if visit.done_on is None:
        for name, said in (("spoke_alone", visit.spoke_alone), ("why", visit.why)):
            if said is not None:
                wrong[name] = ["not_done_yet"]
    elif visit.spoke_alone in (SpokeAlone.REFUSED, SpokeAlone.NOT_APPROPRIATE):
        if visit.why is None:
            wrong["why"] = ["required"]
    elif visit.why is not None:
        wrong["why"] = ["not_valid"]
    if wrong:
        raise BadInput(fields=wrong)
