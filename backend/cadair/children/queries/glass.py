"""Readings for a reason: when a service manager broke the glass, and what the officer is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, Standing, check
from cadair.children.models import BrokenGlass
from cadair.children.queries.keys import sealing_key
from cadair.children.queries.listed import OF_OFFICER
from cadair.children.queries.standing import standing
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.sealing import SealedColumn, unseal
from cadair.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class Glass:
    """One reading for a reason, as the child's officer and the managers may see it."""

    id: UUID
    child_id: UUID
    manager_id: UUID
    manager_name: str
    reason: str
    unsafe_to_tell: bool
    broken_at: datetime
    ends_at: datetime
    seen_at: datetime | None


class Unseen(NamedTuple):
    """A reading for a reason that the child's officer has not noted yet."""

    id: UUID
    child_id: UUID
    child_name: str
    manager_name: str
    broken_at: datetime


def glass_of_child(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> list[Glass]:
    """Every reading for a reason of one child, the latest first; raises NotFound."""
    is_now = standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.SEE_BROKEN_GLASS, actor, is_now)
    found = select(BrokenGlass).where(BrokenGlass.child_id == child_id)
    return glass_of(session, child_id=child_id, found=found)


def glass_of(session: Session, *, child_id: UUID, found: Select[BrokenGlass]) -> list[Glass]:
    """Readings of one child that the statement finds, the latest first, their reasons unsealed."""
    rows = session.scalars(found.order_by(BrokenGlass.broken_at.desc())).all()
    if not rows:
        return []
    key = sealing_key(session, child_id=child_id)
    named = people.people(session, person_ids=[row.manager_id for row in rows])
    return [
        Glass(
            id=row.id,
            child_id=row.child_id,
            manager_id=row.manager_id,
            manager_name=named[row.manager_id].name,
            reason=unseal(key, row.reason, place_of_reason(row.id)),
            unsafe_to_tell=row.unsafe_to_tell,
            broken_at=row.broken_at,
            ends_at=row.ends_at,
            seen_at=row.seen_at,
        )
        for row in rows
    ]


def with_glass(
    session: Session, *, actor: Actor, is_now: Standing, now: datetime
) -> tuple[Standing, UUID | None]:
    """The standing with what the glass opens, and the reading that opens it, if there is one."""
    row = session.scalars(
        select(BrokenGlass.id)
        .where(
            BrokenGlass.child_id == is_now.child_id,
            BrokenGlass.manager_id == actor.person_id,
            BrokenGlass.broken_at <= now,
            BrokenGlass.ends_at > now,
        )
        .order_by(BrokenGlass.broken_at.desc())
        .limit(1)
    ).one_or_none()
    return replace(is_now, has_broken_glass=row is not None), row


def unsafe_to_tell(session: Session, *, child_id: UUID) -> set[UUID]:
    """The readings of which the child is not told, for now."""
    return set(
        session.scalars(
            select(BrokenGlass.id).where(
                BrokenGlass.child_id == child_id, BrokenGlass.unsafe_to_tell
            )
        )
    )


def unseen_by_officer(session: Session, *, officer_id: UUID, on: date) -> list[Unseen]:
    """Readings of the officer's children that no officer has noted, the latest first."""
    told = {"council": council_of(session), "officer": officer_id, "on": on}
    rows: Iterable[Any] = session.execute(_UNSEEN, told)
    return [Unseen(*row) for row in rows]


def place_of_reason(glass_id: UUID) -> str:
    """What a reason is sealed to."""
    return f"broken_glass|reason|{glass_id}"


def _place(row: Mapping[str, Any]) -> str:
    return place_of_reason(row["id"])


SEALED: Final = (
    SealedColumn(name="broken_glass.reason", child="broken_glass.child_id", place=_place),
)

_GLASS: Final = BrokenGlass.__table__.c
_child: Final = people.LISTED.alias("read_child")
_manager: Final = people.LISTED.alias("reading_manager")

# Built once, on bare tables, like the lists: every opening of an officer's day asks for it.
_UNSEEN: Final = (
    select(_GLASS.id, _GLASS.child_id, _child.c.name, _manager.c.name, _GLASS.broken_at)
    .join_from(OF_OFFICER, BrokenGlass.__table__, _GLASS.child_id == OF_OFFICER.c.child_id)
    .join(_child, _child.c.id == _GLASS.child_id)
    .join(_manager, _manager.c.id == _GLASS.manager_id)
    .where(_GLASS.council_id == bindparam("council"), _GLASS.seen_at.is_(None))
    .order_by(_GLASS.broken_at.desc())
    .execution_options(names_its_council=True)
)
