"""What holds of the clock whatever the child: checked against the law counted by hand."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import assume, given
from hypothesis import strategies as st

from cadair.children.rules import CareFacts, CarePeriodFacts, CouncilIntervals
from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import DueReview, HeldReview, next_review, working_days_between

NATIONS = ("england", "wales")
days = st.dates(min_value=date(2015, 1, 1), max_value=date(2030, 12, 31))
gaps = st.lists(st.integers(min_value=1, max_value=400), max_size=6)
months = st.none() | st.integers(min_value=1, max_value=12)
intervals = st.builds(
    CouncilIntervals,
    first_working_days=st.none() | st.integers(min_value=1, max_value=40),
    first_days=st.none() | st.integers(min_value=1, max_value=60),
    second_months=months,
    later_months=months,
    young_child_months=months,
    adoption_authority_days=st.none() | st.integers(min_value=1, max_value=120),
    pathway_months=months,
)


def slow_20_working_days(start: date, nation: str) -> date:
    """By a calendar on the wall: cross off every day, and count those when offices are open."""
    closed = bank_holidays(nation)
    open_days: list[date] = []
    day = start
    while len(open_days) < 20:
        day = day + timedelta(days=1)
        if day.strftime("%a") not in ("Sat", "Sun") and closed.name(day) is None:
            open_days.append(day)
    return open_days[-1]


def slow_months(start: date, count: int) -> date:
    """Month by month on the wall, always from the first of one to the first of the next."""
    first = start.replace(day=1)
    for _ in range(count):
        first = (first + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(start.day, monthrange(first.year, first.month)[1]))


def slow_statute(start: date, held: list[date], nation: str) -> date:
    if not held:
        return slow_20_working_days(start, nation)
    return slow_months(held[-1], 3 if len(held) == 1 else 6)


@st.composite
def children_in_care(draw: st.DrawFn) -> tuple[CareFacts, list[date], date]:
    """A child in care, the reviews held, and a day on which somebody asks."""
    started = draw(days)
    held: list[date] = []
    for gap in draw(gaps):
        held.append((held[-1] if held else started) + timedelta(days=gap))
    asked = (held[-1] if held else started) + timedelta(days=draw(st.integers(0, 500)))
    born = started - timedelta(days=draw(st.integers(0, 15 * 365)))
    assume((asked - born).days < 18 * 365)
    facts = CareFacts(
        child_id=UUID(int=1),
        nation=draw(st.sampled_from(NATIONS)),
        born_on=born,
        care_periods=(CarePeriodFacts(started_on=started),),
    )
    return facts, held, asked


def ask(facts: CareFacts, held: list[date], on: date) -> DueReview:
    review = next_review(
        facts,
        [HeldReview(day) for day in held],
        bank_holidays=bank_holidays(facts.nation),
        on=on,
    )
    assert review is not None
    return review


@given(children_in_care())
def test_the_clock_agrees_with_the_law_counted_by_hand(
    case: tuple[CareFacts, list[date], date],
) -> None:
    facts, held, on = case
    started = facts.care_periods[0].started_on
    review = ask(facts, held, on)
    assert review.due_by == slow_statute(started, held, facts.nation)
    assert review.sequence == len(held) + 1


@given(children_in_care(), intervals)
def test_no_council_setting_is_ever_later_than_the_law(
    case: tuple[CareFacts, list[date], date], ours: CouncilIntervals
) -> None:
    facts, held, on = case
    statute = ask(facts, held, on)
    strict = ask(replace(facts, intervals=ours), held, on)
    assert strict.due_by <= statute.due_by
    assert strict.reason.stricter is (strict.due_by < statute.due_by)


@given(children_in_care(), st.integers(0, 400), intervals)
def test_adoption_never_makes_a_review_later_than_waiting_for_it(
    case: tuple[CareFacts, list[date], date], ago: int, ours: CouncilIntervals
) -> None:
    facts, held, on = case
    before = ask(replace(facts, intervals=ours), held, on)
    authorised = replace(facts, intervals=ours, adoption_authority_on=on - timedelta(days=ago))
    assert ask(authorised, held, on).due_by <= before.due_by


@given(children_in_care(), st.integers(0, 400), intervals)
def test_a_placement_for_adoption_inherits_nothing(
    case: tuple[CareFacts, list[date], date], ago: int, ours: CouncilIntervals
) -> None:
    facts, held, on = case
    placed_on = max(on - timedelta(days=ago), facts.care_periods[0].started_on)
    placed = replace(facts, placed_for_adoption_on=placed_on, intervals=ours)
    since = [day for day in held if day > placed_on]
    assert ask(placed, held, on) == ask(placed, since, on)
    if not since:
        assert ask(placed, held, on).due_by == placed_on + timedelta(days=28)


@given(children_in_care(), st.integers(1, 2000), gaps)
def test_a_new_time_in_care_inherits_nothing(
    case: tuple[CareFacts, list[date], date], before: int, earlier_gaps: list[int]
) -> None:
    facts, held, on = case
    start = facts.care_periods[0].started_on
    earlier = CarePeriodFacts(started_on=start - timedelta(days=before), ended_on=start)
    twice = replace(facts, care_periods=(earlier, *facts.care_periods))
    old = [
        day for gap in earlier_gaps if (day := earlier.started_on + timedelta(days=gap)) <= start
    ]
    assert ask(twice, old + held, on) == ask(facts, held, on)


@given(children_in_care(), st.integers(1, 60))
def test_a_later_day_to_count_from_never_brings_the_review_forward(
    case: tuple[CareFacts, list[date], date], shift: int
) -> None:
    facts, held, on = case
    later = timedelta(days=shift)
    moved = replace(
        facts,
        care_periods=(CarePeriodFacts(started_on=facts.care_periods[0].started_on + later),),
        born_on=facts.born_on + later,
    )
    after = ask(moved, [day + later for day in held], on + later)
    assert after.due_by >= ask(facts, held, on).due_by


@given(children_in_care())
def test_holding_the_review_on_its_last_day_never_brings_the_next_one_forward(
    case: tuple[CareFacts, list[date], date],
) -> None:
    facts, held, on = case
    due_by = ask(facts, held, on).due_by
    assume(due_by > (held[-1] if held else facts.care_periods[0].started_on))
    assume((due_by - facts.born_on).days < 18 * 365)
    assert ask(facts, [*held, due_by], max(on, due_by)).due_by > due_by


@given(days, days, st.sampled_from(NATIONS))
def test_counting_by_weeks_agrees_with_counting_day_by_day(
    one: date, other: date, nation: str
) -> None:
    start, end = sorted((one, min(other, one + timedelta(days=900))))
    closed = bank_holidays(nation)
    slow = sum(
        1
        for offset in range(1, (end - start).days + 1)
        if (day := start + timedelta(days=offset)).weekday() < 5 and closed.name(day) is None
    )
    assert working_days_between(start, end, bank_holidays=closed) == slow
    assert working_days_between(end, start, bank_holidays=closed) == -slow
