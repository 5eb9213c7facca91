"""Carrying a dispute up the council's ladder, and writing down what each level answered."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.record.actions.dispute_rows import check_keeps, note, there
from cadair.record.models import DisputeStage
from cadair.record.queries import disputes as kept
from cadair.record.queries import disputes_sealed as sealed
from cadair.record.queries.disputes import Council, SeenDispute, SeenStage
from cadair.record.rules.disputes import (
    Begun,
    DisputeIsResolved,
    DisputeRaisedDifferently,
    StageAnswered,
    StageDays,
    State,
    check_day,
    check_next,
    due_on,
)


def begin_stage(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    dispute_id: UUID,
    stage_id: UUID,
    begun: Begun,
    now: datetime,
) -> SeenDispute:
    """Go one level up, or past some with the reason for it; the same again is the same as once."""
    check_keeps(session, actor, child_id, now)
    before = there(session, child_id, dispute_id, now)
    known = next((one for one in before.stages if one.id == stage_id), None)
    if known is not None:
        if as_begun(known) != begun:
            raise DisputeRaisedDifferently
        return before
    if before.state is State.RESOLVED:
        raise DisputeIsResolved
    own = kept.council(session)
    stages = [one.days for one in before.stages]
    check_next(begun, before=stages, ladder=own.ladder, today=today(now))
    add_stage(
        session,
        child_id=child_id,
        dispute_id=dispute_id,
        stage_id=stage_id,
        begun=begun,
        before=stages,
        own=own,
    )
    made = there(session, child_id, dispute_id, now)
    note(
        session,
        actor,
        "dispute.stage_begun",
        made,
        now,
        stage=begun.stage.value,
        bypassed=begun.bypassed_because is not None,
    )
    return made


def answer_stage(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    dispute_id: UUID,
    stage_id: UUID,
    answered_on: date,
    answer: str,
    now: datetime,
) -> SeenDispute:
    """Write down what a level answered, once; other words for it are refused."""
    check_keeps(session, actor, child_id, now)
    before = there(session, child_id, dispute_id, now)
    known = next((one for one in before.stages if one.id == stage_id), None)
    if known is None:
        raise NotFound
    if known.answered_on is not None:
        if (known.answered_on, known.answer) != (answered_on, answer):
            raise StageAnswered
        return before
    if before.state is State.RESOLVED:
        raise DisputeIsResolved
    check_day(answered_on, field="answered_on", today=today(now), since=known.began_on)
    key = children.sealing_key(session, child_id=child_id)
    shut = sealed.close(key, answer, where=sealed.ANSWER, row_id=stage_id)
    session.execute(
        update(DisputeStage)
        .where(DisputeStage.id == stage_id, DisputeStage.answered_on.is_(None))
        .values(answered_on=answered_on, answer=shut)
        .execution_options(synchronize_session=False)
    )
    made = there(session, child_id, dispute_id, now)
    note(session, actor, "dispute.stage_answered", made, now, stage=known.stage.value)
    return made


def add_stage(
    session: Session,
    *,
    child_id: UUID,
    dispute_id: UUID,
    stage_id: UUID,
    begun: Begun,
    before: Sequence[StageDays],
    own: Council,
) -> None:
    """Insert the stage with the day by which an answer is due; raises NotFound for a taken id."""
    key = children.sealing_key(session, child_id=child_id)
    row = {
        "id": stage_id,
        "dispute_id": dispute_id,
        "child_id": child_id,
        "position": len(before),
        "stage": begun.stage,
        "began_on": begun.began_on,
        "due_on": due_on(begun, before=before, ladder=own.ladder, bank_holidays=own.bank_holidays),
        "with_words": sealed.close(key, begun.with_words, where=sealed.WITH, row_id=stage_id),
        "bypassed_because": sealed.close_maybe(
            key, begun.bypassed_because, where=sealed.BYPASSED, row_id=stage_id
        ),
        "answered_on": None,
        "answer": None,
    }
    if not insert_unless_there(session, DisputeStage, row):
        raise NotFound  # of another dispute


def as_begun(stage: SeenStage) -> Begun:
    """A stage as it was told when it began."""
    return Begun(
        stage=stage.stage,
        began_on=stage.began_on,
        with_words=stage.with_words,
        bypassed_because=stage.bypassed_because,
    )
