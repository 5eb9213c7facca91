"""Taking back what one asked oneself: a review before its day that is wanted no more."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.reviews.models import EarlyAsk
from cadair.reviews.queries.early import Ask, asks_of
from cadair.reviews.rules import EarlyReviewDecidedDifferently


def drop(session: Session, *, actor: Actor, child_id: UUID, ask_id: UUID, now: datetime) -> Ask:
    """Take back what one asked oneself, before it is decided.  The same again changes nothing.

    Raises NotFound for whoever did not ask it, EarlyReviewDecidedDifferently once it is decided.
    """
    standing = children.standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.ASK_FOR_EARLY_REVIEW, actor, standing)
    found = asks_of(session, child_id=child_id, ask_id=ask_id)
    if not found or found[0].noted_by_id != actor.person_id:
        raise NotFound
    if found[0].dropped_at is not None:
        return found[0]
    dropped = session.execute(
        update(EarlyAsk)
        .where(EarlyAsk.child_id == child_id, EarlyAsk.id == ask_id, EarlyAsk.decision.is_(None))
        .values(dropped_at=now)
        .returning(EarlyAsk.id)
    ).one_or_none()
    if dropped is None:
        raise EarlyReviewDecidedDifferently
    audit.note(
        session,
        actor=actor,
        event="review.early_ask_dropped",
        child_id=child_id,
        subject_id=ask_id,
        now=now,
    )
    return asks_of(session, child_id=child_id, ask_id=ask_id)[0]
