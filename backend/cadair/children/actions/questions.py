"""Which questions a child is asked."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries
from cadair.children.models import Child
from cadair.children.rules.ages import Band
from cadair.foundation import clock


def set_band(
    session: Session, *, actor: Actor, child_id: UUID, band: Band | None, now: datetime
) -> queries.ChildFacts:
    """Choose the band of questions that suits the child; None goes by age again."""
    on = clock.today(now)
    check(
        Permission.CHANGE_BAND,
        actor,
        queries.standing(session, actor=actor, child_id=child_id, on=on),
    )
    child = session.get_one(Child, child_id)
    if child.band_override != band:
        child.band_override = band
        audit.note(
            session,
            actor=actor,
            event="child.band_chosen",
            child_id=child_id,
            facts={"band": band.value if band else None},
            now=now,
        )
        session.flush()
    return queries.child_facts(session, child_id=child_id, on=on)
