"""Runs every suite, adds up what ran, and fails when one fails or when tests have gone missing."""

import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

from browser import find_or_get_browser

PROJECT = Path(__file__).resolve().parents[1]
RESULTS = PROJECT / "var" / "test_results"
EXPECTED = PROJECT / "tests" / "expected_count.txt"

PYTEST = [sys.executable, "-m", "pytest", "-q"]
SUITES = {
    "backend_on_sqlite": [*PYTEST, "tests/backend", "tests/access", "tests/architecture"],
    "backend_on_postgresql": [
        *PYTEST, "tests/backend", "tests/access", "--database=postgresql",
    ],
    "web_client": ["npm", "test", "--silent", "--", "--reporter=default", "--reporter=junit"],
    "journeys": [*PYTEST, "tests/journeys"],
}  # fmt: skip


def main() -> int:
    """Run all; returns the exit status."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    os.environ["CADAIR_TEST_BROWSER"] = find_or_get_browser()
    passed = failed = skipped = 0
    went_wrong = []
    for name, command in SUITES.items():
        print(f"\n== {name} ==", flush=True)
        started = time.monotonic()
        report = RESULTS / f"{name}.xml"
        report.unlink(missing_ok=True)
        status = run_suite(command, report)
        ran = counted(report)
        print(f"== {name}: {ran[0]} passed, {ran[1]} failed, {time.monotonic() - started:.0f} s")
        passed, failed, skipped = passed + ran[0], failed + ran[1], skipped + ran[2]
        if status != 0 or sum(ran) == 0:
            went_wrong.append(name)
    expected = int(EXPECTED.read_text("utf-8"))
    if passed < expected:
        went_wrong.append(f"only {passed} tests passed of the {expected} that there were")
    for each in went_wrong:
        print(f"went wrong: {each}")
    print(f"\ntotal: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if went_wrong or failed else 0


def run_suite(command: list[str], report: Path) -> int:
    """Run one suite, which writes its JUnit report to `report`."""
    if command[0] == "npm":
        folder, command = PROJECT / "web_client", [*command, f"--outputFile.junit={report}"]
    else:
        folder, command = PROJECT, [*command, f"--junitxml={report}"]
    return subprocess.run(command, cwd=folder, check=False).returncode


def counted(report: Path) -> tuple[int, int, int]:
    """How many tests passed, failed and were skipped, by the report."""
    if not report.is_file():
        return 0, 0, 0
    root = ET.parse(report).getroot()
    suites = [root] if root.tag == "testsuite" else list(root.iter("testsuite"))
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return total - failed - skipped, failed, skipped


if __name__ == "__main__":
    sys.exit(main())
