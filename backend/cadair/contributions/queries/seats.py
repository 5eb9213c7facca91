"""Where somebody sits at a review: whether they may say something there, and about whom."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, Standing, check
from cadair.children import queries as children
from cadair.foundation.errors import NotFound
from cadair.reviews import queries as reviews
from cadair.reviews.rules import Stage


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A place at one review for one person."""

    review_id: UUID
    child_id: UUID
    stage: Stage
    author_id: UUID
    author_job: Job


def seat(session: Session, *, actor: Actor, review_id: UUID, on: date) -> Seat:
    """The actor's place at the review; raises NotFound for whoever was not asked to it.

    The child always has one, and so has the child's reviewing officer.
    """
    if actor.person_id is None or actor.job is None:
        raise NotFound  # the service itself has nothing to say
    review = reviews.review_of(session, review_id=review_id)
    if actor.person_id == review.child_id:
        standing = Standing(child_id=review.child_id, is_self=True)
    else:
        standing = children.standing(session, actor=actor, child_id=review.child_id, on=on)
    check(Permission.CONTRIBUTE, actor, standing)
    if not (
        standing.is_self
        or standing.is_reviewing_officer
        or reviews.is_asked(session, review_id=review_id, person_id=actor.person_id)
    ):
        raise NotFound
    return Seat(
        review_id=review_id,
        child_id=review.child_id,
        stage=review.stage,
        author_id=actor.person_id,
        author_job=actor.job,
    )
