"""What lies on the disk and in the logs after all of it: no word, no key, nothing that opens."""

import base64
import io
import logging
import sqlite3
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from cadair.audit.models import AuditEvent
from cadair.children import queries as children
from cadair.foundation import council_keys
from cadair.foundation.database import db
from tests.backend.foundation.test_at_rest import cut_short, postgresql_folder
from tests.security.canaries.asking import ids_of_all_kinds
from tests.security.canaries.reading import found_in
from tests.security.canaries.words import canary, every_canary, sealed_ones
from tests.security.canaries.world import Canaries

UNSEALED = "teacher.name"  # names are not sealed: it shows that the scan is not blind


def keys(canaries: Canaries) -> dict[str, bytes]:
    """Every key that opens something, as its bytes."""
    found = {}
    for name, world in (("north", canaries.north), ("south", canaries.south)):
        with world.inside() as session:
            found[f"{name}'s own"] = council_keys.own_key(session)
            number, found[f"{name}'s"] = council_keys.wrapping_key(session)
            assert number
            whose = ("Ada", "Ben") if name == "north" else ("Zoe",)
            for child in whose:
                found[child] = children.sealing_key(session, child_id=world.ids[child])
    return found


def readable(content: bytes, canaries: Canaries) -> set[str]:
    """What stands in it of sealed words, keys, and what opens something."""
    low = content.lower()
    words = {**sealed_ones(), **canaries.opens.secrets}
    found = {
        name
        for name, word in words.items()
        for way in ("utf-8", "utf-16-le", "utf-16-be")
        if word.lower().encode(way) in low
    }
    for name, key in keys(canaries).items():
        written = (key, key.hex().encode(), base64.b64encode(key), base64.urlsafe_b64encode(key))
        found |= {f"key of {name}" for one in written if one in content}
    return found


@pytest.fixture
def files(request: pytest.FixtureRequest, canaries: Canaries, tmp_path: Path) -> list[Path]:
    """The database as it lies, what a killed process leaves of it, and copies by two ways."""
    if request.config.getoption("--database") != "sqlite":
        folder = postgresql_folder(request)
        return [path for path in folder.rglob("*") if path.is_file()]
    with canaries.north.app.app_context():
        path = Path(str(db.engine.url.database))
        db.engine.dispose()
    with sqlite3.connect(path) as source:
        source.execute("VACUUM INTO ?", [str(tmp_path / "vacuumed.db")])
        with sqlite3.connect(tmp_path / "backup.db") as target:
            source.backup(target)
        target.close()
        (tmp_path / "dumped.db").write_text("\n".join(source.iterdump()), "utf-8")
    source.close()
    cut_short(canaries.north, path)
    # The whole folder: whatever else a process may have left beside its database.
    found = [each for each in (*path.parent.rglob("*"), *tmp_path.glob("*.db")) if each.is_file()]
    assert {"cadair.db", "cadair.db-journal", "vacuumed.db"} <= {each.name for each in found}
    return found


def test_the_disk_holds_no_sealed_word_no_key_and_nothing_that_opens(canaries, files):
    assert len(sealed_ones()) >= 60
    whole = b"\n".join(path.read_bytes() for path in files)
    assert canary(UNSEALED).encode() in whole
    assert readable(whole, canaries) == set()


def test_the_trail_holds_no_canary_at_all_not_even_a_name(canaries):
    for world in (canaries.north, canaries.south):
        with world.inside() as session:
            events = session.scalars(select(AuditEvent)).all()
            told = "\n".join(f"{each.event} {each.actor_job} {each.facts}" for each in events)
        assert len(events) > 3
        assert found_in(told.encode(), {**every_canary(), **canaries.opens.secrets}) == set()


def test_the_log_holds_no_canary_no_secret_and_no_id(canaries, said_aloud):
    """After everybody did everything, and asked for everything, wrongly too."""
    logging.getLogger("cadair").warning("the log is on")
    logged = said_aloud.getvalue()
    assert "the log is on" in logged
    secrets = {**every_canary(), **canaries.opens.secrets}
    assert found_in(logged.encode(), secrets) == set()
    ids = {str(each) for kind in ids_of_all_kinds(canaries.north.app).values() for each in kind}
    assert [each for each in ids if each in logged] == []
    for never in ("Cookie", "__Host-", "?form=", "&show=", "passphrase"):
        assert never not in logged


def test_postgresqls_own_log_repeats_no_value_that_met_an_error(request, canaries):
    """As two people are to have one e-mail address, and a row breaks a rule of its table."""
    if request.config.getoption("--database") != "postgresql":
        return  # SQLite keeps no log
    with canaries.north.inside() as session:
        asked = session.connection().execute(text("SHOW log_error_verbosity"))
        assert asked.scalar_one() == "terse"  # row-level security hides most, but not of all tables
    log = postgresql_folder(request) / "log"
    before, errors = len(log.read_text("utf-8", "replace")), 0
    for wrong in (
        "UPDATE person SET email = :word WHERE job = 'parent'",  # unique
        "UPDATE person SET language = NULL WHERE name LIKE :word",  # the row is repeated
        "UPDATE relationship SET person_id = gen_random_uuid() WHERE :word <> ''",  # no such person
    ):
        with canaries.north.inside() as session:
            try:
                word = "%" if "LIKE" in wrong else canary("priya.email")
                session.connection().execute(text(wrong), {"word": word})
            except DBAPIError:
                errors += 1
            session.rollback()
    said = log.read_text("utf-8", "replace")[before:]
    assert errors == said.count("ERROR:") == 3
    assert found_in(said.encode(), every_canary()) == set()


def test_the_scan_of_the_disk_is_not_blind(canaries, tmp_path):
    planted = io.BytesIO()
    planted.write(canary("mum.private").encode("utf-16-le"))
    planted.write(base64.b64encode(keys(canaries)["Ada"]))
    planted.write(canaries.opens.secrets["Priya's authenticator"].encode())
    seen = readable(planted.getvalue(), canaries)
    assert seen == {"mum.private", "key of Ada", "Priya's authenticator"}
    assert isinstance(canaries.north.child_id, UUID)
