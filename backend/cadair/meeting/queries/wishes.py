"""What a child wishes for and has no answer to yet, in their own words."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.contributions.queries import AnyRow, topic_of
from cadair.contributions.queries.open_wishes import OPEN_WISHES, words_wished
from cadair.foundation.database import council_of
from cadair.messages.queries.beside import beside_words, words_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWish:
    """One wish that waits, and the topic of the question that it was said under."""

    id: UUID
    topic: str | None  # None: it came from a message
    words: str


def wishes_alone(
    session: Session, child_id: UUID, key: bytes, _review_id: UUID
) -> tuple[tuple[OpenWish, ...], tuple[OpenWish, ...]]:
    """The child's open wishes, oldest first, and nothing of what reviews decided."""
    rows = session.execute(
        WISHES,
        {"of_council": council_of(session), "of_child": child_id},
        execution_options={"names_its_council": True},
    )
    found = (open_wish(row, key=key) for row in rows)
    return tuple(wish for wish in found if wish is not None), ()


def open_wish(row: AnyRow, *, key: bytes) -> OpenWish | None:
    """The wish of such a row; None for one that was only ticked, which has no words to show.

    For the child and their reviewing officer alone.
    """
    if row.message_id is not None:
        words, topic = words_beside(row, message_id=row.message_id, key=key), None
    else:
        words, topic = words_wished(row, key=key), topic_of(row.question)
    return OpenWish(id=row.id, topic=topic, words=words) if words else None


# Give `of_council` and `of_child`; a room above asks it together with what it keeps itself.
WISHES: Final = beside_words(OPEN_WISHES, OPEN_WISHES.selected_columns.message_id)
