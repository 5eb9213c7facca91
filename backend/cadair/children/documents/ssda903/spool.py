"""Gathering rows from all files by child, on disk, so that memory does not grow with the council.

The disk file is SQLite's private temporary database: readable by nobody else, without a name, and
gone when it is closed or the program dies.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from cadair.children.documents.ssda903.rows import Refused, Row
from cadair.children.documents.ssda903.tables import Table

_TABLES: Final = tuple(Table)
_REFUSED: Final = len(_TABLES)
_AT_ONCE: Final = 5_000
MOST_ROWS: Final = 5_000  # of one child: far more than a life in care has


@dataclass(slots=True)
class ChildRows:
    """All that the files say of one child."""

    child: str
    rows: dict[Table, list[Row]] = field(default_factory=lambda: {table: [] for table in Table})
    refused: list[Refused] = field(default_factory=list)


class Spool:
    """Rows in, children out, in the order of their numbers; can be read again and again."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA cache_size=-32000")
        self._database.execute("PRAGMA journal_mode=OFF")
        self._database.execute("PRAGMA synchronous=OFF")
        self._database.execute(
            "CREATE TABLE spooled"
            " (child TEXT, part INTEGER, file INTEGER, line INTEGER, cells TEXT)"
        )
        self._files: list[str] = []

    def add(self, rows: Iterable[Row | Refused]) -> list[Refused]:
        """Keep the rows; gives back those refused rows that belong to no child."""
        nobodys: list[Refused] = []
        waiting: list[tuple[str, int, int, int, str]] = []
        for row in rows:
            if isinstance(row, Row):
                waiting.append(
                    (
                        row.child.upper(),
                        _TABLES.index(row.table),
                        self._file(row.file),
                        row.line,
                        json.dumps(row.cells[1:]),
                    )
                )
            elif row.child:
                kept = json.dumps([row.column, row.value, row.code, row.reason])
                waiting.append((row.child.upper(), _REFUSED, self._file(row.file), row.line, kept))
            else:
                nobodys.append(row)
            if len(waiting) >= _AT_ONCE:
                self._write(waiting)
        self._write(waiting)
        return nobodys

    def how_many_children(self) -> int:
        found = self._database.execute("SELECT count(DISTINCT child) FROM spooled").fetchone()
        return int(found[0])

    def children(self) -> Iterator[ChildRows]:
        """Each child once, with every row of theirs in the order of the files."""
        ordered = self._database.execute(
            "SELECT child, part, file, line, cells FROM spooled ORDER BY child, part, file, line"
        )
        for child, kept in groupby(ordered, key=lambda row: str(row[0])):
            gathered = ChildRows(child)
            for number, (_, part, file, line, cells) in enumerate(kept):
                if number == MOST_ROWS:
                    gathered = ChildRows(child, refused=[self._too_many(child, file, line)])
                if number >= MOST_ROWS:
                    continue
                if part == _REFUSED:
                    gathered.refused.append(self._refused(child, file, line, json.loads(cells)))
                else:
                    gathered.rows[_TABLES[part]].append(
                        Row(_TABLES[part], self._files[file], line, (child, *json.loads(cells)))
                    )
            yield gathered

    def _refused(self, child: str, file: int, line: int, kept: list[str]) -> Refused:
        column, value, code, reason = kept
        return Refused(
            file=self._files[file],
            line=line,
            column=column,
            value=value,
            code=code,
            reason=reason,
            child=child,
        )

    def _too_many(self, child: str, file: int, line: int) -> Refused:
        reason = f"From here on there are more rows than one child can have ({MOST_ROWS})."
        return self._refused(child, file, line, ["CHILD", child, "too_many_rows", reason])

    def close(self) -> None:
        """Let go of the disk space."""
        self._database.close()

    def _file(self, name: str) -> int:
        if name not in self._files:
            self._files.append(name)
        return self._files.index(name)

    def _write(self, waiting: list[tuple[str, int, int, int, str]]) -> None:
        if waiting:
            self._database.execute("BEGIN")
            self._database.executemany("INSERT INTO spooled VALUES (?,?,?,?,?)", waiting)
            self._database.execute("COMMIT")
            waiting.clear()
