"""Split reviews: one party leaves no trace in what another can fetch."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.security.checks import Outcome, held_by, long_security_check
from tests.security.twins.comparing import differences
from tests.security.twins.worlds import Council, prepare

PAIRS, TWINS = 1000, 10

held_by("B1", "50 pairs, 0 differing bytes", "tests/security/test_twins.py")


@long_security_check
def b1_a_thousand_twins() -> Iterator[Outcome]:
    """B asks for everything in a thousand pairs of worlds, and guesses more of A's ids."""
    with a_council() as council:
        found = [
            each
            for seed in range(100, 100 + PAIRS // TWINS)
            for each in differences(council, seed, TWINS, guesses=3)
        ]
    for each in found:
        print(each)
    figure = f"{PAIRS} pairs, {len(found)} answers differ"
    yield Outcome("B1", figure, "0 differing bytes", not found)


@contextmanager
def a_council() -> Iterator[Council]:
    """A prepared council for twins to be grown from."""
    with tempfile.TemporaryDirectory() as folder:
        yield prepare(Path(folder))
