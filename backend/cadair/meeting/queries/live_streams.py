"""What the streams of meetings tell, to those with a seat and to those who joined by a code."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.meeting.queries.guests import guests_still_here, screens_among
from cadair.meeting.queries.live import (
    Room,
    known_by_party,
    people_in,
    rooms_watched,
    state_of,
    telling,
)
from cadair.meeting.rules.live import State
from cadair.meeting.rules.live_kinds import FULL, Role
from cadair.meeting.rules.live_numbers import number_in_room
from cadair.meeting.rules.live_told import Viewer, moves_known
from cadair.web.streams import Look, Source

SEATED: Final = "meeting"
JOINED: Final = "meeting by code"

_MOST_KEPT: Final = 1000
_LOOKED: Final = "meetings of one look"


class Helpers:
    """Whom each child chose to help them, as of a meeting's number: asked four times a second."""

    def __init__(self) -> None:
        self._known: dict[UUID, tuple[int, str | None]] = {}

    def of(self, room: Room, state: Callable[[], State]) -> str | None:
        """The helper's id, read from the state only when it may be another."""
        assert room.topic is not None
        number, helper = self._known.get(room.topic, (-1, None))
        if number != room.number:
            helper = state()["plan"].get("helper")
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[room.topic] = (room.number, helper)
        return helper


class Moves:
    """How much of what concerns single people each viewer knew of, as of a meeting's number."""

    def __init__(self) -> None:
        self._known: dict[tuple[UUID, UUID], tuple[int, int]] = {}

    def of(self, room: Room, who: UUID, moves: Callable[[UUID], int]) -> int:
        """Theirs, counted only when something has happened since."""
        assert room.topic is not None
        number, known = self._known.get((room.topic, who), (-1, 0))
        if number != room.number:
            known = moves(who)
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[room.topic, who] = (room.number, known)
        return known


_HELPERS: Final = Helpers()
_MOVES: Final = Moves()


class Rooms:
    """What one look has read: once for those with a seat and those who joined, and never again."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.by_topic: dict[UUID, Room | None] = {}
        self.states: dict[UUID, State] = {}


def _rooms(session: Session, topics: Collection[UUID], now: datetime) -> dict[UUID, Room]:
    looked = session.info.get(_LOOKED)
    if looked is None or looked.now is not now:
        looked = session.info[_LOOKED] = Rooms(now)
    if unread := [topic for topic in topics if topic not in looked.by_topic]:
        read = rooms_watched(session, topics=unread, now=now)
        looked.by_topic |= {topic: read.get(topic) for topic in unread}
    return {topic: room for topic in topics if (room := looked.by_topic[topic]) is not None}


def _state(session: Session, room: Room) -> State:
    states: dict[UUID, State] = session.info[_LOOKED].states
    assert room.topic is not None
    if room.topic not in states:
        states[room.topic] = state_of(session, room=room)
    return states[room.topic]


def _look_seated(
    session: Session, watched: Mapping[UUID, Collection[Actor]], now: datetime
) -> dict[UUID, Look]:
    rooms = _rooms(session, watched.keys(), now)
    return {topic: _seated(session, room, watched[topic], now) for topic, room in rooms.items()}


def _seated(session: Session, room: Room, actors: Collection[Actor], now: datetime) -> Look:
    state = cache(lambda: _state(session, room))
    walls = cache(lambda: children.walls(session, child_id=room.child_id, on=today(now)))
    them = {each.person_id: each for each in actors if each.person_id is not None}
    roles = {who: role for who, each in them.items() if (role := room.role_of(each)) is not None}
    helper = _HELPERS.of(room, state) if Role.CIRCLE in roles.values() else None
    for who, role in roles.items():
        if role is Role.CIRCLE and str(who) == helper:
            roles[who] = Role.HELPER

    def viewer(who: UUID) -> Viewer:
        role = roles[who]
        if role in (Role.CHILD, Role.OFFICER):
            known = room.people | frozenset(state()["here"])
        else:
            known = known_by_party(room, state(), role, walls(), them[who])
        return Viewer(role=role, id=str(who), may_know=known)

    return _look(room, state, roles, viewer)


def _look_joined(
    session: Session, watched: Mapping[UUID, Collection[Actor]], now: datetime
) -> dict[UUID, Look]:
    rooms = _rooms(session, watched.keys(), now)
    guests = {each.person_id for those in watched.values() for each in those}
    screens = screens_among(session, ids=[each for each in guests if each is not None])
    looks = {}
    for topic, room in rooms.items():
        state = cache(lambda room=room: _state(session, room))
        roles = {
            each.person_id: Role.SCREEN if each.person_id in screens else Role.GUEST
            for each in watched[topic]
            if each.person_id is not None
        }

        def viewer(who: UUID, roles: dict[UUID, Role] = roles) -> Viewer:
            return Viewer(role=roles[who], id=str(who), may_know=frozenset({str(who)}))

        looks[topic] = _look(room, state, roles, viewer)
    return looks


def _look(
    room: Room,
    state: Callable[[], State],
    roles: Mapping[UUID, Role],
    viewer: Callable[[UUID], Viewer],
) -> Look:
    people = cache(lambda: people_in(room, state()))

    def told(who: UUID) -> dict[str, Any]:
        return telling(room, state(), viewer(who), people())

    def revision(who: UUID) -> int:
        if roles[who] in FULL:
            return room.number
        return number_in_room(room.room_number, _MOVES.of(room, who, moves))

    def moves(who: UUID) -> int:
        return moves_known(viewer(who), state())

    return Look(revision=revision, watchers=roles.keys(), told=told)


SOURCES: Final = {
    SEATED: Source(needs=Permission.JOIN_MEETING, look=_look_seated),
    JOINED: Source(needs=None, look=_look_joined, still_open=guests_still_here),
}
