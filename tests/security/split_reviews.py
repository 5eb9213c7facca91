"""Split reviews: one party leaves no trace in what another can fetch."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from cadair.contributions.models import Contribution
from cadair.foundation.database import db
from tests.security.checks import Outcome, held_by, long_security_check, security_check
from tests.security.twins.comparing import differences
from tests.security.twins.planting import MY_REVIEWS, found_in, leaks, retold
from tests.security.twins.timing import waits
from tests.security.twins.worlds import Council, World, prepare

SEEDS, TWINS = range(100, 200), 6  # seven worlds that are all alike are 21 pairs
WAITS = "at most 2 ms or 5 %; AUC 0.45 to 0.55"

held_by(
    "B1",
    "105 pairs, 0 differing bytes; controls differ",
    "tests/security/test_twins.py::test_another_party_leaves_no_byte_in_what_b_can_fetch",
    "tests/security/test_twins.py::test_the_tool_sees_it_when_the_wall_to_b_is_lowered",
    "tests/security/test_twins.py::test_the_tool_sees_it_when_the_officer_gives_as_words_to_b",
)
held_by("B5", "0 readings outside the vault", "tests/architecture/test_vault.py")
held_by("B6", "one person for each release and each parcel", "tests/architecture/test_outgoing.py")


@long_security_check
def b1_two_thousand_pairs() -> Iterator[Outcome]:
    """B asks for everything in seven hundred worlds, and guesses more of A's ids."""
    with a_council() as council:
        found = [each for seed in SEEDS for each in differences(council, seed, TWINS, guesses=3)]
    for each in found:
        print(each)
    pairs = len(SEEDS) * TWINS * (TWINS + 1) // 2
    yield Outcome("B1", f"{pairs} pairs, {len(found)} answers differ", "0 bytes", not found)


@security_check
def b3_planted_leaks() -> Iterator[Outcome]:
    """Every planted leak, each in worlds of its own."""
    with a_council() as council:
        missed = [leak.name for leak in leaks() if not found_in(council, leak)]
    for each in missed:
        print(f"not found: {each}")
    count = len(leaks())
    yield Outcome("B3", f"{count - len(missed)} of {count} planted leaks found", "all", not missed)


@security_check
def b4_how_long_b_waits() -> Iterator[Outcome]:
    """A holds nothing, or a thousand things; and a page that reads them all must be noticed."""
    yield _waits(times=1000)
    with a_council() as council:
        noticed = not all(each.holds for each in waits(council, times=60, plant=reads_everything))
    yield Outcome("B4", "a page that reads all of it", "to be noticed", noticed)


@long_security_check
def b4_how_long_b_waits_at_length() -> Iterator[Outcome]:
    """The same, as often as the bar asks."""
    yield _waits(times=2000)


def reads_everything(world: World) -> None:
    """My reviews go through all that anybody said."""
    every = select(Contribution)
    retold(world, MY_REVIEWS, lambda *_: None if list(db.session.scalars(every)) else {})


def _waits(*, times: int) -> Outcome:
    with a_council() as council:
        timed = waits(council, times=times)
    for each in timed:
        print(each)
    most = max(abs(each.with_it - each.without) for each in timed)
    aucs = [each.auc for each in timed]
    figure = f"{times} each: {most:.2f} ms, AUC {min(aucs):.2f} to {max(aucs):.2f}"
    return Outcome("B4", figure, WAITS, all(each.holds for each in timed))


@contextmanager
def a_council() -> Iterator[Council]:
    """A prepared council for twins to be grown from."""
    with tempfile.TemporaryDirectory() as folder:
        yield prepare(Path(folder))
