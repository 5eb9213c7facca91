"""The drill: everything is lost but a backup of the database and two sheets of paper.

It runs the commands of docs/runbook_keys.md as they stand there, on a machine that has nothing.
"""

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from cadair.app import create_app
from cadair.foundation.database import db, scope_to
from cadair.people import queries as people
from tests.backend.commands.test_keys import add_children, opened, printed_shares
from tests.conftest import settings_in

PROJECT = Path(__file__).resolve().parents[3]
RUNBOOK = (PROJECT / "docs" / "runbook_keys.md").read_text("utf-8")
CADAIR = Path(sys.executable).parent / "cadair"


def commands_of(drill: str) -> list[str]:
    """The commands of one step of the runbook."""
    found = re.search(rf"<!-- drill: {drill} -->\n```sh\n(.*?)```", RUNBOOK, re.DOTALL)
    assert found
    return found[1].splitlines()


class Machine:
    """A machine with Cadair on it, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.data.mkdir(parents=True)
        self.url = f"sqlite:///{self.data}/cadair.db"

    def type(self, line: str, answers: str = "") -> str:
        words = [word.replace("$CADAIR_DATABASE_URL", self.url) for word in shlex.split(line)]
        assert words[0] == "cadair"
        done = subprocess.run(
            [CADAIR, *words[1:]],
            input=answers,
            env={**os.environ, "CADAIR_DATA": str(self.data), "CADAIR_DATABASE_URL": self.url},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def keys(self) -> dict:
        """Every child's key that opens here."""
        app = create_app(settings_in(self.data, self.url))
        with app.app_context():
            council_id = next(iter(people.councils(db.session).values()))
            found = opened(db.session, council_id)
            db.engine.dispose()
        return found


def backup(machine: Machine, to: Path) -> None:
    """What a nightly backup has: the database, and not the keys."""
    with sqlite3.connect(f"{machine.data}/cadair.db") as source, sqlite3.connect(to) as target:
        source.backup(target)
    source.close()
    target.close()


def test_a_backup_and_two_sheets_of_paper_are_enough(request, tmp_path):
    if request.config.getoption("--database") != "sqlite":
        return  # the drill brings its own database
    old = Machine(tmp_path / "old")
    old.type("cadair migrate")
    sheets = printed_shares(
        old.type(
            "cadair council Northmoor --nation england --duty-line '01632 960 123'",
        )
    )
    add_two_children(old)
    before = old.keys()
    assert len(before) == 2
    backup(old, tmp_path / "backup.db")
    shutil.rmtree(tmp_path / "old")

    new = Machine(tmp_path / "new")
    shutil.copy(tmp_path / "backup.db", new.data / "cadair.db")
    migrate, restore = commands_of("restore")
    new.type(migrate)
    assert "is back" in new.type(restore, f"{sheets[2]}\n{sheets[0]}\n")
    assert new.keys() == before
    verify, serve = commands_of("after")
    assert serve == "cadair serve"
    assert "holds" in new.type(verify)
    rotate, escrow = commands_of("rotate")
    new.type(rotate)
    assert not set(printed_shares(new.type(escrow))) & set(sheets)
    new.type(*commands_of("reseal"))
    assert new.keys() == before


def add_two_children(machine: Machine) -> None:
    app = create_app(settings_in(machine.data, machine.url))
    with app.app_context():
        council_id = people.councils(db.session)["Northmoor"]
        scope_to(db.session, council_id)
        add_children(db.session, council_id, 2)
        db.session.commit()
        db.engine.dispose()
