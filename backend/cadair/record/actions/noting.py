"""What every action on a review's record leaves in the trail."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit


def note(
    session: Session,
    actor: Actor,
    event: str,
    child_id: UUID | None,
    subject_id: UUID,
    facts: dict[str, Any],
    now: datetime,
) -> None:
    """Note what was done to one thing of a child's; `facts` holds codes, counts and ids alone.

    By position, so that at the end of an action it is one line of reading.
    """
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=child_id,
        subject_id=subject_id,
        facts=facts,
        now=now,
    )
