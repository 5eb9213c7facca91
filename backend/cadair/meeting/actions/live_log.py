"""Adding to the log of a meeting: in order, each once, and the state with it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Table, and_, bindparam, select, update
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.foundation.database import add_rows, council_of
from cadair.foundation.sealing import seal, unseal
from cadair.meeting.models import LiveEvent, LivePart
from cadair.meeting.queries.live import LIVE, Room, state_from
from cadair.meeting.queries.sealed import place_of_event, place_of_state
from cadair.meeting.rules.live import Event, State, state_after
from cadair.meeting.rules.live_kinds import (
    MOST_EVENTS,
    EventSentDifferently,
    MeetingIsFull,
    Role,
)
from cadair.web.streams import changed

# What of an event is the device's own: the same id must say the same again.
OURS: Final = frozenset({"at", "role", "device", "called", "is", "in_room"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The log of one part, held until the transaction ends, and those of its events asked about."""

    room: Room
    key: bytes
    state: State
    known: Mapping[str, Event]


def hold(session: Session, *, room: Room, ids: Collection[UUID] = ()) -> Log:
    """Nobody else adds to this log until the transaction ends; in one statement."""
    rows = session.execute(
        _HELD,
        {"of_council": council_of(session), "of_topic": room.topic, "of_events": list(ids)},
        execution_options={"names_its_council": True},
    ).all()
    key = children.sealing_key(session, child_id=room.child_id)
    at = (room.review_id, room.part_id)
    return Log(
        room=room,
        key=key,
        state=state_from(rows[0].state, key=key, room=room),
        known={
            str(row.event_id): json.loads(unseal(key, row.content, place_of_event(*at, row.number)))
            for row in rows
            if row.event_id is not None
        },
    )


def add(session: Session, *, log: Log, events: Sequence[Event], now: datetime) -> State:
    """Add those of the events that are new, and keep what the log comes to.

    Raises EventSentDifferently for other words under an id, MeetingIsFull.
    """
    new = _new(log, events)
    if not new:
        return log.state
    if log.state["number"] + len(new) > MOST_EVENTS:
        raise MeetingIsFull
    state, rows = log.state, []
    for event in new:
        state = state_after(state, event)
        rows.append(event_row(log.key, log.room, event, number=state["number"], now=now))
    add_rows(session, LiveEvent, rows)
    room = log.room
    session.execute(
        update(LivePart)
        .where(LivePart.id == room.topic)
        .values(
            number=state["number"],
            room_number=state["room_number"],
            state=sealed_state(log.key, room, state),
            **_ending(state),
        )
        .execution_options(synchronize_session=False)
    )
    assert room.topic is not None
    changed(session, topic=room.topic)
    return state


def sealed_state(key: bytes, room: Room, state: State) -> bytes:
    """A state as it is kept."""
    plain = json.dumps(state, separators=(",", ":"), ensure_ascii=False)
    return seal(key, plain, place_of_state(room.review_id, room.part_id))


def _ending(state: State) -> dict[str, Any]:
    """With the end of a meeting its code ends."""
    if state["ended_at"] is None:
        return {"ended_at": None}
    ended_at = datetime.fromisoformat(state["ended_at"])
    return {"ended_at": ended_at, "code_digest": None, "code_until": None}


def _new(log: Log, events: Sequence[Event]) -> list[Event]:
    known, new = dict(log.known), []
    for event in events:
        there = known.setdefault(event["id"], event)
        if there is event:
            new.append(event)
        elif _said(there) != _said(event):
            raise EventSentDifferently
    return new


def _said(event: Event) -> dict[str, Any]:
    return {name: value for name, value in event.items() if name not in OURS}


def event_row(
    key: bytes, room: Room, event: Event, *, number: int, now: datetime
) -> dict[str, Any]:
    """An event as it is kept."""
    by = UUID(event["by"]) if event["by"] else None
    is_guest = event["role"] in (Role.GUEST, Role.SCREEN)
    plain = json.dumps(event, separators=(",", ":"), ensure_ascii=False)
    return {
        "review_id": room.review_id,
        "part_id": room.part_id,
        "number": number,
        "id": UUID(event["id"]),
        "kind": event["kind"],
        "by_id": None if is_guest else by,
        "guest_id": by if is_guest else None,
        "content": seal(key, plain, place_of_event(room.review_id, room.part_id, number)),
        "at": now,
    }


# Built once, over bare tables: it names its council itself.
_EVENT: Final = cast("Table", LiveEvent.__table__)
_HELD: Final = (
    select(LIVE.c.state, _EVENT.c.id.label("event_id"), _EVENT.c.number, _EVENT.c.content)
    .outerjoin(
        _EVENT,
        and_(
            _EVENT.c.review_id == LIVE.c.review_id,
            _EVENT.c.part_id == LIVE.c.part_id,
            _EVENT.c.id.in_(bindparam("of_events", expanding=True)),
        ),
    )
    .where(LIVE.c.council_id == bindparam("of_council"), LIVE.c.id == bindparam("of_topic"))
    .with_for_update(of=LIVE)
)
