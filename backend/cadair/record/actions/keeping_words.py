"""A child opens everything they ever said, or takes it along; the trail says so."""

from datetime import datetime

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check, is_proved
from cadair.audit import actions as audit
from cadair.foundation.errors import StepUpNeeded
from cadair.people import queries as people
from cadair.record.queries.everything import Everything, everything
from cadair.record.queries.taken import Taken, taken


def read_everything(session: Session, *, actor: Actor, show: bool, now: datetime) -> Everything:
    """Everything the actor ever said.

    A child who wants no trace on their phone is told that it is hidden, and its words when they
    ask to be shown them.  Raises StepUpNeeded unless they have just shown that it is they.
    """
    check(Permission.KEEP_OWN_WORDS, actor)
    hides = people.own_phone_choices(session, actor=actor).leaves_no_trace
    if hides and show and not is_proved(actor, now):
        raise StepUpNeeded
    found = everything(session, actor=actor, with_words=show or not hides)
    if not found.hidden:
        _note(session, actor, "everything.opened_by_child", {"lines": len(found.said)}, now)
    return found


def take_everything(session: Session, *, actor: Actor, kind: str, now: datetime) -> Taken:
    """The same with all that they were told, to take along as a file.

    `kind` is its format, for the trail.  Its route asks for proof first.
    """
    found = taken(session, actor=actor, now=now)
    _note(session, actor, "everything.taken_by_child", {"kind": kind}, now)
    return found


def _note(
    session: Session, actor: Actor, event: str, facts: dict[str, str | int], now: datetime
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=actor.person_id,
        subject_id=actor.person_id,
        facts=facts,
        now=now,
    )
