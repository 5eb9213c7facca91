"""What a child wishes for and has no answer to yet, in their own words."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cadair.contributions.queries import AnyRow, topic_of
from cadair.contributions.queries.open_wishes import OPEN_WISHES, words_wished
from cadair.messages.queries.beside import beside_words, words_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWish:
    """One wish that waits, and the topic of the question that it was said under."""

    id: UUID
    topic: str | None  # None: it came from a message
    words: str
    answer_id: UUID | None = None  # the answer that it was made in


def open_wish(row: AnyRow, *, key: bytes) -> OpenWish | None:
    """The wish of such a row; None for one that was only ticked, which has no words to show.

    For the child and their reviewing officer alone.
    """
    if row.message_id is not None:
        words, topic = words_beside(row, message_id=row.message_id, key=key), None
    else:
        words, topic = words_wished(row, key=key), topic_of(row.question)
    if not words:
        return None
    return OpenWish(id=row.id, topic=topic, words=words, answer_id=row.answer_id)


# Give `of_council` and `of_child`; a room above asks it together with what it keeps itself.
WISHES: Final = beside_words(OPEN_WISHES, OPEN_WISHES.selected_columns.message_id)
