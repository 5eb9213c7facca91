"""A council's reviews of one year as the statutory return wants them, in five statements."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cadair.children.queries.returned import episodes_between, numbered, officer_names
from cadair.foundation.database import council_of
from cadair.people import queries as people
from cadair.record.models import ParticipationCode
from cadair.record.queries.participation import COUNTRY_OF_THE_RETURN
from cadair.record.rules.returning import (
    HeldReview,
    Mends,
    NotReturned,
    Return,
    ReturnedChild,
    Rule,
    Stretch,
    days_of,
    made,
)
from cadair.reviews.queries.held import held_between


class Counted(NamedTuple):
    """A code of any kind, and how many reviews it stands for."""

    code: str
    reviews: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A review that is no row, with the name of the officer who can mend it, if one can."""

    what: NotReturned
    officer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsReturn:
    """The return of one year for a person to look at before it leaves."""

    first: date
    last: date
    nation: str
    made: Return
    held_back: tuple[Listed, ...]

    @property
    def is_return(self) -> bool:
        """England's return; in Wales the codes are the council's own measure."""
        return self.nation == COUNTRY_OF_THE_RETURN

    @property
    def rows(self) -> int:
        """How many rows are ready."""
        return len(self.made.rows)

    @property
    def codes(self) -> list[Counted]:
        """How many rows have each code."""
        counted = Counter(row.code for row in self.made.rows)
        return [Counted(code, reviews) for code, reviews in sorted(counted.items())]

    @property
    def checks(self) -> list[Counted]:
        """Each of the eight checks, and how many reviews it keeps out."""
        failed = Counter(one.why.value for one in (*self.made.held_back, *self.made.left_out))
        return [Counted(rule.value, failed[rule.value]) for rule in Rule]

    @property
    def left_out(self) -> list[Counted]:
        """Why reviews are left out, and how many."""
        reasons = Counter(one.why.value for one in self.made.left_out)
        return [Counted(why, reviews) for why, reviews in sorted(reasons.items())]


def return_of(
    session: Session, *, year: int, header: Mapping[str, date] | None = None, on: date
) -> YearsReturn:
    """The session's council's; `header` as in the rules."""
    first, last = days_of(year)
    nation = people.council(session, council_id=council_of(session)).nation
    reviews = _reviews(session, first, last)
    known = {review.child_id for review in reviews}
    episodes: dict[UUID, list[Stretch]] = defaultdict(list)
    for child_id, began_on, ended_on, legal_status in episodes_between(
        session, first=first, last=last
    ):
        stretch = Stretch(began_on=began_on, ended_on=ended_on, legal_status=legal_status)
        episodes[child_id].append(stretch)
    children = {
        child_id: ReturnedChild(
            child_id=child_id,
            case_number=child.case_number,
            born_on=child.born_on,
            episodes=episodes[child_id],
        )
        for child_id, child in numbered(session).items()
        if child_id in known
    }
    found = made(year, children=children, reviews=reviews, header=header, on=on)
    theirs = {one.child_id for one in found.held_back if one.mends is Mends.REVIEWING_OFFICER}
    officers = officer_names(session, child_ids=list(theirs), on=on) if theirs else {}
    return YearsReturn(
        first=first,
        last=last,
        nation=nation,
        made=found,
        held_back=tuple(
            Listed(
                what=one,
                officer=officers.get(one.child_id)
                if one.mends is Mends.REVIEWING_OFFICER
                else None,
            )
            for one in found.held_back
        ),
    )


def _reviews(session: Session, first: date, last: date) -> list[HeldReview]:
    """What a person confirmed after the review was held stands before what was returned once."""
    told = {"council": council_of(session), "first": first, "last": last}
    confirmed = {row.review_id: row.code for row in session.execute(_CONFIRMED, told)}
    return [
        HeldReview(
            review_id=held.review_id,
            child_id=held.child_id,
            held_on=held.held_on,
            code=confirmed.get(held.review_id, held.returned_code) or None,
        )
        for held in held_between(session, first=first, last=last)
    ]


_CODE: Final = ParticipationCode.__table__.c
_CONFIRMED: Final = (
    select(_CODE.review_id, _CODE.code)
    .where(
        _CODE.council_id == bindparam("council"),
        _CODE.held_on >= bindparam("first"),
        _CODE.held_on <= bindparam("last"),
    )
    .execution_options(names_its_council=True)
)
