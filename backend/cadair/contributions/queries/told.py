"""Of every answer about a child: whose it is and who may be told, without what it says."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.contributions.models import AnswerException, Contribution, ContributionAnswer
from cadair.contributions.rules.forms import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whose answer it is, and who may be told it."""

    author_id: UUID
    audience: Audience
    not_people: frozenset[UUID]


def told_of_child(session: Session, *, child_id: UUID) -> dict[UUID, Told]:
    """By answer, for everything that anybody shared about one child."""
    rows = session.execute(
        select(ContributionAnswer.id, ContributionAnswer.audience, Contribution.author_id)
        .join(Contribution, Contribution.id == ContributionAnswer.contribution_id)
        .where(Contribution.child_id == child_id)
    ).all()
    but: dict[UUID, set[UUID]] = defaultdict(set)
    for answer_id, person_id in session.execute(
        select(AnswerException.answer_id, AnswerException.person_id)
        .join(ContributionAnswer, ContributionAnswer.id == AnswerException.answer_id)
        .join(Contribution, Contribution.id == ContributionAnswer.contribution_id)
        .where(Contribution.child_id == child_id)
    ):
        but[answer_id].add(person_id)
    return {
        row.id: Told(
            author_id=row.author_id, audience=row.audience, not_people=frozenset(but[row.id])
        )
        for row in rows
    }
