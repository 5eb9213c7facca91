"""A review ends without being held: its officer says why, or time has passed.

Nothing that was shared with it is lost: its author still has it, and so has the officer.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import Stale
from cadair.reviews.actions.timetable import schedule
from cadair.reviews.models import Review
from cadair.reviews.queries import review_of
from cadair.reviews.rules import (
    BEFORE_THE_MEETING,
    Ending,
    ReviewEndedDifferently,
    ReviewHasClosed,
    ReviewKind,
    Stage,
    moved,
)
from cadair.reviews.rules.clock import ADULT_AT, SUPPORT_ENDS_AT

AT_ONCE: Final = 1000


def end(session: Session, *, actor: Actor, review_id: UUID, because: Ending, now: datetime) -> None:
    """End a review that is not needed any more.  Ending it again for the same reason is no change.

    Raises NotFound for all but the child's reviewing officer, ReviewHasClosed once it has met.
    """
    review = review_of(session, review_id=review_id)
    standing = children.standing(session, actor=actor, child_id=review.child_id, on=today(now))
    check(Permission.PLAN_REVIEW, actor, standing)
    if review.ended_because is not None:
        if review.ended_because is not because:
            raise ReviewEndedDifferently
        return
    if review.stage not in BEFORE_THE_MEETING:
        raise ReviewHasClosed
    ended = session.execute(
        update(Review)
        .where(Review.id == review_id, Review.stage == review.stage)
        .values(
            stage=moved(review.stage, Stage.CLOSED),
            not_owed_at=now,
            ended_because=because,
            revision=review.revision + 1,
        )
        .returning(Review.id)
    ).one_or_none()
    if ended is None:
        raise Stale
    audit.note(
        session,
        actor=actor,
        event="review.ended",
        child_id=review.child_id,
        subject_id=review_id,
        facts={"because": because.value},
        now=now,
    )


def schedule_grown_up(session: Session, *, actor: Actor, now: datetime) -> int:
    """Work out anew the reviews of those who have grown up, as no import may tell of a birthday.

    At 18 the care clock gives way to a pathway plan's, or to none; at 21 or 25 that ends too.
    Returns how many changed; doing it again does nothing.
    """
    adults = children.born_until(age=ADULT_AT, on=today(now))
    leavers = children.born_until(age=SUPPORT_ENDS_AT, on=today(now))
    ids = session.scalars(
        select(Review.child_id).where(
            Review.held_on.is_(None),
            Review.not_owed_at.is_(None),
            or_(
                and_(Review.kind != ReviewKind.PATHWAY, Review.child_id.in_(adults)),
                and_(Review.kind == ReviewKind.PATHWAY, Review.child_id.in_(leavers)),
            ),
        )
    ).all()
    return sum(
        schedule(session, actor=actor, child_ids=ids[start : start + AT_ONCE], now=now)
        for start in range(0, len(ids), AT_ONCE)
    )
