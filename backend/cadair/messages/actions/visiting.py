"""Keeping an officer's visits: planned, done, alone or why not, and what the child wants kept."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, NotFound, Stale
from cadair.foundation.inserting import insert_unless_there
from cadair.messages.models.asking import ChildRequest
from cadair.messages.models.visits import Visit
from cadair.messages.queries.asking_sealed import VISIT_WANTS, VISIT_WHY, close_maybe
from cadair.messages.queries.visits import KeptVisit, Visits, review_to_come, visit_at, visits_of
from cadair.messages.rules.asking import RequestKind
from cadair.messages.rules.plain_words import plain
from cadair.messages.rules.visits import LONGEST_WORDS, VisitFacts, check_visit
from cadair.reviews import queries as reviews

NEW = 0  # the revision of a visit that is not there yet


def read_visits(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> Visits:
    """A child's visits; raises NotFound for all but the officer and who covers."""
    _check(session, actor, child_id, now)
    audit.note(session, actor=actor, event="child.visits_read", child_id=child_id, now=now)
    return visits_of(session, child_id=child_id)


def keep_visit(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    visit_id: UUID,
    revision: int,
    visit: VisitFacts,
    now: datetime,
) -> KeptVisit:
    """Write a visit down, or change what stands there; raises Stale with what another wrote.

    `revision` is the one that was read, 0 for a new visit.  Once it is said whether they spoke in
    private, the visit counts for the review that comes next, unless another is named.
    """
    _check(session, actor, child_id, now)
    wanted = replace(
        visit,
        why=plain(visit.why, longest=LONGEST_WORDS, field="why"),
        wants_recorded=plain(visit.wants_recorded, longest=LONGEST_WORDS, field="wants_recorded"),
    )
    check_visit(wanted, today=today(now))
    _check_belongs(session, child_id, wanted)
    if wanted.spoke_alone is not None and wanted.review_id is None:
        coming = review_to_come(session, child_id=child_id)
        wanted = replace(wanted, review_id=coming.id if coming else None)
    if not _write(session, actor, child_id, visit_id, revision, wanted):
        return _as_it_is(session, child_id, visit_id, wanted)
    audit.note(
        session,
        actor=actor,
        event="child.visit_kept",
        child_id=child_id,
        subject_id=visit_id,
        facts={
            "revision": revision + 1,
            "is_done": wanted.done_on is not None,
            "spoke_alone": wanted.spoke_alone.value if wanted.spoke_alone else None,
        },
        now=now,
    )
    return _there(session, child_id, visit_id)


def as_current(visit: KeptVisit) -> dict[str, Any]:
    """What stands there, for whoever wrote meanwhile: as the visit itself goes out."""
    facts = visit.facts
    return {
        "id": str(visit.id),
        "revision": visit.revision,
        "planned_at": facts.planned_at.isoformat() if facts.planned_at else None,
        "how": facts.how.value,
        "done_on": facts.done_on.isoformat() if facts.done_on else None,
        "spoke_alone": facts.spoke_alone.value if facts.spoke_alone else None,
        "why": facts.why,
        "wants_recorded": facts.wants_recorded,
        "review_id": str(facts.review_id) if facts.review_id else None,
        "request_id": str(facts.request_id) if facts.request_id else None,
    }


def _check(session: Session, actor: Actor, child_id: UUID, now: datetime) -> None:
    is_now = children.standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.KEEP_VISITS, actor, is_now)


def _check_belongs(session: Session, child_id: UUID, visit: VisitFacts) -> None:
    """A review and a request that are named are this child's own."""
    wrong: dict[str, list[str]] = {}
    if visit.review_id is not None:
        theirs = {each.id for each in reviews.reviews_of_child(session, child_id=child_id)}
        if visit.review_id not in theirs:
            wrong["review_id"] = ["not_of_this_child"]
    if visit.request_id is not None:
        asked = select(ChildRequest.id).where(
            ChildRequest.id == visit.request_id,
            ChildRequest.child_id == child_id,
            ChildRequest.kind == RequestKind.VISIT,
        )
        if session.scalar(asked) is None:
            wrong["request_id"] = ["not_of_this_child"]
    if wrong:
        raise BadInput(fields=wrong)


def _write(
    session: Session,
    actor: Actor,
    child_id: UUID,
    visit_id: UUID,
    revision: int,
    visit: VisitFacts,
) -> bool:
    """Write it down; False, and nothing written, when another revision stands there."""
    key = children.sealing_key(session, child_id=child_id)
    values = {
        "revision": revision + 1,
        "planned_at": visit.planned_at,
        "how": visit.how,
        "done_on": visit.done_on,
        "spoke_alone": visit.spoke_alone,
        "why": close_maybe(key, visit.why, where=VISIT_WHY, row_id=visit_id),
        "wants_recorded": close_maybe(
            key, visit.wants_recorded, where=VISIT_WANTS, row_id=visit_id
        ),
        "review_id": visit.review_id,
        "request_id": visit.request_id,
    }
    if revision == NEW:
        new = {"id": visit_id, "child_id": child_id, "officer_id": actor.person_id, **values}
        return insert_unless_there(session, Visit, new)
    written = session.execute(
        update(Visit)
        .where(Visit.id == visit_id, Visit.child_id == child_id, Visit.revision == revision)
        .values(**values)
        .returning(Visit.id)
        .execution_options(synchronize_session=False)
    )
    return written.one_or_none() is not None


def _as_it_is(session: Session, child_id: UUID, visit_id: UUID, wanted: VisitFacts) -> KeptVisit:
    """What stands there already, when it says the same."""
    there = _there(session, child_id, visit_id)
    if there.facts != wanted:
        raise Stale(more={"current": as_current(there)})
    return there


def _there(session: Session, child_id: UUID, visit_id: UUID) -> KeptVisit:
    found = visit_at(session, child_id=child_id, visit_id=visit_id)
    if found is None:
        raise NotFound
    return found
