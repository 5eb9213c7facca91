"""Taking something up with the council: raised, carried up the ladder, answered, and resolved.

What was raised and what was answered is never overwritten; the child is told in the officer's words
unless that would not be safe, and the trail says which.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.contributions import queries as contributions
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, NotFound, Stale
from cadair.foundation.inserting import insert_unless_there
from cadair.record.actions.dispute_rows import check_keeps, note, tell, there, write
from cadair.record.actions.dispute_stages import add_stage, as_begun
from cadair.record.models import Dispute
from cadair.record.queries import disputes as kept
from cadair.record.queries import disputes_sealed as sealed
from cadair.record.queries.disputes import Disputes, SeenDispute
from cadair.record.queries.own_disputes import ToldDispute, told_disputes
from cadair.record.rules.disputes import (
    Begun,
    Beside,
    DisputeIsResolved,
    DisputeRaisedDifferently,
    Matter,
    Raised,
    State,
    check_day,
    check_next,
    check_telling,
)


def read_disputes(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> Disputes:
    """A child's disputes and what was done well; raises NotFound for all but their officer."""
    check_keeps(session, actor, child_id, now)
    audit.note(session, actor=actor, event="child.disputes_read", child_id=child_id, now=now)
    return kept.disputes_of(session, child_id=child_id, on=today(now))


def read_own_disputes(session: Session, *, actor: Actor, now: datetime) -> list[ToldDispute]:
    """What the actor, a child, is told of what their officer takes up for them."""
    check(Permission.SEE_OWN_DISPUTES, actor)
    assert actor.person_id is not None  # the policy lets nobody through but a child
    audit.note(
        session, actor=actor, event="child.own_disputes_read", child_id=actor.person_id, now=now
    )
    return told_disputes(session, child_id=actor.person_id)


def raise_dispute(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    dispute_id: UUID,
    raised: Raised,
    beside: Beside,
    first: Begun,
    first_id: UUID,
    now: datetime,
) -> SeenDispute:
    """Raise one with its first stage; the same again is the same as once.

    `first` says who is asked; above the first level it says why the others are passed over.
    """
    check_keeps(session, actor, child_id, now)
    own, on = kept.council(session), today(now)
    before = kept.dispute_at(session, child_id=child_id, dispute_id=dispute_id, own=own, on=on)
    if before is not None:
        same = bool(before.stages) and as_begun(before.stages[0]) == first
        if before.raised != raised or not same:
            raise DisputeRaisedDifferently
        return before
    _check_raised(session, child_id, raised, now)
    _check_beside(beside, now)
    check_next(first, before=(), ladder=own.ladder, today=on)
    _insert(session, actor, child_id, dispute_id, raised, beside, now)
    add_stage(
        session,
        child_id=child_id,
        dispute_id=dispute_id,
        stage_id=first_id,
        begun=first,
        before=(),
        own=own,
    )
    made = there(session, child_id, dispute_id, now)
    note(session, actor, "dispute.raised", made, now, about=raised.about.value)
    tell(session, made, None, now)
    return made


def keep_beside(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    dispute_id: UUID,
    revision: int,
    beside: Beside,
    now: datetime,
) -> SeenDispute:
    """The child's view, legal advice, Cafcass, and what the child is told; raises Stale."""
    check_keeps(session, actor, child_id, now)
    before = there(session, child_id, dispute_id, now)
    if before.beside == beside:
        return before
    _check_beside(beside, now)
    key = children.sealing_key(session, child_id=child_id)
    values = _closed_beside(key, dispute_id, beside)
    if not write(session, dispute_id, revision, values):
        raise Stale(more={"current": {"revision": before.revision}})
    made = there(session, child_id, dispute_id, now)
    note(session, actor, "dispute.kept", made, now, revision=made.revision)
    tell(session, made, before, now)
    return made


def resolve(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    dispute_id: UUID,
    resolved_on: date,
    outcome: str,
    words_to_child: str | None,
    now: datetime,
) -> SeenDispute:
    """Say how it ended; whom it is about is told so in words, unless they know nothing of it."""
    check_keeps(session, actor, child_id, now)
    before = there(session, child_id, dispute_id, now)
    if before.state is State.RESOLVED:
        if (before.outcome, before.resolved_on) != (outcome, resolved_on):
            raise DisputeIsResolved
        return before
    since = before.stages[-1].began_on if before.stages else before.raised.raised_on
    check_day(resolved_on, field="resolved_on", today=today(now), since=since)
    if words_to_child is None and before.beside.telling.words_to_child is not None:
        raise BadInput(fields={"words_to_child": ["required"]})
    key = children.sealing_key(session, child_id=child_id)
    values: dict[str, Any] = {
        "state": State.RESOLVED,
        "resolved_on": resolved_on,
        "outcome": sealed.close(key, outcome, where=sealed.OUTCOME, row_id=dispute_id),
    }
    if words_to_child is not None:
        told = sealed.close(key, words_to_child, where=sealed.TO_CHILD, row_id=dispute_id)
        values |= {"words_to_child": told, "not_told_because": None}
    if not write(session, dispute_id, before.revision, values):
        raise Stale(more={"current": {"revision": before.revision}})
    made = there(session, child_id, dispute_id, now)
    note(session, actor, "dispute.resolved", made, now, days_used=made.days_used)
    tell(session, made, before, now)
    return made


def _insert(
    session: Session,
    actor: Actor,
    child_id: UUID,
    dispute_id: UUID,
    raised: Raised,
    beside: Beside,
    now: datetime,
) -> None:
    key = children.sealing_key(session, child_id=child_id)
    row = {
        "id": dispute_id,
        "child_id": child_id,
        "about": raised.about,
        "subject_id": raised.subject_id,
        "concern": sealed.close(key, raised.concern, where=sealed.CONCERN, row_id=dispute_id),
        "raised_on": raised.raised_on,
        "raised_by_id": actor.person_id,
        "raised_at": now,
        "revision": 1,
        "state": State.OPEN,
        "resolved_on": None,
        "outcome": None,
        **_closed_beside(key, dispute_id, beside),
    }
    if not insert_unless_there(session, Dispute, row):
        raise NotFound  # another child's


def _check_beside(beside: Beside, now: datetime) -> None:
    """Refuse days that have not come, and a child told nothing either way."""
    check_telling(beside.telling)
    advised_on = beside.advice.on if beside.advice else None
    for name, day in (("legal_advice", advised_on), ("cafcass_on", beside.cafcass_on)):
        check_day(day, field=name, today=today(now))


def _closed_beside(key: bytes, dispute_id: UUID, beside: Beside) -> dict[str, Any]:
    """The columns of what stands beside a dispute, sealed."""

    def shut(words: str | None, where: str) -> bytes | None:
        return sealed.close_maybe(key, words, where=where, row_id=dispute_id)

    return {
        "childs_view": shut(beside.childs_view, sealed.CHILDS_VIEW),
        "advice_on": beside.advice.on if beside.advice else None,
        "advice_words": shut(beside.advice.words if beside.advice else None, sealed.ADVICE),
        "cafcass_on": beside.cafcass_on,
        "words_to_child": shut(beside.telling.words_to_child, sealed.TO_CHILD),
        "not_told_because": shut(beside.telling.not_told_because, sealed.NOT_TOLD),
    }


def _check_raised(session: Session, child_id: UUID, raised: Raised, now: datetime) -> None:
    check_day(raised.raised_on, field="raised_on", today=today(now))
    if raised.subject_id is None:
        return
    is_theirs = False
    if raised.about is Matter.WISH:
        is_theirs = contributions.is_wish_of(session, wish_id=raised.subject_id, child_id=child_id)
    elif raised.about is Matter.DECISION:
        is_theirs = kept.is_decision_of(session, decision_id=raised.subject_id, child_id=child_id)
    if not is_theirs:
        raise BadInput(fields={"subject_id": ["unknown"]})
