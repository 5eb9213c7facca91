"""Looking at a meeting while it runs: the reading leaves its trace in the trail."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.meeting import queries
from cadair.meeting.queries import MeetingFacts, facts_of
from cadair.meeting.queries.live import (
    Snapshot,
    room_for,
    snapshot,
    state_of,
    viewer_of,
)
from cadair.meeting.queries.own_words import told_rating
from cadair.meeting.rules.live_kinds import AWAKE_FOR
from cadair.people import actions as people


def read_meeting_facts(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime
) -> MeetingFacts:
    """What was kept of a review's meetings, for its officer; raises NotFound for all others."""
    permission = Permission.HOLD_MEETING
    kept = queries.kept_for(
        session, actor=actor, review_id=review_id, permission=permission, now=now
    )
    audit.note(
        session,
        actor=actor,
        event="meeting.facts_read",
        child_id=kept.child_id,
        subject_id=review_id,
        now=now,
    )
    return replace(
        facts_of(session, review_id=review_id, key=kept.key),
        how_it_was=told_rating(session, child_id=kept.child_id, review_id=review_id, key=kept.key),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A meeting as somebody sees it, and what its streams watch."""

    topic: UUID | None  # None: nobody has opened it yet
    snapshot: Snapshot


def look(session: Session, *, actor: Actor, review_id: UUID, part_id: UUID, now: datetime) -> Seen:
    """A part of a meeting as somebody with a place in it sees it; raises NotFound.

    While it runs their session neither rests nor locks.  The reading leaves its trace.
    """
    permission = Permission.JOIN_MEETING
    room = room_for(
        session, actor=actor, review_id=review_id, part_id=part_id, permission=permission, now=now
    )
    state = state_of(session, room=room)
    viewer = viewer_of(session, room=room, state=state, actor=actor, now=now)
    if room.topic is not None and room.ended_at is None:
        people.stay_awake(session, actor=actor, until=now + AWAKE_FOR, now=now)
    audit.note(
        session,
        actor=actor,
        event="meeting.live_read",
        child_id=room.child_id,
        subject_id=review_id,
        facts={"part": str(part_id)},
        now=now,
    )
    seen = snapshot(room, state, viewer)
    return Seen(topic=room.topic, snapshot=seen)
