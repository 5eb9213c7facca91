"""Which columns of this room are sealed, and what each value is bound to."""

from typing import Final

from cadair.contributions.queries.own import place_of_draft
from cadair.contributions.queries.values import place_of_helper, place_of_value
from cadair.foundation.sealing import SealedColumn

SEALED: Final = (
    SealedColumn(
        name="contribution_answer.value",
        child="contribution.child_id",
        through="contribution_id",
        place=lambda row: place_of_value(row["id"]),
    ),
    SealedColumn(
        name="contribution.helper",
        child="contribution.child_id",
        place=lambda row: place_of_helper(row["id"]),
    ),
    SealedColumn(
        name="draft.content",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_draft(
            row["review_id"], row["author_id"], is_observation=row["is_observation"]
        ),
    ),
)
