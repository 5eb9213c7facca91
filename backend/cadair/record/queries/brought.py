"""What a child brought to a review out of their messages, in their own words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.contributions import queries as contributions
from cadair.contributions.models import Asks
from cadair.messages.queries import between as messages


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtLine:
    """One message that waits for an answer at a review."""

    wish_id: UUID
    message_id: UUID
    asks: Asks
    words: str
    language: str
    written_at: datetime
    brought_at: datetime
    source: str = "message"


def brought_to(session: Session, *, review_id: UUID, child_id: UUID) -> list[BroughtLine]:
    """Everything that was brought to a review and not taken back, in the order it was."""
    wishes = contributions.wishes_from_messages(session, review_id=review_id)
    found = messages.brought(
        session, child_id=child_id, message_ids=[wish.message_id for wish in wishes]
    )
    return [
        BroughtLine(
            wish_id=wish.id,
            message_id=wish.message_id,
            asks=wish.asks,
            words=found[wish.message_id].words,
            language=found[wish.message_id].language,
            written_at=found[wish.message_id].written_at,
            brought_at=wish.wished_at,
        )
        for wish in wishes
        if wish.message_id in found
    ]
