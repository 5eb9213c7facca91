"""Reading the trail."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cadair.audit.models import AuditEvent, AuditLink


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The newest link of a council's chain."""

    number: int
    digest: bytes


def head(session: Session) -> Head | None:
    """The newest link of the council's chain, or None before the first."""
    row = session.execute(
        select(AuditLink.number, AuditLink.digest).order_by(AuditLink.number.desc()).limit(1)
    ).one_or_none()
    return None if row is None else Head(number=row.number, digest=row.digest)


def of_child(
    session: Session,
    *,
    child_id: UUID,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[dict[str, Any]]:
    """Everything that was read or written of one child, oldest first; `until` is not included."""
    found = select(AuditEvent).where(AuditEvent.child_id == child_id, *_between(since, until))
    return [as_facts(event) for event in session.scalars(found.order_by(AuditEvent.at))]


def latest_of_child(
    session: Session,
    *,
    child_id: UUID,
    events: Collection[str],
    but_by: UUID,
    until: datetime | None,
    at_most: int,
) -> list[dict[str, Any]]:
    """The latest events of these kinds about one child, by people and not by `but_by`."""
    found = (
        select(AuditEvent)
        .where(
            AuditEvent.child_id == child_id,
            AuditEvent.event.in_(events),
            AuditEvent.actor_id.is_not(None),
            AuditEvent.actor_id != but_by,
            *_between(None, until),
        )
        .order_by(AuditEvent.at.desc(), AuditEvent.id)
        .limit(at_most)
    )
    return [as_facts(event) for event in session.scalars(found)]


def lists_read(
    session: Session,
    *,
    by: Collection[UUID],
    since: datetime,
    until: datetime,
    events: Collection[str],
) -> list[dict[str, Any]]:
    """The lists of many children that these people opened; such an event names no child."""
    found = select(AuditEvent).where(
        AuditEvent.child_id.is_(None),
        AuditEvent.actor_id.in_(by),
        AuditEvent.event.in_(events),
        *_between(since, until),
    )
    return [as_facts(event) for event in session.scalars(found.order_by(AuditEvent.at))]


def _between(since: datetime | None, until: datetime | None) -> Iterator[ColumnElement[bool]]:
    if since is not None:
        yield AuditEvent.at >= since
    if until is not None:
        yield AuditEvent.at < until
