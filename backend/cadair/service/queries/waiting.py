"""Releases that wait for the second of two people, as far as the one who asks could be it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.children.queries.listed import listed_of_officer
from cadair.foundation.clock import today
from cadair.people import queries as people
from cadair.record.queries import ReleaseFacts, waiting_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRelease:
    """Somebody asks for another's agreement: of which child, for whom, and since when."""

    id: UUID
    review_id: UUID
    child_id: UUID
    child_name: str
    person_name: str
    made_by_name: str
    made_at: datetime


def waiting_releases(session: Session, *, actor: Actor, now: datetime) -> list[WaitingRelease]:
    """What this officer or manager could agree to, the longest waiting first."""
    waiting = [
        one
        for one in waiting_of(session, child_ids=_children_of(session, actor, now))
        if one.made_by_id != actor.person_id
    ]
    named = people.people(session, person_ids=list({each for one in waiting for each in _who(one)}))
    return [
        WaitingRelease(
            id=one.id,
            review_id=one.review_id,
            child_id=one.child_id,
            child_name=named[one.child_id].name,
            person_name=named[one.person_id].name,
            made_by_name=named[one.made_by_id].name,
            made_at=one.made_at,
        )
        for one in waiting
    ]


def _children_of(session: Session, actor: Actor, now: datetime) -> list[UUID] | None:
    """An officer's own children; None for a manager: every child of the council."""
    if actor.job is not Job.REVIEWING_OFFICER or actor.person_id is None:
        return None
    mine = listed_of_officer(session, officer_id=actor.person_id, on=today(now))
    return [child.person_id for child in mine]


def _who(one: ReleaseFacts) -> tuple[UUID, UUID, UUID]:
    return one.child_id, one.person_id, one.made_by_id
