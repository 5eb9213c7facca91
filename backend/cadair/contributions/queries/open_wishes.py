"""A child's wishes, for a room above that shows them in their words: all, or those that wait."""

import json
from typing import Any, Final, cast

from sqlalchemy import Select, Table, and_, bindparam, select

from cadair.contributions.models import Contribution, ContributionAnswer, Wish
from cadair.contributions.queries.values import AnyRow, place_of_value
from cadair.contributions.rules.forms import form
from cadair.foundation.sealing import unseal

_WISH: Final = cast("Table", Wish.__table__)
_ANSWER: Final = cast("Table", ContributionAnswer.__table__)
_CONTRIBUTION: Final = cast("Table", Contribution.__table__)

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

# The same of every wish that the child still makes or ever had an answer to, with all that is kept
# of it and the form that asked.
ALL_WISHES: Final[Select[*tuple[Any, ...]]] = (
    select(
        *_WISH.c["id", "review_id", "message_id", "asks", "wished_at"],
        *_WISH.c["closed_at", "closed_because"],
        _ANSWER.c.id.label("answer_id"),
        _ANSWER.c.question,
        _ANSWER.c.value,
        _CONTRIBUTION.c.form,
        _CONTRIBUTION.c.form_version,
    )
    .select_from(_WISH)
    .outerjoin(
        _ANSWER,
        and_(_ANSWER.c.id == _WISH.c.answer_id, _ANSWER.c.council_id == bindparam("of_council")),
    )
    .outerjoin(
        _CONTRIBUTION,
        and_(
            _CONTRIBUTION.c.id == _ANSWER.c.contribution_id,
            _CONTRIBUTION.c.council_id == bindparam("of_council"),
        ),
    )
    .where(_WISH.c.council_id == bindparam("of_council"), _WISH.c.child_id == bindparam("of_child"))
    .order_by(_WISH.c.wished_at, _WISH.c.id)
)


def words_wished(row: AnyRow, *, key: bytes) -> str | None:
    """The words of such a row's answer, the child's own before a helper's; None without any."""
    said = _said(row, key)
    return (said and (said["words"] or said["helper_words"])) or None


def choices_wished(row: AnyRow, *, key: bytes) -> tuple[str, ...]:
    """What was ticked in such a row's answer, in the words that the child read beside it."""
    said, asked = _said(row, key), form(row.form, row.form_version) if row.form else None
    if said is None or asked is None:
        return ()
    say = asked.questions[row.question].choices
    return tuple(say[choice] for choice in said["choices"])


def asked_of(row: AnyRow) -> str | None:
    """The question that such a row's answer was given to; None where no question was."""
    asked = form(row.form, row.form_version) if row.form else None
    return asked.questions[row.question].ask if asked else None


def _said(row: AnyRow, key: bytes) -> dict[str, Any] | None:
    """Empty once it was taken back."""
    if row.value is None:
        return None
    said: dict[str, Any] = json.loads(unseal(key, row.value, place_of_value(row.answer_id)))
    return said
