"""What a child wishes for, and what earlier reviews decided and is not done yet: for an agenda."""

from typing import Final, cast
from uuid import UUID

from sqlalchemy import LargeBinary, Table, bindparam, literal, null, select, union_all
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import Session

from cadair.contributions.models import Wish
from cadair.foundation.database import council_of
from cadair.meeting.queries.wishes import WISHES, OpenWish, open_wish
from cadair.record.models import ReviewDecision
from cadair.record.queries import outcomes_sealed as sealed
from cadair.record.rules.outcomes import OPEN


def left_open(
    session: Session, child_id: UUID, key: bytes, review_id: UUID
) -> tuple[tuple[OpenWish, ...], tuple[OpenWish, ...]]:
    """The child's open wishes, and the shared decisions of other reviews that still wait.

    Oldest first, in one statement; for the child and their reviewing officer alone.
    """
    rows = session.execute(
        _LEFT_OPEN,
        {
            "of_council": council_of(session),
            "of_child": child_id,
            "of_review": review_id,
            "open": sorted(OPEN),
        },
        execution_options={"names_its_council": True},
    ).all()
    rows = sorted(rows, key=lambda row: (row.since, row.position, str(row.id)))
    wishes = (open_wish(row, key=key) for row in rows if not row.is_decision)
    decisions = tuple(
        OpenWish(
            id=row.id,
            topic=row.question,
            words=sealed.opened(key, row.value, sealed.WHAT, row.id),
        )
        for row in rows
        if row.is_decision
    )
    return tuple(wish for wish in wishes if wish is not None), decisions


_WISH: Final = cast("Table", Wish.__table__)
_DECISION: Final = cast("Table", ReviewDecision.__table__)
_NOTHING: Final = cast_to(null(), _WISH.c.message_id.type)
_OF_WISHES: Final = WISHES.order_by(None).add_columns(
    literal(0).label("is_decision"), literal(0).label("position"), _WISH.c.wished_at.label("since")
)
_OF_DECISIONS: Final = select(
    _DECISION.c.id,
    _NOTHING.label("message_id"),
    _NOTHING.label("answer_id"),
    _DECISION.c.topic.label("question"),
    _DECISION.c.what.label("value"),
    cast_to(null(), LargeBinary()).label("message_words"),
    literal(1).label("is_decision"),
    _DECISION.c.position,
    _DECISION.c.shared_at.label("since"),
).where(
    _DECISION.c.council_id == bindparam("of_council"),
    _DECISION.c.child_id == bindparam("of_child"),
    _DECISION.c.review_id != bindparam("of_review"),
    _DECISION.c.shared_at.is_not(None),
    _DECISION.c.state.in_(bindparam("open", expanding=True)),
)
_LEFT_OPEN: Final = union_all(_OF_WISHES, _OF_DECISIONS)
