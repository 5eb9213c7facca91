"""Chance that comes from a seed: every random byte a world takes, for whoever takes it."""

import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import shake_256
from unittest import mock
from uuid import UUID, uuid5

IDS = UUID("7c1f5a0e-8e0d-4c55-9d0b-4b8a3d1c2e6f")


def device_id(*named: object) -> UUID:
    """An id as a device makes it: random to everybody, the same in every twin."""
    return uuid5(IDS, " ".join(map(str, named)))


class Chance:
    """Random bytes from a seed, in streams that do not shift each other.

    Each purpose (`whose`: such as B's twelfth request) and each place in the product's code draws
    from a stream of its own.  So what A's presence makes the server draw elsewhere moves nothing
    of B's; what B's own requests draw differently because of A would be A's trace, and is found.
    """

    def __init__(self, seed: object) -> None:
        self.seed = seed
        self.whose = "nobody"
        self._drawn: Counter[tuple[str, str]] = Counter()

    def bytes(self, count: int) -> bytes:
        """What the machine would give: `count` bytes."""
        place = _place()
        self._drawn[self.whose, place] += 1
        told = f"{self.seed}|{self.whose}|{place}|{self._drawn[self.whose, place]}"
        return shake_256(told.encode()).digest(count)


@contextmanager
def drawn_from(chance: Chance) -> Iterator[Chance]:
    """Everything random in this process comes from `chance`: ids, nonces, cookies, words."""
    with (
        mock.patch.object(os, "urandom", chance.bytes),  # uuid4, nonces, salts
        mock.patch.object(random, "_urandom", chance.bytes),  # secrets
    ):
        yield chance


def _place() -> str:
    """The function of Cadair's that asked."""
    frame = sys._getframe(2)
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("cadair."):
            return f"{module}.{frame.f_code.co_name}"
        frame = frame.f_back
    return "elsewhere"
