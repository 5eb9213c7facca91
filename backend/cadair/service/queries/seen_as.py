"""What somebody of a child's circle sees, built for their officer by the queries that serve them.

There is no other logic here: an actor is made for that person, and their own pages are asked for
what they would answer.  Nothing is marked as read, no draft is opened, and whatever concerns other
children is left out.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.children import queries as children
from cadair.contributions import queries as contributions
from cadair.contributions.queries import OwnContribution
from cadair.contributions.rules.forms import newest_form, newest_observation
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.messages import queries as messages
from cadair.messages.queries import OwnLine
from cadair.people import queries as people
from cadair.record.queries.releases import GivenOnce
from cadair.record.queries.shown import shown_to
from cadair.reviews import queries as reviews
from cadair.reviews.queries import OwnReview

NOT_LOOKED_AT = frozenset({Job.REVIEWING_OFFICER, Job.SERVICE_MANAGER, Job.ADMINISTRATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenOfReview:
    """What they were given of one review, the newest first."""

    review_id: UUID
    shared: tuple[GivenOnce, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAs:
    """Somebody's own pages, as far as one child is concerned."""

    me: dict[str, Any]
    reviews: tuple[OwnReview, ...]
    contributions: tuple[OwnContribution, ...]
    conversations: tuple[OwnLine, ...]
    given: tuple[GivenOfReview, ...]


def seen_as(
    session: Session, *, actor: Actor, child_id: UUID, person_id: UUID, now: datetime
) -> SeenAs:
    """What the child, or somebody around them, sees; raises NotFound to all but the officer."""
    on = today(now)
    standing = children.standing(session, actor=actor, child_id=child_id, on=on)
    check(Permission.SEE_AS_ANOTHER, actor, standing)
    them = _as_them(session, actor, child_id, person_id, now)
    all_theirs = reviews.own_reviews(
        session,
        actor=them,
        form_for=newest_form,
        observation_for=newest_observation,
        now=now,
    )
    theirs = tuple(review for review in all_theirs if review.child.id == child_id)
    shared = contributions.own_contributions(session, actor=them)
    return SeenAs(
        me=people.me(session, actor=them),
        reviews=theirs,
        contributions=tuple(one for one in shared if one.contribution.child_id == child_id),
        conversations=tuple(
            line
            for line in messages.own_conversations(session, actor=them, now=now)
            if line.child_id == child_id
        ),
        given=tuple(_given(session, child_id, person_id, review.id, on) for review in theirs),
    )


def _given(
    session: Session, child_id: UUID, person_id: UUID, review_id: UUID, on: date
) -> GivenOfReview:
    found = shown_to(session, child_id=child_id, review_id=review_id, person_id=person_id, on=on)
    return GivenOfReview(review_id=review_id, shared=tuple(found))


def _as_them(
    session: Session, actor: Actor, child_id: UUID, person_id: UUID, now: datetime
) -> Actor:
    """That person as an actor, without a session and never handed on."""
    around = children.walls(session, child_id=child_id, on=today(now)).members
    if person_id != child_id and person_id not in around:
        raise NotFound
    person = people.person(session, person_id=person_id)
    if person.job in NOT_LOOKED_AT:
        raise NotFound
    return Actor(
        person_id=person.id,
        council_id=actor.council_id,
        job=person.job,
        language=person.language,
    )
