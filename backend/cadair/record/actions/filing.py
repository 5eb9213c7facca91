"""A record out of the house: its files, the bundle for the council's archive, a certificate."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.record.queries.records import RecordOfReview, record_of
from cadair.reviews import queries as reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """What stands on a child's certificate."""

    called: str
    held_on: date
    language: str
    made_at: datetime


def read_for_file(
    session: Session, *, actor: Actor, review_id: UUID, kind: str, now: datetime
) -> RecordOfReview:
    """The record of a review to be made into a file of that kind, for the child's officer."""
    found = record_of(session, actor=actor, review_id=review_id, now=now)
    facts = {"as": kind, "revision": found.kept.revision}
    _note(session, actor, "record.filed", found.child.child_id, review_id, facts, now)
    return found


def certify(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Certified:
    """What a child's certificate of a review says; raises NotFound before it was held."""
    review = reviews.review_of(session, review_id=review_id)
    on = today(now)
    around = children.around(session, child_ids=[review.child_id], on=on).get(review.child_id)
    if around is None:
        raise NotFound
    check(Permission.SEE_OWN_LETTERS, actor, around.standing_of(actor))
    if actor.person_id != review.child_id or review.held_on is None:
        raise NotFound
    _note(session, actor, "certificate.read", review.child_id, review_id, {}, now)
    return Certified(
        called=around.called,
        held_on=review.held_on,
        language=actor.language,
        made_at=datetime.combine(review.held_on, time(12), tzinfo=UTC),
    )


def _note(
    session: Session,
    actor: Actor,
    event: str,
    child_id: UUID,
    review_id: UUID,
    facts: dict[str, Any],
    now: datetime,
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=child_id,
        subject_id=review_id,
        facts=facts,
        now=now,
    )
