"""Which columns of this room are sealed, and what each value is bound to."""

from typing import Final
from uuid import UUID

from cadair.foundation.sealing import SealedColumn


def place_of_plan(review_id: UUID) -> str:
    """What a plan is sealed to."""
    return f"meeting_plan|content|{review_id}"


def place_of_reason(review_id: UUID, request: str) -> str:
    """What the reason of an answer is sealed to."""
    return f"plan_answer|reason|{review_id}|{request}"


def place_of_matter(review_id: UUID, added_id: UUID) -> str:
    """What an added matter is sealed to."""
    return f"added_matter|words|{review_id}|{added_id}"


SEALED: Final = (
    SealedColumn(
        name="meeting_plan.content",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_plan(row["review_id"]),
    ),
    SealedColumn(
        name="plan_answer.reason",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_reason(row["review_id"], row["request"]),
    ),
    SealedColumn(
        name="added_matter.words",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_matter(row["review_id"], row["id"]),
    ),
)
