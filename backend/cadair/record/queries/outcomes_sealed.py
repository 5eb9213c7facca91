"""Which columns of answers and decisions are sealed, and what each value is bound to."""

from typing import Final
from uuid import UUID

from cadair.foundation.sealing import SealedColumn, seal, unseal

WHY: Final = "wish_answer|why"
ANSWER_WHO: Final = "wish_answer|who_words"
DONE: Final = "wish_answer|done_words"
REPLY: Final = "wish_reply|words"
WHAT: Final = "decision|what"
DECISION_WHO: Final = "decision|who_words"
PROGRESS: Final = "decision_progress|words"
MANAGER_WORDS: Final = "manager_view|words"
MANAGER: Final = "manager_view|who_words"


def closed(key: bytes, words: str, place: str, row_id: UUID) -> bytes:
    """Words sealed into their row."""
    return seal(key, words, f"{place}|{row_id}")


def closed_maybe(key: bytes, words: str | None, place: str, row_id: UUID) -> bytes | None:
    """The same, where there may be none."""
    return None if words is None else closed(key, words, place, row_id)


def opened(key: bytes, kept: bytes, place: str, row_id: UUID) -> str:
    """Words out of their row."""
    return unseal(key, kept, f"{place}|{row_id}")


def opened_maybe(key: bytes, kept: bytes | None, place: str, row_id: UUID) -> str | None:
    """The same, where there may be none."""
    return None if kept is None else opened(key, kept, place, row_id)


def _column(place: str, row_key: str = "id") -> SealedColumn:
    table, _, column = place.partition("|")
    return SealedColumn(
        name=f"{table}.{column}",
        child=f"{table}.child_id",
        place=lambda row: f"{place}|{row[row_key]}",
    )


SEALED: Final = (
    *map(_column, (WHY, ANSWER_WHO, DONE, REPLY, WHAT, DECISION_WHO, PROGRESS)),
    _column(MANAGER_WORDS, "decision_id"),
    _column(MANAGER, "decision_id"),
)
