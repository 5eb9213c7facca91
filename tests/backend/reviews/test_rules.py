"""When a review must be held by: the cases of the law, one by one."""

from datetime import date
from uuid import UUID

import pytest

from cadair.children.rules import (
    CareFacts,
    CarePeriodFacts,
    CouncilIntervals,
    ShortBreaksFacts,
)
from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import (
    LAW,
    DueReview,
    HeldReview,
    Paper,
    ReasonCode,
    ReviewHasClosed,
    ReviewKind,
    ReviewNotOpenYet,
    Stage,
    Unit,
    adjourned_until,
    check_can_be_planned,
    check_takes_views,
    midpoint,
    moved,
    next_review,
    opens_on,
    paperwork,
    preparation,
    stage_after_holding,
    stage_after_planning,
    views_close_on,
    working_days_between,
)

ENGLAND = bank_holidays("england")


def day(text: str) -> date:
    return date.fromisoformat(text)


def a_child(
    *,
    care: list[tuple[str, str | None]] | None = None,
    born: str = "2012-05-01",
    nation: str = "england",
    intervals: CouncilIntervals | None = None,
    authority: str | None = None,
    placed: str | None = None,
    returned: str | None = None,
    short_breaks: list[tuple[str, str | None]] | None = None,
    care_leaver: bool = False,
    to_25: bool = False,
) -> CareFacts:
    def maybe(text: str | None) -> date | None:
        return day(text) if text else None

    return CareFacts(
        child_id=UUID(int=1),
        nation=nation,
        born_on=day(born),
        care_periods=tuple(
            CarePeriodFacts(started_on=day(start), ended_on=maybe(end)) for start, end in care or []
        ),
        adoption_authority_on=maybe(authority),
        placed_for_adoption_on=maybe(placed),
        adoption_placement_ended_on=maybe(returned),
        short_breaks=tuple(
            ShortBreaksFacts(started_on=day(start), ended_on=maybe(end))
            for start, end in short_breaks or []
        ),
        care_leaver=care_leaver,
        wants_support_to_25=to_25,
        intervals=intervals or CouncilIntervals(),
    )


def due(facts: CareFacts, held: str = "", on: str = "2026-11-21") -> DueReview | None:
    history = [HeldReview(day(text)) for text in held.split()]
    return next_review(facts, history, bank_holidays=bank_holidays(facts.nation), on=day(on))


def answer(review: DueReview | None) -> tuple[str, str, int] | None:
    return review and (review.due_by.isoformat(), review.reason.code.value, review.sequence)


@pytest.mark.parametrize("nation", ["england", "wales"])
@pytest.mark.parametrize(
    ("started", "expected", "skipped"),
    [
        ("2025-03-31", "2025-04-30", ("good_friday", "easter_monday")),
        ("2025-12-15", "2026-01-15", ("christmas", "new_year")),
        ("2026-03-16", "2026-04-15", ("good_friday", "easter_monday")),
        ("2026-06-01", "2026-06-29", ()),
        ("2022-09-05", "2022-10-04", ("extra_bank_holiday",)),  # the Queen's funeral
        ("2026-06-06", "2026-07-03", ()),  # a Saturday
        ("2026-12-24", "2027-01-26", ("christmas", "new_year")),  # Boxing Day is a Saturday
    ],
)
def test_the_first_review_is_due_within_20_working_days(
    nation: str, started: str, expected: str, skipped: tuple[str, ...]
) -> None:
    review = due(a_child(care=[(started, None)], nation=nation), on=started)
    assert review is not None
    assert answer(review) == (expected, "first_working_days", 1)
    assert review.reason.skipped == skipped
    assert review.reason.counted_from == day(started)
    assert (review.reason.amount, review.reason.unit) == (20, Unit.WORKING_DAYS)
    assert review.reason.confirmed
    assert not review.reason.stricter


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("2025-06-27", ("2025-09-27", "second_months", 2)),
        ("2025-06-27 2025-09-20", ("2026-03-20", "later_months", 3)),
        ("2025-06-27 2025-09-20 2026-03-01", ("2026-09-01", "later_months", 4)),
        ("2025-08-31 2025-11-30", ("2026-05-30", "later_months", 3)),
        ("2025-08-31", ("2025-11-30", "second_months", 2)),  # no 31 November
        ("2025-08-01 2025-08-31", ("2026-02-28", "later_months", 3)),  # nor 31 February
        ("2025-06-20 2025-06-27 2025-06-27", ("2025-12-27", "later_months", 3)),  # said twice
        ("2025-06-02", ("2025-09-02", "second_months", 2)),
    ],
)
def test_later_reviews_count_from_the_one_before(held: str, expected: tuple[str, str, int]) -> None:
    assert answer(due(a_child(care=[("2025-06-01", None)]), held)) == expected


def test_a_review_that_was_not_held_stays_due_on_its_old_day() -> None:
    review = due(a_child(care=[("2025-06-01", None)]), on="2026-11-21")
    assert answer(review) == ("2025-06-27", "first_working_days", 1)


def test_a_new_time_in_care_starts_again_and_inherits_no_review() -> None:
    child = a_child(care=[("2024-01-08", "2025-03-01"), ("2026-10-05", None)])
    held = "2024-02-01 2024-05-01 2024-11-01 2026-10-05"
    assert answer(due(child, held)) == ("2026-11-02", "first_working_days", 1)


def test_a_child_at_home_is_owed_no_review() -> None:
    assert due(a_child(care=[("2024-01-08", "2025-03-01")]), "2024-02-01") is None
    assert due(a_child()) is None
    assert due(a_child(care=[("2026-11-22", None)])) is None


def test_nobody_is_looked_after_from_18_on() -> None:
    child = a_child(care=[("2020-01-06", None)], born="2008-11-21")
    assert due(child, "2026-09-01", on="2026-11-20") is not None
    assert due(child, "2026-09-01", on="2026-11-21") is None


@pytest.mark.parametrize("nation", ["england", "wales"])
@pytest.mark.parametrize(
    ("held", "expected"),
    [
        # authority on 20 June: within three months of it, though the care clock would say December
        ("2026-03-01 2026-06-10", ("2026-09-20", "adoption_authority", 3)),
        # the review held since has answered it
        ("2026-03-01 2026-06-10 2026-09-15", ("2027-03-15", "later_months", 4)),
        # the care clock still runs, and is earlier
        ("2026-06-08", ("2026-09-08", "second_months", 2)),
    ],
)
def test_authority_to_place_for_adoption_brings_the_review_forward(
    nation: str, held: str, expected: tuple[str, str, int]
) -> None:
    child = a_child(care=[("2026-02-02", None)], authority="2026-06-20", nation=nation)
    assert answer(due(child, held)) == expected


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("", ("2026-08-29", "adoption_placed_first", 1)),
        ("2026-08-20", ("2026-11-20", "adoption_placed_second", 2)),
        ("2026-08-20 2026-11-01", ("2027-05-01", "adoption_placed_later", 3)),
    ],
)
def test_being_placed_for_adoption_starts_the_cycle_again(
    held: str, expected: tuple[str, str, int]
) -> None:
    child = a_child(care=[("2025-02-03", None)], authority="2026-05-01", placed="2026-08-01")
    before = "2025-03-01 2025-06-01 2025-12-01 2026-06-01 2026-08-01 "
    review = due(child, before + held)
    assert review is not None
    assert answer(review) == expected
    assert review.kind is ReviewKind.ADOPTION


def test_a_child_who_comes_back_from_an_adoption_placement_is_reviewed_soon() -> None:
    child = a_child(
        care=[("2025-02-03", None)],
        authority="2026-03-01",
        placed="2026-05-01",
        returned="2026-10-01",
    )
    held = "2025-03-01 2025-06-01 2025-12-01 2026-05-20 2026-08-10"
    review = due(child, held)
    assert review is not None
    assert answer(review) == ("2026-11-12", "adoption_placement_ended", 6)
    assert not review.reason.confirmed
    assert answer(due(child, held + " 2026-11-10")) == ("2027-05-10", "later_months", 7)


def test_an_adopted_child_is_owed_no_review() -> None:
    child = a_child(care=[("2025-02-03", "2026-11-01")], placed="2026-05-01")
    assert due(child, "2025-03-01") is None


@pytest.mark.parametrize("nation", ["england", "wales"])
@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("", ("2026-11-30", "short_breaks_first", 1)),
        ("2026-10-15", ("2027-04-15", "short_breaks_later", 2)),
        ("2026-09-15 2026-10-15", ("2027-04-15", "short_breaks_later", 3)),
    ],
)
def test_short_breaks_are_reviewed_at_three_months_and_then_every_six(
    nation: str, held: str, expected: tuple[str, str, int]
) -> None:
    review = due(a_child(short_breaks=[("2026-08-31", None)], nation=nation), held)
    assert review is not None
    assert answer(review) == expected
    assert review.kind is ReviewKind.SHORT_BREAKS
    assert not review.reason.confirmed


def test_short_breaks_that_ended_owe_nothing_and_care_comes_before_them() -> None:
    assert due(a_child(short_breaks=[("2026-01-05", "2026-10-01")])) is None
    both = a_child(short_breaks=[("2026-01-05", None)], care=[("2026-11-02", None)])
    assert answer(due(both)) == ("2026-11-30", "first_working_days", 1)


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_a_pathway_plan_is_reviewed_every_six_months_after_care(nation: str) -> None:
    child = a_child(
        care=[("2020-01-06", "2026-05-10")], born="2008-05-10", care_leaver=True, nation=nation
    )
    # the plan was last reviewed in care, at 17
    review = due(child, "2022-03-01 2026-02-10")
    assert review is not None
    assert answer(review) == ("2026-08-10", "pathway_months", 1)
    assert review.kind is ReviewKind.PATHWAY
    assert answer(due(child, "2026-02-10 2026-08-01")) == ("2027-02-01", "pathway_months", 2)
    # never reviewed since 16: from the day of leaving
    assert answer(due(child, "2022-03-01")) == ("2026-11-10", "pathway_months", 1)


def test_a_care_leaver_without_a_last_day_left_at_18() -> None:
    child = a_child(care=[("2020-01-06", None)], born="2008-05-10", care_leaver=True)
    assert answer(due(child)) == ("2026-11-10", "pathway_months", 1)


def test_a_pathway_plan_ends_at_21_or_at_25_by_choice() -> None:
    care = [("2018-01-08", "2023-12-01")]
    at_21 = a_child(care=care, born="2005-12-01", care_leaver=True)
    assert due(at_21, "2026-06-20", on="2026-11-21") is None  # the next would come after 21
    assert due(at_21, "2026-05-20", on="2026-11-21") is not None
    assert due(at_21, "2026-05-20", on="2026-12-01") is None
    to_25 = a_child(care=care, born="2005-12-01", care_leaver=True, to_25=True)
    assert answer(due(to_25, "2026-06-20", on="2026-12-01")) == ("2026-12-20", "pathway_months", 2)
    assert due(to_25, "2026-06-20", on="2030-12-01") is None


@pytest.mark.parametrize(
    ("intervals", "held", "expected", "stricter"),
    [
        (CouncilIntervals(first_days=28), "", ("2026-01-12", "first_working_days"), True),
        (CouncilIntervals(first_working_days=10), "", ("2025-12-31", "first_working_days"), True),
        (CouncilIntervals(first_working_days=30), "", ("2026-01-15", "first_working_days"), False),
        (CouncilIntervals(second_months=2), "2026-01-10", ("2026-03-10", "second_months"), True),
        (CouncilIntervals(second_months=3), "2026-01-10", ("2026-04-10", "second_months"), False),
        (
            CouncilIntervals(later_months=4),
            "2026-01-10 2026-03-10",
            ("2026-07-10", "later_months"),
            True,
        ),
        (
            CouncilIntervals(later_months=12),
            "2026-01-10 2026-03-10",
            ("2026-09-10", "later_months"),
            False,
        ),
    ],
)
def test_a_council_may_ask_more_of_itself_and_never_less(
    intervals: CouncilIntervals, held: str, expected: tuple[str, str], stricter: bool
) -> None:
    review = due(a_child(care=[("2025-12-15", None)], intervals=intervals), held)
    assert review is not None
    assert (review.due_by.isoformat(), review.reason.code.value) == expected
    assert review.reason.stricter is stricter


def test_28_days_are_no_excuse_when_20_working_days_end_sooner() -> None:
    came_on_a_saturday = a_child(
        care=[("2026-06-06", None)], intervals=CouncilIntervals(first_days=28)
    )
    review = due(came_on_a_saturday, on="2026-06-06")
    assert review is not None
    assert review.due_by == day("2026-07-03")
    assert not review.reason.stricter


def test_a_council_may_review_children_under_five_every_three_months() -> None:
    ours = CouncilIntervals(young_child_months=3)
    held = "2026-01-10 2026-03-10"
    four = a_child(care=[("2025-12-15", None)], intervals=ours, born="2021-03-11")
    assert answer(due(four, held)) == ("2026-06-10", "young_child_months", 3)
    five = a_child(care=[("2025-12-15", None)], intervals=ours, born="2021-03-10")
    assert answer(due(five, held)) == ("2026-09-10", "later_months", 3)


def test_a_council_may_review_within_28_days_of_a_placement_order() -> None:
    child = a_child(
        care=[("2025-12-15", None)],
        authority="2026-06-20",
        intervals=CouncilIntervals(adoption_authority_days=28),
    )
    assert answer(due(child, "2026-01-10 2026-03-10")) == ("2026-07-18", "adoption_authority", 3)


def test_born_on_29_february_they_turn_18_on_1_march() -> None:
    child = a_child(care=[("2020-01-06", None)], born="2008-02-29")
    assert due(child, on="2026-02-28") is not None
    assert due(child, on="2026-03-01") is None


def test_both_nations_have_a_limit_for_everything_that_the_law_limits() -> None:
    limited = set(ReasonCode) - {ReasonCode.YOUNG_CHILD, ReasonCode.BROUGHT_FORWARD}
    assert set(LAW["england"]) == limited
    assert set(LAW["wales"]) == limited


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        ("2026-11-20", "2026-11-20", 0),
        ("2026-11-20", "2026-11-22", 0),  # a weekend
        ("2026-11-20", "2026-11-23", 1),
        ("2026-12-24", "2026-12-29", 1),  # Christmas, and Boxing Day on Monday instead
        ("2026-11-23", "2026-11-20", -1),
    ],
)
def test_working_days_are_counted_both_ways(after: str, until: str, days: int) -> None:
    assert working_days_between(day(after), day(until), bank_holidays=ENGLAND) == days


def test_a_review_opens_20_working_days_before_it_is_due_or_meets() -> None:
    def opening(due_by: str, meets: str | None) -> date:
        return opens_on(
            day(due_by),
            day(meets) if meets else None,
            working_days=20,
            bank_holidays=ENGLAND,
        )

    assert opening("2026-06-29", None) == day("2026-06-01")
    assert opening("2026-06-29", "2026-06-22") == day("2026-05-22")  # over a bank holiday
    assert opening("2026-06-29", "2026-07-10") == day("2026-06-01")  # planned too late


def test_views_close_on_the_day_of_the_meeting_or_when_it_is_due() -> None:
    today = day("2026-11-21")
    assert views_close_on(day("2026-12-01"), day("2026-11-25"), on=today) == day("2026-11-25")
    assert views_close_on(day("2026-12-01"), None, on=today) == day("2026-12-01")
    assert views_close_on(day("2026-11-01"), None, on=today) is None


def test_the_papers_before_and_after_a_meeting_have_their_days() -> None:
    before = preparation(day("2026-04-15"), bank_holidays=ENGLAND)
    assert before.child_asked_by == day("2026-03-16")
    assert before.invitations_by == day("2026-04-05")
    assert before.social_worker_report_by == day("2026-04-10")
    after = paperwork(day("2026-12-18"), bank_holidays=ENGLAND)
    assert after == {
        Paper.DECISIONS: day("2026-12-29"),
        Paper.CARE_PLAN: day("2027-01-06"),
        Paper.RECORD: day("2027-01-13"),
        Paper.GIVEN_TO_ALL: day("2027-01-20"),
    }
    assert adjourned_until(day("2026-12-18"), bank_holidays=ENGLAND) == day("2027-01-20")


def test_the_promises_are_looked_at_half_way_to_the_next_review_on_a_working_day() -> None:
    # Half way from 18 December to 18 June is 19 March; of 18 September and 4 January Christmas.
    assert midpoint(day("2026-12-18"), day("2027-06-18"), bank_holidays=ENGLAND) == day(
        "2027-03-19"
    )
    assert midpoint(day("2026-11-20"), day("2027-02-02"), bank_holidays=ENGLAND) == day(
        "2026-12-24"
    )


@pytest.mark.parametrize("stage", Stage)
def test_views_are_taken_only_while_a_review_is_open(stage: Stage) -> None:
    if stage in (Stage.OPEN_FOR_VIEWS, Stage.READY):
        check_takes_views(stage)
        return
    refusal = ReviewNotOpenYet if stage is Stage.PLANNED else ReviewHasClosed
    with pytest.raises(refusal):
        check_takes_views(stage)


@pytest.mark.parametrize("stage", Stage)
def test_a_review_is_planned_until_its_meeting_begins(stage: Stage) -> None:
    if stage in (Stage.PLANNED, Stage.OPEN_FOR_VIEWS, Stage.READY):
        check_can_be_planned(stage)
    else:
        with pytest.raises(ReviewHasClosed):
            check_can_be_planned(stage)


@pytest.mark.parametrize("stage", Stage)
def test_a_review_that_was_held_elsewhere_is_over_and_one_held_here_goes_on(stage: Stage) -> None:
    expected = {
        Stage.MEETING: Stage.WRITING_UP,
        Stage.WRITING_UP: Stage.WRITING_UP,
        Stage.SHARED: Stage.SHARED,
    }
    assert stage_after_holding(stage) is expected.get(stage, Stage.CLOSED)


def test_a_review_never_skips_a_stage_or_goes_back_to_one_that_is_over() -> None:
    for stage, to in (
        (Stage.PLANNED, Stage.SHARED),
        (Stage.WRITING_UP, Stage.READY),
        (Stage.CLOSED, Stage.SHARED),
    ):
        with pytest.raises(ValueError, match=to.value):
            moved(stage, to)


def test_a_settled_plan_makes_an_open_review_ready_and_a_lost_one_takes_it_back() -> None:
    assert stage_after_planning(Stage.PLANNED, settled=True) is Stage.PLANNED
    assert stage_after_planning(Stage.OPEN_FOR_VIEWS, settled=True) is Stage.READY
    assert stage_after_planning(Stage.READY, settled=False) is Stage.OPEN_FOR_VIEWS
