"""Who may know where a child lives, with whom, and which school they go to: said on purpose."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries
from cadair.children.models import Told
from cadair.children.rules.knowing import Knowable
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound


def let_know(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    what: Knowable,
    now: datetime,
) -> None:
    """Let somebody of the circle know one protected thing from now on."""
    member = _member(session, Permission.TELL_PROTECTED_FACTS, actor, child_id, person_id, now)
    if what in member.told:
        return
    session.add(
        Told(
            child_id=child_id,
            person_id=person_id,
            what=what,
            told_at=now,
            told_by_id=actor.person_id,
        )
    )
    _note(session, actor, "may_know", child_id, person_id, what, now)


def let_know_no_more(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    what: Knowable,
    now: datetime,
) -> None:
    """Tell somebody of the circle one protected thing no more, from the next request on."""
    _member(session, Permission.HIDE_PROTECTED_FACTS, actor, child_id, person_id, now)
    told = session.execute(
        delete(Told)
        .where(Told.child_id == child_id, Told.person_id == person_id, Told.what == what)
        .returning(Told.person_id)
    ).all()
    if told:
        _note(session, actor, "may_not_know", child_id, person_id, what, now)


def _member(
    session: Session,
    permission: Permission,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    now: datetime,
) -> queries.Member:
    on = today(now)
    check(permission, actor, queries.standing(session, actor=actor, child_id=child_id, on=on))
    member = queries.walls(session, child_id=child_id, on=on).members.get(person_id)
    if member is None:
        raise NotFound
    return member


def _note(
    session: Session,
    actor: Actor,
    event: str,
    child_id: UUID,
    person_id: UUID,
    what: Knowable,
    now: datetime,
) -> None:
    session.flush()
    audit.note(
        session,
        actor=actor,
        event=f"child.{event}",
        child_id=child_id,
        subject_id=person_id,
        facts={"what": what.value},
        now=now,
    )
