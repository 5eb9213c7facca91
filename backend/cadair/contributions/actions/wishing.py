"""Wishes that come from a message, and closing those that their child no longer makes."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.contributions.models import Asks, Wish, WishClosed


def close_wishes(
    session: Session, *, contribution_ids: Collection[UUID], because: WishClosed, now: datetime
) -> None:
    """Close the wishes that still wait and came from these contributions."""
    session.execute(
        update(Wish)
        .where(Wish.contribution_id.in_(contribution_ids), Wish.closed_at.is_(None))
        .values(closed_at=now, closed_because=because)
        .execution_options(synchronize_session=False)
    )


def wish_from_message(
    session: Session,
    *,
    child_id: UUID,
    review_id: UUID,
    message_id: UUID,
    asks: Asks,
    now: datetime,
) -> None:
    """Have a message wait for an answer at a review, as a wish or as something to speak of."""
    session.add(
        Wish(
            id=uuid4(),
            child_id=child_id,
            review_id=review_id,
            message_id=message_id,
            asks=asks,
            wished_at=now,
        )
    )
    session.flush()


def close_wish_of_message(session: Session, *, message_id: UUID, now: datetime) -> None:
    """Close the wish that came from a message which its child took back."""
    session.execute(
        update(Wish)
        .where(Wish.message_id == message_id, Wish.closed_at.is_(None))
        .values(closed_at=now, closed_because=WishClosed.TAKEN_BACK)
        .execution_options(synchronize_session=False)
    )
