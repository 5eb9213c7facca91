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

HERE = "tests/security"

held_by(
    "A1",
    "100% of routes have a row by hand; an unlisted one is closed",
    "tests/access/test_matrix.py::test_every_route_has_a_row_and_every_row_a_route",
    "tests/access/test_matrix.py::test_what_must_be_proved_is_listed_by_hand",
    "tests/architecture/test_api.py::test_every_route_says_what_it_needs",
    "tests/architecture/test_api.py::test_an_unlisted_route_is_closed",
)
held_by(
    "A2",
    "0 mismatches: 21 askers, every route; archived, locked, revoked",
    "tests/access/test_matrix.py",
    "tests/access/test_reading_for_a_reason.py",
    f"{HERE}/test_denied_at_once.py",
    databases=BOTH,
)
held_by(
    "A3",
    "0 answers that differ from a never-issued id's, in every slot",
    f"{HERE}/test_every_request.py::test_every_slot_that_takes_an_id_is_known",
    f"{HERE}/test_every_request.py::test_nobody_can_tell_what_they_may_not_know_from_nothing",
    databases=BOTH,
)
held_by(
    "A4",
    "0 of all columns and powers accepted or echoed, at any depth",
    f"{HERE}/test_every_request.py::test_no_column_and_no_power_can_be_assigned",
    f"{HERE}/test_every_request.py::test_one_name_alone_is_refused_too",
    f"{HERE}/test_every_request.py::test_what_carries_nothing_takes_nothing",
    f"{HERE}/test_every_request.py::test_every_request_that_carries_something_has_a_true_one",
    databases=BOTH,
)
held_by(
    "A5",
    "0 rows of another council, filters off; 20 councils, 5 connections",
    f"{HERE}/test_councils_apart.py",
    databases=("postgresql",),
)
held_by(
    "A8",
    "0 fields beyond the list of each role, 0 listed in vain",
    f"{HERE}/test_every_request.py::test_nobody_is_sent_a_field_that_is_not_listed_for_them",
    databases=BOTH,
)
held_by(
    "A6",
    "denied at the next request: wall, circle, cover, job, device, session",
    f"{HERE}/test_denied_at_once.py",
    "tests/backend/children/test_lost_phone.py",
    "tests/backend/children/test_walls.py",
    "tests/backend/people/test_devices.py",
    "tests/backend/people/test_endings.py",
    "tests/backend/record/test_releasing.py::"
    "test_a_wall_raised_again_takes_back_what_was_given_before",
    "tests/backend/record/test_releasing.py::"
    "test_who_may_know_the_carers_no_more_reads_their_name_no_more",
    "tests/backend/record/test_releasing.py::test_who_left_the_circle_reads_no_more",
    "tests/backend/reviews/test_split.py::test_a_raised_wall_denies_at_the_very_next_request",
    "tests/backend/reviews/test_split.py::"
    "test_whoever_left_the_circle_has_nothing_at_their_next_request",
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
