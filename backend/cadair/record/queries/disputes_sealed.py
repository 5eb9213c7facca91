"""Opening and closing what is sealed of disputes and of what was done well."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from cadair.foundation.sealing import SealedColumn, seal, unseal

CONCERN: Final = "dispute|concern"
CHILDS_VIEW: Final = "dispute|childs_view"
ADVICE: Final = "dispute|advice_words"
TO_CHILD: Final = "dispute|words_to_child"
NOT_TOLD: Final = "dispute|not_told_because"
OUTCOME: Final = "dispute|outcome"
WITH: Final = "dispute_stage|with_words"
BYPASSED: Final = "dispute_stage|bypassed_because"
ANSWER: Final = "dispute_stage|answer"
DONE_WELL: Final = "good_practice|words"


def close(key: bytes, words: str, *, where: str, row_id: UUID) -> bytes:
    """Seal words for one column of one row."""
    return seal(key, words, f"{where}|{row_id}")


def close_maybe(key: bytes, words: str | None, *, where: str, row_id: UUID) -> bytes | None:
    """The same; nothing stays nothing."""
    return None if words is None else close(key, words, where=where, row_id=row_id)


def opened(key: bytes, kept: bytes, *, where: str, row_id: UUID) -> str:
    """The words that `close` sealed."""
    return unseal(key, kept, f"{where}|{row_id}")


def opened_maybe(key: bytes, kept: bytes | None, *, where: str, row_id: UUID) -> str | None:
    """The same; nothing stays nothing."""
    return None if kept is None else opened(key, kept, where=where, row_id=row_id)


def _column(where: str) -> SealedColumn:
    table, _, column = where.partition("|")
    return SealedColumn(
        name=f"{table}.{column}",
        child=f"{table}.child_id",
        place=lambda row: f"{where}|{row['id']}",
    )


_PLACES: Final[Sequence[str]] = (
    *(CONCERN, CHILDS_VIEW, ADVICE, TO_CHILD, NOT_TOLD, OUTCOME),
    *(WITH, BYPASSED, ANSWER, DONE_WELL),
)
SEALED: Final = tuple(map(_column, _PLACES))
