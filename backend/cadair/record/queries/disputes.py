"""Disputes of one child and what was done well for them, as plain values, unsealed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.foundation.database import council_of
from cadair.messages.queries.who import NamedChild, Who, whos
from cadair.people import queries as people
from cadair.record.models import Dispute, DisputeStage, GoodPractice, ReviewDecision
from cadair.record.queries.disputes_sealed import (
    ADVICE,
    ANSWER,
    BYPASSED,
    CHILDS_VIEW,
    CONCERN,
    DONE_WELL,
    NOT_TOLD,
    OUTCOME,
    TO_CHILD,
    WITH,
    opened,
    opened_maybe,
)
from cadair.record.rules.disputes import (
    DAYS_IN_ALL,
    Advice,
    Beside,
    Raised,
    Rung,
    StageDays,
    State,
    Step,
    Telling,
    days_over,
    days_used,
    ladder_of,
    last_day,
)
from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import BankHolidays


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenStage:
    """One stage as the officer sees it."""

    id: UUID
    position: int
    stage: Rung
    began_on: date
    due_on: date
    with_words: str
    bypassed_because: str | None
    answered_on: date | None
    answer: str | None
    days_over: int  # working days

    @property
    def days(self) -> StageDays:
        """What the clock needs of it."""
        return StageDays(self.stage, self.began_on, self.due_on, self.answered_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDispute:
    """One dispute as the officer sees it."""

    id: UUID
    child_id: UUID
    revision: int
    raised: Raised
    raised_by: Who
    beside: Beside
    state: State
    resolved_on: date | None
    outcome: str | None
    stages: tuple[SeenStage, ...]
    days_used: int  # of the twenty
    last_day: date | None  # on which they are used up; None while it is informal


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneWell:
    """What an officer found done well, and when."""

    id: UUID
    words: str
    on: date
    by: Who


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputes:
    """All of one child, the latest first, with the council's ladder."""

    child: NamedChild
    nation: str
    ladder: tuple[Step, ...]
    disputes: tuple[SeenDispute, ...]
    good_practice: tuple[DoneWell, ...]
    days_in_all: int = DAYS_IN_ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """How the child's council climbs, and which of its days are working days."""

    nation: str
    ladder: tuple[Step, ...]
    bank_holidays: BankHolidays


def council(session: Session) -> Council:
    """The session's own."""
    facts = people.council(session, council_id=council_of(session))
    return Council(
        nation=facts.nation,
        ladder=ladder_of(facts.settings["dispute_ladder"]),
        bank_holidays=bank_holidays(facts.nation),
    )


def disputes_of(session: Session, *, child_id: UUID, on: date) -> Disputes:
    """Everything of one child; whoever may ask was asked about before."""
    around = children.around(session, child_ids=[child_id], on=on)[child_id]
    own = council(session)
    return Disputes(
        child=NamedChild(
            id=child_id,
            called=around.called,
            name=around.name,
            case_number=around.child.case_number,
        ),
        nation=own.nation,
        ladder=own.ladder,
        disputes=_disputes(session, child_id, own, on),
        good_practice=_done_well(session, child_id),
    )


def dispute_at(
    session: Session, *, child_id: UUID, dispute_id: UUID, own: Council, on: date
) -> SeenDispute | None:
    """One of them, or None."""
    return next(iter(_disputes(session, child_id, own, on, dispute_id)), None)


def is_decision_of(session: Session, *, decision_id: UUID, child_id: UUID) -> bool:
    """Whether there is such a decision, and it is about this child."""
    found = select(ReviewDecision.id).where(
        ReviewDecision.id == decision_id, ReviewDecision.child_id == child_id
    )
    return session.scalar(found) is not None


def done_well_at(session: Session, *, child_id: UUID, practice_id: UUID) -> DoneWell | None:
    """One thing done well, or None."""
    return next(iter(_done_well(session, child_id, practice_id)), None)


def _disputes(
    session: Session, child_id: UUID, own: Council, on: date, dispute_id: UUID | None = None
) -> tuple[SeenDispute, ...]:
    found = select(Dispute).where(Dispute.child_id == child_id)
    if dispute_id is not None:
        found = found.where(Dispute.id == dispute_id)
    rows = session.scalars(
        found.order_by(Dispute.raised_on.desc(), Dispute.raised_at.desc(), Dispute.id),
        execution_options={"populate_existing": True},
    ).all()
    if not rows:
        return ()
    key = children.sealing_key(session, child_id=child_id)
    stages = _stages(session, key, [row.id for row in rows], own, on)
    who = whos(session, person_ids=[row.raised_by_id for row in rows])
    return tuple(
        _seen(row, key, who[row.raised_by_id], tuple(stages[row.id]), own, on) for row in rows
    )


def _seen(
    row: Dispute, key: bytes, by: Who, stages: tuple[SeenStage, ...], own: Council, on: date
) -> SeenDispute:
    def said(kept: bytes | None, where: str) -> str | None:
        return opened_maybe(key, kept, where=where, row_id=row.id)

    days = [stage.days for stage in stages]
    return SeenDispute(
        id=row.id,
        child_id=row.child_id,
        revision=row.revision,
        raised=Raised(
            about=row.about,
            subject_id=row.subject_id,
            concern=opened(key, row.concern, where=CONCERN, row_id=row.id),
            raised_on=row.raised_on,
        ),
        raised_by=by,
        beside=Beside(
            childs_view=said(row.childs_view, CHILDS_VIEW),
            advice=_advice(row, said(row.advice_words, ADVICE)),
            cafcass_on=row.cafcass_on,
            telling=Telling(
                words_to_child=said(row.words_to_child, TO_CHILD),
                not_told_because=said(row.not_told_because, NOT_TOLD),
            ),
        ),
        state=row.state,
        resolved_on=row.resolved_on,
        outcome=said(row.outcome, OUTCOME),
        stages=stages,
        days_used=days_used(days, until=row.resolved_on or on, bank_holidays=own.bank_holidays),
        last_day=last_day(days, bank_holidays=own.bank_holidays),
    )


def _advice(row: Dispute, words: str | None) -> Advice | None:
    if row.advice_on is None or words is None:
        return None
    return Advice(on=row.advice_on, words=words)


def _stages(
    session: Session, key: bytes, dispute_ids: Sequence[UUID], own: Council, on: date
) -> dict[UUID, list[SeenStage]]:
    found: dict[UUID, list[SeenStage]] = defaultdict(list)
    rows = session.scalars(
        select(DisputeStage)
        .where(DisputeStage.dispute_id.in_(dispute_ids))
        .order_by(DisputeStage.position),
        execution_options={"populate_existing": True},
    )
    for row in rows:
        days = StageDays(row.stage, row.began_on, row.due_on, row.answered_on)
        found[row.dispute_id].append(
            SeenStage(
                id=row.id,
                position=row.position,
                stage=row.stage,
                began_on=row.began_on,
                due_on=row.due_on,
                with_words=opened(key, row.with_words, where=WITH, row_id=row.id),
                bypassed_because=opened_maybe(
                    key, row.bypassed_because, where=BYPASSED, row_id=row.id
                ),
                answered_on=row.answered_on,
                answer=opened_maybe(key, row.answer, where=ANSWER, row_id=row.id),
                days_over=days_over(days, on=on, bank_holidays=own.bank_holidays),
            )
        )
    return found


def _done_well(
    session: Session, child_id: UUID, practice_id: UUID | None = None
) -> tuple[DoneWell, ...]:
    found = select(GoodPractice).where(GoodPractice.child_id == child_id)
    if practice_id is not None:
        found = found.where(GoodPractice.id == practice_id)
    rows = session.scalars(
        found.order_by(GoodPractice.on.desc(), GoodPractice.noted_at.desc())
    ).all()
    if not rows:
        return ()
    key = children.sealing_key(session, child_id=child_id)
    who = whos(session, person_ids=[row.by_id for row in rows])
    return tuple(
        DoneWell(
            id=row.id,
            words=opened(key, row.words, where=DONE_WELL, row_id=row.id),
            on=row.on,
            by=who[row.by_id],
        )
        for row in rows
    )
