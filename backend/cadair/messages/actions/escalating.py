"""No message falls into a dead inbox: past the promised day somebody else is told, then managers.

Whoever is told learns that something waits, and not what; a message that is read tells nobody.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import actions as children
from cadair.children.actions import NewAllocation
from cadair.children.queries.away import days_away, practices
from cadair.children.rules.away import Days
from cadair.foundation.clock import today
from cadair.messages.queries.inbox import promise_of
from cadair.messages.queries.unread import (
    Officers,
    UnreadThread,
    WaitingOfficer,
    officers_on,
    unread_threads,
    waiting_officers,
)
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.people import queries as people

COVERED_FOR: Final = timedelta(days=13)  # after the first: two weeks


def read_waiting_messages(session: Session, *, actor: Actor, now: datetime) -> list[WaitingOfficer]:
    """How much waits past its day, by officer: no child, no party, no word."""
    check(Permission.SEE_WAITING_MESSAGES, actor)
    audit.note(session, actor=actor, event="service.waiting_messages_read", now=now)
    return waiting_officers(session, now=now)


def tell_of_unread(session: Session, *, actor: Actor, now: datetime) -> int:
    """Tell of each conversation that nobody has read by its day; returns how many there are.

    On the promised day its officer; the day after, who covers, or who usually does and now has to;
    as long again later the managers.  Doing it again tells nobody twice.
    """
    on = today(now)
    promise = promise_of(session, on=on)
    due = [each for each in unread_threads(session) if promise.over(each.since) >= 0]
    officers = officers_on(session, child_ids={each.child_id for each in due}, on=on)
    managers = [each.id for each in people.people_with_job(session, job=Job.SERVICE_MANAGER)]
    promised: list[tuple[UUID, UUID]] = []
    unread: list[tuple[UUID, UUID]] = []
    for thread in due:
        theirs = officers[thread.child_id]
        if theirs.officer_id is not None:
            promised.append((theirs.officer_id, thread.message_id))
        over = promise.over(thread.since)
        if over > 0:
            covers = _covers(session, actor, thread, theirs, now)
            unread += [(each, thread.message_id) for each in covers]
            if over >= promise.within or not covers:
                unread += [(each, thread.message_id) for each in managers]
    notifications.tell(session, told=promised, about=About.REPLY_PROMISED, now=now)
    notifications.tell(session, told=unread, about=About.MESSAGE_UNREAD, now=now)
    return len(due)


def _covers(
    session: Session, actor: Actor, thread: UnreadThread, theirs: Officers, now: datetime
) -> tuple[UUID, ...]:
    """Who covers today; else the usual cover, who does from now on, unless they are away too."""
    if theirs.covers or theirs.officer_id is None:
        return theirs.covers
    usual = practices(session, officer_ids=[theirs.officer_id])[theirs.officer_id].usual_cover_id
    if usual is None:
        return ()
    on = today(now)
    away = days_away(session, officer_ids=[usual], since=on).get(usual, [])
    if any(each.overlap(Days(from_on=on, until_on=on)) for each in away):
        return ()
    covering = NewAllocation(
        child_id=thread.child_id,
        officer_id=usual,
        covers=True,
        from_on=on,
        until_on=on + COVERED_FOR,
    )
    children.allocate(session, actor=actor, allocation=covering, now=now)
    return (usual,)
