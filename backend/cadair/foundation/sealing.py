"""Sealing: a child's words lie encrypted, and only in the row that they were written for.

AES-256-GCM with a random 96-bit nonce.  A key per child is wrapped by the council's key, and the
council's key lies outside the database.  Every sealed value is bound to its place, so that a value
moved to another row, column, child or council does not open.
"""

import os
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

AES_256_GCM = b"\x01"  # the first byte of every sealed value names how it was sealed
NONCE_BYTES = 12


class SealBroken(Exception):
    """A sealed value does not open: wrong key, wrong place, or changed."""


def new_key() -> bytes:
    """A fresh 256-bit key."""
    return AESGCM.generate_key(bit_length=256)


def seal(key: bytes, words: str | bytes, bound_to: str) -> bytes:
    """Seal `words` so that they open only with `key` and only at `bound_to`.

    `bound_to` names the place, for example `contribution_answer|value|<row id>`.
    """
    plain = words.encode() if isinstance(words, str) else words
    nonce = os.urandom(NONCE_BYTES)
    return AES_256_GCM + nonce + AESGCM(key).encrypt(nonce, plain, bound_to.encode())


def unseal(key: bytes, sealed: bytes, bound_to: str) -> str:
    """Open words that `seal` closed; raises SealBroken."""
    return unseal_bytes(key, sealed, bound_to).decode()


def unseal_bytes(key: bytes, sealed: bytes, bound_to: str) -> bytes:
    """Open bytes that `seal` closed; raises SealBroken."""
    if sealed[:1] != AES_256_GCM:
        raise SealBroken("sealed in a way that this version does not know")
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, body, bound_to.encode())
    except InvalidTag as broken:
        raise SealBroken(f"does not open at {bound_to.split('|')[0]}") from broken


class Keyring:
    """The councils' keys: one file each, readable by the service alone, outside the database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[UUID, bytes] = {}

    def council_key(self, council_id: UUID) -> bytes:
        """The key that wraps every child's key of this council."""
        if council_id not in self._known:
            self._known[council_id] = (self._folder / f"{council_id}.key").read_bytes()
        return self._known[council_id]

    def make_council_key(self, council_id: UUID) -> None:
        """Make a new council's key; refuses to write over one that exists."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._folder / f"{council_id}.key"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(handle, "wb") as file:
            file.write(new_key())
            file.flush()
            os.fsync(file.fileno())
