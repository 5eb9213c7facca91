"""What becomes of a decision, told by whoever must do it or see to it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.queries import Around
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.record.actions.sharing_outcomes import settle
from cadair.record.models import DecisionProgress, ReviewDecision
from cadair.record.queries import outcomes_sealed as sealed
from cadair.record.queries.decisions import AnyRow, Decided, one_decision
from cadair.record.queries.outcomes import of_child
from cadair.record.queries.own_actions import (
    OwnDecision,
    OwnTasks,
    as_seen_by,
    is_kept_from,
    opened,
    own_tasks,
    sees_all,
)
from cadair.record.rules.outcomes import (
    CARRIES_OUT,
    MOST_PROGRESS,
    DecisionDropped,
    DecisionNotShared,
    NotedDifferently,
    ProgressKind,
    ReviewIsAdjourned,
    check_progress,
    state_after,
    told_of,
)


def read_own_actions(session: Session, *, actor: Actor, now: datetime) -> OwnTasks:
    """What reviews decided that the one who asks must do, or see to as a social worker."""
    found = own_tasks(session, actor=actor, now=now)
    subjects: dict[UUID, list[str]] = {}
    for each in found.actions:
        subjects.setdefault(each.child.id, []).append(str(each.decision.id))
    audit.note_many(
        session,
        actor=actor,
        event="decision.own_read",
        now=now,
        subjects=[(child_id, child_id, {"decisions": ids}) for child_id, ids in subjects.items()],
    )
    return found


def report_progress(
    session: Session,
    *,
    actor: Actor,
    decision_id: UUID,
    progress_id: UUID,
    kind: ProgressKind,
    words: str | None,
    now: datetime,
) -> OwnDecision:
    """Tell what became of a decision; the device makes the id, and the same again is as once.

    Raises NotFound for all but whoever must do it, the child's social worker and their officer,
    and ReviewIsAdjourned for carrying out what an adjourned review decided before.
    """
    around, decision = _decision_for(session, actor, decision_id, now)
    before = next((each for each in decision.progress if each.id == progress_id), None)
    is_officer = around.standing_of(actor).is_reviewing_officer
    if before is not None:
        if (before.by.id, before.kind, before.words) != (actor.person_id, kind, words):
            raise NotedDifferently
        return as_seen_by(decision, actor=actor, sees_progress=is_officer)
    check_progress(kind, words)
    if kind in CARRIES_OUT and decision.is_adjourned:
        raise ReviewIsAdjourned
    if len(decision.progress) >= MOST_PROGRESS:
        raise BadInput(fields={"words": ["too_many"]})
    _add(session, actor, around, decision, progress_id, kind, words, now)
    _, told = _decision_for(session, actor, decision_id, now)
    if told.state is not decision.state:
        _follow(session, around, told, now)
    return as_seen_by(told, actor=actor, sees_progress=is_officer)


def _decision_for(
    session: Session, actor: Actor, decision_id: UUID, now: datetime
) -> tuple[Around, Decided]:
    rows = one_decision(session, decision_id=decision_id)
    if not rows:
        raise NotFound
    row, on = rows[0], today(now)
    around = children.around(session, child_ids=[row.child_id], on=on)[row.child_id]
    standing = around.standing_of(actor)
    check(Permission.REPORT_PROGRESS, actor, standing)
    if not standing.is_reviewing_officer:
        theirs = row.who_id == actor.person_id or _sees_to(session, actor, row, around, on)
        if not theirs or row.shared_at is None:
            raise NotFound
    elif row.dropped_at is not None:
        raise DecisionDropped
    elif row.shared_at is None:
        raise DecisionNotShared
    return around, opened(session, rows, around=around, on=on)[0]


def _sees_to(session: Session, actor: Actor, row: AnyRow, around: Around, on: date) -> bool:
    """Whether it is theirs to see to as the child's social worker, and no wall keeps it."""
    if not sees_all(around, actor):
        return False
    walls = {row.child_id: children.walls(session, child_id=row.child_id, on=on)}
    return not is_kept_from(row, actor, around, walls)


def _add(
    session: Session,
    actor: Actor,
    around: Around,
    decision: Decided,
    progress_id: UUID,
    kind: ProgressKind,
    words: str | None,
    now: datetime,
) -> None:
    child_id = around.child.child_id
    key = children.sealing_key(session, child_id=child_id)
    row: dict[str, Any] = {
        "id": progress_id,
        "child_id": child_id,
        "decision_id": decision.id,
        "by_id": actor.person_id,
        "by_job": actor.job,
        "kind": kind,
        "words": sealed.closed_maybe(key, words, sealed.PROGRESS, progress_id),
        "at": now,
    }
    if not insert_unless_there(session, DecisionProgress, row):
        raise NotFound
    state = state_after([*(each.kind for each in decision.progress), kind])
    session.execute(
        update(ReviewDecision).where(ReviewDecision.id == decision.id).values(state=state)
    )
    audit.note(
        session,
        actor=actor,
        event="decision.progressed",
        child_id=child_id,
        subject_id=decision.id,
        facts={"kind": kind, "progress": str(progress_id)},
        now=now,
    )


def _follow(session: Session, around: Around, decision: Decided, now: datetime) -> None:
    """Its wish is closed with the last of its decisions, and the child is told once a day."""
    child_id, on = around.child.child_id, today(now)
    if decision.wish_id is not None:
        every = of_child(session, around=around, on=on)
        for wish in every.wishes:
            if wish.id == decision.wish_id:
                settle(session, wish=wish, decisions=every.decisions, now=now)
    subject = told_of(decision.review_id, on)
    notifications.tell(session, told=[(child_id, subject)], about=About.ANSWERED, now=now)
