"""What needs an officer today, and in which order."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import Stage
from cadair.service.rules import (
    COMING_WITHIN,
    SURELY_FAR,
    NextReview,
    Reason,
    Why,
    reasons_of_review,
    working_days_left,
)

TODAY = date(2026, 3, 16)  # a Monday
AT_NINE = date(2014, 5, 1)
HOLIDAYS = bank_holidays("england")


def review(
    *,
    due_by: date,
    meets_on: date | None = None,
    stage: Stage = Stage.OPEN_FOR_VIEWS,
    child_answered: bool = False,
    not_reached: int = 0,
) -> NextReview:
    return NextReview(
        review_id=uuid4(),
        stage=stage,
        due_by=due_by,
        meets_at=datetime.combine(meets_on, time(15), UTC) if meets_on else None,
        adjourned_until=None,
        child_answered=child_answered,
        others_asked=4,
        others_answered=1,
        others_not_reached=not_reached,
        meets_on=meets_on,
        working_days_left=working_days_left(meets_on or due_by, on=TODAY, bank_holidays=HOLIDAYS),
    )


def whys(
    next_review: NextReview, *, born_on: date = AT_NINE, signed_in: bool = True, alone: bool = True
) -> list:
    found = reasons_of_review(
        next_review, born_on=born_on, has_signed_in=signed_in, has_spoken_alone=alone, on=TODAY
    )
    return [(reason.why.value, reason.days) for reason in found]


IN_A_WEEK, IN_FOUR_WEEKS, YESTERDAY = (
    TODAY + timedelta(days=days) for days in (7, 26, -1)
)  # fmt: skip


@pytest.mark.parametrize(
    ("next_review", "expected"),
    [
        (review(due_by=YESTERDAY), [("overdue", 1)]),
        (review(due_by=YESTERDAY, stage=Stage.WRITING_UP), []),
        (
            review(due_by=IN_A_WEEK),
            [("no_child_views", 5), ("not_planned", 5)],
        ),
        (review(due_by=IN_A_WEEK, meets_on=IN_A_WEEK, child_answered=True), []),
        (
            review(due_by=IN_A_WEEK, meets_on=IN_A_WEEK + timedelta(days=1), child_answered=True),
            [("planned_late", 1)],
        ),
        # Easter is in between: Good Friday and Easter Monday are no working days
        (review(due_by=IN_FOUR_WEEKS, not_reached=2), []),
        (
            review(due_by=IN_A_WEEK, meets_on=IN_A_WEEK, child_answered=True, not_reached=2),
            [("not_reached", 5)],
        ),
        # the day that counts is that of the meeting, once there is one
        (review(due_by=IN_FOUR_WEEKS, meets_on=IN_A_WEEK), [("no_child_views", 5)]),
        # a review that takes no views yet misses none
        (review(due_by=IN_A_WEEK, stage=Stage.PLANNED), [("not_planned", 5)]),
    ],
)
def test_why_a_review_needs_its_officer(next_review, expected):
    assert whys(next_review) == expected


def test_a_child_who_never_signed_in_is_named_as_long_as_there_is_time_for_a_card():
    assert whys(review(due_by=IN_FOUR_WEEKS), signed_in=False) == [("not_signed_in", 17)]
    answered = review(due_by=IN_FOUR_WEEKS, child_answered=True)
    assert whys(answered, signed_in=False) == []


def test_to_speak_in_private_is_a_task_until_it_was_done_for_whoever_speaks():
    coming = review(due_by=IN_FOUR_WEEKS)
    assert whys(coming, alone=False) == [("speak_alone", 17)]
    assert whys(coming, alone=False, born_on=TODAY) == []
    assert whys(review(due_by=TODAY + timedelta(days=50)), alone=False) == []


def test_a_child_under_four_is_not_chased_for_words_or_a_card():
    small = TODAY.replace(year=TODAY.year - 4) + timedelta(days=1)
    assert whys(review(due_by=IN_A_WEEK), born_on=small, signed_in=False) == [("not_planned", 5)]


def test_the_longest_wait_and_the_nearest_day_come_first():
    def reason(why: Why, days: int) -> Reason:
        return Reason(why=why, review_id=uuid4(), days=days, on=TODAY)

    ordered = [
        reason(Why.OVERDUE, 30),
        reason(Why.OVERDUE, 2),
        reason(Why.VIEWS_UNREAD, 6),
        reason(Why.NO_CHILD_VIEWS, 1),
        reason(Why.NO_CHILD_VIEWS, 9),
        reason(Why.NOT_REACHED, 1),
        reason(Why.PARTICIPATION_UNCONFIRMED, 200),
    ]
    shuffled = [ordered[place] for place in (4, 6, 0, 3, 5, 1, 2)]
    assert sorted(shuffled, key=lambda each: each.urgency) == ordered


def test_what_is_surely_far_is_never_within_the_coming_working_days():
    """Whatever the day: the lists leave out reviews by calendar days before counting others."""
    day = date(2026, 1, 1)
    while day < date(2030, 1, 1):
        far = day + SURELY_FAR
        assert working_days_left(far, on=day, bank_holidays=HOLIDAYS) > COMING_WITHIN
        day += timedelta(days=1)
    assert working_days_left(far + timedelta(days=9), on=day, bank_holidays=HOLIDAYS) is None
