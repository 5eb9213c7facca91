"""Participation codes as people confirmed them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.foundation.sealing import SealedColumn, unseal
from cadair.record.models import ParticipationCode
from cadair.record.rules import Came, Code


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedCode:
    """What a person made of a review's participation."""

    proposed: Code
    code: Code
    came: Came | None
    reason: bytes | None  # sealed
    by_id: UUID
    at: datetime
    held_on: date | None

    @property
    def before_meeting(self) -> bool:
        """Whether it was confirmed when nobody knew yet who would come."""
        return self.held_on is None


def confirmed_codes(session: Session, *, review_ids: Collection[UUID]) -> dict[UUID, ConfirmedCode]:
    """The codes of many reviews; one that nobody confirmed has no entry."""
    rows = session.execute(
        select(
            ParticipationCode.review_id,
            ParticipationCode.proposed,
            ParticipationCode.code,
            ParticipationCode.came,
            ParticipationCode.reason,
            ParticipationCode.confirmed_by_id,
            ParticipationCode.confirmed_at,
            ParticipationCode.held_on,
        ).where(ParticipationCode.review_id.in_(review_ids))
    )
    return {
        row.review_id: ConfirmedCode(
            proposed=row.proposed,
            code=row.code,
            came=row.came,
            reason=row.reason,
            by_id=row.confirmed_by_id,
            at=row.confirmed_at,
            held_on=row.held_on,
        )
        for row in rows
    }


def opened_reason(key: bytes, review_id: UUID, kept: bytes | None) -> str | None:
    """The reason that an officer gave, unsealed."""
    return None if kept is None else unseal(key, kept, place_of_reason(review_id))


def place_of_reason(review_id: UUID) -> str:
    """What a reason is sealed to."""
    return f"participation_code|reason|{review_id}"


SEALED: Final = (
    SealedColumn(
        name="participation_code.reason",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_reason(row["review_id"]),
    ),
)
