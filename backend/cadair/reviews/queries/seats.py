"""Who has a seat in one part of a review, for the statements of other rooms that need it."""

from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, exists, select

from cadair.reviews.models import PartSeat, Review, ReviewPart

_REVIEW: Final = cast("Table", Review.__table__)
_PART: Final = cast("Table", ReviewPart.__table__)
_SEAT: Final = cast("Table", PartSeat.__table__)
_ANY_PART: Final = _PART.alias()

# A review that is owed, and each seat of one of its parts: give `of_council`, `of_review` and
# `of_part`.  Without that part `part_id` is empty; `has_parts` says whether it has any.
SEATED_IN: Final[Select[*tuple[Any, ...]]] = (
    select(
        _REVIEW.c.id.label("review_id"),
        _REVIEW.c.child_id,
        _PART.c.id.label("part_id"),
        exists().where(_ANY_PART.c.review_id == _REVIEW.c.id).label("has_parts"),
        _SEAT.c.person_id,
    )
    .select_from(_REVIEW)
    .outerjoin(_PART, and_(_PART.c.review_id == _REVIEW.c.id, _PART.c.id == bindparam("of_part")))
    .outerjoin(
        _SEAT, and_(_SEAT.c.review_id == _REVIEW.c.id, _SEAT.c.part_id == bindparam("of_part"))
    )
    .where(
        _REVIEW.c.council_id == bindparam("of_council"),
        _REVIEW.c.id == bindparam("of_review"),
        _REVIEW.c.not_owed_at.is_(None),
    )
)


def beside_seats(table: Table, *columns: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """Columns of another room's table of parts, with each part's child and its seats, a row each.

    The table has `review_id`, `part_id` and `council_id`; give `of_council`.
    """
    return (
        select(*columns, _REVIEW.c.child_id, _SEAT.c.person_id)
        .join(_REVIEW, _REVIEW.c.id == table.c.review_id)
        .outerjoin(
            _SEAT,
            and_(_SEAT.c.review_id == table.c.review_id, _SEAT.c.part_id == table.c.part_id),
        )
        .where(table.c.council_id == bindparam("of_council"), _REVIEW.c.not_owed_at.is_(None))
    )
