"""The keyring: the councils' keys, one file each, readable by the service alone, and nowhere else.

A council's keys are numbered.  The newest wraps whatever is new; an older one lies here only until
`cadair keys rotate` has wrapped everything anew.
"""

import os
from pathlib import Path
from uuid import UUID

from cadair.foundation.sealing import new_key

FIRST = 1


class KeyMissing(Exception):
    """The keyring has no such key: never made, retired, or lost; `cadair keys restore` helps."""


class KeyLiesOpen(Exception):
    """Others than the service could read a key: nothing is opened with it until that is mended."""


class Keyring:
    """The folder of the councils' keys; it belongs neither into the database nor into a backup."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[tuple[UUID, int], tuple[int, bytes]] = {}

    def key(self, council_id: UUID, number: int) -> bytes:
        """One of a council's keys; raises KeyMissing, also when it has been retired since."""
        path = self._path(council_id, number)
        try:
            found = os.stat(path)  # noqa: PTH116 - asked for by every request
        except FileNotFoundError:
            self._known.pop((council_id, number), None)
            raise KeyMissing(f"no key {number} of council {council_id}") from None
        if found.st_mode & 0o077:
            raise KeyLiesOpen(f"{path} must be readable by its owner alone (mode 0400)")
        known = self._known.get((council_id, number))
        if known is None or known[0] != found.st_mtime_ns:
            known = (found.st_mtime_ns, Path(path).read_bytes())
            self._known[council_id, number] = known
        return known[1]

    def has(self, council_id: UUID, number: int) -> bool:
        """Whether the key lies here."""
        return Path(self._path(council_id, number)).exists()

    def make(self, council_id: UUID, number: int = FIRST, *, key: bytes | None = None) -> None:
        """Keep a new key, or `key`; refuses to write over one that lies here.

        Whole or not at all, whenever the machine stops: it is written beside its place, and takes
        its name only when it has reached the disk.
        """
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = Path(self._path(council_id, number))
        self._forget_unfinished(council_id)
        beside = path.with_suffix(f".{os.getpid()}.new")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(handle, "wb") as file:
            file.write(key or new_key())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(beside, path)  # unlike a renaming, it refuses to take another's place
        finally:
            beside.unlink()
            self._reach_the_disk()

    def retire_before(self, council_id: UUID, number: int) -> list[int]:
        """Destroy the council's keys older than `number`; returns which lay here."""
        self._forget_unfinished(council_id)
        old = [each for each in range(FIRST, number) if self.has(council_id, each)]
        for each in old:
            Path(self._path(council_id, each)).unlink()
            self._known.pop((council_id, each), None)
        self._reach_the_disk()
        return old

    def _forget_unfinished(self, council_id: UUID) -> None:
        """A key that was being made when the machine stopped may lie here under a second name."""
        for left in self._folder.glob(f"{council_id}*.new"):
            left.unlink()

    def _path(self, council_id: UUID, number: int) -> str:
        name = f"{council_id}.key" if number == FIRST else f"{council_id}.{number}.key"
        return f"{self._folder}/{name}"

    def _reach_the_disk(self) -> None:
        handle = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
