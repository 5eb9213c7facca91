"""Puts millions of rows into SQLite or PostgreSQL, past every check: for figures only."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Dialect, Table
from sqlalchemy.dialects import postgresql, sqlite

from cadair.foundation.database import Base
from tests.bench.many_children import Rows

Put = Callable[[Rows], None]


@contextmanager
def into_sqlite(path: Path) -> Iterator[Put]:
    """Rows into a database file that nobody else has open."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF;"
        "PRAGMA cache_size=-1000000; PRAGMA secure_delete=OFF;"
    )
    dialect = sqlite.dialect()

    def put(rows: Rows) -> None:
        connection.execute("BEGIN")
        for model, many in rows.items():
            columns, plain = _plain(model, many, dialect)
            names, marks = ", ".join(columns), ", ".join("?" * len(columns))
            table = f'"{model.__tablename__}"'
            connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", plain)
        connection.execute("COMMIT")

    yield put
    connection.close()


@contextmanager
def into_postgresql(owner_url: str) -> Iterator[Put]:
    """Rows into a database by COPY, as its owner."""
    with psycopg.connect(owner_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")  # foreign keys hold anyway
        connection.execute("SET synchronous_commit = off")
        dialect = postgresql.psycopg.dialect(dbapi=psycopg)

        def put(rows: Rows) -> None:
            with connection.transaction(), connection.cursor() as cursor:
                for model, many in rows.items():
                    columns, plain = _plain(model, many, dialect)
                    into = f'COPY "{model.__tablename__}" ({", ".join(columns)}) FROM STDIN'
                    with cursor.copy(into) as copy:
                        for row in plain:
                            copy.write_row(row)

        yield put
        connection.execute("ANALYZE")  # as autovacuum would have done by then


def _plain(
    model: type[Base], rows: list[dict[str, Any]], dialect: Dialect
) -> tuple[list[str], Iterator[list[Any]]]:
    """The rows as the database's own driver takes them."""
    table = model.__table__
    assert isinstance(table, Table)
    columns = list(rows[0])
    makers = [
        (name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in columns
    ]
    return columns, (
        [make(row[name]) if make else row[name] for name, make in makers] for row in rows
    )
