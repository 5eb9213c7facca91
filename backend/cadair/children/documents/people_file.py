"""The file of people: who works with the children, who cares for them, and their names.

One row for each person, and one more for every further child they have to do with.  A row with the
job `child` tells a child's name, which the statutory return does not have.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from cadair.access.actor import STAFF, Job
from cadair.children.documents.csv_lines import (
    DELIMITERS,
    LONGEST_LINE,
    cells_of,
    cleaned,
    encoding_of,
    lines,
    opened,
)
from cadair.children.documents.ssda903.cells import NOT_A_DATE, date_in
from cadair.children.documents.ssda903.rows import Refused
from cadair.children.documents.ssda903.tables import column_name
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation.spreadsheets import write_csv

COLUMNS: Final[Mapping[str, str]] = {
    "JOB": "child, carer, parent, professional, social_worker, reviewing_officer, "
    "service_manager or administrator",
    "REFERENCE": "the council's own number for this person; staff may have none",
    "NAME": "the whole name",
    "CALLED": "what to call them; the first name when empty",
    "EMAIL": "staff only: they sign in with it",
    "LANGUAGE": "en, cy or another language of the installation; en when empty",
    "CHILD": "the child's number in the case system (CHILD in the return)",
    "KIND": "what the person is to the child: reviewing_officer, covering_reviewing_officer, "
    + ", ".join(kind.value for kind in RelationshipKind),
    "PARENTAL_RESPONSIBILITY": "yes or no",
    "FROM": "dd/mm/yyyy; from today when empty",
    "UNTIL": "dd/mm/yyyy, the last day; for as long as nobody says otherwise when empty",
}
NEEDED: Final = frozenset({"JOB", "NAME", "CHILD", "KIND"})
REVIEWS: Final = "reviewing_officer"
COVERS: Final = "covering_reviewing_officer"
KINDS: Final = frozenset({REVIEWS, COVERS, *(kind.value for kind in RelationshipKind)})
GOES_WITHOUT_SAYING: Final = {Job.SOCIAL_WORKER: "social_worker", Job.REVIEWING_OFFICER: REVIEWS}
YES: Final = frozenset({"yes", "y", "1", "true", "oes", "ydy", "ie"})
NO: Final = frozenset({"", "no", "n", "0", "false", "na", "nac oes"})
LONGEST_NAME: Final = 200

EXAMPLES: Final = (
    ("child", "", "Sam Reed", "Sam", "", "en", "100001", "", "", "", ""),
    ("reviewing_officer", "E1001", "Priya Shah", "", "priya.shah@example.gov.uk", "en",
     "100001", "reviewing_officer", "", "01/04/2026", ""),
    ("service_manager", "E1002", "Owen Hughes", "", "owen.hughes@example.gov.uk", "cy",
     "", "", "", "", ""),
    ("carer", "C2001", "Ann Price", "", "", "en", "100001", "foster_carer", "no",
     "12/05/2025", ""),
    ("parent", "P3001", "Jo Reed", "", "", "en", "100001", "mother", "yes", "", ""),
)  # fmt: skip


class PeopleFileRefused(Exception):
    """The file is no file of people; the sentence says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One good row of the file."""

    line: int
    job: Job
    reference: str
    name: str
    called: str
    email: str
    language: str  # empty: as it is, or English
    child: str
    kind: str
    parental_responsibility: bool
    from_on: date | None
    until_on: date | None

    @property
    def key(self) -> tuple[str, str]:
        """By what a person is known again: their number, or else their e-mail address."""
        if self.job is Job.CHILD:
            return "child", self.child
        return ("reference", self.reference) if self.reference else ("email", self.email)


@dataclass(slots=True, kw_only=True)
class PeopleFile:
    """What a file of people says, person by person, and what of it is refused."""

    people: dict[tuple[str, str], list[PersonRow]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)


def write_template(path: Path) -> None:
    """Write a file of people to fill in, with a row of each kind in it."""
    write_csv(path, columns=tuple(COLUMNS), rows=EXAMPLES)


def read_people_file(path: Path, *, languages: frozenset[str]) -> PeopleFile:
    """Read a file of people; raises PeopleFileRefused when it is none."""
    read = PeopleFile()
    held_back: set[tuple[str, str]] = set()
    for line, cells in _rows(path):
        row = _row(path.name, line, cells, languages)
        if isinstance(row, Refused):
            read.refused.append(row)
            held_back.add(_likely_key(cells))
        else:
            read.people.setdefault(row.key, []).append(row)
    for rows in read.people.values():
        read.refused += _contradictions(path.name, rows, held_back)
    wrong = {row.key for rows in read.people.values() for row in rows} & held_back
    read.people = {key: rows for key, rows in read.people.items() if key not in wrong}
    return read


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        encoding = encoding_of(path)
    except OSError as why:
        raise PeopleFileRefused(f"{path} was not read: {why.strerror}.") from None
    columns: tuple[str, ...] | None = None
    delimiter = ","
    with opened(path, encoding) as file:
        for line, text in lines(file):
            if text.strip(" \r\n\t\ufeff" + DELIMITERS) == "":
                continue
            if columns is None:
                delimiter = max(DELIMITERS, key=text.count)
                columns = _columns(path, text, delimiter)
                continue
            try:
                cells = cells_of(text[:LONGEST_LINE], delimiter)
            except csv.Error:
                cells = []
            if len(cells) < len(columns) or any(cells[len(columns) :]):
                yield line, {"": text.strip()[:60]}
            else:
                yield line, dict(zip(columns, map(cleaned, cells), strict=False))
    if columns is None:
        raise PeopleFileRefused(f"{path.name} is empty.")


def _columns(path: Path, text: str, delimiter: str) -> tuple[str, ...]:
    try:
        columns = tuple(column_name(cell) for cell in cells_of(text.lstrip("\ufeff"), delimiter))
    except csv.Error:
        columns = ()
    missing = sorted(NEEDED - set(columns))
    if missing or len(set(columns)) < len(columns):
        raise PeopleFileRefused(
            f"{path.name} is no file of people: its first line lacks "
            f"{', '.join(missing) or 'nothing, but names a column twice'}. "
            "`cadair import-people --template FILE` writes one to fill in."
        )
    return columns


def _row(
    file: str, line: int, cells: Mapping[str, str], languages: frozenset[str]
) -> PersonRow | Refused:
    def refused(column: str, code: str, reason: str) -> Refused:
        return Refused(
            file=file, line=line, column=column, value=cells.get(column, cells.get("", "")),
            code=code, reason=reason, child=cells.get("CHILD", ""),
        )  # fmt: skip

    if "" in cells and "JOB" not in cells:
        return refused("", "wrong_number_of_cells", "The row does not have a cell per column.")
    try:
        job = Job(cells["JOB"].lower().replace(" ", "_"))
    except ValueError:
        return refused("JOB", "no_such_code", f"A job is {COLUMNS['JOB']}.")
    get = {column: cells.get(column, "") for column in COLUMNS}
    kind = get["KIND"].lower().replace(" ", "_")
    if get["CHILD"] and not kind:
        kind = GOES_WITHOUT_SAYING.get(job, "")
    wrong = _wrong(job, kind, get, languages)
    if wrong is not None:
        return refused(*wrong)
    return PersonRow(
        line=line,
        job=job,
        reference=get["REFERENCE"],
        name=get["NAME"],
        called=get["CALLED"],
        email=get["EMAIL"].lower(),
        language=get["LANGUAGE"].lower(),
        child=get["CHILD"].upper(),
        kind=kind,
        parental_responsibility=get["PARENTAL_RESPONSIBILITY"].lower() in YES,
        from_on=date_in(get["FROM"]),
        until_on=date_in(get["UNTIL"]),
    )


def _wrong(
    job: Job, kind: str, get: Mapping[str, str], languages: frozenset[str]
) -> tuple[str, str, str] | None:
    """The column that is wrong, a code and a reason; None when the row is good."""
    is_child, is_staff, child = job is Job.CHILD, job in STAFF, bool(get["CHILD"])
    checks = (
        (
            is_child and not child,
            ("CHILD", "no_child_number", "A child is known by their number in the case system."),
        ),
        (
            is_staff and "@" not in get["EMAIL"],
            ("EMAIL", "email_missing", "Staff sign in with an e-mail address."),
        ),
        (
            not is_staff and get["EMAIL"] != "",
            ("EMAIL", "email_not_wanted", "Only staff sign in with an e-mail address."),
        ),
        (
            not is_child and not is_staff and not get["REFERENCE"],
            ("REFERENCE", "reference_missing", "Without a number nobody is known again."),
        ),
        (
            get["LANGUAGE"].lower() not in {"", *languages},
            ("LANGUAGE", "no_such_language", f"The languages here: {', '.join(languages)}."),
        ),
        (
            not is_child and child and kind not in KINDS,
            ("KIND", "no_such_code", f"A kind is one of {', '.join(sorted(KINDS))}."),
        ),
        (
            child and kind in (REVIEWS, COVERS) and job is not Job.REVIEWING_OFFICER,
            ("KIND", "not_an_officer", "Only a reviewing officer reviews, or covers."),
        ),
        (
            get["PARENTAL_RESPONSIBILITY"].lower() not in YES | NO,
            ("PARENTAL_RESPONSIBILITY", "yes_or_no", "Write yes or no."),
        ),
    )
    if not get["NAME"] or max(len(get["NAME"]), len(get["CALLED"])) > LONGEST_NAME:
        return "NAME", "name_missing", "A name has 1 to 200 letters."
    return next((wrong for fails, wrong in checks if fails), None) or _wrong_days(get)


def _wrong_days(get: Mapping[str, str]) -> tuple[str, str, str] | None:
    from_on, until_on = date_in(get["FROM"]), date_in(get["UNTIL"])
    for column, day in (("FROM", from_on), ("UNTIL", until_on)):
        if get[column] and day is None:
            return column, *NOT_A_DATE
    if from_on and until_on and until_on < from_on:
        return "UNTIL", "ends_before_it_begins", "It ends before it begins."
    return None


def _contradictions(
    file: str, rows: Sequence[PersonRow], held_back: set[tuple[str, str]]
) -> list[Refused]:
    """Rows that say of the same person something else than their first row does."""
    first = rows[0]
    refused = [
        Refused(
            file=file, line=row.line, column=column, value=value, code="rows_differ",
            reason=f"Line {first.line} says otherwise of the same person.", child=row.child,
        )
        for row in rows[1:]
        for column, value, other in (
            ("JOB", row.job.value, first.job.value),
            ("NAME", row.name, first.name),
            ("EMAIL", row.email, first.email),
        )
        if value != other
    ]  # fmt: skip
    if refused:
        held_back.add(first.key)
    return refused


def _likely_key(cells: Mapping[str, str]) -> tuple[str, str]:
    """Whose row a refused one probably is, so that the person is taken in whole or not at all."""
    if cells.get("JOB", "").lower() == Job.CHILD.value:
        return "child", cells.get("CHILD", "").upper()
    if cells.get("REFERENCE"):
        return "reference", cells["REFERENCE"]
    return "email", cells.get("EMAIL", "").lower()
