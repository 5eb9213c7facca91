"""Breaking the glass: a service manager says why, and reads for an hour what one child said."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children.models import BrokenGlass
from cadair.children.queries.glass import Glass, glass_of, glass_of_child, place_of_reason
from cadair.children.queries.keys import sealing_key
from cadair.children.queries.standing import standing
from cadair.children.rules.glass import LASTS
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import seal


def break_glass(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    glass_id: UUID,
    reason: str,
    unsafe_to_tell: bool,
    now: datetime,
) -> Glass:
    """Open what one child said to one manager, for one hour; the officer is told at once.

    Safe to send again.  Raises NotFound for whoever is not a manager of the child's council.
    """
    is_now = standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.BREAK_GLASS, actor, is_now)
    assert actor.person_id is not None
    there = session.get(BrokenGlass, glass_id)
    if there is None:
        key = sealing_key(session, child_id=child_id)
        session.add(
            BrokenGlass(
                id=glass_id,
                child_id=child_id,
                manager_id=actor.person_id,
                reason=seal(key, reason, place_of_reason(glass_id)),
                unsafe_to_tell=unsafe_to_tell,
                broken_at=now,
                ends_at=now + LASTS,
            )
        )
        try:
            session.flush()
        except IntegrityError as conflict:  # another council's id, as unseen as one of this council
            raise NotFound from conflict
        audit.note(
            session,
            actor=actor,
            event="child.glass_broken",
            child_id=child_id,
            subject_id=glass_id,
            facts={"unsafe_to_tell": unsafe_to_tell, "until": (now + LASTS).isoformat()},
            now=now,
        )
    elif (there.child_id, there.manager_id) != (child_id, actor.person_id):
        raise NotFound
    return _one(session, child_id, glass_id)


def read_glass(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> list[Glass]:
    """Every reading for a reason of one child, the latest first."""
    found = glass_of_child(session, actor=actor, child_id=child_id, now=now)
    audit.note(session, actor=actor, event="child.glass_read", child_id=child_id, now=now)
    return found


def note_glass(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    glass_id: UUID,
    tell_child: bool,
    now: datetime,
) -> Glass:
    """The child's officer has taken note, and may say that the child can be told after all."""
    is_now = standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.NOTE_BROKEN_GLASS, actor, is_now)
    glass = session.get(BrokenGlass, glass_id)
    if glass is None or glass.child_id != child_id:
        raise NotFound
    if glass.seen_at is None:
        glass.seen_at, glass.seen_by_id = now, actor.person_id
    if tell_child:
        glass.unsafe_to_tell = False
    session.flush()
    audit.note(
        session,
        actor=actor,
        event="child.glass_noted",
        child_id=child_id,
        subject_id=glass_id,
        facts={"unsafe_to_tell": glass.unsafe_to_tell},
        now=now,
    )
    return _one(session, child_id, glass_id)


def _one(session: Session, child_id: UUID, glass_id: UUID) -> Glass:
    found = select(BrokenGlass).where(BrokenGlass.id == glass_id)
    return glass_of(session, child_id=child_id, found=found)[0]
