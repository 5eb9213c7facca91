"""How a child wanted each of their meetings, and what they were answered: theirs to keep."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.meeting import queries as meeting
from cadair.meeting.queries.kept import Added
from cadair.meeting.queries.pages import ToldAnswer
from cadair.record.queries.promises import left_open
from cadair.reviews import queries as reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlan:
    """What was planned for one review, what was answered to it, and what was added."""

    review_id: UUID
    plan: dict[str, Any] | None
    answers: tuple[ToldAnswer, ...]
    added: tuple[Added, ...]


def own_plans(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> list[OwnPlan]:
    """Every plan of the child who asks, as their own pages show them; some statements for each."""
    pages = (
        (
            review.id,
            meeting.own_page(
                session, actor=actor, review_id=review.id, left_open=left_open, now=now
            ),
        )
        for review in reviews.reviews_of_child(session, child_id=child_id)
    )
    return [
        OwnPlan(review_id=review_id, plan=page.plan, answers=page.answers, added=page.added)
        for review_id, page in pages
        if page.plan or page.added
    ]
