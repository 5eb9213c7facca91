"""Who has seen what a child said, by day and by name, and never a word of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.audit import queries as audit
from cadair.children.queries.glass import unsafe_to_tell
from cadair.foundation.clock import LONDON, today
from cadair.people import queries as people

EVENTS_AT_ONCE: Final = 500


class Kind(StrEnum):
    """What somebody looked at, as the child is told it."""

    SAID = "said"  # what the child said before a review
    SAID_FOR_A_REASON = "said_for_a_reason"  # the same, by a manager who had to say why
    NOT_SAFE = "not_safe"  # that the child is not safe
    MESSAGES = "messages"  # what passed between the child and their officer
    ASKED = "asked"  # what the child asked for
    TAKING_PART = "taking_part"  # how the child wants the meeting
    HOME = "home"  # where the child lives
    PAGE = "page"  # name, age and dates; nothing that the child said


KINDS: Final = {
    "review.summary_read": Kind.SAID,
    "review.summary_read_for_a_reason": Kind.SAID_FOR_A_REASON,
    "release.lines_read": Kind.SAID,
    "release.childs_words_viewed": Kind.SAID,
    "child.unsafe_read": Kind.NOT_SAFE,
    "message.opened_by_officer": Kind.MESSAGES,
    "between_reviews.read": Kind.MESSAGES,
    "child.requests_read": Kind.ASKED,
    "review.taking_part_read": Kind.TAKING_PART,
    "meeting.plan_read": Kind.TAKING_PART,
    "child.protected_facts_read": Kind.HOME,
    "child.read": Kind.PAGE,
    "review.plan_read": Kind.PAGE,
}


# Of each party's own conversation; that another has one the child is not told.
OF_ONE_PARTY: Final = frozenset({"message.opened_by_officer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one person saw on one day."""

    name: str
    job: Job
    chair: dict[str, str] | None
    what: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Everybody who saw something on one day."""

    on: date
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoHasSeen:
    """Whole days, the latest first; `before` asks for those before them, if there are more."""

    days: tuple[Day, ...]
    before: date | None


def who_has_seen(session: Session, *, actor: Actor, before: date | None) -> WhoHasSeen:
    """Who has seen what the actor, a child, said; made anew from the trail."""
    check(Permission.SEE_WHO_HAS_SEEN, actor)
    assert actor.person_id is not None
    events = audit.latest_of_child(
        session,
        child_id=actor.person_id,
        events=KINDS,
        but_by=actor.person_id,
        until=None if before is None else datetime.combine(before, time(), tzinfo=LONDON),
        at_most=EVENTS_AT_ONCE,
    )
    there_is_more = len(events) == EVENTS_AT_ONCE
    untold = {str(each) for each in unsafe_to_tell(session, child_id=actor.person_id)}
    by_day = [
        (day, [event for event in those if _is_told(event, actor.person_id, untold)])
        for day, those in groupby(events, key=_day)
    ]
    if there_is_more and len(by_day) > 1:
        by_day.pop()  # of which there may be more
    named = people.people(
        session,
        person_ids=list({UUID(event["actor_id"]) for _, those in by_day for event in those}),
    )
    return WhoHasSeen(
        days=tuple(Day(on=day, seen=_seen(those, named)) for day, those in by_day if those),
        before=by_day[-1][0] if there_is_more else None,
    )


def _is_told(event: dict[str, Any], child_id: UUID, untold: set[str]) -> bool:
    """Whether the child is told: not of another's conversation, nor of what would be unsafe."""
    if event["event"] in OF_ONE_PARTY and event["subject_id"] != str(child_id):
        return False
    return event["facts"].get("glass") not in untold


def _day(event: dict[str, Any]) -> date:
    return today(datetime.fromisoformat(event["at"]))


def _seen(
    events: Iterable[dict[str, Any]], named: dict[UUID, people.PersonFacts]
) -> tuple[Seen, ...]:
    what: dict[UUID, set[Kind]] = {}
    for event in events:
        what.setdefault(UUID(event["actor_id"]), set()).add(KINDS[event["event"]])
    return tuple(
        Seen(
            name=named[person_id].name,
            job=named[person_id].job,
            chair=named[person_id].chair,
            what=tuple(kind for kind in Kind if kind in kinds),
        )
        for person_id, kinds in sorted(what.items(), key=lambda one: named[one[0]].name)
    )
