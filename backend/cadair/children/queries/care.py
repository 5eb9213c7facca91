"""A child's time in care, as the review clock needs it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cadair.children.models import Child, Episode
from cadair.children.rules.care_facts import CareFacts, CouncilIntervals
from cadair.children.rules.episodes import EpisodeFacts
from cadair.children.rules.time_in_care import is_care_leaver, time_in_care
from cadair.foundation import clock
from cadair.foundation.database import council_of
from cadair.people import queries as people

_INTERVALS: Final = frozenset(field.name for field in fields(CouncilIntervals))


def clock_facts(
    session: Session, *, child_ids: Iterable[UUID], on: date | None = None
) -> dict[UUID, CareFacts]:
    """What decides when each child's next review must be held, in three statements."""
    wanted = list(child_ids)
    day = on or clock.today(clock.now())
    council = people.council(session, council_id=council_of(session))
    intervals = council_intervals(council.settings["stricter"])
    episodes = episodes_of(session, child_ids=wanted)
    rows = session.execute(
        select(Child.person_id, Child.born_on, Child.wants_support_to_25).where(
            Child.person_id.in_(wanted)
        )
    )
    return {
        row.person_id: _care_facts(
            row, episodes.get(row.person_id, []), council.nation, intervals, day
        )
        for row in rows
    }


def born_until(*, age: int, on: date) -> Select[UUID]:
    """For other rooms' statements: the ids of all who may have become `age` (years) by that day."""
    years = on.year - age
    latest = on.replace(year=years) if (on.month, on.day) != (2, 29) else date(years, 2, 28)
    return select(Child.person_id).where(Child.born_on <= latest)


def council_intervals(stricter: Mapping[str, Any]) -> CouncilIntervals:
    """A council's own intervals, from its settings."""
    return CouncilIntervals(
        **{name: value for name, value in stricter.items() if name in _INTERVALS}
    )


def episodes_of(session: Session, *, child_ids: Iterable[UUID]) -> dict[UUID, list[EpisodeFacts]]:
    """The episodes that hold, oldest first, without their postcodes."""
    found: dict[UUID, list[EpisodeFacts]] = defaultdict(list)
    for child_id, *facts in session.execute(
        select(Episode.child_id, *_EPISODE)
        .where(Episode.child_id.in_(list(child_ids)), Episode.withdrawn_at.is_(None))
        .order_by(Episode.began_on, Episode.legal_status)
    ):
        found[child_id].append(
            EpisodeFacts(
                began_on=facts[0],
                reason_began=facts[1],
                legal_status=facts[2],
                place=facts[3],
                provider=facts[4],
                ended_on=facts[5],
                reason_ended=facts[6],
                out_of_area=facts[7],
                out_of_area_by=facts[8],
            )
        )
    return found


def _care_facts(
    row: Any, episodes: list[EpisodeFacts], nation: str, intervals: CouncilIntervals, on: date
) -> CareFacts:
    time = time_in_care(episodes, on=on)
    care = [episode for episode in episodes if not episode.is_short_break]
    return CareFacts(
        child_id=row.person_id,
        nation=nation,
        born_on=row.born_on,
        care_periods=time.periods,
        adoption_authority_on=time.adoption.authority_on,
        placed_for_adoption_on=time.adoption.placed_on,
        adoption_placement_ended_on=time.adoption.placement_ended_on,
        short_breaks=time.short_breaks,
        care_leaver=is_care_leaver(
            time.periods,
            last_reason=care[-1].reason_ended if care else "",
            born_on=row.born_on,
            on=on,
        ),
        wants_support_to_25=row.wants_support_to_25,
        intervals=intervals,
    )


_EPISODE: Final = (
    Episode.began_on,
    Episode.reason_began,
    Episode.legal_status,
    Episode.place,
    Episode.provider,
    Episode.ended_on,
    Episode.reason_ended,
    Episode.out_of_area,
    Episode.out_of_area_by,
)
