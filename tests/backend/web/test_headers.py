"""The headers of pages, files, errors and refusals, exactly as they stand in a table by hand."""

import gzip
import socket
import sqlite3
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError
from waitress import create_server

from cadair.app import create_app
from cadair.people import rules
from tests.conftest import browser, settings_in
from tests.world.headers import API, FILE, HASHED, JSON, NOTHING, PAGE, told

ADDRESSES = ("/", "/say/home/face", "/join", "/children/none", "/anything/at/all")


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser of an installation whose client is built."""
    built = tmp_path / "client"
    (built / "assets").mkdir(parents=True)
    for name in ("index.html", "icon.svg", "sw.js", "manifest.webmanifest", "assets/a-1.js"):
        (built / name).write_text("made up")
        (built / f"{name}.gz").write_bytes(gzip.compress(b"made up"))  # as the build does
    app = create_app(settings_in(tmp_path, "sqlite://"))
    return browser(app)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_page(client, method, address):
    answer = client.open(address, method=method)
    assert answer.status_code == 200
    assert told(answer) == PAGE


def test_a_page_that_the_browser_has_already(client):
    with client.get("/") as before:
        etag = before.headers["ETag"]
    answer = client.get("/", headers={"If-None-Match": etag})
    assert answer.status_code == 304
    assert told(answer).items() <= PAGE.items()


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("address", "kind", "expected"),
    [
        ("/icon.svg", "image/svg+xml", FILE),
        ("/manifest.webmanifest", "application/manifest+json", FILE),
        ("/sw.js", 'text/javascript; charset="utf-8"', FILE),
        ("/assets/a-1.js", 'text/javascript; charset="utf-8"', HASHED),
    ],
)
def test_a_file(client, method, address, kind, expected):
    answer = client.open(address, method=method)
    assert answer.status_code == 200
    assert told(answer) == {**expected, "Content-Type": kind}


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/assets/none.js", 404),
        ("GET", "/index.html", 404),
        ("GET", "/.env", 404),
        ("POST", "/", 405),
        ("POST", "/icon.svg", 405),
        ("PUT", "/assets/a-1.js", 405),
        ("TRACE", "/", 405),
    ],
)
def test_what_is_not_there_or_not_for_that(client, method, address, status):
    answer = client.open(address, method=method)
    assert answer.status_code == status
    assert told(answer) == NOTHING


def test_another_way_to_write_an_address_leads_to_the_page(client):
    answer = client.get("//")
    assert (answer.status_code, answer.headers["Location"]) == (308, "http://localhost/")
    assert told(answer) == {
        **NOTHING,
        "Content-Type": "text/html; charset=utf-8",
        "Location": "http://localhost/",
    }


def test_another_host_is_not_answered(client):
    for address, expected in (("/", NOTHING), ("/api/me", {**API, **JSON})):
        answer = client.get(address, headers={"Host": "elsewhere.example"})
        assert answer.status_code == 400
        assert told(answer) == expected


ERRORS = {
    400: ("POST", "/api/sign-in", {"data": b"{", "content_type": "application/json"}),
    401: ("GET", "/api/me", {}),
    403: ("POST", "/api/sign-in", {"headers": {"Sec-Fetch-Site": "cross-site"}}),
    404: ("GET", "/api/none", {}),
    405: ("DELETE", "/api/me", {}),
    413: ("POST", "/api/sign-in", {"data": b"[" * 1_100_000}),
    422: ("POST", "/api/sign-in", {"json": {}}),
}


@pytest.mark.parametrize("status", ERRORS)
def test_an_error(app: Flask, status):
    method, address, sent = ERRORS[status]
    answer = browser(app).open(address, method=method, **sent)
    assert answer.status_code == status, answer.text
    assert told(answer) == {**API, **JSON}
    assert set(answer.json) <= {"code", "status", "fields"}


def busy(*_: object) -> None:
    cause = sqlite3.OperationalError("database is locked")
    cause.sqlite_errorcode = sqlite3.SQLITE_BUSY
    raise OperationalError("SELECT", {}, cause)


def full(*_: object) -> None:
    cause = sqlite3.OperationalError("database or disk is full")
    cause.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise OperationalError("INSERT", {}, cause)


def broken(*_: object) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("happens", "status", "besides"),
    [(broken, 500, {}), (busy, 503, {"Retry-After": "5"}), (full, 507, {})],
)
def test_a_fault_of_ours(app: Flask, monkeypatch, happens, status, besides):
    monkeypatch.setattr(rules, "offered_words", happens)
    answer = browser(app).get("/api/passphrase-offer")
    assert answer.status_code == status
    assert told(answer) == {**API, **JSON, **besides}


@pytest.mark.parametrize(
    "sent",
    [
        b"<script>x()</script>\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX-<b>: " + b"<b>" * 100_000 + b"\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: <b>\r\n\r\n",
    ],
    ids=["no request", "too much", "a strange encoding"],
)
def test_what_is_no_request_is_answered_by_the_server_in_plain_words(app: Flask, sent):
    """Before Cadair is asked: text, none of it the sender's, nothing for a browser to run."""
    server = create_server(app, host="127.0.0.1", port=0, ident=None)
    threading.Thread(target=server.run, daemon=True).start()
    with socket.create_connection(("127.0.0.1", server.effective_port), timeout=5) as asking:
        asking.sendall(sent)
        answer = b""
        with suppress(ConnectionResetError):  # what it did not read it throws away
            while got := asking.recv(65536):
                answer += got
    server.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *headers = head.decode().split("\r\n")
    assert status.split()[1][0] in "45"
    assert {line.partition(":")[0] for line in headers} <= {
        "Connection", "Content-Length", "Content-Type", "Date",
    }  # fmt: skip
    assert "Content-Type: text/plain; charset=utf-8" in headers
    assert b"<" not in body
