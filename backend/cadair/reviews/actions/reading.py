"""Reading what belongs to a child: each reading leaves its trace in the trail."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.reviews import queries
from cadair.reviews.actions.holding import checked
from cadair.reviews.queries import OwnPart, OwnReview, PlanScreen
from cadair.reviews.queries.clock_page import ReviewClock, clock_of
from cadair.reviews.queries.early import EarlyPage, early_page
from cadair.reviews.queries.own_pages import FormFor, ObservationFor


def read_own_reviews(
    session: Session,
    *,
    actor: Actor,
    form_for: FormFor,
    observation_for: ObservationFor,
    now: datetime,
) -> list[OwnReview]:
    """The reviews that the actor is to take part in."""
    found = queries.own_reviews(
        session, actor=actor, form_for=form_for, observation_for=observation_for, now=now
    )
    audit.note_many(
        session,
        actor=actor,
        event="review.read",
        now=now,
        subjects=[
            (review.child.id, review.id, {"parts": [str(part.id) for part in review.parts]})
            for review in found
        ],
    )
    return found


def read_own_part(
    session: Session, *, actor: Actor, review_id: UUID, part_id: UUID, now: datetime
) -> OwnPart:
    """One part of a review in which the actor has a seat, once it has a time; raises NotFound."""
    found = queries.own_reviews(
        session,
        actor=actor,
        form_for=lambda *_: None,
        observation_for=lambda *_: None,
        now=now,
    )
    for review in found:
        for part in review.parts:
            if (review.id, part.id) == (review_id, part_id) and part.starts_at is not None:
                audit.note(
                    session,
                    actor=actor,
                    event="review.calendar_read",
                    child_id=review.child.id,
                    subject_id=review_id,
                    facts={"part": str(part_id)},
                    now=now,
                )
                return part
    raise NotFound


def read_plan(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> PlanScreen:
    """The plan of a review, for its reviewing officer; raises NotFound for everybody else."""
    plan = queries.plan_for(
        session, actor=actor, review_id=review_id, permission=Permission.SEE_PLAN, now=now
    )
    audit.note(
        session,
        actor=actor,
        event="review.plan_read",
        child_id=plan.review.child_id,
        subject_id=review_id,
        now=now,
    )
    return queries.plan_screen(session, plan=plan, on=today(now))


def read_clock(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> ReviewClock:
    """What the law's clock says of a review, for its officer; raises NotFound for all others."""
    review = checked(
        session, actor=actor, review_id=review_id, permission=Permission.SEE_PLAN, now=now
    )
    audit.note(
        session,
        actor=actor,
        event="review.clock_read",
        child_id=review.child_id,
        subject_id=review_id,
        now=now,
    )
    return clock_of(session, review=review, now=now)


def read_early_asks(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> EarlyPage:
    """What was asked for one child before its day; raises NotFound for all but their officer."""
    page = early_page(session, actor=actor, child_id=child_id, now=now)
    audit.note(
        session,
        actor=actor,
        event="review.early_asks_read",
        child_id=child_id,
        subject_id=child_id,
        now=now,
    )
    return page
