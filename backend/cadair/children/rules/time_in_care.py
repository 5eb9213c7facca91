"""From episodes to what the law counts: periods of care, short breaks, adoption.

An episode ends whenever the legal status or the place changes, so one period of care is a run of
episodes.  It runs on when the next begins on the day that the last ended, or on the day after.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, zip_longest
from typing import Final

from cadair.children.rules.ages import birthday
from cadair.children.rules.care_facts import CarePeriodFacts, ShortBreaksFacts
from cadair.children.rules.episodes import (
    ADOPTION_AUTHORITY,
    CARE_GOES_ON,
    LEFT_FOR_GOOD,
    PLACED_BY_CONSENT,
    PLACED_FOR_ADOPTION,
    STARTS_CARE,
    EpisodeFacts,
)

NEXT_DAY: Final = timedelta(days=1)
# Nothing in the return says when an arrangement of short breaks ended.  Its reviews are six months
# apart, so a longer silence is read as a new arrangement.  Unconfirmed: to be settled in practice.
SILENCE_ENDS_SHORT_BREAKS: Final = timedelta(days=183)
ELIGIBLE_DAYS: Final = 91  # 13 weeks since the age of 14, some of it at 16 or later
ELIGIBLE_FROM, ELIGIBLE_AT, ADULT_AT = 14, 16, 18


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionFacts:
    """Where the present or latest period of care stands with adoption."""

    authority_on: date | None = None
    placed_on: date | None = None
    placement_ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInCare:
    """All that follows from a child's episodes."""

    periods: tuple[CarePeriodFacts, ...]
    short_breaks: tuple[ShortBreaksFacts, ...]
    adoption: AdoptionFacts
    starts_known: bool  # False: some period's first episode says that care had begun before it


def time_in_care(episodes: Iterable[EpisodeFacts], *, on: date) -> TimeInCare:
    """What the episodes amount to, as seen on the day `on`."""
    ordered = sorted(episodes, key=lambda episode: episode.began_on)
    runs = care_runs([episode for episode in ordered if not episode.is_short_break])
    breaks = [episode for episode in ordered if episode.is_short_break]
    return TimeInCare(
        periods=_periods(runs),
        short_breaks=_short_breaks(breaks, care=[run[0].began_on for run in runs], on=on),
        adoption=_adoption(runs[-1]) if runs else AdoptionFacts(),
        starts_known=all(
            run[0].reason_began == STARTS_CARE or _follows_a_break(run[0], breaks) for run in runs
        ),
    )


def care_runs(episodes: Sequence[EpisodeFacts]) -> list[list[EpisodeFacts]]:
    """The episodes, oldest first and without short breaks, run by run of unbroken care."""
    runs: list[list[EpisodeFacts]] = []
    for episode in episodes:
        if runs and goes_on(runs[-1][-1], episode):
            runs[-1].append(episode)
        else:
            runs.append([episode])
    return runs


def goes_on(before: EpisodeFacts, after: EpisodeFacts) -> bool:
    """Whether care went on from one episode into the next.

    The codes at both ends and the dates can disagree.  Care that is unbroken by date is broken
    only when both codes say so, and care with a gap is unbroken only when both codes say so.
    """
    if before.ended_on is None:
        return after.reason_began != STARTS_CARE
    left = before.reason_ended not in (CARE_GOES_ON, "")
    starts = after.reason_began == STARTS_CARE
    if after.began_on - before.ended_on <= NEXT_DAY:
        return not (left and starts)
    return not left and not starts


def is_care_leaver(
    periods: Sequence[CarePeriodFacts], *, last_reason: str, born_on: date, on: date
) -> bool:
    """Whether somebody who left care is owed a pathway plan.

    Thirteen weeks of care since 14, some of it at 16 or over, and care has ended, as it does for
    everybody at 18.
    """
    if not periods or last_reason in LEFT_FOR_GOOD:
        return False
    adult_on = birthday(born_on, ADULT_AT)
    from_14, from_16 = birthday(born_on, ELIGIBLE_FROM), birthday(born_on, ELIGIBLE_AT)
    ends = [min(period.ended_on or adult_on, adult_on) for period in periods]
    if ends[-1] > on:
        return False
    days = sum(
        max(0, (end - max(period.started_on, from_14)).days)
        for period, end in zip(periods, ends, strict=True)
    )
    return days >= ELIGIBLE_DAYS and ends[-1] >= from_16


def _periods(runs: Sequence[Sequence[EpisodeFacts]]) -> tuple[CarePeriodFacts, ...]:
    """One period for each run; one whose end nobody recorded ends when the next begins."""
    starts_after = [run[0].began_on for run in runs[1:]]
    return tuple(
        CarePeriodFacts(started_on=run[0].began_on, ended_on=run[-1].ended_on or next_start)
        for run, next_start in zip_longest(runs, starts_after)
    )


def _follows_a_break(first: EpisodeFacts, breaks: Sequence[EpisodeFacts]) -> bool:
    return any(
        a_break.ended_on is not None
        and timedelta(0) <= first.began_on - a_break.ended_on <= NEXT_DAY
        for a_break in breaks
    )


def _short_breaks(
    breaks: Sequence[EpisodeFacts], *, care: Sequence[date], on: date
) -> tuple[ShortBreaksFacts, ...]:
    """Arrangements of short breaks: broken by a long silence, or by care that began."""
    arrangements: list[list[EpisodeFacts]] = []
    for before, episode in pairwise([None, *breaks]):
        assert episode is not None
        if before is None or _arrangement_ended(before, by=episode.began_on, care=care):
            arrangements.append([])
        arrangements[-1].append(episode)
    return tuple(
        ShortBreaksFacts(
            started_on=arrangement[0].began_on,
            ended_on=(
                arrangement[-1].ended_on
                if _arrangement_ended(arrangement[-1], by=on, care=care)
                else None
            ),
        )
        for arrangement in arrangements
    )


def _arrangement_ended(last: EpisodeFacts, *, by: date, care: Sequence[date]) -> bool:
    if last.ended_on is None:
        return False
    return by - last.ended_on > SILENCE_ENDS_SHORT_BREAKS or any(
        last.ended_on <= began_on <= by for began_on in care
    )


def _adoption(run: Sequence[EpisodeFacts]) -> AdoptionFacts:
    """Adoption in one period of care: the authority that stands, and the latest placement.

    The authority is a placement (or freeing) order, or consent under section 19; the return shows
    consent only when the child is placed by it (A3, A4).  An order that gave way to another legal
    status no longer stands.
    """
    authority_on = placed_on = placement_ended_on = None
    for episode in run:
        authorised = (
            episode.legal_status in ADOPTION_AUTHORITY or episode.place in PLACED_BY_CONSENT
        )
        if not authorised:
            authority_on = None
        elif authority_on is None:
            authority_on = episode.began_on
        if episode.place in PLACED_FOR_ADOPTION:
            if placed_on is None or placement_ended_on is not None:
                placed_on = episode.began_on
            placement_ended_on = None
        elif placed_on is not None and placement_ended_on is None:
            placement_ended_on = episode.began_on
    if placed_on is not None and placement_ended_on is None:
        placement_ended_on = run[-1].ended_on
    return AdoptionFacts(
        authority_on=authority_on,
        placed_on=placed_on,
        placement_ended_on=placement_ended_on,
    )
