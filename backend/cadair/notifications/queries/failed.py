"""Whom no notice reached, for the staff who can tell them another way; never what it was about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.notifications.models import ContactPoint, Delivery, NoticeChoices
from cadair.notifications.rules import Channel, Outcome, What
from cadair.notifications.rules.timing import LATE_AFTER
from cadair.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person, by name and job."""

    id: UUID
    name: str
    called: str
    job: Job


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTold:
    """Somebody whom notices do not reach, and since when."""

    person: Somebody
    since: datetime


def not_told(session: Session, *, actor: Actor, now: datetime) -> list[NotTold]:
    """Whom notices do not reach, longest first.

    A reviewing officer is shown those around their own children, and the children; a manager
    everybody of the council.  Reached since, a newer address or another choice ends it.
    """
    since = _since(session, now)
    if since and actor.job is Job.REVIEWING_OFFICER:
        own = _around_own_children(session, actor, now)
        since = {person_id: at for person_id, at in since.items() if person_id in own}
    found = people.people(session, person_ids=list(since)) if since else {}
    return sorted(
        (
            NotTold(
                person=Somebody(id=one.id, name=one.name, called=one.called, job=one.job),
                since=since[one.id],
            )
            for one in found.values()
        ),
        key=lambda each: (each.since, each.person.name, each.person.id),
    )


def _since(session: Session, now: datetime) -> dict[UUID, datetime]:
    """When each notice was made that did not reach its person, the oldest since one that did."""
    reached = (
        select(Delivery.person_id, func.max(Delivery.settled_at).label("at"))
        .where(Delivery.outcome == Outcome.SENT, Delivery.what == What.NOTICE)
        .group_by(Delivery.person_id)
        .subquery()
    )
    rows = session.execute(
        select(Delivery.person_id, func.min(Delivery.made_at))
        .join(NoticeChoices, NoticeChoices.person_id == Delivery.person_id)
        .outerjoin(reached, reached.c.person_id == Delivery.person_id)
        .where(
            Delivery.what == What.NOTICE,
            NoticeChoices.channel != Channel.NONE,
            or_(
                Delivery.outcome == Outcome.FAILED,
                and_(
                    Delivery.settled_at.is_(None),
                    Delivery.tries > 0,
                    Delivery.made_at < now - LATE_AFTER,
                ),
            ),
            or_(reached.c.at.is_(None), reached.c.at < Delivery.made_at),
            ~_has_newer_address(),
        )
        .group_by(Delivery.person_id)
    )
    return {person_id: at for person_id, at in rows if person_id is not None}


def _has_newer_address() -> ColumnElement[bool]:
    return (
        select(ContactPoint.id)
        .where(
            ContactPoint.person_id == Delivery.person_id,
            ContactPoint.confirmed_at > Delivery.made_at,
            ContactPoint.left_at.is_(None),
            ContactPoint.gone_at.is_(None),
        )
        .exists()
    )


def _around_own_children(session: Session, actor: Actor, now: datetime) -> Collection[UUID]:
    assert actor.person_id is not None
    mine = children.children_of_officer(session, officer_id=actor.person_id, on=today(now))
    child_ids = [child.child_id for child in mine]
    circles = children.circles(session, child_ids=child_ids, on=today(now))
    around = {member.person_id for circle in circles.values() for member in circle}
    return around.union(child_ids)
