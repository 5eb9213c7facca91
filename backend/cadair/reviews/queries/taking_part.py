"""Who takes part in a review: whoever was asked, or has a seat in one of its parts."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select, union
from sqlalchemy.orm import Session

from cadair.reviews.models import Invitation, PartSeat, ReviewPart


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """The people of a review besides its child, and how many parts it has."""

    people: frozenset[UUID]
    parts: int


def taking_part(session: Session, *, review_id: UUID) -> TakingPart:
    """Everybody who takes part in a review; for its reviewing officer alone."""
    people = union(
        select(Invitation.person_id).where(Invitation.review_id == review_id),
        select(PartSeat.person_id).where(PartSeat.review_id == review_id),
    )
    parts = select(func.count()).select_from(ReviewPart).where(ReviewPart.review_id == review_id)
    return TakingPart(people=frozenset(session.scalars(people)), parts=session.scalars(parts).one())


def takes_part(session: Session, *, review_id: UUID, person_id: UUID | None) -> bool:
    """Whether this one person was asked to a review, or has a seat in it."""
    asked = select(Invitation.person_id).where(
        Invitation.review_id == review_id, Invitation.person_id == person_id
    )
    seated = select(PartSeat.person_id).where(
        PartSeat.review_id == review_id, PartSeat.person_id == person_id
    )
    return session.scalar(union(asked, seated)) is not None
