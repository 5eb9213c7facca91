"""What lies in each column of the database: as it is, and opened where it is sealed."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Enum, LargeBinary, String, select
from sqlalchemy.orm import Session

from cadair.commands.resealing import SEALED, named, rows_of
from cadair.foundation.database import Base
from cadair.foundation.sealing import unseal_bytes

AT_MOST = 1_000_000


def text_columns() -> set[str]:
    """Every column that could hold somebody's words: text, bytes and JSON, but no fixed choice."""
    return {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, String | LargeBinary | JSON)
        and not isinstance(column.type, Enum)
    }


def as_it_lies(session: Session) -> Iterator[tuple[str, bytes]]:
    """Each column's name and every value in it, as bytes, sealed ones sealed."""
    for table in Base.metadata.tables.values():
        for row in session.connection().execute(select(table)).mappings():
            yield from ((f"{table.name}.{name}", _bytes(row[name])) for name in row)


def opened(session: Session) -> Iterator[tuple[str, bytes]]:
    """Each sealed column's name and every value in it of the session's council, opened."""
    for sealed in SEALED:
        _, column = named(sealed)
        for row, key in rows_of(session, sealed, column.is_not(None), at_most=AT_MOST):
            yield sealed.name, unseal_bytes(key, row[column.key], sealed.place(row))


def _bytes(value: Any) -> bytes:
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False).encode()
    return str(value).encode() if not isinstance(value, UUID) else value.bytes
