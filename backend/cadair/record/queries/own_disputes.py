"""What a child is told of the disputes that their officer takes up for them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.record.models import Dispute, DisputeStage
from cadair.record.queries.disputes_sealed import TO_CHILD, opened_maybe
from cadair.record.rules.disputes import Matter, Rung, State


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDispute:
    """What is being done, in the officer's own words, and how far it has gone."""

    id: UUID
    about: Matter
    subject_id: UUID | None
    words: str
    raised_on: date
    stage: Rung
    state: State
    resolved_on: date | None


def told_disputes(session: Session, *, child_id: UUID) -> list[ToldDispute]:
    """Those that the child is told of, the latest first; of the others there is not a trace."""
    newest = (
        select(DisputeStage.dispute_id, func.max(DisputeStage.position).label("position"))
        .where(DisputeStage.child_id == child_id)
        .group_by(DisputeStage.dispute_id)
        .subquery()
    )
    rows = session.execute(
        select(Dispute, DisputeStage.stage)
        .join(DisputeStage, DisputeStage.dispute_id == Dispute.id)
        .join(
            newest,
            (newest.c.dispute_id == Dispute.id) & (newest.c.position == DisputeStage.position),
        )
        .where(Dispute.child_id == child_id, Dispute.words_to_child.is_not(None))
        .order_by(Dispute.raised_on.desc(), Dispute.raised_at.desc())
    ).all()
    if not rows:
        return []
    key = children.sealing_key(session, child_id=child_id)
    return [
        ToldDispute(
            id=row.id,
            about=row.about,
            subject_id=row.subject_id,
            words=opened_maybe(key, row.words_to_child, where=TO_CHILD, row_id=row.id) or "",
            raised_on=row.raised_on,
            stage=stage,
            state=row.state,
            resolved_on=row.resolved_on,
        )
        for row, stage in rows
    ]
