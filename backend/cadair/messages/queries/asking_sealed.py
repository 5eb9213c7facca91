"""Opening and closing what is sealed of requests, of what was said at once, and of visits."""

from typing import Final
from uuid import UUID

from cadair.foundation.sealing import SealedColumn, seal, unseal

ASKED: Final = "child_request|words"
REASON: Final = "child_request|reason"
UNSAFE: Final = "unsafe_report|words"
DONE: Final = "unsafe_report|what_was_done"
VISIT_WHY: Final = "visit|why"
VISIT_WANTS: Final = "visit|wants_recorded"


def close(key: bytes, words: str, *, where: str, row_id: UUID) -> bytes:
    """Seal words for one column of one row."""
    return seal(key, words, f"{where}|{row_id}")


def close_maybe(key: bytes, words: str | None, *, where: str, row_id: UUID) -> bytes | None:
    """The same; nothing stays nothing."""
    return None if words is None else close(key, words, where=where, row_id=row_id)


def opened_maybe(key: bytes, kept: bytes | None, *, where: str, row_id: UUID) -> str | None:
    """The words that `close` sealed; raises SealBroken anywhere but in their own place."""
    return None if kept is None else unseal(key, kept, f"{where}|{row_id}")


def _column(where: str) -> SealedColumn:
    return SealedColumn(
        name=where.replace("|", "."),
        child=f"{where.partition('|')[0]}.child_id",
        place=lambda row: f"{where}|{row['id']}",
    )


SEALED: Final = tuple(map(_column, (ASKED, REASON, UNSAFE, DONE, VISIT_WHY, VISIT_WANTS)))
