"""Staff look at whom no notice reached."""

from datetime import datetime

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.notifications import queries


def read_not_told(session: Session, *, actor: Actor, now: datetime) -> list[queries.NotTold]:
    """Whom notices do not reach, for staff who can tell them another way."""
    check(Permission.SEE_NOT_TOLD, actor)
    found = queries.not_told(session, actor=actor, now=now)
    audit.note(
        session,
        actor=actor,
        event="notices.not_told_read",
        facts={"people": [str(each.person.id) for each in found]},
        now=now,
    )
    return found
