"""Every child of an officer, or of a council, on one line each."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.children.queries.children import child_row
from cadair.children.queries.listed import ListedChild
from cadair.children.queries.listed import listed_of_council as children_of_council
from cadair.children.queries.listed import listed_of_officer as children_of_officer
from cadair.contributions.queries import ChildsSide, childs_side
from cadair.foundation.clock import today
from cadair.reviews.queries.listed import listed_of_council as reviews_of_council
from cadair.reviews.queries.listed import listed_of_officer as reviews_of_officer
from cadair.reviews.rules import Stage
from cadair.service.queries.next_reviews import Plain, iso, named, next_reviews
from cadair.service.rules import NextReview, words_of_child

Sides = Mapping[UUID, ChildsSide]
NOTHING_ENDED: Final[Mapping[UUID, date]] = {}
NOTHING_SAID: Final = ChildsSide(is_said=False, is_unread=False, is_observed=False)


def caseload_of_officer(session: Session, *, officer_id: UUID, now: datetime) -> list[Plain]:
    """Every child of an officer, late reviews first and then by the day of the next."""
    on = today(now)
    children = children_of_officer(session, officer_id=officer_id, on=on)
    listed, ended = reviews_of_officer(session, officer_id=officer_id, now=now)
    opened = [each.review_id for each in listed.values() if each.stage is not Stage.PLANNED]
    return _caseload(
        children,
        next_reviews(children, listed, on=on),
        on,
        sides=childs_side(session, reader_id=officer_id, review_ids=opened),
        ended={review.child_id: today(ended_at) for review, ended_at in ended},
    )


def caseload_of_council(session: Session, *, now: datetime) -> list[Plain]:
    """Every child in care and their officer: facts alone, not even who has given views."""
    on = today(now)
    children = children_of_council(session, on=on)
    listed = reviews_of_council(session)
    return _caseload(children, next_reviews(children, listed, on=on), on, sides=None)


def _caseload(
    children: Iterable[ListedChild],
    nexts: Mapping[UUID, NextReview],
    on: date,
    *,
    sides: Sides | None,
    ended: Mapping[UUID, date] = NOTHING_ENDED,
) -> list[Plain]:
    found = []
    for child in children:
        review = nexts.get(child.person_id)
        due_by = review.due_by if review else None
        line = _caseload_line(child, review, on, sides)
        line["ended_on"] = None if review else iso(ended.get(child.person_id))
        found.append((due_by or date.max, child.name, child.case_number, line))
    found.sort(key=lambda each: each[:3])
    return [line for *_, line in found]


def _caseload_line(
    child: ListedChild, review: NextReview | None, on: date, sides: Sides | None
) -> Plain:
    facts = child_row(child, on)
    officer = {"id": str(child.officer_id), "name": child.officer_name}
    return {
        **named(child),
        "age": facts.age,
        "band": facts.band.value,
        "legal_status": child.legal_status,
        "out_of_area": child.out_of_area,
        "has_signed_in": bool(child.has_signed_in),
        "reviewing_officer": officer if child.officer_id else None,
        **(_review_line(review, on, sides) if review else NONE_OWED),
    }


def _review_line(review: NextReview, on: date, sides: Sides | None) -> Plain:
    return {
        "review_id": str(review.review_id),
        "stage": review.stage.value,
        "due_by": iso(review.due_by),
        "starts_at": iso(review.meets_at),
        "overdue": review.is_overdue(on),
        "working_days_left": review.working_days_left,
        "child_words": _words(sides.get(review.review_id, NOTHING_SAID))
        if sides is not None
        else None,
    }


def _words(side: ChildsSide) -> str:
    return words_of_child(**side._asdict()).value


NONE_OWED: Final[Plain] = {
    "review_id": None,
    "stage": None,
    "due_by": None,
    "starts_at": None,
    "overdue": False,
    "working_days_left": None,
    "child_words": None,
}
