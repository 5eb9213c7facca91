"""The house stands as it was drawn: walls between rooms, small files, one sentence on each door."""

import ast
import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PYTHON = sorted((PROJECT / "backend" / "cadair").rglob("*.py"))
PYTHON = [path for path in PYTHON if "migrations" not in path.parts]
CLIENT = [
    path
    for kind in ("ts", "tsx", "css")
    for path in sorted((PROJECT / "web_client" / "src").rglob(f"*.{kind}"))
    if path.name != "openapi.ts"  # made from the API's own description
]
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40


def short(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def test_rooms_import_only_from_rooms_below():
    found = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


def test_no_file_outgrows_its_subject():
    lines = {short(path): len(path.read_text("utf-8").splitlines()) for path in PYTHON + CLIENT}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_every_module_opens_with_what_it_is_for():
    without = []
    for path in PYTHON:
        said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        if not re.match(r"[A-Z`].*[.:]", said.split("\n\n")[0], re.DOTALL):
            without.append(short(path))
    assert without == []


def test_no_function_outgrows_a_screen():
    """What it does, that is: its signature and its docstring may take the room they need."""
    long = {}
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
                if lines > MOST_LINES_OF_A_FUNCTION:
                    long[f"{short(path)}:{node.name}"] = lines
    assert long == {}


def test_no_room_has_a_drawer_for_odds_and_ends():
    drawers = {"utils", "helpers", "misc", "common"}
    found = [short(path) for path in PYTHON + CLIENT if drawers & {*path.parts, path.stem}]
    assert found == []


def test_every_dependency_has_a_reason_and_there_are_few():
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    listed = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    assert listed
    lines = [line for line in listed.group(1).splitlines() if line.strip()]
    assert len(lines) <= 25
    for line in lines:
        assert re.search(r'",\s+# \S+', line), f"no reason: {line}"


def test_every_locked_package_has_a_hash():
    for name in ("app", "dev", "build", "node"):
        text = (PROJECT / "requirements" / f"{name}.txt").read_text("utf-8")
        pinned = re.findall(r"^[a-z0-9][^\s=]*==\S+", text, re.MULTILINE)
        assert pinned
        assert text.count("--hash=sha256:") >= len(pinned)
        assert "://" not in text
