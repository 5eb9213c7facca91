"""The security checks say what they saw: one that fails, breaks or finds no test does not hold."""

import xml.etree.ElementTree as ET

import pytest

from tests.security import __main__ as run
from tests.security.checks import HeldBy, Measured, Outcome

CASES = list(
    ET.fromstring(
        "<testsuite>"
        "<testcase file='tests/access/test_matrix.py' name='test_cell[priya-a]'/>"
        "<testcase file='tests/access/test_matrix.py' name='test_cell[n]'><failure/></testcase>"
        "<testcase file='tests/access/test_matrix.py' name='test_whole'/>"
        "</testsuite>"
    )
)


def held(*tests: str) -> Outcome:
    return run.outcome_of(HeldBy("A2", "0 mismatches", tests), CASES)


def test_an_id_holds_when_all_of_its_tests_pass():
    assert held("tests/access/test_matrix.py::test_whole").holds
    assert not held("tests/access/test_matrix.py").holds
    assert held("tests/access/test_matrix.py").figure == "2 of 3 tests"


def test_an_id_without_a_single_test_does_not_hold():
    assert not held("tests/access/test_gone.py").holds


def test_a_check_that_breaks_does_not_hold(monkeypatch: pytest.MonkeyPatch):
    def breaks() -> list[Outcome]:
        raise RuntimeError("no key")

    monkeypatch.setattr(run, "MEASURED", [Measured(breaks, long=False)])
    (seen,) = run.by_measuring(long=False)
    assert (seen.holds, seen.figure) == (False, "broke: no key")


def test_long_checks_run_only_when_asked_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(run, "MEASURED", [Measured(list, long=True)])
    assert run.by_measuring(long=False) == []


def test_ids_stand_in_their_order():
    assert sorted(["B1", "A10", "A2"], key=run.in_order) == ["A2", "A10", "B1"]


def test_tests_of_one_file_run_in_its_own_order():
    file = "tests/security/test_from_elsewhere.py"
    first = f"{file}::test_no_other_site_changes_anything"
    later = f"{file}::test_every_route_answers_with_the_headers_of_the_table"
    assert sorted([later, first, file], key=run.as_written) == [file, first, later]
