"""The separate program names the first entry that somebody changed, whatever they did to it."""

import json
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import HTTPError
from uuid import UUID, uuid4

import pytest

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.commands import anchoring, sweeps
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.people import actions as people
from cadair.people.models import Nation
from cadair_trail import verify

ENTRIES = 40
LIFT_THE_GUARDS = "".join(
    f"DROP TRIGGER {table}_no_{verb};"
    for table in ("audit_event", "audit_link")
    for verb in ("update", "delete")
)


@pytest.fixture
def council_id(app) -> UUID:
    """A council with a chain of forty entries, the events of hours."""
    with app.app_context():
        council = people.add_council(
            db.session, keyring=app.extensions["cadair.keyring"], name="Bro Gwynfryn",
            nation=Nation.WALES,
        )  # fmt: skip
        for number in range(ENTRIES):
            audit.note(
                db.session, actor=the_service(council), event="child.read", child_id=uuid4(),
                facts={"number": number, "ŵ": ["1", None]},
                now=now() - timedelta(minutes=3 * (ENTRIES - number)),
            )  # fmt: skip
        assert audit.chain(db.session) == ENTRIES
        db.session.commit()
    return council


@pytest.fixture
def url(app) -> str:
    with app.app_context():
        return db.engine.url.render_as_string(hide_password=False)


@pytest.fixture
def anchors(app, council_id, tmp_path) -> Path:
    folder = tmp_path / "anchors"
    folder.mkdir()
    with app.app_context():
        scope_to(db.session, council_id)
        assert anchoring.send_head(db.session, now(), to=f"folder:{folder}") == 1
    return folder


def test_an_untouched_chain_holds(url, anchors, capsys):
    assert verify.main(["--database", url, "--anchors", str(anchors), "--at-most", "5"]) == 0
    assert f"chain of {ENTRIES} entries holds" in capsys.readouterr().out


def test_the_program_runs_alone_on_another_machine(request, url, anchors, tmp_path):
    """Copied away from Cadair, in a Python that is told to look nowhere else."""
    if request.config.getoption("--database") != "sqlite":
        return
    alone = tmp_path / "elsewhere.py"
    shutil.copy(verify.__file__, alone)
    done = subprocess.run(
        [sys.executable, "-I", "-S", alone, "--database", url, "--anchors", anchors],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def altered(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        "UPDATE audit_event SET event = 'child.seen' WHERE id = "
        "(SELECT event_id FROM audit_link WHERE number = ?)",
        [number],
    )


def deleted(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        "DELETE FROM audit_event WHERE id = (SELECT event_id FROM audit_link WHERE number = ?)",
        [number],
    )
    connection.execute("DELETE FROM audit_link WHERE number = ?", [number])


def swapped(connection: sqlite3.Connection, number: int) -> None:
    """With the next one; the last with the one before it."""
    one, other = (number, number + 1) if number < ENTRIES else (number - 1, number)
    ids = dict(connection.execute("SELECT number, event_id FROM audit_link").fetchall())
    connection.execute("UPDATE audit_link SET event_id = 'x' WHERE number = ?", [one])
    connection.execute("UPDATE audit_link SET event_id = ? WHERE number = ?", [ids[one], other])
    connection.execute("UPDATE audit_link SET event_id = ? WHERE number = ?", [ids[other], one])


def inserted(connection: sqlite3.Connection, number: int) -> None:
    """Another event takes this number, and all after it move on."""
    new = uuid4().hex
    connection.execute(
        "INSERT INTO audit_event (id, at, event, facts, council_id) SELECT ?, e.at, 'child.read', "
        "'{}', e.council_id FROM audit_event e JOIN audit_link l ON l.event_id = e.id "
        "WHERE l.number = ?",
        [new, number],
    )
    connection.execute("UPDATE audit_link SET number = -number WHERE number >= ?", [number])
    connection.execute("UPDATE audit_link SET number = 1 - number WHERE number < 0")
    connection.execute(
        "INSERT INTO audit_link SELECT council_id, ?, ?, digest FROM audit_link WHERE number = ?",
        [number, new, number + 1],
    )


def truncated(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        "DELETE FROM audit_event WHERE id IN (SELECT event_id FROM audit_link WHERE number >= ?)",
        [number],
    )
    connection.execute("DELETE FROM audit_link WHERE number >= ?", [number])


TAMPERINGS = (altered, deleted, swapped, inserted, truncated)


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda one: one.__name__)
def test_whatever_is_done_to_any_entry_the_first_bad_one_is_named(
    request, url, anchors, council_id, tampering
):
    if request.config.getoption("--database") != "sqlite":
        return  # there nobody but the database's owner comes so far: see test_trail
    path = url.removeprefix("sqlite:///")
    known, _ = verify.read_anchors(anchors)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(LIFT_THE_GUARDS)
        for number in range(1, ENTRIES + 1):
            connection.execute("BEGIN")
            tampering(connection, number)
            database = verify.Database.__new__(verify.Database)
            database.is_sqlite, database.connection = True, connection
            found = verify.check(database.entries(), known)
            connection.execute("ROLLBACK")
            first = min(number, ENTRIES - 1) if tampering is swapped else number
            assert found.bad[str(council_id)].number == first


def test_a_chain_that_was_written_anew_shows_against_the_anchors(anchors, council_id):
    known, _ = verify.read_anchors(anchors)
    entries, before = [], verify.FIRST_DIGEST
    for number in range(1, ENTRIES + 1):
        event = dict.fromkeys(verify.COLUMNS) | {"council_id": str(council_id), "event": "forged"}
        before = verify.digest(before, event)
        entries.append(verify.Entry(str(council_id), number, before, event))
    assert verify.check(entries, {}).bad == {}
    assert "written anew" in verify.check(entries, known).bad[str(council_id)].why


def test_an_event_of_another_council_and_one_in_no_chain_are_named(
    request, url, council_id, capsys
):
    if request.config.getoption("--database") != "sqlite":
        return
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        connection.execute(
            "INSERT INTO audit_event (id, at, event, facts, council_id) "
            "SELECT ?, '2026-01-01 00:00:00.000000', 'child.read', '{}', council_id "
            "FROM audit_event LIMIT 1",
            [uuid4().hex],
        )
        connection.commit()
        assert verify.main(["--database", url]) == 1
        assert "stands in no chain" in capsys.readouterr().out
        connection.executescript(LIFT_THE_GUARDS)
        connection.execute(
            "UPDATE audit_event SET council_id = ? WHERE id = "
            "(SELECT event_id FROM audit_link WHERE number = 7)",
            [uuid4().hex],
        )
        connection.commit()
    assert verify.main(["--database", url]) == 1
    assert "entry 7 is an event of another council" in capsys.readouterr().out


def test_what_cannot_be_read_is_said_so(tmp_path, capsys):
    assert verify.main(["--database", f"sqlite:///{tmp_path}/none.db"]) == verify.UNREADABLE
    assert "could not be read" in capsys.readouterr().err


def test_an_anchor_goes_to_a_command_and_to_an_address(app, council_id, tmp_path, monkeypatch):
    kept, posted = tmp_path / "kept", []
    monkeypatch.setattr(anchoring, "_post", lambda address, line: posted.append((address, line)))
    with app.app_context():
        for to in (f"command:tee {kept}", "https://witness.example/anchors"):
            scope_to(db.session, council_id)
            anchoring.send_head(db.session, now(), to=to)
    line = json.loads(kept.read_text("utf-8"))
    assert line["number"] == ENTRIES
    assert posted[0][0] == "https://witness.example/anchors"
    assert json.loads(posted[0][1])["digest"] == line["digest"]


def test_an_anchor_goes_where_it_was_set_to_and_follows_nobody_elsewhere():
    asked = []

    class SaysElsewhere(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        do_GET = do_POST  # noqa: N815 - how a redirect would come back

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), SaysElsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with pytest.raises(HTTPError):
        anchoring._post(f"http://127.0.0.1:{server.server_port}/keep", "{}")
    server.shutdown()
    server.server_close()
    assert asked == ["/keep"]


def test_an_anchor_is_never_older_than_five_minutes():
    every = {sweep.name: sweep.every for sweep in sweeps.SWEEPS}
    assert every["keep an anchor"] + timedelta(seconds=anchoring.SECONDS) < timedelta(minutes=5)
    assert every["chain the trail"] <= timedelta(minutes=1)
