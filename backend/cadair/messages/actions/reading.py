"""Opening a conversation, and saying by name that one has read it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, Standing, check, holds, is_proved
from cadair.audit import actions as audit
from cadair.foundation.errors import StepUpNeeded
from cadair.foundation.inserting import insert_those_new
from cadair.messages import queries
from cadair.messages.models import MessageRead
from cadair.messages.queries import Conversation, OfficersConversation, Place
from cadair.messages.queries.pages import unread_up_to
from cadair.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Which page of a conversation is opened, and whether its own words are shown."""

    before: UUID | None = None
    show: bool = False


def read_own(
    session: Session, *, actor: Actor, child_id: UUID, opening: Opening, now: datetime
) -> Conversation:
    """One page of the actor's own conversation; the trail says that it was opened.

    A child who wants no trace on their phone is told that and when they wrote, and the words only
    when they ask to be shown them.  Raises StepUpNeeded unless they have just shown that it is
    they.
    """
    place = queries.own_place(session, actor=actor, child_id=child_id, now=now)
    found = queries.own_conversation(session, place=place, before=opening.before, now=now)
    if actor.job is Job.CHILD and any(each.from_me for each in found.messages):
        found = _without_trace(session, actor, found, show=opening.show, now=now)
    _note_opened(session, actor, place, "message.opened_by_party", len(found.messages), now)
    return found


def _without_trace(
    session: Session, actor: Actor, found: Conversation, *, show: bool, now: datetime
) -> Conversation:
    if not people.own_phone_choices(session, actor=actor).leaves_no_trace:
        return found
    if show:
        if not is_proved(actor, now):
            raise StepUpNeeded
        return found
    messages = (each.without_words() if each.from_me else each for each in found.messages)
    return replace(found, messages=tuple(messages))


def open_conversation(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    before: UUID | None,
    now: datetime,
) -> OfficersConversation:
    """One page of a party's conversation, for the child's officer; nothing is thereby read."""
    place = queries.officers_place(
        session,
        actor=actor,
        child_id=child_id,
        person_id=person_id,
        permission=Permission.READ_MESSAGES,
        now=now,
    )
    found = queries.officers_conversation(session, place=place, before=before, now=now)
    _note_opened(session, actor, place, "message.opened_by_officer", len(found.messages), now)
    return found


def mark_own_read(
    session: Session, *, actor: Actor, child_id: UUID, up_to: UUID, now: datetime
) -> None:
    """Note that the actor has read what officers wrote to them, up to one message."""
    place = queries.own_place(session, actor=actor, child_id=child_id, now=now)
    note_read(session, actor=actor, place=place, up_to=up_to, now=now)


def mark_read_by_officer(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    up_to: UUID,
    now: datetime,
) -> None:
    """Note that an officer has read a conversation up to one message: its author is told who."""
    place = queries.officers_place(
        session,
        actor=actor,
        child_id=child_id,
        person_id=person_id,
        permission=Permission.READ_MESSAGES,
        now=now,
    )
    note_read(session, actor=actor, place=place, up_to=up_to, now=now)


def mark_brought_read(
    session: Session,
    *,
    actor: Actor,
    standing: Standing,
    message_ids: Collection[UUID],
    now: datetime,
) -> None:
    """Note that the actor has read these messages where they were brought to: in the summary.

    The trail is told by whoever showed it.
    """
    if not message_ids:
        return
    if not holds(Permission.READ_FOR_A_REASON, actor, standing):
        check(Permission.READ_MESSAGES, actor, standing)
    _insert_reads(session, list(message_ids), actor.person_id, now)


def note_read(session: Session, *, actor: Actor, place: Place, up_to: UUID, now: datetime) -> None:
    """Note that a conversation was read: only the first time, and the trail hears what is new."""
    unread = unread_up_to(
        session,
        child_id=place.child_id,
        party_id=place.party.id,
        up_to=up_to,
        reader_id=place.person_id,
    )
    if not unread:
        return
    _insert_reads(session, unread, place.person_id, now)
    audit.note(
        session,
        actor=actor,
        event="message.read",
        child_id=place.child_id,
        subject_id=up_to,
        facts={"party": str(place.party.id), "messages": len(unread)},
        now=now,
    )


def _insert_reads(
    session: Session, message_ids: list[UUID], reader_id: UUID | None, now: datetime
) -> None:
    insert_those_new(
        session,
        MessageRead,
        [
            {"message_id": message_id, "reader_id": reader_id, "first_read_at": now}
            for message_id in message_ids
        ],
        unique=("message_id", "reader_id"),
    )


def _note_opened(
    session: Session, actor: Actor, place: Place, event: str, messages: int, now: datetime
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=place.child_id,
        subject_id=place.party.id,
        facts={"messages": messages},
        now=now,
    )
