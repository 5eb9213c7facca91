"""What is written down about security is true: each line is there, each test and file exists."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

PROJECT: Final = Path(__file__).resolve().parents[2]
SHEET: Final = "docs/asvs.md"
WRITTEN: Final = (SHEET, "SECURITY.md", "docs/data_protection_impact_assessment.md")
STATES: Final = ("met", "partly", "not met", "does not apply")

# The numbers of OWASP ASVS 5.0.0 (github.com/OWASP/ASVS, CC BY-SA 4.0): all of levels 1 and 2, and
# of level 3 those of chapters 5, 7, 8, 14 and 16, with 1.2.10, 2.3.5 and 6.3.8.
ASKED: Final = {
    1: """1.2.1-5 1.3.1-2 1.5.1 2.1.1 2.2.1-2 2.3.1 3.2.1-2 3.3.1 3.4.1-2 3.5.1-3 4.1.1 4.4.1
        5.2.1-2 5.3.1-2 6.1.1 6.2.1-8 6.3.1-2 6.4.1-2 7.2.1-4 7.4.1-2 8.1.1 8.2.1-2 8.3.1 9.1.1-3
        9.2.1 10.4.1-5 11.3.1-2 11.4.1 12.1.1 12.2.1-2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1
        15.3.1""",
    2: """1.1.1-2 1.2.6-9 1.3.3-11 1.4.1-3 1.5.2 2.1.2-3 2.2.3 2.3.2-4 2.4.1 3.3.2-4 3.4.3-6
        3.5.4-5 3.7.1-2 4.1.2-3 4.2.1 4.3.1-2 4.4.2-4 5.1.1 5.2.3 5.4.1-3 6.1.2-3 6.2.9-12 6.3.3-4
        6.4.3-4 6.5.1-5 6.6.1-3 6.8.1-4 7.1.1-3 7.3.1-2 7.4.3-5 7.5.1-2 7.6.1-2 8.1.2 8.2.3 8.4.1
        9.2.2-4 10.1.1-2 10.2.1-2 10.3.1-4 10.4.6-11 10.5.1-5 10.6.1-2 10.7.1-3 11.1.1-2 11.2.1-3
        11.3.3 11.4.2-4 11.5.1 11.6.1 12.1.2-3 12.3.1-4 13.1.1 13.2.1-5 13.3.1-2 13.4.2-5 14.1.1-2
        14.2.2-4 14.3.2-3 15.1.2-3 15.2.2-3 15.3.2-7 16.1.1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-3
        17.1.1 17.2.1-4 17.3.1-2""",
    3: """1.2.10 2.3.5 5.2.4-6 5.3.3 6.3.8 7.5.3 8.1.3-4 8.2.4 8.3.2-3 8.4.2 14.2.5-8 16.5.4""",
}
HOW_MANY: Final = {1: 70, 2: 183, 3: 19}


class Row(NamedTuple):
    """One line of the sheet."""

    number: str
    level: int
    asks: str
    state: str
    evidence: str


def numbers(ranges: str) -> Iterator[str]:
    """Each number of `1.2.1-3 1.4.1`."""
    for each in ranges.split():
        section, _, span = each.rpartition(".")
        first, _, last = span.partition("-")
        yield from (f"{section}.{one}" for one in range(int(first), int(last or first) + 1))


@cache
def sheet() -> list[Row]:
    lines = (PROJECT / SHEET).read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [
        Row(number, int(level), *rest)
        for number, level, *rest in (row for row in cells if len(row) == 5)
        if re.fullmatch(r"\d+\.\d+\.\d+", number)
    ]


def named_in(text: str) -> list[str]:
    """The files and tests that a text names."""
    marked = re.findall(r"`([^`\n]+)`", text)
    return [one for one in marked if re.fullmatch(r"\w[\w./-]*\.[a-z]{2,4}(::\w+)?", one)]


def test_every_requirement_has_its_row_once():
    for level, ranges in ASKED.items():
        asked = list(numbers(ranges))
        assert len(asked) == HOW_MANY[level]
        assert sorted(row.number for row in sheet() if row.level == level) == sorted(asked)


def test_every_row_says_something_and_what_is_met_is_shown():
    for row in sheet():
        assert row.state in STATES, row.number
        assert 0 < len(row.asks.split()) <= 12, row.number
        assert row.evidence, row.number
        assert row.state != "met" or named_in(row.evidence), row.number


def test_the_sums_are_right():
    said = re.findall(
        r"^\| ([a-z ]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$",
        (PROJECT / SHEET).read_text("utf-8"),
        re.MULTILINE,
    )
    counted = Counter((row.state, row.level) for row in sheet())
    for state, *sums in said:
        levels = [counted[state, level] for level in (1, 2, 3)]
        assert [*map(int, sums)] == [*levels, sum(levels)], state
    assert [state for state, *_ in said] == list(STATES)


@pytest.mark.parametrize("document", WRITTEN)
def test_every_file_and_test_that_is_named_exists(document):
    named = named_in((PROJECT / document).read_text("utf-8"))
    assert named
    for one in named:
        file, _, test = one.partition("::")
        assert (PROJECT / file).is_file(), one
        if test:
            assert f"def {test}(" in (PROJECT / file).read_text("utf-8"), one


def test_a_section_that_is_named_exists():
    headings = re.findall(r"^#+ (.+)$", (PROJECT / "SECURITY.md").read_text("utf-8"), re.MULTILINE)
    for row in sheet():
        if "`SECURITY.md`" in row.evidence:
            for title in re.findall(r'"([^"]+)"', row.evidence):
                assert title in headings, row.number
