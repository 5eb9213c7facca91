"""How a check of the security bar is written: what it measures, its goal, and whether it holds.

A check is a function that returns outcomes (`@security_check`), or tests of the suite that hold an
id already (`held_by`).  `python -m tests.security` runs them all.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar


class Outcome(NamedTuple):
    """One line: an id such as `H2`, what was seen, what is asked for, and whether that holds."""

    id: str
    figure: str
    goal: str
    holds: bool


class Measured(NamedTuple):
    """A function that measures; `long` ones run only with LONG=1."""

    measure: Callable[[], Iterable[Outcome]]
    long: bool


class HeldBy(NamedTuple):
    """An id that tests of the suite hold: pytest's own names of files or tests."""

    id: str
    goal: str
    tests: tuple[str, ...]
    databases: tuple[str, ...] = ("sqlite",)


Measure = TypeVar("Measure", bound=Callable[[], Iterable[Outcome]])
MEASURED: list[Measured] = []
HELD_BY: list[HeldBy] = []


def security_check(measure: Measure) -> Measure:
    """Take a function among the checks that fit a few minutes; it returns one Outcome or more."""
    MEASURED.append(Measured(measure, long=False))
    return measure


def long_security_check(measure: Measure) -> Measure:
    """Take a function among the checks that run with LONG=1 only."""
    MEASURED.append(Measured(measure, long=True))
    return measure


def held_by(named: str, goal: str, *tests: str, databases: tuple[str, ...] = ("sqlite",)) -> None:
    """Say which tests hold an id, as `tests/access/test_matrix.py` or `…::test_name`."""
    HELD_BY.append(HeldBy(named, goal, tests, databases))
