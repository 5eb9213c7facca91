"""What the sealed values of a review's record are bound to, each to its own row."""

from typing import Final
from uuid import UUID

from cadair.foundation.sealing import SealedColumn


def place_of_record(review_id: UUID) -> str:
    """What the latest version of a record is sealed to."""
    return f"review_record|content|{review_id}"


def place_of_known(review_id: UUID) -> str:
    """What was known when a record was signed is sealed to."""
    return f"review_record|known|{review_id}"


def place_of_version(review_id: UUID, revision: int) -> str:
    """What one version of a record is sealed to."""
    return f"record_version|content|{review_id}|{revision}"


def place_of_addendum(review_id: UUID, addendum_id: UUID) -> str:
    """What an addendum is sealed to."""
    return f"record_addendum|words|{review_id}|{addendum_id}"


SEALED: Final = (
    SealedColumn(
        name="review_record.content",
        child="review_record.child_id",
        place=lambda row: place_of_record(row["review_id"]),
    ),
    SealedColumn(
        name="review_record.known",
        child="review_record.child_id",
        place=lambda row: place_of_known(row["review_id"]),
    ),
    SealedColumn(
        name="record_version.content",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_version(row["review_id"], row["revision"]),
    ),
    SealedColumn(
        name="record_addendum.words",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_addendum(row["review_id"], row["id"]),
    ),
)
