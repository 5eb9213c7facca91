"""Runs every suite, adds up what ran, and fails when one fails or when tests have gone missing."""

import os
import signal
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, NamedTuple

from browser import find_or_get_browser

PROJECT = Path(__file__).resolve().parents[1]
RESULTS = PROJECT / "var" / "test_results"
EXPECTED = PROJECT / "tests" / "expected_count.txt"

PYTEST = [sys.executable, "-m", "pytest", "-q"]
AT_ONCE = 2  # on two cores; the longest begin first
ENDS_WITHIN_S = 45 * 60  # what waits for ever is ended, so that one learns where
SUITES = {
    "journeys": [*PYTEST, "tests/journeys"],
    "backend_on_postgresql": [
        *PYTEST, "tests/backend", "tests/access", "--database=postgresql",
    ],
    "backend_on_sqlite": [
        *PYTEST, "tests/backend", "tests/access", "tests/architecture", "tests/security",
    ],
    "web_client": ["npm", "test", "--silent", "--", "--reporter=default", "--reporter=junit"],
}  # fmt: skip
SAYING = threading.Lock()


class Ran(NamedTuple):
    """What came of one suite."""

    status: int
    passed: int
    failed: int
    skipped: int


def main() -> int:
    """Run all; returns the exit status."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    os.environ["CADAIR_TEST_BROWSER"] = find_or_get_browser()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = dict(zip(SUITES, pool.map(run_suite, SUITES), strict=True))
    went_wrong = [name for name, ran in results.items() if ran.status or not sum(ran[1:])]
    passed, failed, skipped = (sum(ran[at] for ran in results.values()) for at in (1, 2, 3))
    expected = int(EXPECTED.read_text("utf-8"))
    if passed < expected:
        went_wrong.append(f"only {passed} tests passed of the {expected} that there were")
    for each in went_wrong:
        print(f"went wrong: {each}")
    print(f"\ntotal: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if went_wrong or failed else 0


def run_suite(name: str) -> Ran:
    """Run one suite, and say what it said when it is done."""
    report = RESULTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    command, folder, to = SUITES[name], PROJECT, f"--junitxml={report}"
    if command[0] == "npm":
        folder, to = PROJECT / "web_client", f"--outputFile.junit={report}"
    print(f"{name} …", flush=True)
    began = time.monotonic()
    said = RESULTS / f"{name}.txt"
    with said.open("wb") as file:
        status = _run([*command, to], folder, file)
    ran = Ran(status, *counted(report))
    with SAYING:
        print(f"\n== {name} ==\n{said.read_text('utf-8', 'replace').rstrip()}")
        took = time.monotonic() - began
        print(f"== {name}: {ran.passed} passed, {ran.failed} failed, {took:.0f} s", flush=True)
    return ran


def _run(command: list[str], folder: Path, said: IO[bytes]) -> int:
    """Its exit status; one that does not end is asked to say where it is, and is ended."""
    with subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT) as suite:
        try:
            return suite.wait(ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            suite.send_signal(signal.SIGINT)  # pytest prints where it stands
            try:
                suite.wait(30)
            except subprocess.TimeoutExpired:
                suite.kill()
            said.write(f"\nIt did not end within {ENDS_WITHIN_S // 60} minutes.".encode())
            return 1


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
