"""Letting a conversation rest: an officer has read it, and it asks for no answer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.messages import queries
from cadair.messages.actions.reading import note_read
from cadair.messages.models import Message
from cadair.messages.queries.pages import waiting_up_to


def let_rest(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    up_to: UUID,
    now: datetime,
) -> None:
    """Say that what a party wrote asks for no answer, up to one message, and that it was read.

    Its author is told that it was read, and no more.  Again changes nothing.
    """
    place = queries.officers_place(
        session,
        actor=actor,
        child_id=child_id,
        person_id=person_id,
        permission=Permission.WRITE_AS_OFFICER,
        now=now,
    )
    note_read(session, actor=actor, place=place, up_to=up_to, now=now)
    resting = waiting_up_to(session, child_id=place.child_id, party_id=place.party.id, up_to=up_to)
    if not resting:
        return
    session.execute(
        update(Message)
        .where(Message.id.in_(resting))
        .values(no_answer_at=now, no_answer_by_id=place.person_id)
        .execution_options(synchronize_session=False)
    )
    audit.note(
        session,
        actor=actor,
        event="message.let_rest",
        child_id=place.child_id,
        subject_id=up_to,
        facts={"party": str(place.party.id), "messages": len(resting)},
        now=now,
    )
