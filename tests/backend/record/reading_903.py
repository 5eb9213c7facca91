"""An independent reader of the return's Reviews, written from the published rules alone.

It knows nothing of Cadair: it takes the text of the Reviews, Header and Episodes tables, and says
which rules each row breaks.  Rules: quality-lac-data-validator 1.0.3, csc-validator-be-903.
"""

import csv
import io
from collections import defaultdict
from datetime import date
from xml.etree import ElementTree as ET

COLUMNS = {"CHILD", "DOB", "REVIEW", "REVIEW_CODE"}
CODES = {"PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"}


def day(text: str) -> date | None:
    """dd/mm/yyyy, with four figures for the year; anything else is no day."""
    parts = text.split("/")
    if [len(part) for part in parts] != [2, 2, 4] or not "".join(parts).isdigit():
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None


def rows_of_csv(text: str) -> list[dict[str, str]]:
    """A file is known by the set of its columns, in whatever order."""
    reader = csv.DictReader(io.StringIO(text))
    assert set(reader.fieldnames or ()) == COLUMNS
    return list(reader)


def rows_of_xml(content: bytes) -> list[dict[str, str]]:
    """CHILD and DOB come from the header in which the reviews stand."""

    return [
        {
            "CHILD": header.findtext("CHILDID", ""), "DOB": header.findtext("DOB", ""),
            "REVIEW": review.findtext("REVIEW", ""),
            "REVIEW_CODE": review.findtext("REVIEW_CODE", ""),
        }
        for header in ET.fromstring(content).iter("HEADER")
        for review in header.iter("AREVIEW")
    ]  # fmt: skip


def broken(
    rows: list[dict[str, str]],
    *,
    header: dict[str, str],
    episodes: list[tuple[str, str, str, str]],
    year: int,
) -> list[tuple[str, str]]:
    """Each (CHILD, rule) that a row breaks; an episode is CHILD, LS, DECOM, DEC."""
    statuses: dict[str, set[str]] = defaultdict(set)
    for child, status, began, ended in episodes:
        first, last = date(year - 1, 4, 1), date(year, 3, 31)
        if (day(began) or last) <= last and (day(ended) or last) >= first:
            statuses[child].add(status)
    return [
        (row["CHILD"], rule)
        for row in rows
        for rule in (*of_the_review(row), *of_the_child(row, header, statuses[row["CHILD"]]))
    ]


def of_the_review(row: dict[str, str]) -> list[str]:
    """166, 167, 440 and 441."""
    born, held, code = day(row["DOB"]), day(row["REVIEW"]), row["REVIEW_CODE"]
    found = ["166"] * (held is None) + ["167"] * (code not in CODES)
    if held and born:
        fourth = four_years_after(born)
        found += ["440"] * (code == "PN0" and held > fourth)
        found += ["441"] * (code in CODES - {"PN0"} and held < fourth)
    return found


def of_the_child(row: dict[str, str], header: dict[str, str], statuses: set[str]) -> list[str]:
    """399, 1012, INT08 and INT17."""
    found = ["1012"] * (not statuses) + ["399"] * (bool(statuses) and statuses <= {"V3", "V4"})
    if row["CHILD"] not in header:
        return [*found, "INT08"]
    return found + ["INT17"] * (header[row["CHILD"]] != row["DOB"])


def four_years_after(born: date) -> date:
    """The 28th stands for the 29th of February in a year that has none."""
    try:
        return born.replace(year=born.year + 4)
    except ValueError:
        return date(born.year + 4, 2, 28)
