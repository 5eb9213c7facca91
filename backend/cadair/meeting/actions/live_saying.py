"""What people say to a meeting from their devices: a few events at once, each counted once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, the_service
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.foundation.errors import BadInput, NotFound
from cadair.meeting.actions.live import let_rest
from cadair.meeting.actions.live_log import Log, add, hold
from cadair.meeting.models import LiveGuest
from cadair.meeting.queries.guests import Guest
from cadair.meeting.queries.live import (
    Room,
    Snapshot,
    room_for,
    rooms_watched,
    snapshot,
    viewer_of,
)
from cadair.meeting.rules.live import State
from cadair.meeting.rules.live_kinds import (
    FULL,
    MOST_OF_A_GUEST,
    STILL_TAKEN_FOR,
    Kind,
    MeetingHasEnded,
    MeetingIsFull,
    MeetingNotBegun,
    Role,
    check_may_send,
)
from cadair.meeting.rules.live_numbers import room_number_in
from cadair.meeting.rules.live_told import Viewer
from cadair.people.rules import digest

Said = Mapping[str, Any]  # as the device sends it: id, kind, on, and what its kind says


def say(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    part_id: UUID,
    events: Sequence[Said],
    now: datetime,
) -> Snapshot:
    """Add what somebody with a seat says; the same again is the same as once.

    Raises NotFound, NotAllowed, BadInput, EventSentDifferently, MeetingNotBegun, MeetingHasEnded.
    """
    permission = Permission.JOIN_MEETING
    room = room_for(
        session, actor=actor, review_id=review_id, part_id=part_id, permission=permission, now=now
    )
    log = _log(session, room, events, now)
    viewer = viewer_of(session, room=room, state=log.state, actor=actor, now=now)
    device = digest("live device", actor.session_id or "").hex()[:16]
    state = _said(session, log, viewer, device, events, now)
    if state["ended_at"] is not None and log.state["ended_at"] is None:
        let_rest(session, room)
    _note(session, actor, room, len(events), now)
    return snapshot(room, state, viewer)


def say_as_guest(
    session: Session, *, guest: Guest, events: Sequence[Said], now: datetime
) -> Snapshot:
    """The same for somebody who joined by code."""
    room = rooms_watched(session, topics=[guest.topic], now=now).get(guest.topic)
    if room is None:
        raise NotFound
    if guest.said + len(events) > MOST_OF_A_GUEST:
        raise MeetingIsFull
    session.execute(
        update(LiveGuest).where(LiveGuest.id == guest.id).values(said=LiveGuest.said + len(events))
    )
    log = _log(session, room, events, now)
    viewer = viewer_as_guest(guest)
    device = digest("live device", str(guest.id)).hex()[:16]
    state = _said(session, log, viewer, device, events, now)
    _note(session, the_service(guest.council_id), room, len(events), now)
    return snapshot(room, state, viewer)


def viewer_as_guest(guest: Guest) -> Viewer:
    """A guest knows of nobody but themselves."""
    return Viewer(role=guest.role, id=str(guest.id), may_know=frozenset({str(guest.id)}))


def _log(session: Session, room: Room, events: Sequence[Said], now: datetime) -> Log:
    if room.topic is None:
        raise MeetingNotBegun
    if room.ended_at is not None and room.ended_at < now - STILL_TAKEN_FOR:
        raise MeetingHasEnded
    return hold(session, room=room, ids=[each["id"] for each in events])


def _said(
    session: Session, log: Log, viewer: Viewer, device: str, events: Sequence[Said], now: datetime
) -> State:
    made = []
    for place, said in enumerate(events):
        kind = Kind(said["kind"])
        check_may_send(viewer.role, kind)
        _check_whom(log.room, viewer, kind, said, place)
        plain = {name: str(it) if isinstance(it, UUID) else it for name, it in said.items()}
        event = {**plain, "role": viewer.role.value, "at": now.isoformat(), "device": device}
        event["by"] = None if kind is Kind.WORD else viewer.id  # who asked is kept nowhere
        if viewer.role not in FULL and kind is not Kind.WORD:
            event["in_room"] = room_number_in(said["on"])
        if kind is Kind.WORD:
            event |= {"role": Role.GUEST.value, "device": None}
        if kind is Kind.CAME:
            event |= {"called": None, "is": _kind_of(log.room, event["person"] or viewer.id)}
        made.append(event)
    return add(session, log=log, events=made, now=now)


def _check_whom(room: Room, viewer: Viewer, kind: Kind, said: Said, place: int) -> None:
    """Only somebody of this part can lead it, and only the officer says that another came.

    Whom a wall hides is as unknown here as whoever is not in it.
    """
    leads = {"child", "officer", *(room.people & viewer.may_know)}
    if kind is Kind.LED_BY and said["led_by"] not in leads:
        raise BadInput(fields={f"events.{place}.led_by": ["unknown"]})
    person = said.get("person")
    if person is None or kind not in (Kind.CAME, Kind.LEFT):
        return
    if viewer.role is not Role.OFFICER or str(person) not in room.people:
        raise BadInput(fields={f"events.{place}.person": ["unknown"]})


def _kind_of(room: Room, who: str) -> str:
    if who == str(room.child_id):
        return "child"
    is_seated = UUID(who) in room.seats
    return "person" if is_seated and who not in room.officers else "officer"


def _note(session: Session, actor: Actor, room: Room, count: int, now: datetime) -> None:
    audit.note(
        session,
        actor=actor,
        event="meeting.live_said",
        child_id=room.child_id,
        subject_id=room.review_id,
        facts={"part": str(room.part_id), "events": count},
        now=now,
    )
