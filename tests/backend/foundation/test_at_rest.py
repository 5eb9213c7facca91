"""What lies on the disk: not one sealed word, in the database, its journal or a backup."""

import os
import signal
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from cadair.audit.models import AuditEvent
from cadair.foundation.clock import frozen
from cadair.foundation.database import db, scope_to
from tests.backend.commands.test_subject_access import CANARIES, MUMS, fill
from tests.backend.contributions.conftest import NOW, World, a_world

SEALED_WORDS = [*CANARIES.values(), MUMS]
KNOWN = "Teacher Reed"  # a name is not sealed: it shows that the scan is not blind


@pytest.fixture
def world(app):
    with frozen(NOW):
        world = a_world(app)
        fill(world)
        yield world


def readable(files: list[Path]) -> set[str]:
    """The sealed words that stand in any of the files, in either way that text is written."""
    found = set()
    for path in files:
        content = path.read_bytes()
        for word in SEALED_WORDS:
            if any(word.encode(way) in content for way in ("utf-8", "utf-16-le", "utf-16-be")):
                found.add(word)
    return found


def test_no_sealed_word_lies_in_the_database_its_journal_or_a_backup(request, world, tmp_path):
    if request.config.getoption("--database") != "sqlite":
        folder = postgresql_folder(request)
        files = [path for path in folder.rglob("*") if path.is_file()]
        assert any(KNOWN.encode() in path.read_bytes() for path in files)
        assert readable(files) == set()
        return
    with world.app.app_context():
        path = Path(db.engine.url.database)
        db.engine.dispose()
    with sqlite3.connect(path) as source:
        source.execute("VACUUM INTO ?", [str(tmp_path / "vacuumed.db")])
        with sqlite3.connect(tmp_path / "backup.db") as target:
            source.backup(target)
        target.close()
    source.close()
    cut_short(world, path)
    files = sorted(path.parent.glob("cadair.db*")) + sorted(tmp_path.glob("*.db"))
    names = {file.name for file in files}
    assert {"cadair.db", "cadair.db-journal", "vacuumed.db", "backup.db"} <= names
    assert all(KNOWN.encode() in file.read_bytes() for file in files if file.suffix == ".db")
    assert readable(files) == set()


def cut_short(world: World, path: Path) -> None:
    """A process is killed in the middle of a transaction, so that its journal stays behind."""
    child = os.fork()
    if child == 0:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        for table in ("contribution_answer", "contribution", "draft", "person"):
            connection.execute(f"UPDATE {table} SET council_id = council_id || ''")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def postgresql_folder(request: pytest.FixtureRequest) -> Path:
    """Where PostgreSQL keeps its files, everything written out to them."""
    with request.getfixturevalue("_postgresql").connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("CHECKPOINT"))
        folder = connection.execute(text("SHOW data_directory")).scalar_one()
    return Path(folder)


def test_what_is_taken_back_leaves_no_word_behind_either(request, world, tmp_path):
    """The sealed bytes are overwritten too, not only unlinked (secure_delete)."""
    if request.config.getoption("--database") != "sqlite":
        return
    with world.inside() as session:
        row = session.connection().exec_driver_sql("SELECT value FROM contribution_answer LIMIT 1")
        sealed = bytes(row.scalar())
    ada = world.sign_in("Ada")
    mine = ada.get("/api/my/contributions").json["contributions"]
    assert ada.post(f"/api/contributions/{mine[0]['id']}/withdraw").status_code == 200
    with world.app.app_context():
        path = Path(db.engine.url.database)
        db.engine.dispose()
    assert sealed not in path.read_bytes()


def test_no_event_of_the_trail_holds_a_word(world):
    """Nor a name: ids, codes and counts are all that an event has."""
    with world.app.app_context():
        scope_to(db.session, world.council_id)
        events = db.session.query(AuditEvent).all()
        told = [f"{event.event} {event.facts}" for event in events]
    assert len(told) > 15
    for word in [*SEALED_WORDS, "Reed", "Ada", "A1"]:
        assert not [each for each in told if word in each], word


def test_the_scan_would_see_a_word_that_is_not_sealed(request, world, tmp_path):
    """The positive control: one word put where it does not belong is found."""
    if request.config.getoption("--database") != "sqlite":
        return
    word = SEALED_WORDS[0]
    with world.inside() as session:
        session.connection().exec_driver_sql("UPDATE person SET called = ?", (word,))
    with world.app.app_context():
        path = Path(db.engine.url.database)
        db.engine.dispose()
    assert readable([path]) == {word}
