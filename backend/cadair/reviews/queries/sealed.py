"""Opening and closing what is sealed in this room; every value is bound to its own place."""

from typing import Final
from uuid import UUID

from cadair.foundation.sealing import SealedColumn, seal, unseal

TITLE: Final = "review_part|title"
PLACE: Final = "review_part|place"
VIDEO_LINK: Final = "review_part|video_link"
AGENDA: Final = "review_part|agenda"
NOTE: Final = "reach_attempt|note"
WHY: Final = "early_ask|why"
REASON: Final = "early_ask|reason"
ADJOURNED_WHY: Final = "review|adjourned_why"
LATE_WORDS: Final = "review|late_words"
POSTPONED_WHY: Final = "postponement|why"
TO_CHILD: Final = "postponement|words_to_child"
ANSWER_WORDS: Final = "postponement|answer_words"


def close(key: bytes, words: str, *, where: str, review_id: UUID, row_id: UUID) -> bytes:
    """Seal words for one column of one row."""
    return seal(key, words, _bound_to(where, review_id, row_id))


def close_maybe(
    key: bytes, words: str | None, *, where: str, review_id: UUID, row_id: UUID
) -> bytes | None:
    """The same; nothing stays nothing."""
    if words is None:
        return None
    return close(key, words, where=where, review_id=review_id, row_id=row_id)


def opened(key: bytes, kept: bytes, *, where: str, review_id: UUID, row_id: UUID) -> str:
    """The words that `close` sealed; raises SealBroken anywhere but in their own place."""
    return unseal(key, kept, _bound_to(where, review_id, row_id))


def opened_maybe(
    key: bytes, kept: bytes | None, *, where: str, review_id: UUID, row_id: UUID
) -> str | None:
    """The same; nothing stays nothing."""
    if kept is None:
        return None
    return opened(key, kept, where=where, review_id=review_id, row_id=row_id)


def _bound_to(where: str, review_id: UUID, row_id: UUID) -> str:
    return f"{where}|{review_id}|{row_id}"


def _of_review(where: str) -> SealedColumn:
    return SealedColumn(
        name=where.replace("|", "."),
        child="review.child_id",
        through="review_id",
        place=lambda row: _bound_to(where, row["review_id"], row["id"]),
    )


def _of_child(where: str) -> SealedColumn:
    return SealedColumn(
        name=where.replace("|", "."),
        child=f"{where.partition('|')[0]}.child_id",
        place=lambda row: _bound_to(where, row["child_id"], row["id"]),
    )


def _on_review(where: str) -> SealedColumn:
    """Of a review's own row, which is bound to itself."""
    return SealedColumn(
        name=where.replace("|", "."),
        child="review.child_id",
        place=lambda row: _bound_to(where, row["id"], row["id"]),
    )


SEALED: Final = (
    *map(
        _of_review,
        (TITLE, PLACE, VIDEO_LINK, AGENDA, NOTE, POSTPONED_WHY, TO_CHILD, ANSWER_WORDS),
    ),
    *map(_of_child, (WHY, REASON)),
    *map(_on_review, (ADJOURNED_WHY, LATE_WORDS)),
)
