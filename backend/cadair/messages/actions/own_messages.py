"""What becomes of a message of one's own: taken back, or brought to the review; and its marks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.foundation.errors import NotFound
from cadair.messages import queries
from cadair.messages.models import Message, MessageRead
from cadair.messages.queries import Place, SeenMessage
from cadair.messages.queries.places import own_place_of_message
from cadair.messages.rules.conversations import (
    BroughtAs,
    BroughtDifferently,
    MessageTakenBack,
    MessageWasRead,
)
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About


def take_back(session: Session, *, actor: Actor, message_id: UUID, now: datetime) -> SeenMessage:
    """Empty a message of the actor's own that nobody else has read; again changes nothing.

    The row stays, so that it can be seen that something was said and taken back.
    """
    place = own_place_of_message(session, actor=actor, message_id=message_id, now=now)
    row = _locked(session, message_id)
    if row.taken_back_at is None:
        if _was_read(session, message_id, place.person_id):
            raise MessageWasRead
        _change(session, message_id, words=None, taken_back_at=now, raises_safety=False)
        notifications.tell_no_more(session, about=About.MESSAGE, subject_id=message_id, now=now)
        audit.note(
            session,
            actor=actor,
            event="message.taken_back",
            child_id=place.child_id,
            subject_id=message_id,
            now=now,
        )
    return queries.own_message(session, place=place, message_id=message_id)


def note_brought(
    session: Session,
    *,
    actor: Actor,
    message_id: UUID,
    brought_as: BroughtAs,
    review_id: UUID | None,
    now: datetime,
) -> tuple[Place, bool]:
    """Mark a message of the child's own as brought to a review; also whether it is new.

    `review_id` is the review it goes to.  Raises NotFound for all but the child.
    """
    place = own_place_of_message(session, actor=actor, message_id=message_id, now=now)
    check(Permission.BRING_TO_REVIEW, actor, place.around.standing_of(actor))
    row = _locked(session, message_id)
    if row.taken_back_at is not None:
        raise MessageTakenBack
    if row.brought_as is not None:
        if row.brought_as is not brought_as:
            raise BroughtDifferently
        return place, False
    _change(session, message_id, brought_as=brought_as)
    audit.note(
        session,
        actor=actor,
        event="message.brought_to_review",
        child_id=place.child_id,
        subject_id=message_id,
        facts={"as": brought_as, "review_id": str(review_id)},
        now=now,
    )
    return place, True


def mark_to_record(
    session: Session,
    *,
    actor: Actor,
    place: Place,
    message_id: UUID,
    to_record: bool,
    wish_id: UUID | None,
    decision_id: UUID | None,
    now: datetime,
) -> None:
    """Mark a message to the child's record, or not any more, and link it to a wish or a decision.

    Whoever calls has asked whether they are this child's.  Who marked it first stays.
    """
    row = _locked(session, message_id)
    if row.taken_back_at is not None:
        raise MessageTakenBack
    marked: dict[str, Any] = {"wish_id": wish_id, "decision_id": decision_id}
    if to_record != (row.to_record_at is not None):
        marked |= {
            "to_record_at": now if to_record else None,
            "to_record_by_id": place.person_id if to_record else None,
        }
    _change(session, message_id, **marked)
    audit.note(
        session,
        actor=actor,
        event="message.marked",
        child_id=place.child_id,
        subject_id=message_id,
        facts={
            "to_record": to_record,
            "wish": str(wish_id) if wish_id else None,
            "decision": str(decision_id) if decision_id else None,
        },
        now=now,
    )


def _locked(session: Session, message_id: UUID) -> Any:
    """The message, held until the end: who reads it at this moment comes before or after."""
    row = session.execute(
        select(Message.taken_back_at, Message.brought_as, Message.to_record_at)
        .where(Message.id == message_id)
        .with_for_update()
    ).one_or_none()
    if row is None:
        raise NotFound
    return row


def _was_read(session: Session, message_id: UUID, author_id: UUID) -> bool:
    found = session.scalar(
        select(MessageRead.reader_id)
        .where(MessageRead.message_id == message_id, MessageRead.reader_id != author_id)
        .limit(1)
    )
    return found is not None


def _change(session: Session, message_id: UUID, **values: Any) -> None:
    session.execute(
        update(Message)
        .where(Message.id == message_id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
