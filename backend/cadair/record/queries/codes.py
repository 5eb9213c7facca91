"""Participation codes as people confirmed them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import BindParameter, Row, Table, and_, bindparam, select
from sqlalchemy.orm import Session

from cadair.foundation.database import council_of
from cadair.foundation.sealing import SealedColumn, unseal
from cadair.record.models import ParticipationCode
from cadair.record.rules import Came, Code
from cadair.reviews import queries as reviews
from cadair.reviews.queries import ReviewFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedCode:
    """What a person made of a review's participation."""

    proposed: Code
    code: Code
    came: Came | None
    reason: bytes | None  # sealed
    by_id: UUID
    at: datetime
    held_on: date | None

    @property
    def before_meeting(self) -> bool:
        """Whether it was confirmed when nobody knew yet who would come."""
        return self.held_on is None


def confirmed_codes(session: Session, *, review_ids: Collection[UUID]) -> dict[UUID, ConfirmedCode]:
    """The codes of many reviews; one that nobody confirmed has no entry."""
    rows = session.execute(
        select(*_COLUMNS).where(_CODE.c.review_id.in_(review_ids), _CODE.c.council_id == _COUNCIL),
        {"of_council": council_of(session)},
        execution_options={"names_its_council": True},
    )
    return _codes_among(rows.all())


def reviews_with_codes(
    session: Session, *, review_id: UUID
) -> tuple[ReviewFacts, list[ReviewFacts], dict[UUID, ConfirmedCode]]:
    """A review, its child's others that were held, and the codes of all; raises NotFound."""
    rows = session.execute(
        _WITH_REVIEWS,
        {"of_council": council_of(session), "of_review": review_id},
        execution_options={"names_its_council": True},
    ).all()
    review, others = reviews.review_and_others(rows, review_id=review_id)
    return review, others, _codes_among(rows)


def _codes_among(rows: Sequence[Row[*tuple[Any, ...]]]) -> dict[UUID, ConfirmedCode]:
    return {
        row.code_review_id: ConfirmedCode(
            proposed=row.code_proposed,
            code=row.code_code,
            came=row.code_came,
            reason=row.code_reason,
            by_id=row.code_confirmed_by_id,
            at=row.code_confirmed_at,
            held_on=row.code_held_on,
        )
        for row in rows
        if row.code_review_id is not None
    }


def opened_reason(key: bytes, review_id: UUID, kept: bytes | None) -> str | None:
    """The reason that an officer gave, unsealed."""
    return None if kept is None else unseal(key, kept, place_of_reason(review_id))


def place_of_reason(review_id: UUID) -> str:
    """What a reason is sealed to."""
    return f"participation_code|reason|{review_id}"


SEALED: Final = (
    SealedColumn(
        name="participation_code.reason",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_reason(row["review_id"]),
    ),
)


_COUNCIL: Final[BindParameter[UUID]] = bindparam("of_council")
_CODE: Final = cast("Table", ParticipationCode.__table__)
_COLUMNS: Final = tuple(
    _CODE.c[name].label(f"code_{name}")
    for name in (
        *("review_id", "proposed", "code", "came"),
        *("reason", "confirmed_by_id", "confirmed_at", "held_on"),
    )
)
_WITH_REVIEWS: Final = reviews.OF_SAME_CHILD.add_columns(*_COLUMNS).outerjoin(
    _CODE,
    and_(
        _CODE.c.review_id == reviews.OF_SAME_CHILD.selected_columns.id,
        _CODE.c.council_id == _COUNCIL,
    ),
)
