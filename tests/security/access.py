"""Who may do what (A1 to A8): every route, every id, every field, and what is denied at once."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.security.checks import Outcome, held_by, long_security_check, security_check

PROJECT = Path(__file__).resolve().parents[2]
BOTH = ("sqlite", "postgresql")

held_by(
    "A3",
    "0 answers that differ from a never-issued id's, in every slot",
    "tests/security/test_every_request.py::test_every_slot_that_takes_an_id_is_known",
    "tests/security/test_every_request.py::"
    "test_nobody_can_tell_what_they_may_not_know_from_nothing",
    databases=BOTH,
)
held_by(
    "A4",
    "0 of all columns and powers accepted or echoed, at any depth",
    "tests/security/test_every_request.py::test_no_column_and_no_power_can_be_assigned",
    "tests/security/test_every_request.py::test_one_name_alone_is_refused_too",
    "tests/security/test_every_request.py::test_what_carries_nothing_takes_nothing",
    "tests/security/test_every_request.py::test_every_request_that_carries_something_has_a_true_one",
    databases=BOTH,
)


@security_check
def some_faults_in_the_policy() -> Iterator[Outcome]:
    """Every twelfth fault, unless all of them are tried anyway."""
    if not os.environ.get("LONG"):
        yield from told_by_tests(every=12)


@long_security_check
def every_fault_in_the_policy() -> Iterator[Outcome]:
    """All of them: five minutes."""
    yield from told_by_tests(every=1)


def told_by_tests(*, every: int) -> Iterator[Outcome]:
    """How many faults in who may do what, and in the walls, some test tells."""
    command = [sys.executable, "-m", "tests.security.mutating", str(every)]
    said = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    goals = {"policy": 0.95, "walls": 1.0}
    for group, (tried, left) in json.loads(said).items():
        for one in left:
            print(f"not told: {one}")
        told, goal = 1 - len(left) / tried, goals[group]
        figure = f"{tried - len(left)} of {tried} faults in the {group} told"
        yield Outcome("A7", figure, f"at least {goal:.0%}", told >= goal)
