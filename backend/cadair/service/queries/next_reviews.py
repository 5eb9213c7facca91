"""Children's next reviews, with what today makes of them, and the plain values of lists."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from cadair.children.queries.listed import ListedChild
from cadair.foundation.clock import today
from cadair.reviews.queries import bank_holidays
from cadair.reviews.queries.listed import ListedReview
from cadair.reviews.rules import BankHolidays
from cadair.service.rules import NextReview, working_days_left

Plain = dict[str, Any]  # as it goes out: strings, numbers, lists
NO_HOLIDAYS: Final = BankHolidays({})  # for a list without children, and so without a nation


def holidays_of(children: Iterable[ListedChild]) -> BankHolidays:
    """The bank holidays of a list; all children of one are one nation's."""
    return next((bank_holidays(child.nation) for child in children), NO_HOLIDAYS)


def next_reviews(
    children: Iterable[ListedChild], listed: Mapping[UUID, ListedReview], *, on: date
) -> dict[UUID, NextReview]:
    """The next reviews by child."""
    holidays = holidays_of(children)
    found = {}
    for child_id, review in listed.items():
        meets_on = today(review.meets_at) if review.meets_at else None
        left = working_days_left(meets_on or review.due_by, on=on, bank_holidays=holidays)
        goes_on = working_days_left(review.adjourned_until, on=on, bank_holidays=holidays)
        found[child_id] = NextReview(
            *review[1:],
            meets_on=meets_on,
            working_days_left=left,
            adjourned_days_left=goes_on,
        )
    return found


def named(child: ListedChild) -> Plain:
    """Who the child is, on a line."""
    return {
        "id": str(child.person_id),
        "called": child.called,
        "name": child.name,
        "case_number": child.case_number,
    }


def iso(when: date | datetime | None) -> str | None:
    """A day or a moment, as it goes out."""
    return when.isoformat() if when else None
