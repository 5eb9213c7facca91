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


def place_of_state(review_id: UUID, part_id: UUID) -> str:
    """What the state of a part is sealed to."""
    return f"live_part|state|{review_id}|{part_id}"


def place_of_event(review_id: UUID, part_id: UUID, number: int) -> str:
    """What an event is sealed to: its number too, so that none can take another's place."""
    return f"live_event|content|{review_id}|{part_id}|{number}"


def place_of_called(guest_id: UUID) -> str:
    """What a guest's name is sealed to."""
    return f"live_guest|called|{guest_id}"


def place_of_rating(review_id: UUID) -> str:
    """What a child says of their review is sealed to."""
    return f"meeting_rating|content|{review_id}"


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
    SealedColumn(
        name="live_part.state",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_state(row["review_id"], row["part_id"]),
    ),
    SealedColumn(
        name="live_event.content",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_event(row["review_id"], row["part_id"], row["number"]),
    ),
    SealedColumn(
        name="live_guest.called",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_called(row["id"]),
    ),
    SealedColumn(
        name="meeting_rating.content",
        child="meeting_rating.child_id",
        place=lambda row: place_of_rating(row["review_id"]),
    ),
)
