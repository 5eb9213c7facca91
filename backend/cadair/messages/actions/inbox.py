"""The officer's lists of conversations, of their whole caseload or of one child."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.queries.listed import listed_of_officer
from cadair.children.queries.officers import covered_by
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.messages.queries.inbox import inbox_of, threads_of_child


def read_inbox(session: Session, *, actor: Actor, now: datetime) -> dict[str, Any]:
    """Every conversation of the officer's own and covered children, without a word of any.

    What was said at once and what was asked for stands in it in words, and leaves its trace.
    """
    check(Permission.SEE_INBOX, actor)
    assert actor.person_id is not None  # the policy lets nobody through but an officer
    found = inbox_of(session, officer_id=actor.person_id, now=now)
    for event, lines in (
        ("child.unsafe_read", found["unsafe"]),
        ("child.requests_read", found["requests"]),
    ):
        audit.note_many(
            session,
            actor=actor,
            event=event,
            subjects=[(UUID(one["child"]["id"]), UUID(one["id"]), {}) for one in lines],
            now=now,
        )
    return found


def read_threads(
    session: Session, *, actor: Actor, child_id: UUID, now: datetime
) -> dict[str, Any]:
    """Every conversation about one child, for the child's officer or cover; raises NotFound."""
    on = today(now)
    standing = children.standing(session, actor=actor, child_id=child_id, on=on)
    check(Permission.READ_MESSAGES, actor, standing)
    assert actor.person_id is not None
    mine = listed_of_officer(session, officer_id=actor.person_id, on=on)
    child = next((each for each in mine if each.person_id == child_id), None)
    if child is None:
        raise NotFound
    covers = child_id in covered_by(session, officer_id=actor.person_id, on=on)
    return {"threads": threads_of_child(session, child=child, covers=covers, now=now)}
