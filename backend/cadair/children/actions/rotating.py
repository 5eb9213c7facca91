"""Wrapping the children's keys anew, a batch at a time, when the council has another key."""

from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from cadair.children.models import ChildKey
from cadair.children.queries.keys import unwrap, wrap
from cadair.foundation import council_keys
from cadair.foundation.database import council_of

_KEY: Final = cast("Table", ChildKey.__table__)
_WRITE: Final = (
    update(_KEY)
    .where(_KEY.c.child_id == bindparam("of_child"), _KEY.c.council_id == bindparam("of_council"))
    .values(wrapped=bindparam("anew"), wrapped_by=bindparam("by"))
)


def rewrap_keys(session: Session, *, at_most: int) -> int:
    """Wrap up to `at_most` keys by the council's newest that an older one wraps; returns how many.

    The words that they seal are not touched.
    """
    council_id = council_of(session)
    number, wrapping = council_keys.wrapping_key(session)
    older: dict[int, bytes] = {}
    rows = session.execute(
        select(ChildKey.child_id, ChildKey.wrapped_by, ChildKey.wrapped)
        .where(ChildKey.wrapped_by < number)
        .limit(at_most)
        .with_for_update()
    ).all()
    anew = []
    for child_id, by, wrapped in rows:
        if by not in older:
            older[by] = council_keys.wrapped_by(council_id, by)
        key = unwrap(older[by], council_id, child_id, wrapped)
        anew.append(_anew(council_id, child_id, wrap(wrapping, council_id, child_id, key), number))
    if anew:
        session.connection().execute(_WRITE, anew)
    return len(anew)


def wrapped_by_older(session: Session) -> int:
    """How many of the council's children have a key that an older council key wraps."""
    newest = council_keys.present(session).number
    count = select(func.count()).select_from(ChildKey).where(ChildKey.wrapped_by < newest)
    return session.execute(count).scalar_one()


def _anew(council_id: UUID, child_id: UUID, wrapped: bytes, number: int) -> dict[str, object]:
    return {"of_child": child_id, "of_council": council_id, "anew": wrapped, "by": number}
