"""Joining a part of a meeting by the code that is shown in the room, without an account."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, the_service
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.database import add_rows, council_of
from cadair.foundation.sealing import seal
from cadair.meeting.actions.live import digest_of
from cadair.meeting.actions.live_log import add, hold
from cadair.meeting.actions.live_saying import viewer_as_guest
from cadair.meeting.models import LiveGuest
from cadair.meeting.queries.guests import Guest, guest_with, joined_ever, part_with_code
from cadair.meeting.queries.live import (
    Room,
    Snapshot,
    rooms_watched,
    snapshot,
    state_of,
)
from cadair.meeting.queries.sealed import place_of_called
from cadair.meeting.rules.live_kinds import (
    CODE_LENGTH,
    MOST_GUESTS,
    WRONG_CODES,
    WRONG_CODES_COUNT_FOR,
    CodeNotValid,
    Kind,
    MeetingIsFull,
    NotJoined,
    code_as_compared,
)
from cadair.people import actions as people
from cadair.people.rules import digest, from_one_place

BEGINS_WITH: Final = 2  # letters: those who guess at one part's code share its count


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Somebody who has come in: the cookie that carries it, and how the meeting stands."""

    token: str | None  # None: they have it already
    snapshot: Snapshot


def join(
    session: Session,
    *,
    code: str,
    called: str | None,
    address: str,
    token: str | None,
    signed_in: Actor | None,
    now: datetime,
) -> Joined:
    """Come in by a code; without a name, as the screen in the room.  Twice is the same as once.

    Raises CodeNotValid, MeetingIsFull, and TryAgainLater after ten wrong codes in a minute from one
    address, or of one beginning: so the tries at one part's code are counted together, wherever
    they come from.  Somebody of the child's circle without a seat in this part is refused as if
    the code were wrong.
    """
    said = code_as_compared(code)
    if len(said) != CODE_LENGTH:
        raise CodeNotValid  # a slip, and no guess: it is not counted
    buckets = [
        (digest("live code of", said[:BEGINS_WITH]), WRONG_CODES),
        (digest("live code from", from_one_place(address)), WRONG_CODES),
    ]
    people.check_tries(session, buckets=buckets, now=now, within=WRONG_CODES_COUNT_FOR)
    room = _room(session, said, signed_in, now)
    if room is None:
        people.count_wrong_try(session, buckets=buckets, now=now)
        raise CodeNotValid
    there = guest_of(session, token=token, now=now) if token else None
    if there is not None and there.topic == room.topic and there.is_screen == (called is None):
        return Joined(token=None, snapshot=_seen(session, there, room))
    return _come_in(session, room, called, now)


def guest_of(session: Session, *, token: str | None, now: datetime) -> Guest | None:
    """Whose cookie this is, while they may be here."""
    if not token:
        return None
    return guest_with(session, token_digest=digest("live guest", token), now=now)


def the_guest(session: Session, *, token: str | None, now: datetime) -> Guest:
    """The same; raises NotJoined."""
    guest = guest_of(session, token=token, now=now)
    if guest is None:
        raise NotJoined
    return guest


def look_as_guest(session: Session, *, token: str | None, now: datetime) -> Snapshot:
    """How the meeting stands, for somebody who joined it; raises NotJoined."""
    guest = the_guest(session, token=token, now=now)
    room = rooms_watched(session, topics=[guest.topic], now=now).get(guest.topic)
    if room is None:
        raise NotJoined
    _note(session, room, "meeting.live_read", guest.id, now)
    return _seen(session, guest, room)


def _room(session: Session, said: str, signed_in: Actor | None, now: datetime) -> Room | None:
    topic = part_with_code(session, digest=digest_of(said), now=now)
    if topic is None:
        return None
    room = rooms_watched(session, topics=[topic], now=now).get(topic)
    if room is None or (signed_in is not None and _is_elsewhere(room, signed_in, session)):
        return None
    return room


def _is_elsewhere(room: Room, actor: Actor, session: Session) -> bool:
    """Whether somebody around this child is kept out of this part: no seat is theirs."""
    if actor.council_id != council_of(session):
        return False
    around = {each.person_id for each in room.child.circle} | {room.child_id}
    return actor.person_id in around and room.role_of(actor) is None


def _come_in(session: Session, room: Room, called: str | None, now: datetime) -> Joined:
    log = hold(session, room=room)
    joined = joined_ever(session, review_id=room.review_id, part_id=room.part_id)
    if joined >= MOST_GUESTS:
        raise MeetingIsFull
    token, guest_id = secrets.token_urlsafe(32), uuid4()
    key = children.sealing_key(session, child_id=room.child_id)
    kept = digest("live guest", token)
    row = {
        "id": guest_id,
        "review_id": room.review_id,
        "part_id": room.part_id,
        "called": seal(key, called, place_of_called(guest_id)) if called is not None else None,
        "token_digest": kept,
        "joined_at": now,
        "asked_to_leave_at": None,
        "said": 0,
    }
    add_rows(session, LiveGuest, [row])
    assert room.topic is not None
    guest = Guest(
        id=guest_id,
        is_screen=called is None,
        topic=room.topic,
        council_id=council_of(session),
        said=0,
        token_digest=kept,
    )
    state = add(session, log=log, events=[_came(guest, called, now)], now=now)
    _note(session, room, "meeting.guest_joined", guest_id, now)
    seen = snapshot(room, state, viewer_as_guest(guest))
    return Joined(token=token, snapshot=seen)


def _came(guest: Guest, called: str | None, now: datetime) -> dict[str, Any]:
    return {
        "id": str(uuid4()),
        "kind": Kind.CAME.value,
        "role": guest.role.value,
        "by": str(guest.id),
        "device": None,
        "on": 0,
        "at": now.isoformat(),
        "person": None,
        "called": called,
        "is": guest.role.value,
    }


def _seen(session: Session, guest: Guest, room: Room) -> Snapshot:
    state = state_of(session, room=room)
    return snapshot(room, state, viewer_as_guest(guest))


def _note(session: Session, room: Room, event: str, guest_id: UUID, now: datetime) -> None:
    audit.note(
        session,
        actor=the_service(council_of(session)),
        event=event,
        child_id=room.child_id,
        subject_id=room.review_id,
        facts={"part": str(room.part_id), "guest": str(guest_id)},
        now=now,
    )
