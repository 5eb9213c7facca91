"""Situations that many tests begin with: made once, and from then on put back as they were."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from flask import Flask, has_app_context
from sqlalchemy import Engine

from cadair.foundation.clock import now
from cadair.foundation.database import Base, db

KEPT = "tests.kept"

Made = TypeVar("Made")


def begin_with(app: Flask, situation: str, build: Callable[[], Made]) -> Made:
    """What `build` makes, on an empty database; the second time it is put there, not made again.

    What it returns holds plain values and the application: each test has a copy of its own.  An
    application of a test's own, and a database in which something stands, are built upon.
    """
    kept: Kept | None = app.extensions.get(KEPT)
    if kept is None or has_app_context() or not kept.is_empty(app):
        return build()
    named = f"{situation}, {now():%Y-%m-%d}"
    found = kept.made.get(named)
    if found is None:
        found = kept.made[named] = Situation(build())
        kept.keep(app, found)
    else:
        kept.put_back(app, found)
    made: Made = deepcopy(found.made, {id(app): app})
    return made


@dataclass
class Situation:
    """What its builder returned, the keys that lay in the keyring, and the database."""

    made: Any
    keys: dict[Path, bytes] = field(default_factory=dict)
    rows: dict[str, bytes] = field(default_factory=dict)  # by file, or by table


class Kept(ABC):
    """All that was kept in this run."""

    def __init__(self) -> None:
        self.made: dict[str, Situation] = {}

    def keep(self, app: Flask, found: Situation) -> None:
        _close(app)
        folder = app.extensions["cadair.settings"].keys_folder
        found.keys = {path: path.read_bytes() for path in folder.glob("*.key")}
        found.rows = self.read(app)

    def put_back(self, app: Flask, found: Situation) -> None:
        _close(app)
        folder = app.extensions["cadair.settings"].keys_folder
        for path in set(folder.glob("*")) - set(found.keys):
            path.unlink()
        for path, key in found.keys.items():
            if not path.exists():
                path.write_bytes(key)
                path.chmod(0o400)
        self.write(app, found.rows)

    @abstractmethod
    def is_empty(self, app: Flask) -> bool:
        """Whether there is no council yet."""

    @abstractmethod
    def read(self, app: Flask) -> dict[str, bytes]:
        """Everything that stands in the database."""

    @abstractmethod
    def write(self, app: Flask, rows: dict[str, bytes]) -> None:
        """Put it into an empty database."""


class KeptFile(Kept):
    """On SQLite: the file itself."""

    def is_empty(self, app: Flask) -> bool:
        with app.app_context(), db.engine.connect() as connection:
            return connection.exec_driver_sql(ANY_COUNCIL).first() is None

    def read(self, app: Flask) -> dict[str, bytes]:
        return {"cadair.db": _file(app).read_bytes()}

    def write(self, app: Flask, rows: dict[str, bytes]) -> None:
        file = _file(app)
        for beside in file.parent.glob(f"{file.name}-*"):
            beside.unlink()
        file.write_bytes(rows["cadair.db"])


class KeptTables(Kept):
    """On PostgreSQL: what stands in each table, by its owner and past every guard."""

    def __init__(self, owner: Engine) -> None:
        super().__init__()
        self.owner = owner

    def is_empty(self, app: Flask) -> bool:
        with self.owner.connect() as connection:
            return connection.exec_driver_sql(ANY_COUNCIL).first() is None

    def read(self, app: Flask) -> dict[str, bytes]:
        rows = {}
        with self.owner.connect() as connection, connection.connection.cursor() as cursor:
            for table in Base.metadata.tables:
                with cursor.copy(f'COPY "{table}" TO STDOUT (FORMAT binary)') as copy:
                    rows[table] = b"".join(copy)
        empty = min(map(len, rows.values()))  # a heading and an end
        return {table: told for table, told in rows.items() if len(told) > empty}

    def write(self, app: Flask, rows: dict[str, bytes]) -> None:
        with self.owner.begin() as connection, connection.connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            for table, told in rows.items():
                with cursor.copy(f'COPY "{table}" FROM STDIN (FORMAT binary)') as copy:
                    copy.write(told)


ANY_COUNCIL = "SELECT 1 FROM council LIMIT 1"


def _close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


def _file(app: Flask) -> Path:
    return app.extensions["cadair.settings"].data_folder / "cadair.db"
