"""No table that leaves Cadair holds a formula, whichever command wrote it."""

import ast
import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadair.children.documents.people_file import write_template
from cadair.children.documents.ssda903.rows import Refused
from cadair.commands.import_report import write_refused
from cadair.commands.trail import COLUMNS, Line
from cadair.foundation.clock import now
from cadair.foundation.spreadsheets import neutral, write_csv
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


EXPORTERS = {
    "backend/cadair/commands/import_report.py": refused,
    "backend/cadair/commands/trail.py": who_read,
    "backend/cadair/children/documents/people_file.py": write_template,
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
            if "write_csv" in names:
                found.add(short(path))
    assert found == set(EXPORTERS)
