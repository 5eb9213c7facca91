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


def open_wishes(session: Session, *, child_id: UUID, key: bytes) -> tuple[OpenWish, ...]:
    """The child's wishes from answers and messages, oldest first, in one statement.

    For the child and their reviewing officer alone.  One that was only ticked has no words to show
    and is left out.
    """
    rows = session.execute(
        _WISHES,
        {"of_council": council_of(session), "of_child": child_id},
        execution_options={"names_its_council": True},
    )
    return tuple(wish for row in rows if (wish := _wish(row, key)) is not None)


def _wish(row: AnyRow, key: bytes) -> OpenWish | None:
    if row.message_id is not None:
        words, topic = words_beside(row, message_id=row.message_id, key=key), None
    else:
        words, topic = words_wished(row, key=key), topic_of(row.question)
    return OpenWish(id=row.id, topic=topic, words=words) if words else None


_WISHES: Final = beside_words(OPEN_WISHES, OPEN_WISHES.selected_columns.message_id)
