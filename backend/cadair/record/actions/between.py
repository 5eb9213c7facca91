"""What passed between reviews, as it goes to the record of the next one."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.queries import Around
from cadair.foundation.clock import today
from cadair.messages.queries import Reading
from cadair.messages.queries.since import Since, passed_since
from cadair.reviews import queries as reviews


def read_between_reviews(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> Since:
    """What passed since the last review was held; raises NotFound for all but the officer."""
    on = today(now)
    around = children.around_for(
        session, actor=actor, permission=Permission.READ_MESSAGES, child_id=child_id, on=on
    )
    key = children.sealing_key(session, child_id=child_id)
    found = passed_since(
        session,
        around=around,
        since=_since(session, around, on),
        reading=Reading(person_id=actor.person_id, key=key, known={}),
    )
    audit.note(
        session,
        actor=actor,
        event="between_reviews.read",
        child_id=child_id,
        facts={"messages": len(found.messages), "notes": len(found.notes)},
        now=now,
    )
    return found


def _since(session: Session, around: Around, on: date) -> date:
    """The day of the last review that was held; before any, the day on which care began."""
    every = reviews.reviews_of_child(session, child_id=around.child.child_id)
    held = [each.held_on for each in every if each.held_on is not None]
    return max(held, default=around.child.care_started_on or on)
