"""Escrow: a council's key in three printed shares, of which any two give it back and one nothing.

Shamir's scheme of degree one over GF(256), byte by byte: share x holds secret + x × random.  Our
own twenty lines, because of what there is, one library splits 16 bytes only and would be a second
library of cryptography, and the other says of itself that it must not hold real secrets.
"""

import base64
import hashlib
import os
import re
from dataclasses import dataclass
from typing import Final
from uuid import UUID

SHARES: Final = (1, 2, 3)
NEEDED: Final = 2
KEY_BYTES: Final = 32
VERSION: Final = b"\x01"

_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that looks like another on paper
_BASE32: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_WRITE: Final = str.maketrans(_BASE32, _DIGITS)
_READ: Final = str.maketrans(_DIGITS + "OIL", _BASE32 + "ABB")  # O is read as 0, I and L as 1
_CHECK_BYTES: Final = 4


class ShareNotRight(Exception):
    """A share that was mistyped, or that does not belong to the others; the sentence says which."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """One of the three: worth nothing without another of the same printing."""

    x: int  # 1, 2 or 3
    number: int  # which of the council's keys
    printing: bytes  # two bytes: shares of different printings do not fit together
    council: bytes  # the first two bytes of the council's id
    part: bytes

    def written(self) -> str:
        """The share for paper: 18 groups of four letters and digits, the last two a check."""
        body = (
            VERSION + bytes([self.x]) + self.number.to_bytes(2) + self.printing + self.council
        ) + self.part
        digits = base64.b32encode(body + _check(body)).decode().rstrip("=").translate(_WRITE)
        return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def split(key: bytes, *, council_id: UUID, number: int) -> list[Share]:
    """Three shares of a key, of which any two `join` to it."""
    random, printing = os.urandom(len(key)), os.urandom(2)
    return [
        Share(
            x=x,
            number=number,
            printing=printing,
            council=council_id.bytes[:2],
            part=bytes(s ^ _times(x, r) for s, r in zip(key, random, strict=True)),
        )
        for x in SHARES
    ]


def read_share(written: str) -> Share:
    """A share as it was typed, however it was grouped; raises ShareNotRight."""
    digits = re.sub(r"[^0-9A-Z]", "", written.upper()).translate(_READ)
    try:
        read = base64.b32decode(digits + "=" * (-len(digits) % 8))
    except ValueError:
        read = b""
    body, check = read[:-_CHECK_BYTES], read[-_CHECK_BYTES:]
    if len(body) != 8 + KEY_BYTES or check != _check(body) or body[:1] != VERSION:
        raise ShareNotRight("That is not a whole share: please compare it with the paper again.")
    return Share(
        x=body[1],
        number=int.from_bytes(body[2:4]),
        printing=body[4:6],
        council=body[6:8],
        part=body[8:],
    )


def join(one: Share, other: Share, *, council_id: UUID) -> bytes:
    """The key that two shares hold; raises ShareNotRight when they do not belong together."""
    if {one.council, other.council} != {council_id.bytes[:2]}:
        raise ShareNotRight("A share of another council.")
    if (one.number, one.printing) != (other.number, other.printing):
        raise ShareNotRight("The two shares were not printed together.")
    if one.x == other.x:
        raise ShareNotRight("The same share twice: two different ones are needed.")
    # The line through both points, at zero.
    over = _inverse(one.x ^ other.x)
    left, right = _times(other.x, over), _times(one.x, over)
    return bytes(
        _times(a, left) ^ _times(b, right) for a, b in zip(one.part, other.part, strict=True)
    )


def _check(body: bytes) -> bytes:
    return hashlib.sha256(b"cadair escrow share" + body).digest()[:_CHECK_BYTES]


def _times(a: int, b: int) -> int:
    """a × b in GF(256), as in AES (FIPS 197, section 4.2)."""
    product = 0
    while b:
        product ^= a * (b & 1)
        a = a << 1 ^ 0x11B * (a >> 7)
        b >>= 1
    return product


def _inverse(a: int) -> int:
    return next(b for b in range(1, 256) if _times(a, b) == 1)
