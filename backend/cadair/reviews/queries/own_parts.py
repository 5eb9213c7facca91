"""The parts of a review in which somebody has a seat, as they are told of them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, select
from sqlalchemy.orm import Session

from cadair.reviews.models import How, PartSeat, Review, ReviewPart
from cadair.reviews.queries import sealed
from cadair.reviews.rules import Stage
from cadair.reviews.rules.telling import stage_told


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """A part in which a seat is kept for the one who asks."""

    id: UUID
    title: str
    how: How
    starts_at: datetime | None
    minutes: int | None
    place: str | None
    video_link: str | None
    ask_where: bool  # where it is would say where the child lives: their officer tells them
    agenda: tuple[str, ...]


PART_COLUMNS = (
    ReviewPart.id.label("part_id"),
    ReviewPart.title,
    ReviewPart.how,
    ReviewPart.starts_at,
    ReviewPart.minutes,
    ReviewPart.place,
    ReviewPart.video_link,
    ReviewPart.agenda,
    PartSeat.told_where,
)


def own_parts(
    rows: Sequence[Row[Any]], *, review_id: UUID, key: bytes, knows_home: bool
) -> tuple[OwnPart, ...]:
    """The parts of one review, from rows with `PART_COLUMNS`.

    Whoever may not know where the child lives is told where a part is only if the reviewing
    officer has said so for this part and this person.
    """

    def told(row: Row[Any], where: str, kept: bytes | None) -> str | None:
        return sealed.opened_maybe(key, kept, where=where, review_id=review_id, row_id=row.part_id)

    return tuple(
        OwnPart(
            id=row.part_id,
            title=told(row, sealed.TITLE, row.title) or "",
            how=row.how,
            starts_at=row.starts_at,
            minutes=row.minutes,
            place=told(row, sealed.PLACE, row.place) if may_be_told else None,
            video_link=told(row, sealed.VIDEO_LINK, row.video_link) if may_be_told else None,
            ask_where=not may_be_told,
            agenda=tuple(json.loads(told(row, sealed.AGENDA, row.agenda) or "[]")),
        )
        for row in rows
        if row.part_id is not None
        for may_be_told in (knows_home or bool(row.told_where),)
    )


def seated_with(
    session: Session, parts: Iterable[tuple[UUID, UUID | None]]
) -> dict[tuple[UUID, UUID | None], set[UUID]]:
    """Who has a seat in each of these parts, each (review, part); without a part, nobody."""
    found: dict[tuple[UUID, UUID | None], set[UUID]] = {
        part: set() for part in parts if part[1] is not None
    }
    if found:
        # A device makes a part's id, so that it means something only within its review.
        seats = select(PartSeat.review_id, PartSeat.part_id, PartSeat.person_id).where(
            PartSeat.review_id.in_({review_id for review_id, _ in found})
        )
        for review_id, part_id, person_id in session.execute(seats):
            if (review_id, part_id) in found:
                found[review_id, part_id].add(person_id)
    return found


def stage_for(session: Session, *, review_id: UUID, person_id: UUID, now: datetime) -> Stage:
    """A review's stage as a party who was asked is told of it, by the parts they have a seat in."""
    rows = session.execute(
        select(Review.stage, PartSeat.person_id, ReviewPart.starts_at)
        .outerjoin(PartSeat, and_(PartSeat.review_id == Review.id, PartSeat.person_id == person_id))
        .outerjoin(
            ReviewPart,
            and_(ReviewPart.review_id == PartSeat.review_id, ReviewPart.id == PartSeat.part_id),
        )
        .where(Review.id == review_id)
    ).all()
    mine = [row.starts_at for row in rows if row.person_id is not None]
    return stage_told(rows[0].stage, was_asked=True, my_parts=mine, now=now)
