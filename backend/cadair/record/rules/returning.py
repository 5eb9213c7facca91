"""The statutory return's rows of reviews, and the checks that it must pass; pure.

Source: the rules on REVIEW and REVIEW_CODE of the children looked after return (SSDA903), as two
public validators carry them, unchanged from 2022-23 to 2026-27: quality-lac-data-validator 1.0.3
and csc-validator-be-903.  A year runs to 31 March [memory].  A row that would fail is held back and
said to whoever can mend it; a review of a child who was not looked after is left out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from cadair.children.rules.episodes import PARTICIPATION_CODES, SHORT_BREAKS
from cadair.foundation.errors import BadInput, Refusal

YEARS: Final = range(2010, 2061)
SPEAKS_FROM: Final = 4  # years: PN0 before, PN1 to PN7 after
UNDER_4: Final = "PN0"
CASE_NUMBER: Final = re.compile(r"[A-Z0-9][A-Z0-9/_.\-]{0,19}", re.ASCII)


class Rule(StrEnum):
    """A check of the return, by the name that the validators give it."""

    DATE = "166"  # the day of the review is invalid or blank
    CODE = "167"  # the participation code is invalid or blank
    TOO_OLD_FOR_PN0 = "440"
    TOO_YOUNG_FOR_OTHERS = "441"
    SHORT_BREAKS_ALONE = "399"  # every episode of the year is of legal status V3 or V4
    NO_EPISODE = "1012"  # the child has no episode in the year
    NOT_IN_HEADER = "INT08"
    BIRTH_DIFFERS = "INT17"


class LeftOut(StrEnum):
    """Why a review that was held is no row of the return."""

    SHORT_BREAKS_ALONE = "399"
    NO_EPISODE = "1012"
    NOT_LOOKED_AFTER = "not_looked_after"  # on the day of the review: before care, or after it


class Mends(StrEnum):
    """Who can mend what a check found."""

    REVIEWING_OFFICER = "reviewing_officer"
    CASE_SYSTEM = "case_system"


MENDS: Final[Mapping[Rule, Mends]] = {
    Rule.DATE: Mends.CASE_SYSTEM,
    Rule.CODE: Mends.REVIEWING_OFFICER,
    Rule.TOO_OLD_FOR_PN0: Mends.REVIEWING_OFFICER,
    Rule.TOO_YOUNG_FOR_OTHERS: Mends.REVIEWING_OFFICER,
    Rule.NOT_IN_HEADER: Mends.CASE_SYSTEM,
    Rule.BIRTH_DIFFERS: Mends.CASE_SYSTEM,
}


class NoReturnHere(Refusal):
    """Wales returns no participation codes: this form of the return is England's alone."""

    code = "no_return_here"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One episode, as far as the return's checks ask about it."""

    began_on: date
    ended_on: date | None
    legal_status: str

    def touches(self, first: date, last: date) -> bool:
        """Whether any day of it lies among these."""
        return self.began_on <= last and (self.ended_on is None or self.ended_on >= first)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedChild:
    """A child as the case system knows them."""

    child_id: UUID
    case_number: str  # CHILD
    born_on: date
    episodes: Sequence[Stretch]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReview:
    """A review that was held; without a code while nobody has confirmed one."""

    review_id: UUID
    child_id: UUID
    held_on: date
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """One row: CHILD, DOB, REVIEW, REVIEW_CODE."""

    case_number: str
    born_on: date
    held_on: date
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReturned:
    """A review that is no row, by which check or why, and whose it is to mend."""

    why: Rule | LeftOut
    child_id: UUID
    case_number: str
    review_id: UUID
    held_on: date
    mends: Mends | None  # None: there is nothing to mend


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The rows that pass every check, what is held back until mended, and what is left out."""

    year: int
    rows: tuple[ReturnRow, ...]
    held_back: tuple[NotReturned, ...]
    left_out: tuple[NotReturned, ...]

    @property
    def waiting(self) -> int:
        """How many reviews are held back; one may fail several checks."""
        return len({one.review_id for one in self.held_back})


def days_of(year: int) -> tuple[date, date]:
    """The first and the last day of the return that ends in March of `year`."""
    if year not in YEARS:
        raise BadInput(fields={"year": ["out_of_range"]})
    return date(year - 1, 4, 1), date(year, 3, 31)


def made(
    year: int,
    *,
    children: Mapping[UUID, ReturnedChild],
    reviews: Iterable[HeldReview],
    header: Mapping[str, date] | None = None,
    on: date,
) -> Return:
    """Every review of the year as a row, held back, or left out.

    `header` is the DOB of each CHILD of the council's own Header table, where it was given to
    compare with; `on` is today, after which no review can have been held.
    """
    first, last = days_of(year)
    rows: list[ReturnRow] = []
    held_back: list[NotReturned] = []
    left_out: list[NotReturned] = []
    for review in reviews:
        if not first <= review.held_on <= last:
            continue
        child = children[review.child_id]
        why_out = _why_left_out(child, review, first, last)
        if why_out is not None:
            left_out.append(_not_returned(why_out, child, review))
            continue
        failed = _failed(child, review, header, on)
        held_back += [_not_returned(rule, child, review) for rule in failed]
        if not failed:
            assert review.code is not None  # rule 167
            row = ReturnRow(
                case_number=child.case_number,
                born_on=child.born_on,
                held_on=review.held_on,
                code=review.code,
            )
            rows.append(row)
    rows.sort(key=lambda row: (row.case_number, row.held_on, row.code))
    return Return(
        year=year,
        rows=tuple(rows),
        held_back=tuple(sorted(held_back, key=_order)),
        left_out=tuple(sorted(left_out, key=_order)),
    )


def fourth_birthday(born_on: date) -> date:
    """The day on which neither 440 nor 441 fires; 28 February where there is no 29th."""
    year = born_on.year + SPEAKS_FROM
    if (born_on.month, born_on.day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400)):
        return date(year, 2, 28)
    return born_on.replace(year=year)


def _why_left_out(
    child: ReturnedChild, review: HeldReview, first: date, last: date
) -> LeftOut | None:
    this_year = [one for one in child.episodes if one.touches(first, last)]
    if not this_year:
        return LeftOut.NO_EPISODE
    if all(one.legal_status in SHORT_BREAKS for one in this_year):
        return LeftOut.SHORT_BREAKS_ALONE
    if not any(one.touches(review.held_on, review.held_on) for one in this_year):
        return LeftOut.NOT_LOOKED_AFTER
    return None


def _failed(
    child: ReturnedChild, review: HeldReview, header: Mapping[str, date] | None, on: date
) -> list[Rule]:
    failed = []
    if not child.born_on <= review.held_on <= on:
        failed.append(Rule.DATE)
    if review.code not in PARTICIPATION_CODES:
        failed.append(Rule.CODE)
    elif review.code == UNDER_4 and review.held_on > fourth_birthday(child.born_on):
        failed.append(Rule.TOO_OLD_FOR_PN0)
    elif review.code != UNDER_4 and review.held_on < fourth_birthday(child.born_on):
        failed.append(Rule.TOO_YOUNG_FOR_OTHERS)
    is_known = header is None or child.case_number in header
    if not CASE_NUMBER.fullmatch(child.case_number) or not is_known:
        failed.append(Rule.NOT_IN_HEADER)
    elif header is not None and header[child.case_number] != child.born_on:
        failed.append(Rule.BIRTH_DIFFERS)
    return failed


def _not_returned(why: Rule | LeftOut, child: ReturnedChild, review: HeldReview) -> NotReturned:
    return NotReturned(
        why=why,
        child_id=child.child_id,
        case_number=child.case_number,
        review_id=review.review_id,
        held_on=review.held_on,
        mends=MENDS[why] if isinstance(why, Rule) else None,
    )


def _order(one: NotReturned) -> tuple[str, str, date]:
    return one.why.value, one.case_number, one.held_on
