"""Telling people that something waits for them."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.foundation.inserting import insert_those_new
from cadair.notifications.models import Delivery, OutboxItem
from cadair.notifications.rules import About, Setting, What


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


def tell_no_more(session: Session, *, about: About, subject_id: UUID, now: datetime) -> None:
    """What is not there any more need not be told of, unless that is under way already."""
    session.execute(
        update(OutboxItem)
        .where(
            OutboxItem.about == about,
            OutboxItem.subject_id == subject_id,
            OutboxItem.settled_at.is_(None),
        )
        .values(settled_at=now)
        .execution_options(synchronize_session=False)
    )


def tell_council(session: Session, *, setting: Setting, subject_id: UUID, now: datetime) -> None:
    """Have an address of the council told that something waits, once for each matter.

    Nothing is sent while the council has not set that address.
    """
    insert_those_new(
        session,
        Delivery,
        [
            {
                "id": uuid4(),
                "person_id": None,
                "setting": setting,
                "subject_id": subject_id,
                "contact_id": None,
                "what": What.NOTICE,
                "is_urgent": True,
                "made_at": now,
                "next_at": now,
                "tries": 0,
                "leased_until": None,
                "settled_at": None,
                "outcome": None,
            }
        ],
        unique=("setting", "subject_id"),
    )
