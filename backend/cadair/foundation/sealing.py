"""Sealing: a child's words lie encrypted, and only in the row that they were written for.

A random 96-bit nonce each time; a key per child, wrapped by the council's key, which lies outside
the database (foundation/keyring.py).  Every sealed value names how it was sealed and is bound to
its place, so that a value moved to another row, column, child or council does not open.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

AES_256_GCM: Final = b"\x01"  # the first byte of every sealed value names how it was sealed
CHACHA20_POLY1305: Final = b"\x02"
ALGORITHMS: Final[Mapping[bytes, type[AESGCM] | type[ChaCha20Poly1305]]] = {
    AES_256_GCM: AESGCM,
    CHACHA20_POLY1305: ChaCha20Poly1305,
}
SEALS_WITH: Final = AES_256_GCM
NONCE_BYTES: Final = 12


class SealBroken(Exception):
    """A sealed value does not open: wrong key, wrong place, or changed."""


def new_key() -> bytes:
    """A fresh 256-bit key."""
    return AESGCM.generate_key(bit_length=256)


def seal(key: bytes, words: str | bytes, bound_to: str, *, algorithm: bytes = SEALS_WITH) -> bytes:
    """Seal `words` so that they open only with `key` and only at `bound_to`.

    `bound_to` names the place, for example `contribution_answer|value|<row id>`.
    """
    plain = words.encode() if isinstance(words, str) else words
    nonce = os.urandom(NONCE_BYTES)
    return algorithm + nonce + ALGORITHMS[algorithm](key).encrypt(nonce, plain, bound_to.encode())


def unseal(key: bytes, sealed: bytes, bound_to: str) -> str:
    """Open words that `seal` closed; raises SealBroken."""
    return unseal_bytes(key, sealed, bound_to).decode()


def unseal_bytes(key: bytes, sealed: bytes, bound_to: str) -> bytes:
    """Open bytes that `seal` closed; raises SealBroken."""
    algorithm = ALGORITHMS.get(sealed[:1])
    if algorithm is None:
        raise SealBroken("sealed in a way that this version does not know")
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return algorithm(key).decrypt(nonce, body, bound_to.encode())
    except (InvalidTag, ValueError) as broken:
        raise SealBroken(f"does not open at {bound_to.split('|')[0]}") from broken


@dataclass(frozen=True, kw_only=True)
class SealedColumn:
    """One column of sealed values: each room lists its own, and a test finds what is missing.

    `place` says what the value of one row is bound to; it is handed the row's columns by name.
    `child` names the column that says whose key seals it, such as `review.child_id`, and `through`
    the foreign key that leads to that table; without `child` it is the council's own key.
    """

    name: str  # table.column
    place: Callable[[Mapping[str, Any]], str]
    child: str | None = None
    through: str | None = None
