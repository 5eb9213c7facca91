"""Closing a child's lost phone, in one tap."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries
from cadair.foundation import clock
from cadair.people import actions as people


def close_lost_phone(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> int:
    """Shut out whoever holds the child's phone; returns how many devices were closed.

    Nothing that the child wrote goes: a new card opens it again, also on that phone when it is
    found.  It asks for no proof: whoever does it by mistake costs the child a new card.
    """
    standing = queries.standing(session, actor=actor, child_id=child_id, on=clock.today(now))
    check(Permission.CLOSE_LOST_PHONE, actor, standing)
    closed = people.close_every_device(session, actor=actor, person_id=child_id, now=now)
    audit.note(
        session,
        actor=actor,
        event="child.phone_closed",
        child_id=child_id,
        subject_id=child_id,
        facts={"devices": closed},
        now=now,
    )
    return closed
