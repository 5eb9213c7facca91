"""Times that an officer asked to hold a review later, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, select
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.people import queries as people
from cadair.reviews.models import Postponement, PostponementAnswer, Review
from cadair.reviews.queries import sealed
from cadair.reviews.rules import BEFORE_THE_MEETING


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed:
    """A review that is to be held later: until a manager answers, nothing moves."""

    id: UUID
    review_id: UUID
    child_id: UUID
    child_name: str
    child_called: str
    due_by: date | None
    to_on: date
    why: str
    words_to_child: str
    asked_by_id: UUID
    asked_by: str
    asked_at: datetime
    answer: PostponementAnswer | None
    answer_words: str | None
    answered_by: str | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """That a review is held later, and what its officer tells the child of it."""

    to_on: date
    words: str


def moved(session: Session, row: Row[Any]) -> Moved | None:
    """That the review of such a row was postponed; nothing is asked where it was not.

    For the child and their reviewing officer alone.
    """
    if row.postponed_to is None or row.held_on is not None:
        return None
    agreed = [
        each
        for each in postponements_of(session, review_id=row.id)
        if each.answer is PostponementAnswer.YES
    ]
    return Moved(to_on=row.postponed_to, words=agreed[-1].words_to_child) if agreed else None


def postponements_waiting(session: Session) -> list[Postponed]:
    """Those of the council that wait for a manager, the longest waiting first.

    A review that met meanwhile is not held later any more.
    """
    return _postponements(
        session, and_(Postponement.answer.is_(None), Review.stage.in_(BEFORE_THE_MEETING))
    )


def postponements_of(session: Session, *, review_id: UUID) -> list[Postponed]:
    """Those of one review, the latest last."""
    return _postponements(session, Postponement.review_id == review_id)


def postponement(session: Session, *, postponement_id: UUID) -> Postponed | None:
    """One of this council, if there is such a one."""
    found = _postponements(session, Postponement.id == postponement_id)
    return found[0] if found else None


def _postponements(session: Session, which: Any) -> list[Postponed]:
    rows = session.execute(
        select(
            *(getattr(Postponement, name) for name in _COLUMNS),
            Review.child_id,
            Review.due_by,
        )
        .join(Review, Review.id == Postponement.review_id)
        .where(which)
        .order_by(Postponement.asked_at, Postponement.id)
    ).all()
    return _named(session, rows) if rows else []


def _named(session: Session, rows: Sequence[Any]) -> list[Postponed]:
    ids = {
        who
        for row in rows
        for who in (row.child_id, row.asked_by_id, row.answered_by_id)
        if who is not None
    }
    named = people.people(session, person_ids=list(ids))
    keys = children.sealing_keys(session, child_ids={row.child_id for row in rows})

    def told(row: Any, where: str, kept: bytes | None) -> str | None:
        return sealed.opened_maybe(
            keys[row.child_id], kept, where=where, review_id=row.review_id, row_id=row.id
        )

    return [
        Postponed(
            id=row.id,
            review_id=row.review_id,
            child_id=row.child_id,
            child_name=named[row.child_id].name,
            child_called=named[row.child_id].called,
            due_by=row.due_by,
            to_on=row.to_on,
            why=told(row, sealed.POSTPONED_WHY, row.why) or "",
            words_to_child=told(row, sealed.TO_CHILD, row.words_to_child) or "",
            asked_by_id=row.asked_by_id,
            asked_by=named[row.asked_by_id].name,
            asked_at=row.asked_at,
            answer=row.answer,
            answer_words=told(row, sealed.ANSWER_WORDS, row.answer_words),
            answered_by=named[row.answered_by_id].name if row.answered_by_id else None,
            answered_at=row.answered_at,
        )
        for row in rows
    ]


_COLUMNS = (
    "id",
    "review_id",
    "to_on",
    "why",
    "words_to_child",
    "asked_by_id",
    "asked_at",
    "answer",
    "answer_words",
    "answered_by_id",
    "answered_at",
)
