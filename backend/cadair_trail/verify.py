"""Checks that nobody changed the trail: reads the database and the anchors, and nothing else.

One file on purpose, which imports nothing of Cadair: an auditor may copy it to a machine of their
own and run it there.  It needs Python 3.11, and psycopg for PostgreSQL.

Each entry of a council's chain is the SHA-256 of the entry before it and of its event.  A changed,
removed, swapped or added entry no longer fits; entries cut off the end, or a chain written anew,
show against the anchors: earlier heads of the chain that were kept on another machine.
"""

import argparse
import hashlib
import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from uuid import UUID

FIRST_DIGEST = b"\x00" * 32
CHAINED_WITHIN = timedelta(minutes=10)  # a running server chains each minute
COLUMNS = (
    "council_id", "id", "at", "event", "actor_id", "actor_job", "child_id", "subject_id", "facts",
)  # fmt: skip
IDS = ("council_id", "id", "actor_id", "child_id", "subject_id")
HOLDS, BROKEN, UNREADABLE = 0, 1, 2

Anchors = Mapping[str, Mapping[int, bytes]]  # council → number of an entry → its digest


class Entry(NamedTuple):
    """One link of a council's chain and the event that it stands for, if there is one."""

    council: str
    number: int
    digest: bytes
    event: Mapping[str, Any] | None


class Bad(NamedTuple):
    """The first entry of a council's chain that does not hold."""

    council: str
    number: int
    why: str


class Checked(NamedTuple):
    """What was found of all chains."""

    heads: dict[str, int]
    bad: dict[str, Bad]


def check(entries: Iterable[Entry], anchors: Anchors) -> Checked:
    """Follow every council's chain from its first entry; entries come by council and number."""
    heads: dict[str, int] = {}
    bad: dict[str, Bad] = {}
    before, anchored = FIRST_DIGEST, 0
    for entry in entries:
        council = entry.council
        if council in bad:
            continue
        if council not in heads:
            before, anchored = FIRST_DIGEST, 0
        expected = heads.get(council, 0) + 1
        heads.setdefault(council, 0)
        why = _why_not(entry, expected, before)
        if why is None:
            heads[council], before = expected, entry.digest
            known = anchors.get(council, {}).get(expected)
            if known is not None and known != before:
                expected, why = anchored + 1, f"was written anew, up to entry {expected} or beyond"
            elif known is not None:
                anchored = expected
        if why is not None:
            bad[council] = Bad(council, expected, why)
    for council, known_heads in anchors.items():
        last, head = max(known_heads, default=0), heads.get(council, 0)
        if council not in bad and head < last:
            bad[council] = Bad(council, head + 1, f"is gone, and all after it up to entry {last}")
    return Checked(heads, bad)


def _why_not(entry: Entry, expected: int, before: bytes) -> str | None:
    if entry.number != expected:
        return "is missing from the chain"
    if entry.event is None:
        return "has lost its event"
    if entry.event["council_id"] != entry.council:
        return "is an event of another council"
    if digest(before, entry.event) != entry.digest:
        return "was changed, or does not follow the entry before it"
    return None


def digest(before: bytes, event: Mapping[str, Any]) -> bytes:
    """The digest of an entry: of the one before it and of its event."""
    plain = {name: event[name] for name in COLUMNS if name != "council_id"}
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(before + canonical.encode()).digest()


def read_anchors(path: Path) -> tuple[dict[str, dict[int, bytes]], datetime | None]:
    """The anchors of a file, or of every file of a folder, and when the newest was made."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    anchors: dict[str, dict[int, bytes]] = defaultdict(dict)
    newest = None
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            said = json.loads(line)
            anchors[said["council"]][said["number"]] = bytes.fromhex(said["digest"])
            at = datetime.fromisoformat(said["at"])
            newest = at if newest is None else max(newest, at)
    return dict(anchors), newest


class Database:
    """The trail's two tables, read only, on SQLite or PostgreSQL."""

    def __init__(self, url: str) -> None:
        kind, _, rest = url.partition("://")
        self.is_sqlite = kind.startswith("sqlite")
        self.connection: Any
        if self.is_sqlite:
            path = unquote(rest.removeprefix("/"))
            self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        else:
            import psycopg

            self.connection = psycopg.connect(f"postgresql://{rest}")
            self.connection.read_only = True
            self.connection.execute("SELECT set_config('cadair.council', '*', false)")

    def entries(self) -> Iterator[Entry]:
        """Every entry, council by council, in the order of the chain."""
        columns = ", ".join(f"e.{name}" for name in COLUMNS)
        for council, number, kept, *event in self._rows(
            f"SELECT l.council_id, l.number, l.digest, {columns} FROM audit_link l "
            "LEFT JOIN audit_event e ON e.id = l.event_id ORDER BY l.council_id, l.number"
        ):
            said = dict(zip(COLUMNS, event, strict=True))
            yield Entry(
                council=_id(council) or "",
                number=number,
                digest=bytes(kept),
                event=None if said["id"] is None else _plain(said),
            )

    def unchained(self, before: datetime) -> list[str]:
        """Ids of events that are older than that and stand in no chain."""
        found = self._rows(
            "SELECT e.id, e.at FROM audit_event e LEFT JOIN audit_link l ON l.event_id = e.id "
            "WHERE l.event_id IS NULL"
        )
        return [_id(id_) or "" for id_, at in found if _moment(at) < before]

    def _rows(self, statement: str) -> Iterator[tuple[Any, ...]]:
        if self.is_sqlite:
            yield from self.connection.execute(statement)
            return
        with self.connection.cursor(name="trail") as cursor:  # at the server: it may be long
            cursor.itersize = 5_000
            cursor.execute(statement)
            yield from cursor


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    facts = said["facts"]
    return {
        **{name: _id(said[name]) for name in IDS},
        "at": _moment(said["at"]).isoformat(timespec="microseconds"),
        "event": said["event"],
        "actor_job": said["actor_job"],
        "facts": json.loads(facts) if isinstance(facts, str) else facts,
    }


def _id(value: str | UUID | None) -> str | None:
    return None if value is None else str(value if isinstance(value, UUID) else UUID(value))


def _moment(value: str | datetime) -> datetime:
    read = datetime.fromisoformat(value) if isinstance(value, str) else value
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


def main(arguments: list[str] | None = None) -> int:
    """Check, say what was found, and return 0 when all holds, 1 when not, 2 when unreadable."""
    asked = _asked(arguments)
    try:
        anchors, newest = read_anchors(asked.anchors) if asked.anchors else ({}, None)
        database = Database(asked.database)
        with closing(database.connection):
            found = check(database.entries(), anchors)
            unchained = database.unchained(datetime.now(UTC) - CHAINED_WITHIN)
    except Exception as trouble:
        print(f"The trail could not be read: {trouble}", file=sys.stderr)
        return UNREADABLE
    for council, head in sorted(found.heads.items()):
        if council not in found.bad:
            print(f"Council {council}: the chain of {head} entries holds.")
    for bad in found.bad.values():
        print(f"Council {bad.council}: entry {bad.number} {bad.why}.")
    for id_ in unchained:
        print(f"Event {id_} is older than {CHAINED_WITHIN} and stands in no chain.")
    if not found.heads:
        print("There is no entry, so nothing that could fail: the chain holds.")
    stale = _say_age(newest, asked.at_most)
    return BROKEN if found.bad or unchained or stale else HOLDS


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="cadair audit verify", description=__doc__)
    parser.add_argument("--database", required=True, help="sqlite:///… or postgresql://…")
    parser.add_argument("--anchors", type=Path, help="the file or folder of kept chain heads")
    parser.add_argument("--at-most", type=int, metavar="MINUTES", help="how old the newest may be")
    return parser.parse_args(arguments)


def _say_age(newest: datetime | None, at_most: int | None) -> bool:
    """Say how old the newest anchor is; True when it is older than it may be."""
    if newest is None:
        print("No anchors were given: entries cut off the end cannot be seen.")
        return at_most is not None
    age = datetime.now(UTC) - newest
    print(f"The newest anchor is of {newest:%d/%m/%Y %H:%M:%S} UTC.")
    return at_most is not None and age > timedelta(minutes=at_most)


if __name__ == "__main__":
    sys.exit(main())
