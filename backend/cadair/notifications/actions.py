"""Telling people that something waits for them."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from cadair.foundation.inserting import insert_those_new
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About


def tell(
    session: Session,
    *,
    told: Iterable[tuple[UUID, UUID]],
    about: About,
    now: datetime,
    not_before: datetime | None = None,
) -> None:
    """Have people told that something waits for them: each with the id of the matter.

    Of one matter somebody is told once.  It goes into the outbox with whatever the caller writes,
    in one transaction.
    """
    insert_those_new(
        session,
        OutboxItem,
        [
            {
                "id": uuid4(),
                "person_id": person_id,
                "about": about,
                "subject_id": subject_id,
                "made_at": now,
                "not_before": not_before or now,
                "settled_at": None,
            }
            for person_id, subject_id in sorted(set(told))
        ],
        unique=("person_id", "about", "subject_id"),
    )
