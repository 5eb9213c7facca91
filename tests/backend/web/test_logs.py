"""No word, cookie, id or address of anybody reaches a log, whatever goes wrong."""

import io
import logging
import subprocess
import sys
from uuid import uuid4

import pytest
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
