"""A part of a meeting while it runs, for whoever has a seat in it, and what they are told of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Row, Table, and_, bindparam, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, holds
from cadair.children import queries as children
from cadair.children.queries.around import OFFICER_KINDS
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import unseal
from cadair.meeting.models import LivePart
from cadair.meeting.queries.sealed import place_of_state
from cadair.meeting.rules.live import State, not_begun
from cadair.meeting.rules.live_kinds import Role
from cadair.meeting.rules.live_told import Viewer, number_for, plan_told, told
from cadair.reviews import queries as reviews

AnyRow = Row[*tuple[Any, ...]]
People = Mapping[str, Mapping[str, Any]]  # as they are shown, by id


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One part of a review, the people around its child, and who has a seat in it."""

    review_id: UUID
    part_id: UUID
    child: children.Around
    seats: frozenset[UUID]
    topic: UUID | None  # None: nobody has opened it yet
    number: int  # of the last event
    room_number: int  # how often something changed that everybody here sees
    opened_at: datetime | None
    ended_at: datetime | None
    code_number: int
    code_until: datetime | None

    @property
    def child_id(self) -> UUID:
        """Whose review it is."""
        return self.child.child.child_id

    @property
    def has_parts(self) -> bool:
        """Whether the review is met in parts; one without has a single meeting under its own id."""
        return self.part_id != self.review_id

    @property
    def people(self) -> frozenset[str]:
        """The ids of everybody who has a place here: the officers, and every seat still theirs."""
        around = {each.person_id for each in self.child.circle}
        seated = self.seats & (around | {self.child_id})
        alone = set() if self.has_parts else {self.child_id}
        return self.officers.union(map(str, seated | alone))

    @property
    def officers(self) -> frozenset[str]:
        """The ids of whoever reviews the child, and covers."""
        return frozenset(
            str(each.person_id) for each in self.child.circle if each.kind in OFFICER_KINDS
        )

    def role_of(self, actor: Actor) -> Role | None:
        """What somebody is here, before it is known whom the child chose to help; None: nothing."""
        standing = self.child.standing_of(actor)
        if not holds(Permission.JOIN_MEETING, actor, standing):
            return None
        if standing.is_reviewing_officer:
            return Role.OFFICER
        if standing.is_self:
            return Role.CHILD if actor.person_id in self.seats or not self.has_parts else None
        return Role.CIRCLE if actor.person_id in self.seats else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A meeting as one viewer sees it: how it stands, what it runs by, and who they are in it."""

    number: int
    state: dict[str, Any]
    plan: dict[str, Any]
    me: dict[str, Any]


def room_for(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    part_id: UUID,
    permission: Permission,
    now: datetime,
) -> Room:
    """One part for somebody who holds `permission` and has a place in it; raises NotFound.

    In two statements.
    """
    rows = session.execute(
        _WANTED,
        {"of_council": council_of(session), "of_review": review_id, "of_part": part_id},
        execution_options={"names_its_council": True},
    ).all()
    if not rows or not _is_a_part(rows[0], part_id):
        raise NotFound
    child_id = rows[0].child_id
    around = children.around_for(
        session, actor=actor, permission=permission, child_id=child_id, on=today(now)
    )
    room = _room(rows, around, part_id)
    if room.role_of(actor) is None:
        raise NotFound
    return room


def rooms_watched(session: Session, *, topics: Iterable[UUID], now: datetime) -> dict[UUID, Room]:
    """The parts of these topics, in two statements."""
    rows = session.execute(
        _WATCHED,
        {"of_council": council_of(session), "of_topics": list(topics)},
        execution_options={"names_its_council": True},
    ).all()
    by_topic: dict[UUID, list[AnyRow]] = {}
    for row in rows:
        by_topic.setdefault(row.id, []).append(row)
    child_ids = {row.child_id for row in rows}
    around = children.around(session, child_ids=child_ids, on=today(now)) if child_ids else {}
    return {
        topic: _room(those, around[those[0].child_id], those[0].part_id)
        for topic, those in by_topic.items()
        if those[0].child_id in around
    }


def state_of(session: Session, *, room: Room) -> State:
    """What the log of a part comes to; in one statement."""
    if room.topic is None:
        return not_begun()
    row = session.execute(
        _STATE,
        {"of_council": council_of(session), "of_topic": room.topic},
        execution_options={"names_its_council": True},
    ).one()
    return state_from(
        row.state, key=children.sealing_key(session, child_id=room.child_id), room=room
    )


def state_from(sealed: bytes, *, key: bytes, room: Room) -> State:
    """A state as it is kept, opened."""
    kept: State = json.loads(unseal(key, sealed, place_of_state(room.review_id, room.part_id)))
    return kept


def viewer_of(session: Session, *, room: Room, state: State, actor: Actor, now: datetime) -> Viewer:
    """Who looks, and of whom they may know: of a party, by the walls as they stand."""
    role, me = room.role_of(actor), str(actor.person_id)
    assert role is not None
    if role is not Role.CIRCLE:
        return Viewer(role=role, id=me, may_know=room.people | frozenset(state["here"]))
    if state["plan"].get("helper") == me:
        role = Role.HELPER
    walls = children.walls(session, child_id=room.child_id, on=today(now))
    return Viewer(role=role, id=me, may_know=known_by_party(room, state, role, walls, actor))


def known_by_party(
    room: Room, state: State, role: Role, walls: children.Walls, actor: Actor
) -> frozenset[str]:
    """The child, their officers, those whom no wall hides, and for a helper whoever joined."""
    named = {room.child_id, actor.person_id, *walls.named_to(actor.person_id)}
    guests = {who for who, each in state["here"].items() if each["is"] == Role.GUEST}
    known = room.officers | (frozenset(map(str, named)) & room.people)
    return known | guests if role is Role.HELPER else known


def snapshot(room: Room, state: State, viewer: Viewer) -> Snapshot:
    """All that one viewer is told."""
    return Snapshot(
        number=number_for(viewer, state),
        state=told(state, viewer, people_in(room, state)),
        plan=plan_told(state, viewer),
        me={"role": viewer.role, "id": viewer.id},
    )


def telling(room: Room, state: State, viewer: Viewer, people: People) -> dict[str, Any]:
    """What a stream tells one viewer when something has changed: whole and small.

    `people` are those of `people_in`: made once for all who watch.
    """
    return {"number": number_for(viewer, state), "state": told(state, viewer, people)}


def people_in(room: Room, state: State) -> People:
    """Everybody of a part with their chair, as the child wants them to sit, then whoever joined."""
    here, of_the_part = state["here"], room.people
    seats = {who: place for place, who in enumerate(state["plan"].get("seats", ()))}
    child = room.child
    around: list[dict[str, Any]] = [
        {
            "id": each.person_id,
            "called": each.called,
            "chair": each.chair,
            "is": "officer" if each.kind in OFFICER_KINDS else "person",
        }
        for each in child.circle
        if str(each.person_id) in of_the_part
    ]
    around.sort(key=lambda each: seats.get(str(each["id"]), len(seats)))
    me: dict[str, Any] = {
        "id": room.child_id,
        "called": child.called,
        "chair": child.chair,
        "is": "child",
    }
    first = [me] if str(room.child_id) in of_the_part else []
    joined = [
        {"id": UUID(who), "called": each["called"], "chair": None, "is": each["is"]}
        for who, each in here.items()
        if each["is"] in (Role.GUEST, Role.SCREEN) and each["left_at"] is None
    ]
    everybody = {str(each["id"]): each for each in [*first, *around, *joined]}
    return {who: {**each, "here": _is_here(here, who)} for who, each in everybody.items()}


def _is_here(here: Mapping[str, Any], who: str) -> bool:
    return who in here and here[who]["left_at"] is None


def _is_a_part(row: AnyRow, part_id: UUID) -> bool:
    if row.has_parts:
        return row.part_id is not None
    return bool(row.review_id == part_id)


def _room(rows: Sequence[AnyRow], child: children.Around, part_id: UUID) -> Room:
    row = rows[0]
    return Room(
        review_id=row.review_id,
        part_id=part_id,
        child=child,
        seats=frozenset(each.person_id for each in rows if each.person_id is not None),
        topic=row.id,
        number=row.number or 0,
        room_number=row.room_number or 0,
        opened_at=row.opened_at,
        ended_at=row.ended_at,
        code_number=row.code_number or 0,
        code_until=row.code_until,
    )


# Built once, over bare tables: each names its council itself.
LIVE: Final = cast("Table", LivePart.__table__)
_COLUMNS: Final = tuple(
    LIVE.c[name]
    for name in (
        "id", "number", "room_number", "opened_at", "ended_at", "code_number", "code_until",
    )
)  # fmt: skip
_WANTED: Final = reviews.SEATED_IN.add_columns(*_COLUMNS).outerjoin(
    LIVE,
    and_(
        LIVE.c.review_id == reviews.SEATED_IN.selected_columns.review_id,
        LIVE.c.part_id == bindparam("of_part"),
    ),
)
_WATCHED: Final = reviews.beside_seats(LIVE, LIVE.c.review_id, LIVE.c.part_id, *_COLUMNS).where(
    LIVE.c.id.in_(bindparam("of_topics", expanding=True))
)
_STATE: Final = select(LIVE.c.state).where(
    LIVE.c.council_id == bindparam("of_council"), LIVE.c.id == bindparam("of_topic")
)
