"""A child's wishes that wait for an answer, for a room above that shows them in their words."""

import json
from typing import Any, Final, cast

from sqlalchemy import Select, Table, and_, bindparam, select

from cadair.contributions.models import ContributionAnswer, Wish
from cadair.contributions.queries.values import AnyRow, place_of_value
from cadair.foundation.sealing import unseal

_WISH: Final = cast("Table", Wish.__table__)
_ANSWER: Final = cast("Table", ContributionAnswer.__table__)

# Give `of_council` and `of_child`; a wish out of a message has its words there, which a room above
# joins by `message_id`.  For the child and their reviewing officer alone.
OPEN_WISHES: Final[Select[*tuple[Any, ...]]] = (
    select(
        _WISH.c.id,
        _WISH.c.message_id,
        _ANSWER.c.id.label("answer_id"),
        _ANSWER.c.question,
        _ANSWER.c.value,
    )
    .select_from(_WISH)
    .outerjoin(
        _ANSWER,
        and_(_ANSWER.c.id == _WISH.c.answer_id, _ANSWER.c.council_id == bindparam("of_council")),
    )
    .where(
        _WISH.c.council_id == bindparam("of_council"),
        _WISH.c.child_id == bindparam("of_child"),
        _WISH.c.closed_at.is_(None),
    )
    .order_by(_WISH.c.wished_at, _WISH.c.id)
)


def words_wished(row: AnyRow, *, key: bytes) -> str | None:
    """The words of such a row's answer, the child's own before a helper's; None without any."""
    if row.value is None:
        return None
    said = json.loads(unseal(key, row.value, place_of_value(row.answer_id)))
    return said["words"] or said["helper_words"] or None
