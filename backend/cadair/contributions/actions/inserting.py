"""Inserting rows that may be there already, in one statement on either database."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import CursorResult, Executable
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
    council_id = council_of(session)
    result = session.execute(
        _statement(model, session.get_bind().dialect.name),
        [{"council_id": council_id, **row} for row in rows],
    )
    assert isinstance(result, CursorResult)
    return result.rowcount


@cache
def _statement(model: type[Base], dialect: str) -> Executable:
    table = model.__table__
    made: Executable = INSERTS[dialect](table).on_conflict_do_nothing(
        index_elements=list(table.primary_key)
    )
    return made
