"""Finding and writing a dispute, with what the trail and the child are told of each step."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.record.models import Dispute
from cadair.record.queries import disputes as kept
from cadair.record.queries.disputes import SeenDispute


def check_keeps(session: Session, actor: Actor, child_id: UUID, now: datetime) -> None:
    """Raise NotFound unless the actor is the child's officer, or covers, today."""
    is_now = children.standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.KEEP_DISPUTES, actor, is_now)


def there(session: Session, child_id: UUID, dispute_id: UUID, now: datetime) -> SeenDispute:
    """The dispute of this child; raises NotFound."""
    found = kept.dispute_at(
        session,
        child_id=child_id,
        dispute_id=dispute_id,
        own=kept.council(session),
        on=today(now),
    )
    if found is None:
        raise NotFound
    return found


def write(session: Session, dispute_id: UUID, revision: int, values: dict[str, Any]) -> bool:
    """Write upon the revision that was read; False, and nothing written, upon another."""
    written = session.execute(
        update(Dispute)
        .where(Dispute.id == dispute_id, Dispute.revision == revision)
        .values(revision=revision + 1, **values)
        .returning(Dispute.id)
        .execution_options(synchronize_session=False)
    )
    return written.one_or_none() is not None


def note(
    session: Session, actor: Actor, event: str, made: SeenDispute, now: datetime, **facts: Any
) -> None:
    """Every step stands in the trail, with whether the child is told of it."""
    is_told = made.beside.telling.words_to_child is not None
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=made.child_id,
        subject_id=made.id,
        facts={**facts, "child_told": is_told},
        now=now,
    )


def tell(session: Session, made: SeenDispute, before: SeenDispute | None, now: datetime) -> None:
    """A notice to the child when there are words that they have not been told of before."""
    words = made.beside.telling.words_to_child
    if words is None or (before is not None and before.beside.telling.words_to_child == words):
        return
    notifications.tell(
        session,
        told=[(made.child_id, uuid5(made.id, f"told {made.revision}"))],
        about=About.DISPUTE,
        now=now,
    )
