"""Which of a child's words stand for themselves, and at which review they were said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Source(StrEnum):
    """Where a child said something."""

    REVIEW = "review"  # before a review, in answer to a question
    MESSAGE = "message"
    ASKED = "asked"  # for a visit, an advocate, a review sooner
    MEETING = "meeting"  # in the plan of their meeting
    READ_BACK = "read_back"  # in the meeting, to what was read back to them
    RATING = "rating"  # how they found the meeting
    ANSWER = "answer"  # to the answer to something that they asked for
    LETTER = "letter"  # of a letter to them


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDay:
    """A review by its day: the one on which it was over, or None while it is to come."""

    id: UUID
    over_on: date | None


def review_at(day: date, *, reviews: Iterable[ReviewDay]) -> UUID | None:
    """The review that was the next one on that day; None when there was none any more."""
    after = [each for each in reviews if each.over_on is None or each.over_on >= day]
    return min(after, key=lambda each: each.over_on or date.max).id if after else None


def says_the_same(one: Sequence[object], other: Sequence[object] | None) -> bool:
    """Whether what was said again says nothing else, so that it need not be told twice."""
    return other is not None and tuple(one) == tuple(other)
