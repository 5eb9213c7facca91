"""When a review is brought forward: the grounds, the cases one by one, and what always holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadair.children.rules import CareFacts
from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import (
    DueReview,
    EarlyReview,
    HeldReview,
    ReasonCode,
    ReviewKind,
    Trigger,
    check_hold_by,
    ground_of,
    grounds_of,
    next_review,
    told_to_the_child,
)
from cadair.reviews.rules.early import GROUNDS
from tests.backend.reviews.test_clock_properties import NATIONS, children_in_care
from tests.backend.reviews.test_rules import a_child, day

IN_CARE = {"care": [("2026-01-05", None)]}
HELD = "2026-01-30 2026-04-28"  # so the law asks for the third by 28 October
triggers = st.sampled_from(Trigger)


def early(trigger: str, asked_on: str, hold_by: str) -> EarlyReview:
    return EarlyReview(trigger=Trigger(trigger), asked_on=day(asked_on), hold_by=day(hold_by))


def ask(
    facts: CareFacts, held: str, *asked: EarlyReview, on: str = "2026-06-15"
) -> DueReview | None:
    return next_review(
        facts,
        [HeldReview(day(text)) for text in held.split()],
        asked,
        bank_holidays=bank_holidays(facts.nation),
        on=day(on),
    )


@pytest.mark.parametrize(
    ("trigger", "asked_on", "hold_by", "expected"),
    [
        ("child_asks", "2026-06-10", "2026-07-01", ("2026-07-01", "brought_forward")),
        ("home_changed", "2026-06-10", "2026-06-20", ("2026-06-20", "brought_forward")),
        # never later than the law's own day, which is then the reason
        ("child_asks", "2026-06-10", "2026-12-01", ("2026-10-28", "later_months")),
        ("child_asks", "2026-06-10", "2026-10-28", ("2026-10-28", "later_months")),
        # the day has passed and it was not held: that review is late
        ("child_asks", "2026-05-01", "2026-05-20", ("2026-05-20", "brought_forward")),
        # asked for before the last review was held: that was it
        ("child_asks", "2026-04-27", "2026-05-20", ("2026-10-28", "later_months")),
        # asked for on the day of the last review: for the next one
        ("officer_asks", "2026-04-28", "2026-07-01", ("2026-07-01", "brought_forward")),
        # tomorrow's asking is not known today
        ("child_asks", "2026-06-16", "2026-07-01", ("2026-10-28", "later_months")),
        # no ground for a child who is looked after
        ("unregulated_move", "2026-06-10", "2026-07-01", ("2026-10-28", "later_months")),
        ("worker_asks", "2026-06-10", "2026-07-01", ("2026-10-28", "later_months")),
        ("family_support_team", "2026-06-10", "2026-07-01", ("2026-10-28", "later_months")),
    ],
)
def test_a_review_is_brought_forward(
    trigger: str, asked_on: str, hold_by: str, expected: tuple[str, str]
) -> None:
    review = ask(a_child(**IN_CARE), HELD, early(trigger, asked_on, hold_by))
    assert review is not None
    assert (review.due_by.isoformat(), review.reason.code.value) == expected
    assert review.sequence == 3


def test_the_reason_says_who_asked_when_and_by_which_law() -> None:
    review = ask(
        a_child(**IN_CARE, nation="wales"), HELD, early("child_asks", "2026-06-10", "2026-07-01")
    )
    assert review is not None
    reason = review.reason
    assert (reason.trigger, reason.counted_from) == (Trigger.CHILD_ASKS, day("2026-06-10"))
    assert (reason.source, reason.confirmed) == ("SI 2015/1818 reg 39(3)(c) and (4)", True)
    assert not reason.stricter


def test_the_earliest_of_several_holds() -> None:
    asked = (
        early("child_asks", "2026-06-10", "2026-07-10"),
        early("excluded", "2026-06-11", "2026-07-01"),
    )
    review = ask(a_child(**IN_CARE), HELD, *asked)
    assert review is not None
    assert review.reason.trigger is Trigger.EXCLUDED


def test_once_held_the_clock_goes_on_from_it() -> None:
    asked = early("child_asks", "2026-06-10", "2026-07-01")
    review = ask(a_child(**IN_CARE), f"{HELD} 2026-06-30", asked, on="2026-07-02")
    assert review is not None
    assert (review.due_by, review.reason.code) == (day("2026-12-30"), ReasonCode.LATER)


def test_a_new_time_in_care_or_an_adoption_placement_does_not_inherit_it() -> None:
    asked = early("child_asks", "2026-03-10", "2026-07-01")
    again = a_child(care=[("2026-01-05", "2026-04-01"), ("2026-06-01", None)])
    placed = a_child(**IN_CARE, placed="2026-06-01")
    for facts in (again, placed):
        review = ask(facts, "2026-01-30", asked)
        assert review is not None
        assert review.reason.code is not ReasonCode.BROUGHT_FORWARD
    since = early("child_asks", "2026-06-02", "2026-06-20")
    review = ask(placed, "2026-01-30", since)
    assert review is not None
    assert (review.due_by, review.kind) == (day("2026-06-20"), ReviewKind.ADOPTION)
    assert not review.reason.confirmed  # the grounds of an adoption placement were not read


LEAVER = {"care": [("2020-01-06", None)], "born": "2008-02-01", "care_leaver": True}


@pytest.mark.parametrize(
    ("trigger", "asked_on", "hold_by", "expected"),
    [
        ("unregulated_move", "2026-06-01", "2026-06-29", "2026-06-29"),
        ("unregulated_move", "2026-06-01", "2026-06-10", "2026-06-10"),
        ("unregulated_move", "2026-06-01", "2026-07-30", "2026-06-29"),  # 28 days and no more
        ("child_asks", "2026-06-01", "2026-07-01", "2026-07-01"),
        ("worker_asks", "2026-06-01", "2026-07-01", "2026-07-01"),
        ("harm_enquiry", "2026-06-01", "2026-07-01", "2026-08-01"),
    ],
)
def test_a_pathway_plan_is_looked_at_sooner(
    trigger: str, asked_on: str, hold_by: str, expected: str
) -> None:
    review = ask(a_child(**LEAVER), "", early(trigger, asked_on, hold_by))
    assert review is not None
    assert (review.due_by.isoformat(), review.kind) == (expected, ReviewKind.PATHWAY)


def test_asking_makes_a_last_review_owed_before_support_ends() -> None:
    facts = a_child(**{**LEAVER, "born": "2005-10-01"})  # 21 on 1 October
    assert ask(facts, "2026-05-01") is None
    review = ask(facts, "2026-05-01", early("child_asks", "2026-06-01", "2026-07-01"))
    assert review is not None
    assert review.due_by == day("2026-07-01")


@given(children_in_care(), triggers, st.integers(0, 400), st.integers(0, 400))
def test_no_asking_ever_makes_a_review_later(
    case: tuple[CareFacts, list[date], date], trigger: Trigger, ago: int, within: int
) -> None:
    facts, held, on = case
    asked_on = on - timedelta(days=ago)
    asked = EarlyReview(
        trigger=trigger, asked_on=asked_on, hold_by=asked_on + timedelta(days=within)
    )
    law = next_review(
        facts, [HeldReview(each) for each in held], bank_holidays=bank_holidays(facts.nation), on=on
    )
    both = next_review(
        facts,
        [HeldReview(each) for each in held],
        [asked],
        bank_holidays=bank_holidays(facts.nation),
        on=on,
    )
    assert law is not None
    assert both is not None
    assert both.due_by <= law.due_by
    sooner = both.reason.code is ReasonCode.BROUGHT_FORWARD
    assert sooner is (both.due_by < law.due_by)
    if sooner:
        assert both.due_by == asked.hold_by
        assert facts.care_periods[0].started_on <= asked_on
        assert not [each for each in held if asked_on < each <= on]
    else:
        assert both == law


@given(children_in_care(), triggers, st.integers(1, 400), st.integers(0, 60))
def test_what_was_asked_before_this_time_in_care_counts_for_nothing(
    case: tuple[CareFacts, list[date], date], trigger: Trigger, before: int, within: int
) -> None:
    facts, held, on = case
    start = facts.care_periods[0].started_on
    asked_on = start - timedelta(days=before)
    asked = EarlyReview(
        trigger=trigger, asked_on=asked_on, hold_by=asked_on + timedelta(days=within)
    )
    reviews = [HeldReview(each) for each in held]
    closed = bank_holidays(facts.nation)
    assert next_review(facts, reviews, [asked], bank_holidays=closed, on=on) == next_review(
        facts, reviews, bank_holidays=closed, on=on
    )


@given(children_in_care(), st.integers(0, 60), st.integers(1, 60))
def test_a_review_held_after_it_was_asked_for_spends_the_asking(
    case: tuple[CareFacts, list[date], date], within: int, later: int
) -> None:
    facts, held, on = case
    asked = EarlyReview(
        trigger=Trigger.CHILD_ASKS, asked_on=on, hold_by=on + timedelta(days=within)
    )
    then = on + timedelta(days=later)
    if (then - facts.born_on).days >= 18 * 365:
        return
    reviews = [HeldReview(each) for each in (*held, then)]
    closed = bank_holidays(facts.nation)
    assert next_review(facts, reviews, [asked], bank_holidays=closed, on=then) == next_review(
        facts, reviews, bank_holidays=closed, on=then
    )


@pytest.mark.parametrize("nation", NATIONS)
def test_every_ground_says_where_it_was_read_and_stands_once_for_each_kind(nation: str) -> None:
    for kind in ReviewKind:
        of_kind = grounds_of(nation, kind)
        assert len({ground.trigger for ground in of_kind}) == len(of_kind)
        assert all(ground.source.startswith("SI ") for ground in of_kind)
        assert ground_of(nation, kind, Trigger.CHILD_ASKS) in of_kind  # everywhere a child may ask
        assert ground_of(nation, kind, Trigger.OFFICER_ASKS) in of_kind
    assert {ground.trigger for each in GROUNDS.values() for ground in each} == set(Trigger)


def test_only_what_was_read_in_the_law_is_confirmed() -> None:
    confirmed = {
        (nation, kind)
        for nation in NATIONS
        for kind in ReviewKind
        if any(ground.confirmed for ground in grounds_of(nation, kind))
    }
    assert confirmed == {("wales", ReviewKind.LOOKED_AFTER)}


def test_only_a_looked_after_childs_own_asking_may_be_refused() -> None:
    refusable = {
        (ground.trigger, kind)
        for nation in NATIONS
        for kind in ReviewKind
        for ground in grounds_of(nation, kind)
        if ground.officer_may_refuse
    }
    assert {trigger for trigger, _ in refusable} == {Trigger.CHILD_ASKS}
    assert ReviewKind.PATHWAY not in {kind for _, kind in refusable}


@pytest.mark.parametrize(
    ("trigger", "told"),
    [
        ("child_asks", "child_asks"),
        ("home_changed", "home_changed"),
        ("harm_enquiry", "officer_asks"),
        ("charged", "officer_asks"),
        ("care_ending", "officer_asks"),
    ],
)
def test_a_child_hears_of_what_is_grave_from_a_person(trigger: str, told: str) -> None:
    assert told_to_the_child(Trigger(trigger)) is Trigger(told)


@pytest.mark.parametrize(
    ("hold_by", "due_by", "fault"),
    [
        ("2026-07-01", "2026-10-28", None),
        ("2026-10-28", "2026-10-28", None),
        ("2026-10-29", "2026-10-28", "not_sooner"),
        ("2026-06-14", "2026-10-28", "in_the_past"),
        ("2026-06-15", "2026-10-28", None),
        ("2026-07-01", "2026-06-01", None),  # late already: any day from now is sooner than never
    ],
)
def test_the_day_to_hold_it_by_is_sooner_than_the_laws(
    hold_by: str, due_by: str, fault: str | None
) -> None:
    ground = ground_of("england", ReviewKind.LOOKED_AFTER, Trigger.CHILD_ASKS)
    assert ground is not None
    assert (
        check_hold_by(
            day(hold_by),
            ground=ground,
            asked_on=day("2026-06-10"),
            due_by=day(due_by),
            on=day("2026-06-15"),
        )
        == fault
    )


def test_a_move_leaves_28_days() -> None:
    ground = ground_of("england", ReviewKind.PATHWAY, Trigger.UNREGULATED_MOVE)
    assert ground is not None
    faults = [
        check_hold_by(
            day(hold_by),
            ground=ground,
            asked_on=day("2026-06-01"),
            due_by=day("2026-10-28"),
            on=day("2026-06-15"),
        )
        for hold_by in ("2026-06-29", "2026-06-30")
    ]
    assert faults == [None, "longer_than_the_law"]
