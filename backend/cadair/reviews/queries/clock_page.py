"""What the law's clock says of one review: where it stands, and what must be done by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.people import queries as people
from cadair.reviews.models import Review
from cadair.reviews.queries import sealed
from cadair.reviews.queries.bank_holidays import bank_holidays
from cadair.reviews.queries.facts import ReviewFacts
from cadair.reviews.queries.postponements import Postponed, postponements_of
from cadair.reviews.rules import (
    BankHolidays,
    LateReason,
    Paper,
    Stage,
    adjourned_until,
    midpoint,
    paperwork,
    working_days_between,
)
from cadair.reviews.rules.paperwork import CONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper that follows a review."""

    key: Paper
    by: date
    done_at: datetime | None
    days_left: int | None  # working days; negative when past, None when it is done
    confirmed: bool  # that the law says so was read in its own text


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourned:
    """That a review was adjourned, until when, and why."""

    on: date
    until: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """Why a review was held late."""

    reason: LateReason
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewClock:
    """A review by its days."""

    review: ReviewFacts
    called: str
    met_on: date | None  # when it was to meet, or began: to begin the form with
    adjourned: Adjourned | None
    adjourn_until_at_most: date | None  # None: it was adjourned before, or is over
    lines: tuple[PaperLine, ...]
    postponement: Postponed | None  # the latest
    late: Late | None
    midpoint_on: date | None
    next_due_by: date | None


def clock_of(session: Session, *, review: ReviewFacts, now: datetime) -> ReviewClock:
    """The clock of a review that the one who asks may see."""
    on = today(now)
    holidays = bank_holidays(people.council(session, council_id=council_of(session)).nation)
    row = session.execute(
        select(
            Review.adjourned_why,
            Review.late_words,
            Review.decisions_at,
            Review.care_plan_at,
            Review.record_at,
            Review.given_to_all_at,
        ).where(Review.id == review.id)
    ).one()
    key = children.sealing_key(session, child_id=review.child_id)
    asked = postponements_of(session, review_id=review.id)
    next_due_by = _next_due_by(session, review) if review.held_on else None
    return ReviewClock(
        review=review,
        called=children.child_facts(session, child_id=review.child_id, on=on).called,
        met_on=_met_on(review, on),
        adjourned=_adjourned(review, row, key),
        adjourn_until_at_most=adjourned_until(on, bank_holidays=holidays)
        if review.adjourned_on is None and review.held_on is None
        else None,
        lines=tuple(_lines(review, row, holidays, on)),
        postponement=asked[-1] if asked else None,
        late=_late(review, row, key),
        midpoint_on=midpoint(review.held_on, next_due_by, bank_holidays=holidays)
        if review.held_on and next_due_by
        else None,
        next_due_by=next_due_by,
    )


def _met_on(review: ReviewFacts, on: date) -> date | None:
    """The day it was adjourned, began or was to meet, if that has come."""
    began = review.adjourned_on or (today(review.begun_at) if review.begun_at else None)
    planned = today(review.meets_at) if review.meets_at else None
    return began or (planned if planned and planned <= on else None)


def _adjourned(review: ReviewFacts, row: Any, key: bytes) -> Adjourned | None:
    if review.adjourned_on is None or review.adjourned_until is None:
        return None
    why = _opened(key, row.adjourned_why, sealed.ADJOURNED_WHY, review.id)
    return Adjourned(on=review.adjourned_on, until=review.adjourned_until, why=why or "")


def _late(review: ReviewFacts, row: Any, key: bytes) -> Late | None:
    if review.late_reason is None:
        return None
    words = _opened(key, row.late_words, sealed.LATE_WORDS, review.id)
    return Late(reason=review.late_reason, words=words)


def _opened(key: bytes, kept: bytes | None, where: str, review_id: UUID) -> str | None:
    return sealed.opened_maybe(key, kept, where=where, review_id=review_id, row_id=review_id)


def _lines(review: ReviewFacts, row: Any, holidays: BankHolidays, on: date) -> Sequence[PaperLine]:
    if review.completed_on is None:
        return ()
    done = {
        Paper.DECISIONS: row.decisions_at,
        Paper.CARE_PLAN: row.care_plan_at,
        Paper.RECORD: row.record_at,
        Paper.GIVEN_TO_ALL: row.given_to_all_at,
    }
    return [
        PaperLine(
            key=paper,
            by=by,
            done_at=done[paper],
            days_left=None if done[paper] else working_days_between(on, by, bank_holidays=holidays),
            confirmed=CONFIRMED,
        )
        for paper, by in paperwork(review.completed_on, bank_holidays=holidays).items()
    ]


def _next_due_by(session: Session, review: ReviewFacts) -> date | None:
    """The day by which the review after this one is due, while that is still to come."""
    return session.scalar(
        select(Review.due_by).where(
            Review.child_id == review.child_id,
            Review.id != review.id,
            Review.held_on.is_(None),
            Review.not_owed_at.is_(None),
            Review.stage != Stage.CLOSED,
        )
    )
