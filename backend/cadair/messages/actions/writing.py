"""Writing a message: once, whatever the network did, and whoever reads it is told in one go."""

from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.messages import queries
from cadair.messages.models import Message
from cadair.messages.queries import Place, SeenMessage
from cadair.messages.queries.places import most_sent_since
from cadair.messages.queries.values import as_seen, sealed_reason, sealed_words
from cadair.messages.rules.conversations import (
    Written,
    WrittenDifferently,
    check_not_flooding,
    fingerprint,
)
from cadair.messages.rules.safety import safety_words
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About


@dataclass(frozen=True, slots=True, kw_only=True)
class Overridden:
    """Why an officer's message goes out although the release guard stopped it."""

    reason: str
    findings: tuple[str, ...]  # codes, for the trail


def write(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    message_id: UUID,
    written: Written,
    now: datetime,
) -> SeenMessage:
    """Write to the officers of a child; they are told that something waits.

    The device makes the id: the same again is the same as once, other words under it are refused.
    """
    place = queries.own_place(session, actor=actor, child_id=child_id, now=now)
    return _write(session, actor, place, message_id, written, told=place.officers, now=now)


def write_as_officer(
    session: Session,
    *,
    actor: Actor,
    place: Place,
    message_id: UUID,
    written: Written,
    overridden: Overridden | None,
    now: datetime,
) -> SeenMessage:
    """Write to the party of a conversation, who is told; raises NotFound once they have left.

    What may not go out was looked for by whoever calls.
    """
    if not place.is_open:
        raise NotFound
    told = [place.party.id]
    return _write(
        session, actor, place, message_id, written, told=told, overridden=overridden, now=now
    )


def written_before(
    session: Session, *, place: Place, message_id: UUID, written: Written, reason: str | None = None
) -> SeenMessage | None:
    """The message that was written under this id, or None; raises when it was another one."""
    row = session.execute(
        select(Message.fingerprint, Message.child_id, Message.author_id).where(
            Message.id == message_id
        )
    ).one_or_none()
    if row is None:
        return None
    if (row.child_id, row.author_id) != (place.child_id, place.person_id):
        raise NotFound
    if row.fingerprint != _fingerprint(place, written, reason):
        raise WrittenDifferently
    return queries.own_message(session, place=place, message_id=message_id)


def _write(
    session: Session,
    actor: Actor,
    place: Place,
    message_id: UUID,
    written: Written,
    *,
    told: list[UUID],
    now: datetime,
    overridden: Overridden | None = None,
) -> SeenMessage:
    reason = overridden.reason if overridden else None
    most_since = most_sent_since(session, place=place, now=now)
    if most_since is not None:  # a second sending of what came while it still could is no fault
        before = written_before(
            session, place=place, message_id=message_id, written=written, reason=reason
        )
        if before is not None:
            return before
    check_not_flooding(most_sent_since=most_since, now=now)
    row = _row(place, message_id, written, reason, now)
    if not insert_unless_there(session, Message, row):
        before = written_before(
            session, place=place, message_id=message_id, written=written, reason=reason
        )
        if before is None:
            raise NotFound  # another council's
        return before
    notifications.tell(
        session, told=[(person, message_id) for person in told], about=About.MESSAGE, now=now
    )
    _note(session, actor, place, row, overridden, now)
    return as_seen(SimpleNamespace(**row), reading=place.reading)


def _row(
    place: Place, message_id: UUID, written: Written, reason: str | None, now: datetime
) -> dict[str, Any]:
    return {
        "id": message_id,
        "child_id": place.child_id,
        "party_id": place.party.id,
        "author_id": place.person_id,
        "author_job": place.job,
        "start": written.start,
        "words": sealed_words(place.key, message_id, written.words),
        "language": written.language,
        "tell_social_worker": _lets_pass(place, written),
        "written_at": now - written.waited,
        "received_at": now,
        "fingerprint": _fingerprint(place, written, reason),
        "taken_back_at": None,
        "raises_safety": place.person_id == place.party.id and bool(safety_words(written.words)),
        "reason": sealed_reason(place.key, message_id, reason) if reason else None,
        "to_record_at": None,
        "to_record_by_id": None,
        "brought_as": None,
        "wish_id": None,
        "no_answer_at": None,
        "no_answer_by_id": None,
        "decision_id": None,
    }


def _lets_pass(place: Place, written: Written) -> bool:
    """Only the child says that the social worker may be told; nobody else's yes counts."""
    return written.tell_social_worker and place.person_id == place.child_id


def _fingerprint(place: Place, written: Written, reason: str | None) -> bytes:
    return fingerprint(
        place.key,
        place.child_id,
        place.party.id,
        place.person_id,
        written.words,
        written.start,
        written.language,
        _lets_pass(place, written),
        reason,
    )


def _note(
    session: Session,
    actor: Actor,
    place: Place,
    row: dict[str, Any],
    overridden: Overridden | None,
    now: datetime,
) -> None:
    by_party = place.person_id == place.party.id
    facts: dict[str, Any] = {"party": str(place.party.id)}
    if by_party:
        facts["tell_social_worker"] = row["tell_social_worker"]
    if overridden:
        facts["overridden"] = list(overridden.findings)
    audit.note(
        session,
        actor=actor,
        event="message.sent" if by_party else "message.sent_by_officer",
        child_id=place.child_id,
        subject_id=row["id"],
        facts=facts,
        now=now,
    )
