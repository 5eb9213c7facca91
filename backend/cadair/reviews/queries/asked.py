"""Who was asked for their views before a review, and the attempts to reach them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Select, Table, and_, bindparam, select
from sqlalchemy.orm import Session

from cadair.reviews.models import Invitation, ReachAttempt, ReachedBy, Review
from cadair.reviews.queries import sealed
from cadair.reviews.rules import Asked, asked_state

# For other rooms' statements about one review and whether one person was asked to it: give
# `of_council`, `of_review` and `of_person`.
_REVIEW: Final = cast("Table", Review.__table__)
_INVITATION: Final = cast("Table", Invitation.__table__)
ASKED_TO: Final[Select[*tuple[Any, ...]]] = (
    select(
        _REVIEW.c.id.label("review_id"),
        _REVIEW.c.child_id,
        _REVIEW.c.stage,
        _INVITATION.c.invited_at,
        _INVITATION.c.answered_at,
    )
    .select_from(_REVIEW)
    .outerjoin(
        _INVITATION,
        and_(
            _INVITATION.c.review_id == _REVIEW.c.id,
            _INVITATION.c.person_id == bindparam("of_person"),
        ),
    )
    .where(
        _REVIEW.c.council_id == bindparam("of_council"),
        _REVIEW.c.id == bindparam("of_review"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try to reach somebody."""

    id: UUID
    person_id: UUID
    at: datetime
    how: ReachedBy
    reached: bool
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPerson:
    """One person who was asked before a review."""

    person_id: UUID
    invited_at: datetime
    answered_at: datetime | None
    attempts: tuple[Attempt, ...]

    @property
    def state(self) -> Asked:
        """How far the asking has come."""
        return asked_state(
            invited_at=self.invited_at,
            answered_at=self.answered_at,
            tries=(attempt.reached for attempt in self.attempts),
        )


def asked(session: Session, *, review_id: UUID, key: bytes) -> dict[UUID, AskedPerson]:
    """Everybody who was asked before a review, with the attempts to reach them: one statement.

    For the reviewing officer alone: nobody else may learn who was asked.
    """
    rows = session.execute(
        select(
            Invitation.person_id,
            Invitation.invited_at,
            Invitation.answered_at,
            ReachAttempt.id,
            ReachAttempt.at,
            ReachAttempt.how,
            ReachAttempt.reached,
            ReachAttempt.note,
        )
        .outerjoin(
            ReachAttempt,
            (ReachAttempt.review_id == Invitation.review_id)
            & (ReachAttempt.person_id == Invitation.person_id),
        )
        .where(Invitation.review_id == review_id)
        .order_by(ReachAttempt.at)
    ).all()
    return {
        row.person_id: AskedPerson(
            person_id=row.person_id,
            invited_at=row.invited_at,
            answered_at=row.answered_at,
            attempts=_attempts(rows, review_id, row.person_id, key),
        )
        for row in rows
    }


def _attempts(
    rows: Iterable[Any], review_id: UUID, person_id: UUID, key: bytes
) -> tuple[Attempt, ...]:
    return tuple(
        Attempt(
            id=row.id,
            person_id=person_id,
            at=row.at,
            how=row.how,
            reached=row.reached,
            note=sealed.opened_maybe(
                key, row.note, where=sealed.NOTE, review_id=review_id, row_id=row.id
            ),
        )
        for row in rows
        if row.person_id == person_id and row.id is not None
    )
