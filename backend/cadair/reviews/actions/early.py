"""Asking for a review before its day, and deciding on it.

A child may ask for their own; their reviewing officer notes what anybody asks.  The officer
decides: with a yes the clock is wound at once, and a no has its reason, where the law leaves the
answer to the officer.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.database import add_rows
from cadair.foundation.errors import BadInput, NotFound, Stale
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.reviews.actions.opening import open_due
from cadair.reviews.actions.timetable import schedule
from cadair.reviews.models import Decision, EarlyAsk
from cadair.reviews.queries import sealed
from cadair.reviews.queries.early import Ask, Clock, asks_of, clock_without
from cadair.reviews.rules import (
    EarlyAskDropped,
    EarlyReviewDecidedDifferently,
    EarlyReviewNotedDifferently,
    NoReviewOwed,
    Trigger,
    check_hold_by,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks: why, who, and the day on which they asked or on which it happened."""

    trigger: Trigger
    asked_by_id: UUID | None
    asked_on: date
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What the officer decides: a day for a yes, a reason for a no or for taking a yes back."""

    decision: Decision
    hold_by: date | None  # of a yes
    reason: str | None


def ask(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    ask_id: UUID,
    asked: Asked,
    now: datetime,
) -> Ask:
    """Note that a review is asked for before its day.  Noting the same again changes nothing.

    A child asks for themselves only; raises NotFound for whoever is neither the child nor their
    reviewing officer, NoReviewOwed where the law asks for none.
    """
    on = today(now)
    standing = children.standing(session, actor=actor, child_id=child_id, on=on)
    check(Permission.ASK_FOR_EARLY_REVIEW, actor, standing)
    before = asks_of(session, child_id=child_id, ask_id=ask_id)
    if before:
        if _as_asked(before[0]) != asked:
            raise EarlyReviewNotedDifferently
        return before[0]
    clock = clock_without(session, child_id=child_id, on=on)
    if clock.due is None:
        raise NoReviewOwed
    _check_asked(session, actor, child_id, asked, clock, on)
    key = children.sealing_key(session, child_id=child_id)
    add_rows(session, EarlyAsk, [_row(actor, child_id, ask_id, asked, key, now)])
    audit.note(
        session,
        actor=actor,
        event="review.asked_for_early",
        child_id=child_id,
        subject_id=ask_id,
        facts={"trigger": asked.trigger.value, "asked_on": asked.asked_on.isoformat()},
        now=now,
    )
    return asks_of(session, child_id=child_id, ask_id=ask_id)[0]


def decide(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    ask_id: UUID,
    decided: Decided,
    now: datetime,
) -> Ask:
    """Say yes, by which day, or no, and why; or take a yes back.  The same again is no change."""
    on = today(now)
    standing = children.standing(session, actor=actor, child_id=child_id, on=on)
    check(Permission.PLAN_REVIEW, actor, standing)
    found = asks_of(session, child_id=child_id, ask_id=ask_id)
    if not found:
        raise NotFound
    there = found[0]
    if decided.decision is not Decision.YES:
        decided = replace(decided, hold_by=None)
    if _as_decided(there) == decided:
        return there
    if there.dropped_at is not None:
        raise EarlyAskDropped
    takes_back = there.decision is Decision.YES and decided.decision is Decision.TAKEN_BACK
    if not takes_back and there.decision is not None:
        raise EarlyReviewDecidedDifferently
    if not takes_back:
        clock = clock_without(session, child_id=child_id, on=on)
        if clock.due is None:
            raise NoReviewOwed
        _check_decided(there, decided, clock, on)
    elif decided.reason is None:
        raise BadInput(fields={"reason": ["required"]})
    _write(session, actor, child_id, there, decided, now)
    if there.noted_by_id == child_id:  # who asked by themselves waits for the answer
        told = [(child_id, ask_id)]
        notifications.tell(session, told=told, about=About.REQUEST_ANSWERED, now=now)
    schedule(session, actor=actor, child_ids=[child_id], now=now)
    open_due(session, actor=actor, child_ids=[child_id], now=now)
    return asks_of(session, child_id=child_id, ask_id=ask_id)[0]


def bring_forward(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    ask_id: UUID,
    asked: Asked,
    decided: Decided,
    now: datetime,
) -> Ask:
    """Note what was asked and decide on it at once."""
    standing = children.standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.PLAN_REVIEW, actor, standing)
    ask(session, actor=actor, child_id=child_id, ask_id=ask_id, asked=asked, now=now)
    return decide(session, actor=actor, child_id=child_id, ask_id=ask_id, decided=decided, now=now)


def _check_asked(
    session: Session, actor: Actor, child_id: UUID, asked: Asked, clock: Clock, on: date
) -> None:
    wrong: dict[str, list[str]] = {}
    if clock.ground(asked.trigger) is None:
        wrong["trigger"] = ["not_for_this_review"]
    if asked.asked_on > on:
        wrong["asked_on"] = ["in_the_future"]
    elif clock.started_on is not None and asked.asked_on < clock.started_on:
        wrong["asked_on"] = ["before_this_time_in_care"]
    if actor.job is Job.CHILD:
        if asked.trigger is not Trigger.CHILD_ASKS:
            wrong["trigger"] = ["not_for_this_review"]
        if asked.asked_by_id != actor.person_id:
            wrong["asked_by_id"] = ["not_in_circle"]
    elif asked.asked_by_id not in (None, child_id, actor.person_id):
        around = children.circle(session, child_id=child_id, on=on)
        if asked.asked_by_id not in {member.person_id for member in around}:
            wrong["asked_by_id"] = ["not_in_circle"]
    if wrong:
        raise BadInput(fields=wrong)


def _check_decided(there: Ask, decided: Decided, clock: Clock, on: date) -> None:
    wrong: dict[str, list[str]] = {}
    ground = clock.ground(there.trigger)
    assert clock.due is not None
    if ground is None:
        wrong["decision"] = ["not_for_this_review"]
    elif decided.decision is Decision.YES:
        fault = (
            check_hold_by(
                decided.hold_by,
                ground=ground,
                asked_on=there.asked_on,
                due_by=clock.due.due_by,
                on=on,
            )
            if decided.hold_by
            else "required"
        )
        if fault:
            wrong["hold_by"] = [fault]
    elif decided.decision is Decision.TAKEN_BACK or not ground.officer_may_refuse:
        wrong["decision"] = ["must_be_held"]
    elif decided.reason is None:
        wrong["reason"] = ["required"]
    if wrong:
        raise BadInput(fields=wrong)


def _as_asked(there: Ask) -> Asked:
    return Asked(
        trigger=there.trigger,
        asked_by_id=there.asked_by_id,
        asked_on=there.asked_on,
        why=there.why,
    )


def _as_decided(there: Ask) -> Decided | None:
    if there.decision is None:
        return None
    return Decided(
        decision=there.decision,
        hold_by=there.hold_by if there.decision is Decision.YES else None,
        reason=there.reason,
    )


def _row(
    actor: Actor, child_id: UUID, ask_id: UUID, asked: Asked, key: bytes, now: datetime
) -> dict[str, Any]:
    why = sealed.close_maybe(key, asked.why, where=sealed.WHY, review_id=child_id, row_id=ask_id)
    return {
        "id": ask_id,
        "child_id": child_id,
        "trigger": asked.trigger,
        "asked_by_id": asked.asked_by_id,
        "asked_on": asked.asked_on,
        "why": why,
        "noted_by_id": actor.person_id,
        "noted_at": now,
        "decision": None,
        "hold_by": None,
        "reason": None,
        "decided_by_id": None,
        "decided_at": None,
        "dropped_at": None,
    }


def _write(
    session: Session, actor: Actor, child_id: UUID, there: Ask, decided: Decided, now: datetime
) -> None:
    key = children.sealing_key(session, child_id=child_id)
    reason = sealed.close_maybe(
        key, decided.reason, where=sealed.REASON, review_id=child_id, row_id=there.id
    )
    # A yes that is taken back keeps the day that it had.
    hold_by = there.hold_by if decided.decision is Decision.TAKEN_BACK else decided.hold_by
    written = session.execute(
        update(EarlyAsk)
        .where(
            EarlyAsk.child_id == child_id,
            EarlyAsk.id == there.id,
            EarlyAsk.decision.is_not_distinct_from(there.decision),
            EarlyAsk.dropped_at.is_(None),
        )
        .values(
            decision=decided.decision,
            hold_by=hold_by,
            reason=reason,
            decided_by_id=actor.person_id,
            decided_at=now,
        )
        .returning(EarlyAsk.id)
    ).one_or_none()
    if written is None:
        raise Stale
    audit.note(
        session,
        actor=actor,
        event="review.early_decided",
        child_id=child_id,
        subject_id=there.id,
        facts={
            "decision": decided.decision.value,
            "hold_by": hold_by.isoformat() if hold_by else None,
        },
        now=now,
    )
