"""No table that leaves Cadair holds a formula, whichever command wrote it."""

import ast
import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadair.children.documents.people_file import write_template
from cadair.children.documents.ssda903.rows import Refused
from cadair.commands.import_903 import ImportReport
from cadair.commands.import_report import refusal, write_refused, write_report
from cadair.commands.trail import COLUMNS, Line
from cadair.foundation.clock import now, today
from cadair.foundation.spreadsheets import neutral, write_alone, write_csv
from cadair.record.documents.ssda903_reviews import as_csv
from cadair.record.rules.returning import ReturnRow
from tests.architecture.test_house import PYTHON, short

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '"=1', "'=1", "\ufeff=1", "＝1")
STARTS = tuple("=+-@\t\r\n|%＝＋－＠")


@given(st.text() | st.builds(str.__add__, st.sampled_from(FORMULAS), st.text()))
def test_no_cell_is_taken_for_a_formula(cell):
    assert not neutral(cell).lstrip(' \u00a0\u200b\ufeff"').startswith(STARTS)
    assert neutral(cell).endswith(cell)


def test_an_ordinary_cell_stays_as_it_is():
    for cell in ("01/01/19", "Siân O'Neill", "A1", "", "07700 900123", "'tis"):
        assert neutral(cell) == cell


def refused(path: Path) -> None:
    rows = [
        Refused(file=each, line=1, column=each, value=each, child=each, code=each, reason=each)
        for each in FORMULAS
    ]
    write_refused(path, rows)


def who_read(path: Path) -> None:
    rows = [Line(at=now(), who=each, job=each, what=each, of=each).cells() for each in FORMULAS]
    write_csv(path, columns=COLUMNS, rows=rows)


def returned(path: Path) -> None:
    day = today(now())
    rows = [ReturnRow(case_number=each, born_on=day, held_on=day, code=each) for each in FORMULAS]
    write_alone(path, as_csv(rows).encode())


EXPORTERS = {
    "backend/cadair/commands/import_report.py": refused,
    "backend/cadair/commands/trail.py": who_read,
    "backend/cadair/children/documents/people_file.py": write_template,
    "backend/cadair/record/documents/ssda903_reviews.py": returned,
}


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=lambda one: one.__name__)
def test_every_exporter_writes_cells_and_the_file_is_its_owners_alone(exporter, tmp_path):
    path = tmp_path / "table.csv"
    exporter(path)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows
    for row in rows:
        for cell in row:
            assert not cell.startswith(STARTS), cell
    assert path.stat().st_mode & 0o077 == 0


def test_every_exporter_is_known_and_none_writes_a_table_by_itself():
    found = set()
    for path in PYTHON:
        tree = ast.parse(path.read_text("utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        attributes = {
            f"{node.value.id}.{node.attr}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        }
        if path.name != "spreadsheets.py":
            assert not attributes & {"csv.writer", "csv.DictWriter"}, short(path)
            if names & {"write_csv", "csv_text"}:
                found.add(short(path))
    assert found == set(EXPORTERS)


# Every place that writes a file at all, and what leaves there; a new one fails until it is here.
WRITERS = {
    "backend/cadair/commands/anchoring.py": "heads of the trail's chain: hashes",
    "backend/cadair/commands/demo/__init__.py": "the demo's made-up people, as JSON",
    "backend/cadair/commands/import_report.py": "sentences for a terminal; tables by write_csv",
    "backend/cadair/commands/subject_bundle.py": "a person's own bundle: JSON and a page",
    "backend/cadair/foundation/keyring.py": "a key",
    "backend/cadair/foundation/spreadsheets.py": "every table",
    "backend/cadair/notifications/actions/ways/push_key.py": "a key",
}
WRITES = {"write_text", "write_bytes", "fdopen", "writerow", "writerows", "to_csv", "to_excel"}
TABLES = {"openpyxl", "xlsxwriter", "pandas", "odf", "tablib", "pyexcel"}
# What answers a request with a file to keep would be an exporter too.
GIVES_NO_TABLE = {
    "backend/cadair/record/routes/distribution.py": "one person's part of a record, as a PDF",
    "backend/cadair/record/routes/everything.py": "a child's own words, as a PDF",
    "backend/cadair/record/routes/files.py": "a record: PDF, Word, JSON, text to paste, all in one",
    "backend/cadair/record/routes/letters.py": "a child's letter or certificate, as a PDF",
    "backend/cadair/record/routes/returns.py": "a table of ssda903_reviews.py, tried above",
    "backend/cadair/reviews/routes/planning.py": "one meeting, for a calendar",
}
SENT = re.compile(r"text/csv|ms-excel|Content-Disposition|as_attachment|download_name")


def written(path: Path) -> set[str]:
    """How this module writes files: by which calls."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in WRITES:
            found.add(node.attr)
        if not isinstance(node, ast.Call):
            continue
        is_open = getattr(node.func, "id", getattr(node.func, "attr", "")) == "open"
        words = [each.value for each in (*node.args, *(key.value for key in node.keywords))
                 if isinstance(each, ast.Constant) and isinstance(each.value, str)]  # fmt: skip
        if is_open and any(re.fullmatch(r"[rbt+]*[wax+][rbt+]*", word) for word in words):
            found.add("open")
    return found


def test_every_place_that_writes_a_file_is_known():
    assert {short(path) for path in PYTHON if written(path)} == set(WRITERS)


def test_no_answer_is_a_table_and_no_library_makes_one():
    for path in PYTHON:
        source = path.read_text("utf-8")
        assert short(path) in GIVES_NO_TABLE or not SENT.search(source), short(path)
        imported = {
            name.split(".")[0]
            for node in ast.walk(ast.parse(source))
            for name in (
                [each.name for each in node.names] if isinstance(node, ast.Import)
                else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            )
        }  # fmt: skip
        assert not imported & TABLES, short(path)


@pytest.mark.parametrize(
    "planted",
    [
        'open("out.csv", "w")',
        'path.open(mode="a", encoding="utf-8")',
        'Path("x.csv").write_text(text)',
        "from csv import writer\nwriter(file).writerow(row)",
        "frame.to_csv(path)",
    ],
)
def test_a_planted_writer_is_seen(planted, tmp_path):
    module = tmp_path / "planted.py"
    module.write_text(planted, "utf-8")
    assert written(module)


def test_a_table_over_a_file_that_others_could_read_is_its_owners_alone(tmp_path):
    for write in (refused, told):
        path = tmp_path / write.__name__
        path.write_text("old", "utf-8")
        path.chmod(0o644)
        write(path)
        assert path.stat().st_mode & 0o077 == 0


def told(path: Path) -> None:
    """A report of an import whose rows hold whatever stood in the file."""
    report = ImportReport(council="Northmoor", on=today(now()), dry_run=True, strict=False)
    report.added += [f"{each}\nall is well\x1b[2J\u2028 and \r so on" for each in FORMULAS]
    write_report(path, report)


def test_no_cell_of_an_imported_file_forges_a_line_of_the_report(tmp_path):
    told(tmp_path / "report.txt")
    lines = (tmp_path / "report.txt").read_text("utf-8").splitlines()
    assert not [line for line in lines if line.startswith(("all is well", " and", " so"))]
    assert sum("all is well" in line for line in lines) == len(FORMULAS)
    assert not any("\x1b" in line for line in lines)
    row = Refused(
        file="x", line=1, column="y", value="\x1b[2Ja\nb", child="\rc", code="", reason=""
    )
    assert refusal(row).isprintable()
