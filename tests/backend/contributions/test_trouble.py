"""A database that is busy or full: nobody loses a word, and it goes on by itself afterwards."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from cadair.audit.models import AuditEvent
from cadair.contributions.models import Contribution, ContributionAnswer, Draft
from cadair.contributions.rules import flooding
from cadair.foundation.database import db
from cadair.web.errors import is_busy
from tests.backend.contributions.conftest import an_answer
from tests.backend.contributions.test_drafting import at, content, save
from tests.backend.contributions.test_sharing import rows, share

BUSY = {"code": "busy", "status": 503}
FULL = {"code": "no_room", "status": 507}
LONG = "It goes on and on. " * 400


@pytest.fixture
def on_sqlite(request, world):
    """These are about SQLite's own lock and file; what PostgreSQL says is told apart below."""
    if request.config.getoption("--database") != "sqlite":
        pytest.skip("PostgreSQL has no write lock of its own and no file to fill")
    return world


@contextmanager
def told_each_connection(world, pragma: str, afterwards: str) -> Iterator[None]:
    """Every connection that a request takes is first told one thing, and later another."""
    said = [pragma]

    def tell(connection, *_):
        connection.execute(f"PRAGMA {said[0]}")

    with world.app.app_context():
        engine = db.engine
    event.listen(engine, "checkout", tell)
    try:
        yield
    finally:
        said[0] = afterwards
        engine.connect().close()
        event.remove(engine, "checkout", tell)


@contextmanager
def somebody_else_writing(world) -> Iterator[None]:
    with world.app.app_context():
        other = sqlite3.connect(db.engine.url.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with told_each_connection(world, "busy_timeout=50", "busy_timeout=5000"):
            yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def no_room(world):
    """No page more than there are: what SQLite meets when the disk is full."""
    return told_each_connection(world, "max_page_count=1", "max_page_count=4294967294")


def test_a_database_that_another_writes_to_for_long_is_busy_and_not_broken(on_sqlite, ada, words):
    body = words()
    with somebody_else_writing(on_sqlite):
        for answer in (share(ada, body), ada.get("/api/my/reviews")):
            assert (answer.json, answer.headers["Retry-After"]) == (BUSY, "5")
    assert rows(on_sqlite, Contribution.id) == []
    assert share(ada, body).status_code == 200


@pytest.mark.parametrize(
    ("cause", "busy"),
    [
        (psycopg.errors.DeadlockDetected(), True),
        (psycopg.errors.SerializationFailure(), True),
        (psycopg.errors.LockNotAvailable(), True),
        (psycopg.errors.TooManyConnections(), True),
        (psycopg.errors.UndefinedTable(), False),
    ],
)
def test_what_postgresql_says_when_it_is_busy_is_known(cause, busy):
    assert is_busy(OperationalError("", {}, cause)) is busy


def test_waiting_in_vain_for_a_connection_is_being_busy():
    assert is_busy(PoolTimeout())


@pytest.fixture
def full_with(on_sqlite, ada, words, monkeypatch) -> Callable[[], list[str]]:
    """Shares until there is no room; the ids of what was acknowledged."""
    monkeypatch.setattr(flooding, "MOST_SHARED", 10_000)

    def fill() -> list[str]:
        kept = []
        for length in (len(LONG), 200, 0):
            for _ in range(300):
                said = words(an_answer("home.change", words=LONG[:length] or "x"))
                answer = share(ada, said)
                if answer.status_code != 200:
                    assert answer.json == FULL
                    break
                kept.append(answer.json["id"])
            else:
                pytest.fail("there was always room")
        return kept

    return fill


def test_a_full_disk_refuses_loses_nothing_and_goes_on_without_a_restart(
    on_sqlite, ada, words, full_with
):
    carol = on_sqlite.sign_in("Carol")
    assert save(carol, at(on_sqlite), content("Kept", form="carer")).status_code == 200
    body = words(an_answer("home.change", words=LONG))
    with no_room(on_sqlite):
        kept = full_with()
        assert share(ada, body).json == FULL
        assert save(carol, at(on_sqlite), content(LONG, form="carer"), 1).json == FULL
        assert carol.get(at(on_sqlite)).json["content"] == content("Kept", form="carer")
        assert ada.get("/api/me").json["called"]  # who only looks at themselves is let in
        assert len(rows(on_sqlite, Contribution.id)) == len(kept)
    assert share(ada, body).status_code == 200
    own = {each["id"] for each in ada.get("/api/my/contributions").json["contributions"]}
    assert own > set(kept)
    assert len(own) == len(kept) + 1
    with on_sqlite.inside() as session:
        assert session.connection().execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_what_the_trail_cannot_be_told_is_not_done_and_not_shown(on_sqlite, ada, words):
    shared = share(ada, words()).json["id"]
    save(ada, at(on_sqlite), content("Half a thought"))
    before = rows(on_sqlite, AuditEvent.id)
    with on_sqlite.inside() as session:
        session.connection().execute(
            text(
                "CREATE TRIGGER full BEFORE INSERT ON audit_event"
                " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
            )
        )
    refused = [
        share(ada, words()),
        ada.post(f"/api/contributions/{shared}/withdraw"),
        ada.delete(at(on_sqlite)),
        ada.get("/api/my/contributions"),
        ada.get("/api/my/reviews"),
    ]
    assert [each.json for each in refused] == [FULL] * len(refused)
    assert [str(row.id) for row in rows(on_sqlite, Contribution.id)] == [shared]
    assert rows(on_sqlite, ContributionAnswer.id, where=ContributionAnswer.value.is_(None)) == []
    assert rows(on_sqlite, Draft.revision, where=Draft.content.is_not(None)) == [(1,)]
    assert rows(on_sqlite, AuditEvent.id) == before
