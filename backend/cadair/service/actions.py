"""Opening the lists and pages of many children: reads only, and each leaves its trace."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.foundation.clock import today
from cadair.service import queries
from cadair.service.queries import ChildPage, WaitingRelease
from cadair.service.queries.next_reviews import Plain
from cadair.service.queries.seen_as import SeenAs, seen_as
from cadair.service.queries.who_has_seen import WhoHasSeen, who_has_seen


def read_today(session: Session, *, actor: Actor, now: datetime) -> Plain:
    """What needs this officer today."""
    check(Permission.SEE_TODAY, actor)
    assert actor.person_id is not None  # the policy lets nobody through but an officer
    found = queries.today_of(session, officer_id=actor.person_id, now=now)
    audit.note(
        session,
        actor=actor,
        event="today.read",
        facts={"children": found["counts"]["children"]},
        now=now,
    )
    return found


def read_caseload(session: Session, *, actor: Actor, now: datetime) -> Plain:
    """An officer's own children; a manager's whole council."""
    check(Permission.SEE_CASELOAD, actor)
    assert actor.person_id is not None
    if actor.job is Job.SERVICE_MANAGER:
        found = queries.caseload_of_council(session, now=now)
    else:
        found = queries.caseload_of_officer(session, officer_id=actor.person_id, now=now)
    audit.note(session, actor=actor, event="caseload.read", facts={"children": len(found)}, now=now)
    return {"children": found}


def read_waiting_releases(session: Session, *, actor: Actor, now: datetime) -> list[WaitingRelease]:
    """The releases that wait for this officer or manager to agree."""
    check(Permission.SEE_WAITING_RELEASES, actor)
    found = queries.waiting_releases(session, actor=actor, now=now)
    audit.note_many(
        session,
        actor=actor,
        event="release.waiting_listed",
        subjects=[(one.child_id, one.id, {}) for one in found],
        now=now,
    )
    return found


def read_child(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> ChildPage:
    """One child's page; raises NotFound for whoever may not see it."""
    page = queries.child_page(session, actor=actor, child_id=child_id, on=today(now))
    audit.note(
        session,
        actor=actor,
        event="child.read",
        child_id=child_id,
        subject_id=child_id,
        now=now,
    )
    return page


def read_who_has_seen(
    session: Session, *, actor: Actor, before: date | None, now: datetime
) -> WhoHasSeen:
    """Who has seen what the actor, a child, said."""
    found = who_has_seen(session, actor=actor, before=before)
    audit.note(session, actor=actor, event="child.trail_read", child_id=actor.person_id, now=now)
    return found


def look_as(
    session: Session, *, actor: Actor, child_id: UUID, person_id: UUID, now: datetime
) -> SeenAs:
    """What somebody of the child's circle sees; the trail says that their officer looked."""
    seen = seen_as(session, actor=actor, child_id=child_id, person_id=person_id, now=now)
    audit.note(
        session,
        actor=actor,
        event="child.seen_as",
        child_id=child_id,
        subject_id=person_id,
        facts={
            "reviews": [str(review.id) for review in seen.reviews],
            "contributions": [str(one.contribution.id) for one in seen.contributions],
        },
        now=now,
    )
    return seen
