"""The database of the bare reference."""

import sqlite3
from pathlib import Path

from cadair.foundation.database import FIXED_WAL


def connect(path: Path) -> sqlite3.Connection:
    """The same promises about power cuts that Cadair makes."""
    journal = "wal" if sqlite3.sqlite_version_info >= FIXED_WAL else "truncate"
    made = sqlite3.connect(path, isolation_level=None)
    made.executescript(
        f"PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON; PRAGMA journal_mode={journal};"
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    )
    return made
