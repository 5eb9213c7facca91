"""Invitation cards for a child and for the people around them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, holds
from cadair.audit import actions as audit
from cadair.children import queries
from cadair.children.models import Child, Relationship
from cadair.children.rules.ages import Band
from cadair.foundation import clock
from cadair.foundation.errors import NotAllowed, NotFound
from cadair.people import actions as people
from cadair.people import queries as people_queries

# Staff get theirs from the council (`cadair invite`): a card opens the account that it is for.
YOUNGER = frozenset({Band.UNDER_4, Band.UNDER_8, Band.FROM_8_TO_11})  # pictures before words
INVITED_BY_CARD = frozenset({Job.CHILD, Job.CARER, Job.PARENT, Job.PROFESSIONAL})


def invite(
    session: Session, *, actor: Actor, person_id: UUID, card_id: UUID, now: datetime
) -> people.IssuedCard:
    """Make a card for a child, or for somebody in the circle of a child, of the actor's.

    Raises NotFound for anybody else, whether they exist or not, and NotAllowed for a manager when
    the person signs in already.
    """
    on = clock.today(now)
    person = people_queries.person(session, person_id=person_id)
    if person.job not in INVITED_BY_CARD:
        raise NotFound
    # Whoever holds a card opens the account.  A manager never reads a child's words, so a new card
    # for somebody who signs in already is for the reviewing officer alone.
    signs_in = bool(people_queries.has_signed_in(session, person_ids=[person_id]))
    for child_id in _children_around(session, person_id, now):
        standing = queries.standing(session, actor=actor, child_id=child_id, on=on)
        if holds(Permission.ISSUE_CARD, actor, standing):
            if signs_in and not standing.is_reviewing_officer:
                raise NotAllowed
            card = people.issue_card(
                session,
                actor=actor,
                card_id=card_id,
                person_id=person_id,
                offers_pictures=person_id == child_id
                and queries.child_facts(session, child_id=child_id, on=on).band in YOUNGER,
                now=now,
            )
            audit.note(
                session,
                actor=actor,
                event="child.card_made",
                child_id=child_id,
                subject_id=person_id,
                now=now,
            )
            return card
    raise NotFound


def _children_around(session: Session, person_id: UUID, now: datetime) -> list[UUID]:
    on = clock.today(now)
    themselves = select(Child.person_id).where(Child.person_id == person_id)
    in_circle = select(Relationship.child_id).where(
        Relationship.person_id == person_id,
        Relationship.from_on <= on,
        or_(Relationship.until_on.is_(None), Relationship.until_on >= on),
    )
    return [*session.scalars(themselves), *session.scalars(in_circle)]
