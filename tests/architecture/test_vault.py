"""Nothing but the vault's own query reads where a child lives: no import, no name, no join."""

import ast
import re
from pathlib import Path

import pytest
from sqlalchemy import Table

from cadair.foundation.database import Base
from tests.architecture.test_house import PYTHON, short

ROOM = "backend/cadair/children"
MODEL, TABLE = "ProtectedFact", "protected_fact"
NAMED = re.compile(rf"\b{TABLE}\b")  # not protected_facts, which is a permission
MAY_NAME = {
    f"{ROOM}/models.py": "defines it",
    f"{ROOM}/queries/vault.py": "reads it, under its own permission",
    f"{ROOM}/actions/protecting.py": "adds to it",
}
# Says of each thing that it is held back, and why, without opening it.
NAMES_THE_COLUMN = ("backend/cadair/commands/subject_reasons.py", f"{TABLE}.sealed")
# Sealed as it lies, for whoever adds to it: everybody else asks `protected_facts`.
AS_IT_LIES = "kept_facts"
MAY_TAKE_AS_IT_LIES = {f"{ROOM}/queries/vault.py", f"{ROOM}/actions/protecting.py"}


def faults(path: str, source: str) -> list[str]:
    """What a module does with the vault that only the vault may do, as `line: what`."""
    tree = ast.parse(source)
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }  # a docstring may speak of it
    found = []
    for node in ast.walk(tree):
        names = _names(node)
        if path not in MAY_NAME and MODEL in names:
            found.append(f"{node.lineno}: {MODEL}")
        if path not in MAY_TAKE_AS_IT_LIES and AS_IT_LIES in names:
            found.append(f"{node.lineno}: {AS_IT_LIES}")
        if path in MAY_NAME or id(node) in told or (path, _text(node)) == NAMES_THE_COLUMN:
            continue
        if NAMED.search(_text(node)):
            found.append(f"{node.lineno}: the table's name")
    return found


def _names(node: ast.AST) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        names = {each.name for each in node.names}
        # `import *` of the models would bring it in without its name.
        return names | ({MODEL} if "*" in names and "models" in (node.module or "") else set())
    if isinstance(node, ast.Attribute):
        return {node.attr}
    return {node.id} if isinstance(node, ast.Name) else set()


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.lower()
    return ""


def test_only_the_vault_reads_the_vault():
    found = {
        short(path): told
        for path in PYTHON
        if (told := faults(short(path), path.read_text("utf-8")))
    }
    assert found == {}


def test_no_table_leads_into_the_vault():
    """A foreign key or a relation would be a way to join."""
    tables: list[Table] = list(Base.metadata.tables.values())
    leading = [
        f"{table.name}.{key.parent.name}"
        for table in tables
        for key in table.foreign_keys
        if key.column.table.name == TABLE
    ]
    assert leading == []
    for mapper in Base.registry.mappers:
        assert [each for each in mapper.relationships if each.mapper.class_.__name__ == MODEL] == []


@pytest.mark.parametrize(
    "planted",
    [
        "from cadair.children.models import ProtectedFact",
        "from cadair.children.models import Child, ProtectedFact as Fact",
        "from cadair.children.models import *",
        "from cadair.children import models\nrows = select(models.ProtectedFact.sealed)",
        'rows = session.execute(text("SELECT sealed FROM protected_fact"))',
        'rows = session.execute(text(f"SELECT sealed FROM PROTECTED_FACT WHERE id = {one}"))',
        'join = Base.metadata.tables["protected_fact"]',
        "from cadair.children.queries.vault import kept_facts",
        "from cadair.children.queries import vault\nfacts = vault.kept_facts(session)",
    ],
)
def test_a_planted_reading_is_caught(planted):
    assert faults("backend/cadair/reviews/queries/own_pages.py", planted)
    assert faults(f"{ROOM}/queries/around.py", planted)


def test_speaking_of_it_is_no_reading():
    assert faults("backend/cadair/reviews/rules/law.py", '"""See protected_fact."""') == []


def test_the_exceptions_are_files_that_there_are():
    project = Path(__file__).resolve().parents[2]
    for path in {*MAY_NAME, *MAY_TAKE_AS_IT_LIES}:
        assert (project / path).is_file(), path
