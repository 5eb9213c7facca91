"""Closing wishes that their child no longer makes."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.contributions.models import Wish, WishClosed


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
