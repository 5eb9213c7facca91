"""What follows a review, as reasons of Today: its papers, the check half way, an answer."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final
from uuid import UUID

from cadair.foundation.clock import today
from cadair.record.queries.owed import Owed
from cadair.record.rules.midpoint import asks_now, due_on
from cadair.reviews.rules import BankHolidays, Paper, Stage, paperwork, working_days_between
from cadair.service.rules import Reason, Why

TOLD_WITHIN: Final = 5  # working days before something is due
WHY: Final = {
    Paper.DECISIONS: Why.DECISIONS_DUE,
    Paper.CARE_PLAN: Why.CARE_PLAN_DUE,
    Paper.RECORD: Why.RECORD_DUE,
    Paper.GIVEN_TO_ALL: Why.SHARE_DUE,
}


def after_reviews(
    owed: Iterable[Owed], *, bank_holidays: BankHolidays, on: date
) -> Iterator[tuple[UUID, Reason]]:
    """By child: what of the days after a review has come near or is past, and what was answered.

    `owed` has the latest review of each child first: only its promises are looked at half way.
    """
    looked_at: set[UUID] = set()
    told: set[UUID] = set()
    for each in owed:
        for why, day in _due(each, each.child_id not in looked_at, bank_holidays, on):
            left = working_days_between(on, day, bank_holidays=bank_holidays)
            if left <= TOLD_WITHIN:
                yield each.child_id, Reason(why=why, review_id=each.review_id, days=left, on=day)
        if each.held_on is not None:
            looked_at.add(each.child_id)
        if each.held_on is None and each.review_id not in told and each.postponement_answered_at:
            told.add(each.review_id)
            day = today(each.postponement_answered_at)
            yield (
                each.child_id,
                Reason(
                    why=Why.POSTPONEMENT_ANSWERED,
                    review_id=each.review_id,
                    days=(on - day).days,
                    on=day,
                ),
            )


def _due(
    each: Owed, is_latest: bool, bank_holidays: BankHolidays, on: date
) -> Iterator[tuple[Why, date]]:
    if each.completed_on is not None and each.stage in (Stage.WRITING_UP, Stage.SHARED):
        done = {
            Paper.DECISIONS: each.decisions_at,
            Paper.CARE_PLAN: each.care_plan_at,
            Paper.RECORD: each.record_at,
            Paper.GIVEN_TO_ALL: each.given_to_all_at,
        }
        for paper, by in paperwork(each.completed_on, bank_holidays=bank_holidays).items():
            if done[paper] is None:
                yield WHY[paper], by
    if is_latest and each.held_on is not None and each.checked_at is None:
        half_way = due_on(each.held_on, each.next_due_by, bank_holidays=bank_holidays)
        # Of a review that was not held here there is nothing to look at once the time is past.
        held_here = each.completed_on is not None
        if half_way is not None and (held_here or asks_now(half_way, on)):
            yield Why.MIDPOINT_DUE, half_way
