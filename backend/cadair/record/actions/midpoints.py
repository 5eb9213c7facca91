"""Half way between two reviews: the child is asked, and an officer looks at the promises."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import Stale
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.people import queries as people
from cadair.record.models import MidpointCheck
from cadair.record.queries.midpoints import (
    Asked,
    MidpointScreen,
    asked_of,
    half_ways,
    midpoint_of,
    place_of_content,
)
from cadair.record.rules.midpoint import Checked, asks_now, due_on, kept
from cadair.reviews import actions as reviews
from cadair.reviews.models import Review
from cadair.reviews.queries import bank_holidays


def read_midpoint(
    session: Session, *, actor: Actor, child_id: UUID, now: datetime
) -> MidpointScreen:
    """What was promised, how far it has come and what the child says, for the child's officer."""
    found = midpoint_of(session, actor=actor, child_id=child_id, now=now)
    _note(session, actor, "midpoint.read", found, now)
    return found


def check_midpoint(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    revision: int,
    found: Checked,
    now: datetime,
) -> MidpointScreen:
    """Note what was found half way; a review that all were told of is closed by it.

    The same again is no change; raises Stale where somebody noted something else meanwhile.
    """
    before = midpoint_of(session, actor=actor, child_id=child_id, now=now)
    if before.found == found:
        return before
    if before.revision != revision:
        raise Stale(more={"revision": before.revision})
    key = children.sealing_key(session, child_id=child_id)
    values = {
        "done_at": now,
        "by_id": actor.person_id,
        "content": seal(key, kept(found), place_of_content(before.review_id)),
        "revision": revision + 1,
    }
    first = {
        "review_id": before.review_id,
        "child_id": child_id,
        "due_on": before.due_on or today(now),
        "asked_at": None,
        **values,
    }
    if not insert_unless_there(session, MidpointCheck, first):
        done = session.execute(
            update(MidpointCheck)
            .where(MidpointCheck.review_id == before.review_id, MidpointCheck.revision == revision)
            .values(values)
            .returning(MidpointCheck.review_id)
        ).one_or_none()
        if done is None:
            raise Stale
    reviews.close(session, review_id=before.review_id)
    after = midpoint_of(session, actor=actor, child_id=child_id, now=now)
    _note(session, actor, "midpoint.checked", after, now)
    return after


def read_midpoint_question(session: Session, *, actor: Actor, now: datetime) -> Asked:
    """What the child who asks is asked half way between two reviews."""
    assert actor.person_id is not None
    found = asked_of(session, child_id=actor.person_id, now=now)
    audit.note(
        session, actor=actor, event="midpoint.question_read", child_id=actor.person_id, now=now
    )
    return found


def ask_half_way(session: Session, *, actor: Actor, now: datetime) -> int:
    """Ask children two weeks before whether things are happening as agreed; returns how many.

    Doing it again asks nobody twice.  A review whose time has come is closed by the next one.
    """
    holidays = bank_holidays(people.council(session, council_id=council_of(session)).nation)
    unasked = ~exists(select(MidpointCheck.review_id).where(MidpointCheck.review_id == Review.id))
    asked = []
    for each in half_ways(session, unasked):
        due = due_on(each.held_on, each.next_due_by, bank_holidays=holidays)
        if due is None or not asks_now(due, today(now)):
            continue
        row = {
            "review_id": each.review_id,
            "child_id": each.child_id,
            "due_on": due,
            "asked_at": now,
            "done_at": None,
            "by_id": None,
            "content": None,
            "revision": 0,
        }
        if insert_unless_there(session, MidpointCheck, row):
            asked.append(each)
    told = [(each.child_id, each.review_id) for each in asked]
    notifications.tell(session, told=told, about=About.MIDPOINT_QUESTION, now=now)
    audit.note_many(
        session,
        actor=actor,
        event="midpoint.child_asked",
        subjects=[(each.child_id, each.review_id, {}) for each in asked],
        now=now,
    )
    return len(asked)


def _note(session: Session, actor: Actor, event: str, found: MidpointScreen, now: datetime) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=found.child.id,
        subject_id=found.review_id,
        facts={"revision": found.revision},
        now=now,
    )
