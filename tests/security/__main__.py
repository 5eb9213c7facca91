"""`make check-security`: runs every check of the security bar and prints a line for each id.

LONG=1 runs those too that take longer than a few minutes.  Writes var/security.json.
"""

import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
import tempfile
import time
import traceback
import xml.etree.ElementTree as ET
from pathlib import Path

import tests.security
from tests.browser import find_or_get_browser
from tests.security.checks import HELD_BY, MEASURED, HeldBy, Outcome

PROJECT = Path(__file__).resolve().parents[2]
WRITTEN = PROJECT / "var" / "security.json"


def main() -> int:
    """Run the checks; 1 when one does not hold or could not be measured."""
    long = bool(os.environ.get("LONG"))
    os.environ["CADAIR_TEST_BROWSER"] = find_or_get_browser()
    for module in pkgutil.iter_modules(tests.security.__path__):
        if module.name not in {"__main__", "checks"}:
            importlib.import_module(f"tests.security.{module.name}")
    seen = [*by_tests(HELD_BY), *by_measuring(long)]
    seen.sort(key=lambda one: in_order(one.id))
    print(f"\n{'id':<6}{'holds':<7}{'figure':<58}goal")
    for one in seen:
        print(f"{one.id:<6}{'yes' if one.holds else 'NO':<7}{one.figure:<58}{one.goal}")
    missed = [one for one in seen if not one.holds]
    WRITTEN.parent.mkdir(exist_ok=True)
    WRITTEN.write_text(json.dumps([one._asdict() for one in seen], indent=1), "utf-8")
    print(f"\n{len(seen) - len(missed)} of {len(seen)} hold; written to var/security.json")
    return 1 if missed else 0


def by_measuring(long: bool) -> list[Outcome]:
    """What the functions saw; one that breaks is a check that does not hold."""
    seen: list[Outcome] = []
    # Worlds are forked before anything prints a PDF here: its threads would not come along.
    first = "tests.security.split_reviews"
    for measured in sorted(MEASURED, key=lambda one: one.measure.__module__ != first):
        if measured.long and not long:
            continue
        name = measured.measure.__name__
        began = time.monotonic()
        try:
            seen += measured.measure()
        except Exception as error:
            traceback.print_exc()
            seen.append(Outcome(name, f"broke: {error}"[:57], "to be measured", False))
        print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    return seen


def by_tests(ids: list[HeldBy]) -> list[Outcome]:
    """What the tests of the suite say, all in one run for each database they need."""
    cases = {
        database: run_on(database, [one for one in ids if database in one.databases])
        for database in ("sqlite", "postgresql")
    }
    return [
        outcome_of(one, [case for database in one.databases for case in cases[database]])
        for one in ids
    ]


def run_on(database: str, ids: list[HeldBy]) -> list[ET.Element]:
    """The cases of the tests that hold these ids, as pytest reports them."""
    wanted = sorted({test for one in ids for test in one.tests}, key=as_written)
    if not wanted:
        return []
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", *wanted, f"--junitxml={report}"]
        command += ["-o", "junit_family=xunit1"]  # names the file of each test
        subprocess.run([*command, f"--database={database}"], cwd=PROJECT, check=False)
        return list(ET.parse(report).getroot().iter("testcase"))


def as_written(test: str) -> tuple[str, int]:
    """By file, and within it in its own order: some tests of a file go through one world."""
    file, _, name = test.partition("::")
    return file, (PROJECT / file).read_text("utf-8").find(f"def {name}(") if name else -1


def outcome_of(one: HeldBy, cases: list[ET.Element]) -> Outcome:
    """How many of the tests that hold an id passed."""
    mine = [case for case in cases if any(belongs(case, test) for test in one.tests)]
    passed = [case for case in mine if not case.findall("failure") + case.findall("error")]
    held = len(passed) == len(mine) > 0
    return Outcome(one.id, f"{len(passed)} of {len(mine)} tests", one.goal, held)


def belongs(case: ET.Element, test: str) -> bool:
    """Whether a case of the report is the test named, or one of the file or folder named."""
    file, _, name = test.partition("::")
    in_file = (case.get("file") or "").startswith(file)
    return in_file and (not name or re.sub(r"\[.*", "", case.get("name") or "") == name)


def in_order(named: str) -> tuple[str, int, str]:
    """A1, A2, … A10, B1: by letter, then by number."""
    found = re.match(r"([A-Z]+)(\d+)(.*)", named)
    return (found[1], int(found[2]), found[3]) if found else (named, 0, "")


if __name__ == "__main__":
    sys.exit(main())
