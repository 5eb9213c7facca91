"""A review with the others of its child, for a room above that tells of all of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Row, Select, Table, bindparam, select

from cadair.foundation.errors import NotFound
from cadair.reviews.models import Review
from cadair.reviews.queries.facts import REVIEW_COLUMNS, ReviewFacts, review_facts

_REVIEW: Final = cast("Table", Review.__table__)
_WANTED: Final = _REVIEW.alias("wanted")

# Give `of_council` and `of_review`; a room above joins what it knows of each.
OF_SAME_CHILD: Final[Select[*tuple[Any, ...]]] = select(
    *(_REVIEW.c[column.key] for column in REVIEW_COLUMNS)
).where(
    _REVIEW.c.council_id == bindparam("of_council"),
    _REVIEW.c.child_id
    == select(_WANTED.c.child_id)
    .where(
        _WANTED.c.council_id == bindparam("of_council"),
        _WANTED.c.id == bindparam("of_review"),
    )
    .scalar_subquery(),
)


def review_and_others(
    rows: Iterable[Row[*tuple[Any, ...]]], *, review_id: UUID
) -> tuple[ReviewFacts, list[ReviewFacts]]:
    """The review of such rows, and the others that were held, the latest first; or NotFound."""
    found = {row.id: review_facts(row) for row in rows}
    if review_id not in found:
        raise NotFound
    review = found.pop(review_id)
    others = [each for each in found.values() if each.held_on is not None]
    return review, sorted(others, key=lambda each: each.held_on or date.min, reverse=True)
