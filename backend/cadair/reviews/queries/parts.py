"""The parts of one review with everybody who had a seat, for the record of it."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from cadair.reviews.models import How, PartSeat, ReviewPart
from cadair.reviews.queries import sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class MetPart:
    """One part, as it was planned; those who have left the circle since keep their seat."""

    id: UUID
    title: str
    how: How
    starts_at: datetime | None
    agenda: tuple[str, ...]
    people: tuple[UUID, ...]


def parts_of(session: Session, *, review_id: UUID, key: bytes) -> tuple[MetPart, ...]:
    """Every part in its order, in one statement; for the reviewing officer alone."""
    rows = session.execute(
        select(
            ReviewPart.id,
            ReviewPart.title,
            ReviewPart.how,
            ReviewPart.starts_at,
            ReviewPart.agenda,
            PartSeat.person_id,
        )
        .outerjoin(
            PartSeat,
            and_(PartSeat.review_id == ReviewPart.review_id, PartSeat.part_id == ReviewPart.id),
        )
        .where(ReviewPart.review_id == review_id)
        .order_by(ReviewPart.position, PartSeat.person_id)
    ).all()
    return tuple(
        MetPart(
            id=row.id,
            title=sealed.opened(
                key, row.title, where=sealed.TITLE, review_id=review_id, row_id=row.id
            ),
            how=row.how,
            starts_at=row.starts_at,
            agenda=tuple(
                json.loads(
                    sealed.opened_maybe(
                        key, row.agenda, where=sealed.AGENDA, review_id=review_id, row_id=row.id
                    )
                    or "[]"
                )
            ),
            people=tuple(
                each.person_id for each in rows if each.id == row.id and each.person_id is not None
            ),
        )
        for row in {row.id: row for row in rows}.values()
    )
