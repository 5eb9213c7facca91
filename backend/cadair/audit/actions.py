"""Writing the trail: one insert in the same transaction; a sweep chains what is new."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit.models import AuditEvent, AuditLink
from cadair.audit.queries import as_facts, head
from cadair.audit.rules import FIRST_DIGEST, digest
from cadair.foundation.database import add_rows

LINKS_A_SWEEP: Final = 1000
LATE: Final = timedelta(days=7)  # an event bears the moment at which its work began


def note(
    session: Session,
    *,
    actor: Actor,
    event: str,
    now: datetime,
    child_id: UUID | None = None,
    subject_id: UUID | None = None,
    facts: dict[str, Any] | None = None,
) -> None:
    """Add one event to the trail; `facts` holds codes, counts and ids, never free text."""
    note_many(
        session,
        actor=actor,
        event=event,
        now=now,
        subjects=[(child_id, subject_id, facts or {})],
    )


def note_many(
    session: Session,
    *,
    actor: Actor,
    event: str,
    now: datetime,
    subjects: list[tuple[UUID | None, UUID | None, dict[str, Any]]],
) -> None:
    """Add the same event for many subjects, each (child, subject, facts), in one statement."""
    add_rows(
        session,
        AuditEvent,
        [
            {
                "id": uuid4(),
                "at": now,
                "event": event,
                "actor_id": actor.person_id,
                "actor_job": actor.job.value if actor.job else None,
                "child_id": child_id,
                "subject_id": subject_id,
                "facts": facts,
            }
            for child_id, subject_id, facts in subjects
        ],
    )


def note_afterwards(
    session: Session, *, actor: Actor, happened: Mapping[UUID, tuple[UUID, str, datetime]]
) -> int:
    """Add what was found out later: by its own id, about whom, the event, and when; how many.

    The id becomes the event's own, so that nothing is told twice.
    """
    if not happened:
        return 0
    told = set(
        session.scalars(
            select(AuditEvent.id).where(
                AuditEvent.at >= min(at for _, _, at in happened.values()),
                AuditEvent.event.in_({event for _, event, _ in happened.values()}),
            )
        )
    )
    new = {id_: each for id_, each in happened.items() if id_ not in told}
    add_rows(
        session,
        AuditEvent,
        [
            {
                "id": id_,
                "at": at,
                "event": event,
                "actor_id": actor.person_id,
                "actor_job": actor.job.value if actor.job else None,
                "child_id": None,
                "subject_id": subject_id,
                "facts": {},
            }
            for id_, (subject_id, event, at) in new.items()
        ],
    )
    return len(new)


def chain(session: Session) -> int:
    """Link the council's newest events to its chain, oldest first; returns how many."""
    last = head(session)
    number, before = (last.number, last.digest) if last else (0, FIRST_DIGEST)
    unlinked = session.scalars(
        select(AuditEvent)
        .where(
            *_not_long_before(session, number),
            ~select(AuditLink).where(AuditLink.event_id == AuditEvent.id).exists(),
        )
        .order_by(AuditEvent.at, AuditEvent.id)
        .limit(LINKS_A_SWEEP)
    )
    links = []
    for event in unlinked:
        number, before = number + 1, digest(before, as_facts(event))
        links.append({"number": number, "event_id": event.id, "digest": before})
    add_rows(session, AuditLink, links)
    return len(links)


def _not_long_before(session: Session, number: int) -> tuple[ColumnElement[bool], ...]:
    """Only what may still come in, so that a long trail is not searched from its beginning.

    An event that were older still would be named by `cadair audit verify`.
    """
    newest = session.scalar(
        select(AuditEvent.at)
        .join(AuditLink, AuditLink.event_id == AuditEvent.id)
        .where(AuditLink.number == number)
    )
    return () if newest is None else (AuditEvent.at >= newest - LATE,)
