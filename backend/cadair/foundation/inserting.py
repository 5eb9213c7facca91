"""Inserting rows that may be there already, in one statement on either database."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import CursorResult, Executable, Select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from cadair.foundation.database import Base, council_of

INSERTS: Final[Mapping[str, Callable[..., Any]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert_unless_there(session: Session, model: type[Base], row: dict[str, Any]) -> bool:
    """Insert the row unless its primary key is there; returns whether it was new.

    A row of another council with that key counts as there, and stays as unseen as before.
    """
    result = session.execute(
        _statement(session, model),
        _with_council(session, row),
        execution_options={"preserve_rowcount": True},  # PostgreSQL forgets it otherwise
    )
    assert isinstance(result, CursorResult)
    return result.rowcount == 1


def insert_those_new(
    session: Session, model: type[Base], rows: Sequence[dict[str, Any]], *, unique: Sequence[str]
) -> None:
    """Insert those of the rows whose `unique` columns together are not there yet, in one go."""
    if not rows:
        return
    session.flush()
    session.connection().execute(
        INSERTS[session.get_bind().dialect.name](model.__table__).on_conflict_do_nothing(
            index_elements=list(unique)
        ),
        [_with_council(session, row) for row in rows],
    )


def insert_selected(
    session: Session,
    model: type[Base],
    chosen: Select[*tuple[Any, ...]],
    *,
    columns: Sequence[str],
) -> None:
    """Insert those of the chosen rows whose primary key is not there yet, in one statement.

    `chosen` names its council, and gives it to the rows.
    """
    table = model.__table__
    session.flush()
    session.connection().execute(
        INSERTS[session.get_bind().dialect.name](table)
        .from_select(columns, chosen)
        .on_conflict_do_nothing(index_elements=list(table.primary_key))
    )


def _with_council(session: Session, row: dict[str, Any]) -> dict[str, Any]:
    return {"council_id": council_of(session), **row}


def _statement(session: Session, model: type[Base]) -> Executable:
    return _statement_for(model, session.get_bind().dialect.name)


@cache
def _statement_for(model: type[Base], dialect: str) -> Executable:
    table = model.__table__
    made: Executable = INSERTS[dialect](table).on_conflict_do_nothing(
        index_elements=list(table.primary_key)
    )
    return made
