"""When a child's next review must be held by, and why.

Reviews run in cycles.  A cycle begins when a child becomes looked after, is placed for adoption,
starts having short breaks, or leaves care with a pathway plan; its first review counts from that
day, each later one from the review before.  A new cycle never inherits: reviews held on or before
the day it began are not its own.

While a child who may be placed for adoption waits, both the care clock and the adoption clock run,
and the earlier day holds.  Once the child is placed, the adoption clock replaces the care clock
(SI 2015/1818 regulation 3 for Wales; SI 2005/389 regulation 36(3) for England).

A review that was brought forward is due by the day that was set for it, and never later than the
law's own.  Any review held after it was asked for is the one that was asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cadair.children.rules import CareFacts, CarePeriodFacts, ShortBreaksFacts, birthday
from cadair.reviews.rules.early import EarlyReview, Trigger, ground_of
from cadair.reviews.rules.law import LAW, THE_COUNCIL, Limit, ReasonCode, ReviewKind, Unit
from cadair.reviews.rules.working_days import BankHolidays

ADULT_AT = 18
PLAN_FROM = 16  # a pathway plan takes the care plan's place
SUPPORT_ENDS_AT, SUPPORT_MAY_END_AT = 21, 25


@dataclass(frozen=True, slots=True)
class HeldReview:
    """A review that was held: for a series of meetings, the day on which it was complete."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a review is due when it is, in facts."""

    code: ReasonCode
    counted_from: date
    amount: int
    unit: Unit
    skipped: tuple[str, ...]  # the bank holidays that did not count
    stricter: bool  # the council asks more of itself than the law does
    source: str
    confirmed: bool  # read in the text of the law, or the council's own rule
    trigger: Trigger | None = None  # of a review that was brought forward


@dataclass(frozen=True, slots=True, kw_only=True)
class DueReview:
    """The next review."""

    kind: ReviewKind
    sequence: int  # within its cycle: 1 is the first review
    due_by: date
    reason: Reason


@dataclass(frozen=True, slots=True)
class Cycle:
    """A clock that is running: its steps in turn, the last one for ever after."""

    kind: ReviewKind
    started_on: date
    steps: tuple[ReasonCode, ...]


_CARE = (ReasonCode.FIRST, ReasonCode.SECOND, ReasonCode.LATER)
_ADOPTION = (ReasonCode.ADOPTION_FIRST, ReasonCode.ADOPTION_SECOND, ReasonCode.ADOPTION_LATER)
_SHORT_BREAKS = (ReasonCode.SHORT_BREAKS_FIRST, ReasonCode.SHORT_BREAKS_LATER)
_PATHWAY = (ReasonCode.PATHWAY,)
_EVERY_SIX_MONTHS = (ReasonCode.LATER, ReasonCode.ADOPTION_LATER)


def next_review(
    facts: CareFacts,
    history: Sequence[HeldReview],
    early: Sequence[EarlyReview] = (),
    *,
    bank_holidays: BankHolidays,
    on: date,
) -> DueReview | None:
    """The review that comes next as things stand on the day `on`; None when none is owed.

    `early` are the reviews that were asked for and granted, whether held since or not.

    A due day that has passed is given as it is: that review is late.
    """
    cycle = cycle_on(facts, on)
    if cycle is None:
        return None
    held = sorted({review.on for review in history if review.on <= on})
    due_by, duty = min(
        (
            (duty.limit.last_day(duty.counted_from, bank_holidays=bank_holidays), duty)
            for duty in (
                *_duties(facts, cycle, held, on),
                *_brought_forward(facts, cycle, held, early, on),
            )
        ),
        key=lambda candidate: (candidate[0], candidate[1].rank),
    )
    if cycle.kind is ReviewKind.PATHWAY and due_by >= _support_ends_on(facts):
        return None
    return DueReview(
        kind=cycle.kind,
        sequence=len(_later_than(cycle.started_on, held)) + 1,
        due_by=due_by,
        reason=_reason(duty, due_by, bank_holidays),
    )


def cycle_on(facts: CareFacts, on: date) -> Cycle | None:
    """The clock that is running on the day `on`."""
    care_began_on = _care_began_on(facts, on)
    if care_began_on is not None:
        placed_on = facts.placed_for_adoption_on
        if placed_on is not None and _covers(placed_on, facts.adoption_placement_ended_on, on):
            return Cycle(ReviewKind.ADOPTION, placed_on, _ADOPTION)
        return Cycle(ReviewKind.LOOKED_AFTER, care_began_on, _CARE)
    if on >= birthday(facts.born_on, ADULT_AT):
        return _after_care(facts, on)
    breaks_began_on = max(
        (each.started_on for each in facts.short_breaks if _covers_span(each, on)), default=None
    )
    if breaks_began_on is not None:
        return Cycle(ReviewKind.SHORT_BREAKS, breaks_began_on, _SHORT_BREAKS)
    return _after_care(facts, on)


@dataclass(frozen=True, slots=True)
class _Duty:
    """One limit that binds now, and the day it counts from."""

    code: ReasonCode
    limit: Limit
    counted_from: date
    trigger: Trigger | None = None

    @property
    def is_the_councils(self) -> bool:
        return self.limit.source == THE_COUNCIL

    @property
    def rank(self) -> int:
        """Of limits that end on one day the law's own is the reason, then the council's."""
        return 2 if self.trigger else int(self.is_the_councils)


def _duties(facts: CareFacts, cycle: Cycle, held: Sequence[date], on: date) -> Iterator[_Duty]:
    """Every limit that binds now; the earliest of them holds."""
    in_cycle = _later_than(cycle.started_on, held)
    step = cycle.steps[min(len(in_cycle), len(cycle.steps) - 1)]
    since = in_cycle[-1] if in_cycle else _counted_from(facts, cycle, held)
    yield from _the_laws_and_the_councils(facts, step, since)
    young_until = birthday(facts.born_on, facts.intervals.young_child_under)
    if facts.intervals.young_child_months and step in _EVERY_SIX_MONTHS and since < young_until:
        yield _Duty(
            ReasonCode.YOUNG_CHILD, _ours(facts.intervals.young_child_months, Unit.MONTHS), since
        )
    if cycle.kind is not ReviewKind.LOOKED_AFTER:
        return
    for code, day in (
        (ReasonCode.ADOPTION_AUTHORITY, facts.adoption_authority_on),
        (ReasonCode.ADOPTION_ENDED, facts.adoption_placement_ended_on),
    ):
        happened = day is not None and cycle.started_on <= day <= on
        if day is not None and happened and not _later_than(day, held):
            yield from _the_laws_and_the_councils(facts, code, day)


def _brought_forward(
    facts: CareFacts,
    cycle: Cycle,
    held: Sequence[date],
    early: Sequence[EarlyReview],
    on: date,
) -> Iterator[_Duty]:
    """What was asked for in this cycle and has not been held since."""
    for asked in early:
        ground = ground_of(facts.nation, cycle.kind, asked.trigger)
        if ground is None or not cycle.started_on <= asked.asked_on <= on:
            continue
        if _later_than(asked.asked_on, held):
            continue
        days = (asked.hold_by - asked.asked_on).days
        if ground.days is not None:
            days = min(days, ground.days)
        limit = Limit(days, Unit.DAYS, ground.source, confirmed=ground.confirmed)
        yield _Duty(ReasonCode.BROUGHT_FORWARD, limit, asked.asked_on, asked.trigger)


def _the_laws_and_the_councils(facts: CareFacts, code: ReasonCode, since: date) -> Iterator[_Duty]:
    yield _Duty(code, LAW[facts.nation][code], since)
    ours = facts.intervals
    for amount, unit in {
        ReasonCode.FIRST: (
            (ours.first_working_days, Unit.WORKING_DAYS),
            (ours.first_days, Unit.DAYS),
        ),
        ReasonCode.SECOND: ((ours.second_months, Unit.MONTHS),),
        ReasonCode.LATER: ((ours.later_months, Unit.MONTHS),),
        ReasonCode.ADOPTION_LATER: ((ours.later_months, Unit.MONTHS),),
        ReasonCode.ADOPTION_AUTHORITY: ((ours.adoption_authority_days, Unit.DAYS),),
        ReasonCode.PATHWAY: ((ours.pathway_months, Unit.MONTHS),),
    }.get(code, ()):
        if amount is not None:
            yield _Duty(code, _ours(amount, unit), since)


def _ours(amount: int, unit: Unit) -> Limit:
    return Limit(amount, unit, THE_COUNCIL)


def _counted_from(facts: CareFacts, cycle: Cycle, held: Sequence[date]) -> date:
    """Where a cycle without a review of its own counts from: the day it began.

    A pathway plan is the exception: it was reviewed with the care plan from 16 on, so after care
    the six months go on from the last of those reviews.
    """
    if cycle.kind is not ReviewKind.PATHWAY:
        return cycle.started_on
    from_16 = birthday(facts.born_on, PLAN_FROM)
    return max((day for day in held if day >= from_16), default=cycle.started_on)


def _reason(duty: _Duty, due_by: date, bank_holidays: BankHolidays) -> Reason:
    skipped: tuple[str, ...] = ()
    if duty.limit.unit is Unit.WORKING_DAYS:
        days = bank_holidays.on_weekdays(after=duty.counted_from, until=due_by)
        skipped = tuple(dict.fromkeys(bank_holidays.name(day) or "" for day in days))
    return Reason(
        code=duty.code,
        counted_from=duty.counted_from,
        amount=duty.limit.amount,
        unit=duty.limit.unit,
        skipped=skipped,
        stricter=duty.is_the_councils,
        source=duty.limit.source,
        confirmed=duty.limit.confirmed,
        trigger=duty.trigger,
    )


def _care_began_on(facts: CareFacts, on: date) -> date | None:
    """The first day of the care period that `on` falls in; nobody is looked after from 18 on."""
    if on >= birthday(facts.born_on, ADULT_AT):
        return None
    return max(
        (period.started_on for period in facts.care_periods if _covers_span(period, on)),
        default=None,
    )


def _after_care(facts: CareFacts, on: date) -> Cycle | None:
    """A care leaver's clock, from the day that care ended until support does."""
    adult_on = birthday(facts.born_on, ADULT_AT)
    left_on = max(
        (
            min(period.ended_on or adult_on, adult_on)
            for period in facts.care_periods
            if period.started_on <= on
        ),
        default=None,
    )
    if not facts.care_leaver or left_on is None or not left_on <= on < _support_ends_on(facts):
        return None
    return Cycle(ReviewKind.PATHWAY, left_on, _PATHWAY)


def _support_ends_on(facts: CareFacts) -> date:
    age = SUPPORT_MAY_END_AT if facts.wants_support_to_25 else SUPPORT_ENDS_AT
    return birthday(facts.born_on, age)


def _covers_span(span: CarePeriodFacts | ShortBreaksFacts, on: date) -> bool:
    return _covers(span.started_on, span.ended_on, on)


def _covers(started_on: date, ended_on: date | None, on: date) -> bool:
    return started_on <= on and (ended_on is None or on < ended_on)


def _later_than(day: date, days: Sequence[date]) -> Sequence[date]:
    return [each for each in days if each > day]
