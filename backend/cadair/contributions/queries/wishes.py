"""Wishes that came from a message: which, and what for; their words stand in the message."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.contributions.models import Asks, Wish
from cadair.foundation.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageWish:
    """A wish that came from a message, and still waits."""

    id: UUID
    message_id: UUID
    asks: Asks
    wished_at: datetime


def wishes_from_messages(session: Session, *, review_id: UUID) -> list[MessageWish]:
    """What was brought to a review out of messages and not taken back, in its order."""
    rows = session.execute(
        select(Wish.id, Wish.message_id, Wish.asks, Wish.wished_at)
        .where(Wish.review_id == review_id, Wish.message_id.is_not(None), Wish.closed_at.is_(None))
        .order_by(Wish.wished_at, Wish.id)
    )
    return [
        MessageWish(id=row.id, message_id=row.message_id, asks=row.asks, wished_at=row.wished_at)
        for row in rows
    ]


def is_wish_of(session: Session, *, wish_id: UUID, child_id: UUID) -> bool:
    """Whether there is such a wish, and it is this child's."""
    found = session.scalar(select(Wish.id).where(Wish.id == wish_id, Wish.child_id == child_id))
    return found is not None


def child_of_wish(session: Session, *, wish_id: UUID) -> UUID:
    """Whose wish it is; raises NotFound."""
    child_id = session.scalar(select(Wish.child_id).where(Wish.id == wish_id))
    if child_id is None:
        raise NotFound
    return child_id
