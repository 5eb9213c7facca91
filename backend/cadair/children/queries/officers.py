"""Who reviewed a child, or covered for who did, and whose children somebody is around."""

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cadair.children.models import Allocation, Relationship


def officers_between(session: Session, *, child_id: UUID, from_on: date, to_on: date) -> list[UUID]:
    """Every officer to whom the child was allocated on any of these days."""
    return list(
        session.scalars(
            select(Allocation.officer_id)
            .where(
                Allocation.child_id == child_id,
                Allocation.from_on <= to_on,
                or_(Allocation.until_on.is_(None), Allocation.until_on >= from_on),
            )
            .distinct()
        )
    )


def covers_until(session: Session, *, child_id: UUID, officer_id: UUID, on: date) -> date | None:
    """The last day on which this officer covers, as it stands today; None: no day was said."""
    days = session.scalars(
        select(Allocation.until_on).where(
            Allocation.child_id == child_id,
            Allocation.officer_id == officer_id,
            Allocation.covers,
            Allocation.from_on <= on,
            or_(Allocation.until_on.is_(None), Allocation.until_on >= on),
        )
    ).all()
    said = [day for day in days if day is not None]
    return max(said) if said and len(said) == len(days) else None


def children_around(session: Session, *, person_id: UUID, on: date) -> list[UUID]:
    """The children in whose circle this person is on that day."""
    return list(
        session.scalars(
            select(Relationship.child_id)
            .where(
                Relationship.person_id == person_id,
                Relationship.from_on <= on,
                or_(Relationship.until_on.is_(None), Relationship.until_on >= on),
            )
            .distinct()
            .order_by(Relationship.child_id)
        )
    )


def covered_by(session: Session, *, officer_id: UUID, on: date) -> frozenset[UUID]:
    """The children whom this officer covers on that day, and does not review themselves."""
    rows = session.execute(
        select(Allocation.child_id, Allocation.covers).where(
            Allocation.officer_id == officer_id,
            Allocation.from_on <= on,
            or_(Allocation.until_on.is_(None), Allocation.until_on >= on),
        )
    ).all()
    own = {row.child_id for row in rows if not row.covers}
    return frozenset(row.child_id for row in rows if row.covers) - own
