"""Taking back what was shared, as long as the meeting has not begun."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.contributions import queries
from cadair.contributions.actions.wishing import close_wishes
from cadair.contributions.models import (
    AnswerException,
    Contribution,
    ContributionAnswer,
    WishClosed,
)
from cadair.contributions.queries import AnyRow, OwnContribution
from cadair.contributions.rules.sharing import TooLateToTakeBack
from cadair.foundation.errors import NotFound
from cadair.reviews import actions as reviews
from cadair.reviews import queries as review_queries
from cadair.reviews.rules import BEFORE_THE_MEETING, Stage


def withdraw(
    session: Session, *, actor: Actor, contribution_id: UUID, now: datetime
) -> OwnContribution:
    """Empty one of the actor's own contributions, and whatever it had replaced.

    The rows stay, so that it can be seen that something was said and taken back.  Taking back
    again changes nothing.
    """
    mine = _own_of_the_same_review(session, actor, contribution_id)
    chosen = mine[contribution_id]
    if chosen.withdrawn_at is None:
        if _is_too_late(session, chosen, now):
            raise TooLateToTakeBack
        emptied = _with_what_it_replaced(contribution_id, mine)
        _empty(session, emptied, now)
        if all(row.withdrawn_at or id_ in emptied for id_, row in mine.items()):
            reviews.note_answer(
                session, review_id=chosen.review_id, person_id=chosen.author_id, at=None
            )
        audit.note_many(
            session,
            actor=actor,
            event="contribution.taken_back",
            subjects=[(chosen.child_id, id_, {}) for id_ in emptied],
            now=now,
        )
    return queries.own_contribution(session, actor=actor, contribution_id=contribution_id)


def _is_too_late(session: Session, chosen: AnyRow, now: datetime) -> bool:
    """Whether the meeting has begun, as far as its author is told: another's part is not theirs.

    A review that was not needed in the end never met: its words are still their author's.
    """
    review = review_queries.review_of(session, review_id=chosen.review_id)
    stage = review.stage
    if stage is Stage.MEETING and not (
        chosen.author_id == chosen.child_id or chosen.author_job is Job.REVIEWING_OFFICER
    ):
        stage = review_queries.stage_for(
            session, review_id=chosen.review_id, person_id=chosen.author_id, now=now
        )
    return stage not in BEFORE_THE_MEETING and review.not_owed_at is None


def _own_of_the_same_review(
    session: Session, actor: Actor, contribution_id: UUID
) -> Mapping[UUID, AnyRow]:
    """Everything the actor shared with the review that this one was shared with."""
    review = select(Contribution.review_id).where(
        Contribution.id == contribution_id, Contribution.author_id == actor.person_id
    )
    rows = session.execute(
        select(
            Contribution.id,
            Contribution.review_id,
            Contribution.child_id,
            Contribution.author_id,
            Contribution.author_job,
            Contribution.replaces_id,
            Contribution.withdrawn_at,
        ).where(
            Contribution.author_id == actor.person_id,
            Contribution.review_id == review.scalar_subquery(),
        )
    ).all()
    if not rows:
        raise NotFound
    return {row.id: row for row in rows}


def _with_what_it_replaced(contribution_id: UUID, mine: Mapping[UUID, AnyRow]) -> list[UUID]:
    """This one and those before it that still hold words: each says much the same."""
    emptied = []
    next_id: UUID | None = contribution_id
    while next_id is not None:
        if mine[next_id].withdrawn_at is None:
            emptied.append(next_id)
        next_id = mine[next_id].replaces_id
    return emptied


def _empty(session: Session, contribution_ids: list[UUID], now: datetime) -> None:
    answers = select(ContributionAnswer.id).where(
        ContributionAnswer.contribution_id.in_(contribution_ids)
    )
    for statement in (
        delete(AnswerException).where(AnswerException.answer_id.in_(answers)),
        update(ContributionAnswer)
        .where(ContributionAnswer.contribution_id.in_(contribution_ids))
        .values(value=None),
        update(Contribution)
        .where(Contribution.id.in_(contribution_ids))
        .values(withdrawn_at=now, helper=None),
    ):
        session.execute(statement, execution_options={"synchronize_session": False})
    close_wishes(session, contribution_ids=contribution_ids, because=WishClosed.TAKEN_BACK, now=now)
