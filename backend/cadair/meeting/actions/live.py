"""Opening a part of a meeting, its code, letting somebody go, and ending it: the officer's."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.contributions.queries.told import told_of_child
from cadair.contributions.rules.forms import Audience
from cadair.foundation import council_keys
from cadair.foundation.database import add_rows
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.meeting import queries
from cadair.meeting.actions.live_log import add, event_row, hold, sealed_state
from cadair.meeting.models import LiveEvent, LiveGuest, LivePart
from cadair.meeting.queries import Kept
from cadair.meeting.queries.guests import is_code_taken
from cadair.meeting.queries.live import (
    Room,
    Snapshot,
    room_for,
    snapshot,
    state_of,
    viewer_of,
)
from cadair.meeting.rules.live import Event, not_begun, state_after
from cadair.meeting.rules.live_kinds import (
    AWAKE_FOR,
    CODE_LASTS,
    Kind,
    MeetingHasEnded,
    Role,
    code_from,
)
from cadair.meeting.rules.live_plan import Talk, run_of
from cadair.people import actions as people
from cadair.people.rules import digest
from cadair.reviews import actions as reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A part of a meeting that is open: the code that lets guests in, and how it stands."""

    code: str
    snapshot: Snapshot


def open_meeting(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    part_id: UUID,
    left_open: queries.LeftOpen,
    now: datetime,
) -> Opened:
    """Open one part of a review: the review's meeting begins, and the plan is that of now.

    What earlier reviews left open (`left_open`) is talked about too.
    Opening what is open changes nothing; what was ended or adjourned goes on with all that it has.
    Raises NotFound, ReviewHasClosed.
    """
    room = _held_by(session, actor, review_id, part_id, now)
    reviews.begin(session, actor=actor, review_id=review_id, now=now)
    if room.topic is None:
        _begin(session, room, actor, left_open, now)
    elif room.ended_at is not None:
        log = hold(session, room=room)
        event = _started(session, room, actor, left_open, now)
        if log.state["ended_at"] is not None:  # another window may have been quicker
            add(session, log=log, events=[event], now=now)
    _note(session, actor, "meeting.live_opened", room, now)
    room = _held_by(session, actor, review_id, part_id, now)
    people.stay_awake(session, actor=actor, until=now + AWAKE_FOR, now=now)
    return Opened(code=_code(session, room, now), snapshot=_seen(session, room, actor, now))


def new_code(
    session: Session, *, actor: Actor, review_id: UUID, part_id: UUID, now: datetime
) -> str:
    """Another code, so that nobody else comes in by the one before; raises MeetingHasEnded."""
    room = _held_by(session, actor, review_id, part_id, now)
    if room.topic is None or room.ended_at is not None:
        raise MeetingHasEnded
    _note(session, actor, "meeting.code_made", room, now)
    return _new_code(session, room, now)


def ask_guest_to_leave(
    session: Session, *, actor: Actor, review_id: UUID, part_id: UUID, guest_id: UUID, now: datetime
) -> None:
    """Send somebody who joined by code out, at once; again is the same as once.

    Raises NotFound for who is no guest of this part.
    """
    room = _held_by(session, actor, review_id, part_id, now)
    there = session.execute(
        select(LiveGuest.asked_to_leave_at).where(
            LiveGuest.id == guest_id,
            LiveGuest.review_id == review_id,
            LiveGuest.part_id == part_id,
        )
    ).one_or_none()
    if there is None:
        raise NotFound
    if there.asked_to_leave_at is not None:
        return
    session.execute(update(LiveGuest).where(LiveGuest.id == guest_id).values(asked_to_leave_at=now))
    left = {**event_by(actor, Role.OFFICER, Kind.LEFT, now), "person": str(guest_id)}
    add(session, log=hold(session, room=room), events=[left], now=now)
    _note(session, actor, "meeting.guest_sent_out", room, now)


def end_meeting(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    part_id: UUID,
    adjourned: bool,
    now: datetime,
) -> Snapshot:
    """End one part, or stop to go on another day: its code opens nothing any more."""
    room = _held_by(session, actor, review_id, part_id, now)
    if room.topic is None:
        raise MeetingHasEnded
    log = hold(session, room=room)
    kind = Kind.ADJOURNED if adjourned else Kind.ENDED
    if log.state["ended_at"] is None:
        add(session, log=log, events=[event_by(actor, Role.OFFICER, kind, now)], now=now)
        let_rest(session, room)
        _note(session, actor, "meeting.live_ended", room, now)
    room = _held_by(session, actor, review_id, part_id, now)
    return _seen(session, room, actor, now)


def let_rest(session: Session, room: Room) -> None:
    """The meeting is over: pages that were left open rest and lock as ever."""
    people.rest_again(session, person_ids=[UUID(who) for who in room.people])


def event_by(actor: Actor, role: Role, kind: Kind, now: datetime) -> dict[str, Any]:
    """An event that the server makes as it does what it was asked."""
    return {
        "id": str(uuid4()),
        "kind": kind.value,
        "role": role.value,
        "by": str(actor.person_id),
        "device": None,
        "on": 0,
        "at": now.isoformat(),
    }


def _held_by(session: Session, actor: Actor, review_id: UUID, part_id: UUID, now: datetime) -> Room:
    permission = Permission.HOLD_MEETING
    return room_for(
        session, actor=actor, review_id=review_id, part_id=part_id, permission=permission, now=now
    )


def _seen(session: Session, room: Room, actor: Actor, now: datetime) -> Snapshot:
    state = state_of(session, room=room)
    viewer = viewer_of(session, room=room, state=state, actor=actor, now=now)
    return snapshot(room, state, viewer)


def _started(
    session: Session, room: Room, actor: Actor, left_open: queries.LeftOpen, now: datetime
) -> Event:
    """That it begins, with the plan as it stands: what it runs by is part of its log."""
    kept = queries.kept_for(
        session,
        actor=actor,
        review_id=room.review_id,
        permission=Permission.READ_MEETING_PLAN,
        now=now,
    )
    talk = _talk(session, kept, left_open)
    event = event_by(actor, Role.OFFICER, Kind.STARTED, now)
    return {**event, "plan": run_of(kept.plan, talk)}


def _talk(session: Session, kept: Kept, left_open: queries.LeftOpen) -> Talk:
    """What there is to talk about, and to whom each wish of it was said."""
    page = queries.page_of(session, kept=kept, left_open=left_open)
    told = told_of_child(session, child_id=kept.child_id)
    said = {str(wish.id): told[wish.answer_id] for wish in page.wishes if wish.answer_id in told}
    to_all = {wish for wish, each in said.items() if each.audience is Audience.EVERYONE}
    return Talk(
        nation=kept.child.nation,
        last_time=[(str(each.id), each.words) for each in page.last_time],
        wishes=[(str(each.id), each.words) for each in page.wishes],
        added=[(str(each.id), each.words) for each in page.added],
        topics={str(wish.id): wish.topic or "" for wish in page.wishes},
        in_confidence={str(wish.id) for wish in page.wishes} - to_all,
        not_people={wish: [*map(str, each.not_people)] for wish, each in said.items()},
    )


def _begin(
    session: Session, room: Room, actor: Actor, left_open: queries.LeftOpen, now: datetime
) -> None:
    event = _started(session, room, actor, left_open, now)
    state = state_after(not_begun(), event)
    key = children.sealing_key(session, child_id=room.child_id)
    at = {"review_id": room.review_id, "part_id": room.part_id}
    row = {
        **at,
        "id": uuid4(),
        "number": state["number"],
        "room_number": state["room_number"],
        "state": sealed_state(key, room, state),
        "code_number": 0,
        "opened_by_id": actor.person_id,
        "opened_at": now,
    }
    if not insert_unless_there(session, LivePart, row):
        return  # another window was quicker
    add_rows(session, LiveEvent, [event_row(key, room, event, number=state["number"], now=now)])


def _code(session: Session, room: Room, now: datetime) -> str:
    """The code that is in force, as it was told before; or a new one."""
    if room.code_until is not None and room.code_until > now:
        return _made(session, room, room.code_number)
    return _new_code(session, room, now)


def _new_code(session: Session, room: Room, now: datetime) -> str:
    number = room.code_number + 1
    while is_code_taken(session, digest=digest_of(_made(session, room, number))):
        number += 1
    code = _made(session, room, number)
    session.execute(
        update(LivePart)
        .where(LivePart.id == room.topic)
        .values(code_number=number, code_digest=digest_of(code), code_until=now + CODE_LASTS)
        .execution_options(synchronize_session=False)
    )
    return code


def digest_of(code: str) -> bytes:
    """What is kept of a code for as long as it opens something."""
    return digest("live code", code)


def _made(session: Session, room: Room, number: int) -> str:
    return code_from(council_keys.derived(session, of=f"live code|{room.topic}|{number}"))


def _note(session: Session, actor: Actor, event: str, room: Room, now: datetime) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=room.child_id,
        subject_id=room.review_id,
        facts={"part": str(room.part_id)},
        now=now,
    )
