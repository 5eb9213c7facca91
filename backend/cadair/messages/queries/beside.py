"""What a message says, beside another room's own row, in that room's one statement."""

from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Table, and_, bindparam

from cadair.foundation.sealing import unseal
from cadair.messages.models import Message
from cadair.messages.queries.values import place_of_words

_MESSAGE: Final = cast("Table", Message.__table__)


def beside_words(
    statement: Select[*tuple[Any, ...]], message_id: ColumnElement[UUID | None]
) -> Select[*tuple[Any, ...]]:
    """The statement with the sealed words of a message; it is given `of_council` anyway.

    For those alone who may read the message: the child who wrote it, and whoever reviews them.
    """
    return statement.add_columns(_MESSAGE.c.words.label("message_words")).outerjoin(
        _MESSAGE,
        and_(_MESSAGE.c.id == message_id, _MESSAGE.c.council_id == bindparam("of_council")),
    )


def words_beside(row: Row[*tuple[Any, ...]], *, message_id: UUID, key: bytes) -> str | None:
    """What the message of such a row says; None once it was taken back."""
    if row.message_words is None:
        return None
    return unseal(key, row.message_words, place_of_words(message_id))
