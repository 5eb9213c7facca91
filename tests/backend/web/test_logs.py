"""No word, cookie, id or address of anybody reaches a log, whatever goes wrong."""

import io
import logging
import socket
import subprocess
import sys
import threading
import time
from uuid import uuid4

import pytest
import waitress
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.foundation import logs
from cadair.foundation.clock import frozen
from tests.backend.contributions.conftest import NOW, World, a_world, an_answer

CANARY = "CANARY-a-word-of-a-child"


@pytest.fixture
def world(app):
    with frozen(NOW):
        yield a_world(app)


@pytest.fixture
def said():
    """Everything that is logged, as the installation writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.WordlessFormatter())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


def everything(world: World):
    """A request of every kind that carries somebody's words, and who sends it."""
    review, child = world.review_id, world.child_id
    content = {
        "form": "child_12_to_15", "form_version": 1, "language": "en",
        "helper": {"name": CANARY, "who": "advocate"},
        "answers": {"home.face": {"words": CANARY, "audience": "only_my_iro"}},
    }  # fmt: skip
    shared = {
        **content, "review_id": str(review), "replaces": None,
        "answers": [an_answer("home.face", words=CANARY)],
    }  # fmt: skip
    part = {
        "id": str(uuid4()), "title": CANARY, "how": "in_person", "minutes": 45, "people": [],
        "starts_at": "2026-04-05T15:30:00Z", "place": CANARY, "video_link": None,
    }  # fmt: skip
    tagged = {"If-Match": '"1"'}
    yield "Ada", "PUT", f"/api/my/drafts/{review}", {"content": content}, {"If-Match": '"0"'}
    yield "Ada", "PUT", f"/api/contributions/{uuid4()}", shared, {}
    yield "Ada", "GET", f"/api/my/who-has-seen?before={CANARY}", None, {}
    yield "Ada", "GET", "/api/my/who-has-seen", None, {}
    yield "Priya", "PUT", f"/api/reviews/{review}/plan", {"parts": [part]}, tagged
    yield "Priya", "PUT", f"/api/reviews/{review}/participation-code", {
        "code": "PN4", "reason": CANARY,
    }, {}  # fmt: skip
    yield "Priya", "PUT", f"/api/reviews/{review}/attempts/{uuid4()}", {
        "person_id": str(world.ids["Mum"]), "how": "phone", "reached": False, "note": CANARY,
    }, {}  # fmt: skip
    yield "Priya", "GET", f"/api/reviews/{review}/summary", None, {}
    yield "Boss", "PUT", f"/api/children/{child}/broken-glass/{uuid4()}", {
        "reason": CANARY, "unsafe_to_tell": False,
    }, {}  # fmt: skip
    yield None, "POST", "/api/sign-in", {"who": CANARY, "passphrase": CANARY}, {}
    yield None, "POST", "/api/cards/look", {"card": CANARY}, {}
    yield None, "GET", f"/api/{CANARY}", None, {}


def broken_commit(*_args, **_kwargs):
    """A database that repeats what it was sent, as PostgreSQL's detail does."""
    orig = ValueError(f"duplicate key\nDETAIL: Key (words)=({CANARY}) already exists.")
    raise IntegrityError(f"INSERT {CANARY}", {"words": CANARY}, orig)


@pytest.mark.parametrize("breaks", ["commit", "flush", "nothing"])
def test_no_word_cookie_id_or_address_reaches_the_log(world, said, monkeypatch, breaks):
    browsers = {who: world.sign_in(who) for who in ("Ada", "Priya", "Boss")}
    browsers[None] = world.app.test_client()
    browsers[None].environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    if breaks != "nothing":
        monkeypatch.setattr(Session, breaks, broken_commit)
    failed = 0
    for who, method, path, body, headers in everything(world):
        answer = browsers[who].open(path, method=method, json=body, headers=headers)
        failed += answer.status_code == 500
        assert CANARY not in answer.text or breaks == "nothing"
    logged = said.getvalue()
    if breaks != "nothing":
        assert failed >= 5
        assert "IntegrityError" in logged
        assert "blueprint.py" in logged  # where it happened is told
    assert CANARY not in logged
    for secret in (str(world.review_id), str(world.child_id), "__Host-", "token of", "?before"):
        assert secret not in logged, secret


def test_a_line_cannot_be_forged(said):
    log = logging.getLogger("cadair.test")
    for forged in ("a\r\n2026-01-01 INFO root: all is well", "a\x1b[2Jb", "a\u2028b", "a\x85b"):
        log.warning("it said %s", forged)
    lines = said.getvalue().splitlines()
    assert len(lines) == 4
    assert all("WARNING cadair.test: it said" in line for line in lines)


def test_a_line_says_when_in_utc_whatever_the_machines_own_time(monkeypatch):
    monkeypatch.setattr(time, "localtime", lambda *_: pytest.fail("local time"))
    record = logging.makeLogRecord({"name": "cadair.test", "msg": "it said", "created": 1.5})
    record.msecs = 500
    assert logs.WordlessFormatter().format(record).startswith("1970-01-01T00:00:01.500Z ")


def test_an_error_is_told_by_its_kind_and_place_and_a_locked_database_by_its_name(said):
    log = logging.getLogger("cadair.test")
    try:
        try:
            int(CANARY)
        except ValueError as why:
            raise KeyError(CANARY) from why
    except KeyError:
        log.exception("went wrong")
    import sqlite3

    try:
        raise sqlite3.OperationalError("database is locked")
    except sqlite3.OperationalError:
        log.exception("went wrong")
    logged = said.getvalue()
    assert CANARY not in logged
    assert "builtins.KeyError" in logged
    assert "builtins.ValueError" in logged
    assert "test_logs.py" in logged
    assert "database is locked" in logged


def test_an_error_that_ends_a_command_says_no_word_either(tmp_path):
    program = f"from cadair.foundation import logs\nlogs.settle()\nraise RuntimeError({CANARY!r})\n"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "RuntimeError" in done.stderr
    assert CANARY not in done.stderr


def test_an_error_that_not_even_the_handler_answers_tells_no_address(world, said, monkeypatch):
    """As when the database is gone, so that nothing can be taken back either."""
    ada = world.sign_in("Ada")
    monkeypatch.setattr(Session, "commit", broken_commit)
    monkeypatch.setattr(Session, "rollback", broken_commit)
    answer = ada.get(f"/api/my/drafts/{world.review_id}?form=own")
    assert answer.status_code == 500
    assert CANARY not in answer.text
    logged = said.getvalue()
    assert "GET /api/my/drafts/<uuid:review_id> failed" in logged
    for secret in (CANARY, str(world.review_id), "form="):
        assert secret not in logged


def test_of_what_a_library_says_only_the_place_and_numbers_are_told(said):
    logging.getLogger("waitress").error(f"Exception while serving /api/{CANARY}")  # noqa: G004
    logging.getLogger("urllib3.connectionpool").warning("Retrying: %s", f"/token?code={CANARY}")
    logging.getLogger("somebody").warning("%(who)s", {"who": CANARY})
    logging.getLogger("cadairish").warning(CANARY)
    logging.getLogger("waitress.queue").warning("Task queue depth is %d", 7)
    logged = said.getvalue()
    assert CANARY not in logged
    assert logged.count("test_logs.py:") == 4
    assert "Task queue depth is 7" in logged


OUTSIDE = """
import gc, logging, threading
from cadair.foundation import logs
logs.settle()
def breaks():
    raise RuntimeError({word!r})
thread = threading.Thread(target=breaks)
thread.start()
thread.join()
class Gone:
    def __del__(self):
        raise ValueError({word!r})
Gone()
gc.collect()
logging.getLogger("cadair").warning("%d of %s", {word!r})
"""


def test_nor_does_an_error_of_a_thread_or_one_that_cannot_be_raised_or_logged():
    done = subprocess.run(
        [sys.executable, "-c", OUTSIDE.format(word=CANARY)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert CANARY not in done.stdout + done.stderr
    assert "builtins.RuntimeError" in done.stderr
    assert "builtins.ValueError" in done.stderr


@pytest.fixture
def server(world, monkeypatch):
    """A real server, whose application breaks for whoever asks for /break."""

    def breaks(environ, start_response):
        if environ["PATH_INFO"].startswith("/break"):
            raise RuntimeError(CANARY)
        return world.app(environ, start_response)

    made = waitress.create_server(
        breaks, host="127.0.0.1", port=0, threads=2, clear_untrusted_proxy_headers=True
    )
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    yield made.effective_port
    made.close()
    made.task_dispatcher.shutdown()
    thread.join(5)


STRANGE = (
    f"GET /break/{CANARY}?code={CANARY} HTTP/1.1",
    "GET /break/a%0d%0a2026-01-01%20INFO%20root:%20all%20is%20well HTTP/1.1",
    f"GET /api/me?{CANARY} HTTP/1.1\r\nCookie: __Host-sid={CANARY}\r\nForwarded: {CANARY}=1",
    f"GET /api/{CANARY}\x01\x1b[2J HTTP/1.1",
    f"{CANARY} /api/me HTTP/9.9",
    f"POST /api/sign-in HTTP/1.1\r\nContent-Length: {CANARY}",
    f"POST /api/sign-in HTTP/1.1\r\nTransfer-Encoding: {CANARY}",
    f"GET http://{CANARY}/ HTTP/1.1\r\nX-Forwarded-For: {CANARY}\r\nX-Forwarded-Proto: {CANARY}",
    f"GET / HTTP/1.1\r\n{CANARY}",
)


def test_a_real_server_that_is_asked_strangely_says_nothing_of_it(server, said):
    for asked in STRANGE:
        with socket.create_connection(("127.0.0.1", server), timeout=5) as line:
            line.sendall(
                f"{asked}\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("latin-1")
            )
            answer = b""
            while part := line.recv(65536):
                answer += part
        assert answer.startswith(b"HTTP/1."), asked
    logged = said.getvalue()
    assert "RuntimeError" in logged
    assert CANARY not in logged
    assert "all is well" not in logged
    assert "\x1b" not in logged
