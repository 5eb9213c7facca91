"""Who reviewed a child, or covered for who did, from one day to another."""

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cadair.children.models import Allocation


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
