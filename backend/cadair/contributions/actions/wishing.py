"""Wishes that come from a message, and closing those that are answered or no longer made."""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import or_, update
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


def settle_wish(
    session: Session, *, wish_id: UUID, because: WishClosed | None, now: datetime
) -> None:
    """Close a wish that its child still makes, or open it again with no reason to close it.

    Closed for the same reason already, it stays as it is.
    """
    settled = {"closed_at": now, "closed_because": because} if because else _OPEN
    session.execute(
        update(Wish)
        .where(
            Wish.id == wish_id,
            or_(
                Wish.closed_because.is_(None),
                Wish.closed_because.not_in([*_NO_LONGER_MADE, *([because] if because else [])]),
            ),
        )
        .values(settled)
        .execution_options(synchronize_session=False)
    )


_OPEN: Final = {"closed_at": None, "closed_because": None}
_NO_LONGER_MADE: Final = (WishClosed.REPLACED, WishClosed.TAKEN_BACK)
