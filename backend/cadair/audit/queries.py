"""Reading the trail."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.audit.models import AuditEvent, AuditLink
from cadair.audit.rules import FIRST_DIGEST, digest


def as_facts(event: AuditEvent) -> dict[str, Any]:
    """What an event says, as the plain values that its link is made of."""
    return {
        "id": str(event.id),
        "at": event.at.isoformat(timespec="microseconds"),
        "event": event.event,
        "actor_id": str(event.actor_id) if event.actor_id else None,
        "actor_job": event.actor_job,
        "child_id": str(event.child_id) if event.child_id else None,
        "subject_id": str(event.subject_id) if event.subject_id else None,
        "facts": event.facts,
    }


def of_child(session: Session, *, child_id: UUID) -> list[dict[str, Any]]:
    """Everything that was read or written of one child, oldest first."""
    events = session.scalars(
        select(AuditEvent).where(AuditEvent.child_id == child_id).order_by(AuditEvent.at)
    )
    return [as_facts(event) for event in events]


def first_broken_link(session: Session) -> int | None:
    """The number of the first link of the council's chain that does not hold, or None."""
    before = FIRST_DIGEST
    for expected, (number, kept, event) in enumerate(_links_with_events(session), start=1):
        if number != expected or event is None:
            return expected
        before = digest(before, as_facts(event))
        if before != kept:
            return expected
    return None


def _links_with_events(
    session: Session,
) -> Iterator[tuple[int, bytes, AuditEvent | None]]:
    rows: Any = session.execute(
        select(AuditLink.number, AuditLink.digest, AuditEvent)
        .outerjoin(AuditEvent, AuditEvent.id == AuditLink.event_id)
        .order_by(AuditLink.number)
        .execution_options(yield_per=500)
    )
    yield from rows
