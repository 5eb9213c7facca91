"""Inserting rows that may be there already, in one statement on either database."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import CursorResult
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from cadair.foundation.database import Base, council_of

INSERTS: Final[Mapping[str, Callable[..., Any]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert_unless_there(session: Session, model: type[Base], rows: list[dict[str, Any]]) -> int:
    """Insert the rows whose primary key is not there yet; returns how many.

    A row of another council with that key counts as there, and stays as unseen as before.
    """
    table = model.__table__
    insert = INSERTS[session.get_bind().dialect.name]
    council_id = council_of(session)
    result = session.execute(
        insert(table)
        .values([{"council_id": council_id, **row} for row in rows])
        .on_conflict_do_nothing(index_elements=list(table.primary_key))
    )
    assert isinstance(result, CursorResult)
    return result.rowcount
