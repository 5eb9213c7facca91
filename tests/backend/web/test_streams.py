"""An open page is told at once what changed, misses nothing, and is told no more when it may not.

Asked of a real server, over a room that is made up: a board that some may watch.
"""

import json
import socket
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self
from uuid import UUID, uuid4

import pytest
from flask import request
from flask.testing import FlaskClient
from sqlalchemy import update

from cadair.access.actor import Job
from cadair.access.policy import Permission
from cadair.commands.listening import server_of
from cadair.foundation.clock import now
from cadair.foundation.database import beyond_councils, db
from cadair.people.models import Device, Person, SignInSession
from cadair.people.routes import SESSION_COOKIE
from cadair.web import hub, streams
from cadair.web.blueprint import NEEDS
from tests.backend.contributions.conftest import World, a_world
from tests.world.headers import API

pytestmark = pytest.mark.own_app  # the board is a part of it


@dataclass
class Board:
    """A topic, as a room would keep it in its tables."""

    topic: UUID = field(default_factory=uuid4)
    revision: int = 1
    words: str = "begun"
    watchers: set[UUID] = field(default_factory=set)
    looks: int = 0

    def look(self, _session, topics, _moment):
        self.looks += 1
        if self.topic not in topics:
            return {}
        return {
            self.topic: streams.Look(
                revision=lambda _: self.revision,
                watchers={*self.watchers},
                told=lambda person: {"words": self.words, "for": str(person)},
            )
        }

    def write(self, words: str) -> None:
        self.words, self.revision = words, self.revision + 1


@pytest.fixture
def board(app):
    made = Board()
    app.extensions[streams.STREAMS].sources["board"] = streams.Source(
        needs=Permission.SEE_OWN_PAGES, look=made.look
    )

    def watch(topic):
        return streams.open_stream("board", topic=topic)

    def write():
        made.write(request.get_json()["words"])
        streams.changed(db.session, topic=made.topic)
        db.session.commit()
        return {}

    app.add_url_rule("/api/boards/<uuid:topic>/stream", "board.watch", watch)
    app.add_url_rule("/api/boards/write", "board.write", write, methods=["POST"])
    app.extensions[NEEDS] |= {
        "board.watch": Permission.SEE_OWN_PAGES,
        "board.write": Permission.SEE_OWN_PAGES,
    }
    return made


@pytest.fixture
def world(app, board) -> World:
    made = a_world(app)
    board.watchers = {made.ids["Ada"], made.ids["Carol"]}
    return made


@pytest.fixture
def server(app, board):
    made = server_of(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    yield made
    made.close()
    thread.join(5)


def signed_in_now(world: World, who: str) -> FlaskClient:
    """A browser of somebody who has signed in this moment."""
    made = world.sign_in(who)
    with world.inside() as session:
        session.execute(
            update(SignInSession)
            .where(SignInSession.person_id == world.ids[who])
            .values(seen_at=now(), expires_at=now() + timedelta(hours=8))
        )
    return made


def cookie_of(world: World, who: str) -> str:
    """Somebody signs in, now."""
    kept = signed_in_now(world, who).get_cookie(SESSION_COOKIE)
    return f"{SESSION_COOKIE}={kept.value}"


class Page:
    """A page that keeps a stream open."""

    def __init__(self, server, path: str, cookie: str, **headers: str) -> None:
        self._line = socket.create_connection(("127.0.0.1", server.effective_port), timeout=5)
        more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        self._line.sendall(
            f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n{more}\r\n".encode()
        )
        self._answer = self._line.makefile("rb")
        self.status = int(self._answer.readline().split()[1])
        self.headers = {}
        while (line := self._answer.readline()) != b"\r\n":
            name, _, value = line.decode().strip().partition(": ")
            self.headers[name] = value
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._answer.close()
        self._line.close()

    def next(self) -> tuple[str, dict] | None:
        """The next event: its id and what it tells; None when the answer has ended, whole."""
        while True:
            while b"\n\n" not in self._rest:
                size = int(self._answer.readline(), 16)
                piece = self._answer.read(size + 2)[:-2]
                if size == 0:
                    assert self._answer.read() == b""
                    return None
                self._rest += piece
            said, _, self._rest = self._rest.partition(b"\n\n")
            fields = dict(
                line.split(": ", 1)
                for line in said.decode().splitlines()
                if not line.startswith(":")
            )
            if "data" in fields:
                return fields["id"], json.loads(fields["data"])

    def send(self, more: bytes) -> None:
        self._line.sendall(more)


@pytest.fixture
def watch(server, world, board):
    with ExitStack() as open_pages:

        def page(who: str, *, cookie: str | None = None, topic=None, **headers: str) -> Page:
            path = f"/api/boards/{topic or board.topic}/stream"
            made = Page(server, path, cookie or cookie_of(world, who), **headers)
            return open_pages.enter_context(made)

        yield page


@pytest.fixture
def write(server, world):
    cookie = cookie_of(world, "Priya")

    def send(words: str) -> None:
        body = json.dumps({"words": words}).encode()
        with socket.create_connection(("127.0.0.1", server.effective_port), timeout=5) as line:
            line.sendall(
                b"POST /api/boards/write HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                b"Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
                + f"Cookie: {cookie}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                + body
            )
            answer = b""
            while got := line.recv(4096):
                answer += got
            assert answer.startswith(b"HTTP/1.1 200"), answer

    return send


def test_everybody_who_watches_is_told_at_once_and_each_their_own(watch, write, world, monkeypatch):
    monkeypatch.setattr(hub, "LOOK_EVERY", 30)  # so that only the commit itself wakes it
    pages = {who: watch(who) for who in ("Ada", "Carol")}
    for who, page in pages.items():
        assert page.next() == ("1", {"words": "begun", "for": str(world.ids[who])})
    began = time.monotonic()
    write("now")
    for who, page in pages.items():
        assert page.next() == ("2", {"words": "now", "for": str(world.ids[who])})
    assert time.monotonic() - began < 1


def test_the_headers_are_those_of_every_answer_and_it_names_no_server(watch):
    headers = watch("Ada").headers
    headers.pop("Date")
    assert headers == API | {
        "Connection": "close",
        "Content-Type": "text/event-stream; charset=utf-8",
        "Transfer-Encoding": "chunked",
    }


def test_what_another_process_changed_is_told_within_a_second(watch, board):
    page = watch("Ada")
    page.next()
    began = time.monotonic()
    board.write("from elsewhere")
    assert page.next()[1]["words"] == "from elsewhere"
    assert time.monotonic() - began < 1


def test_nobody_waits_for_whoever_is_writing_just_then(watch, board, world):
    page = watch("Ada")
    page.next()
    with world.inside() as session:
        session.execute(update(Person).values(language="cy"))
        board.write("meanwhile")
        began = time.monotonic()
        assert page.next()[1]["words"] == "meanwhile"
    assert time.monotonic() - began < 1


def test_whoever_comes_back_has_missed_nothing(watch, write):
    with watch("Ada") as before:
        seen, _ = before.next()
    write("while away")
    write("still away")
    assert watch("Ada", Last_Event_ID=seen).next()[1]["words"] == "still away"


def test_whoever_knows_it_already_is_not_told_again(watch, write):
    page = watch("Ada", Last_Event_ID="1")
    write("new")
    assert page.next()[0] == "2"


@pytest.mark.parametrize("who", ["Stranger", "Boss"])
def test_nobody_else_may_watch(watch, who):
    assert watch(who).status == 404


def test_nor_nobody_nor_what_is_not_there(watch):
    assert watch("Ada", cookie="x=1").status == 401
    assert watch("Ada", topic=uuid4()).status == 404


def signed_out(session, board, person):
    session.execute(update(SignInSession).values(ended_at=now()))


def locked(session, board, person):
    session.execute(update(SignInSession).values(locked_at=now()))


def phone_lost(session, board, person):
    session.execute(update(Device).values(revoked_at=now()))


def run_out(session, board, person):
    session.execute(update(SignInSession).values(expires_at=now()))


def another_job(session, board, person):
    session.execute(update(Person).where(Person.id == person).values(job=Job.ADMINISTRATOR))


def sent_out(session, board, person):
    board.watchers.discard(person)


def over(session, board, person):
    board.topic = uuid4()


@pytest.mark.parametrize(
    "happens", [signed_out, locked, phone_lost, run_out, another_job, sent_out, over]
)
def test_within_a_second_of_losing_the_right_a_stream_has_ended(
    watch, world, board, monkeypatch, happens
):
    """Bar A6; the job of an administrator is given no page of this kind."""
    if happens is another_job:
        board_needs = streams.Source(needs=Permission.CONTRIBUTE, look=board.look)
        world.app.extensions[streams.STREAMS].sources["board"] = board_needs
    page = watch("Carol")
    page.next()
    with world.inside() as session, beyond_councils(session):
        happens(session, board, world.ids["Carol"])
    began = time.monotonic()
    assert page.next() is None
    assert time.monotonic() - began < 1


def test_when_nobody_can_be_looked_up_nobody_is_told(watch, board, world):
    page = watch("Ada")
    page.next()
    world.app.extensions[streams.STREAMS].sources["board"] = streams.Source(
        needs=Permission.SEE_OWN_PAGES, look=lambda *_: 1 / 0
    )
    assert page.next() is None


def test_streams_hold_no_thread(watch, write):
    """Twenty of them on a server with four threads."""
    pages = [watch("Ada") for _ in range(5)] + [watch("Carol") for _ in range(5)]
    for page in pages:
        page.next()
    write("more")
    assert {page.next()[1]["words"] for page in pages} == {"more"}


def test_one_browser_keeps_no_more_than_it_has_tabs(watch, world):
    cookie = cookie_of(world, "Ada")
    for _ in range(hub.MOST_OF_A_SESSION):
        watch("Ada", cookie=cookie).next()
    assert watch("Ada", cookie=cookie).status == 429


def test_a_silent_stream_shows_that_it_lives(watch, monkeypatch, write):
    monkeypatch.setattr(hub, "HEARTBEAT_EVERY", 0.1)
    page = watch("Ada")
    page.next()
    time.sleep(1)
    assert b":\n\n" in page._answer.read1()


def test_whoever_asks_more_on_a_stream_is_cut_off(watch):
    page = watch("Ada")
    page.next()
    page.send(b"GET /api/me HTTP/1.1\r\n\r\n")
    with pytest.raises((ConnectionResetError, ValueError)):
        page.next()


def test_nothing_is_looked_up_while_nobody_watches(watch, board, world):
    with watch("Ada") as page:
        page.next()
        time.sleep(0.6)
        assert board.looks >= 2
    time.sleep(0.5)
    before = board.looks
    time.sleep(0.6)
    assert board.looks == before


def test_an_error_in_its_place_is_an_ordinary_answer(watch, board, monkeypatch):
    monkeypatch.setattr(streams, "_in_pieces", lambda _: 1 / 0)
    page = watch("Ada")
    assert (page.status, page.headers["Content-Type"]) == (500, "application/json")


def test_another_server_tells_once_and_the_page_comes_again(world, board):
    answer = signed_in_now(world, "Ada").get(f"/api/boards/{board.topic}/stream")
    assert answer.status_code == 200
    assert answer.text.startswith("retry: 1000\nid: 1\ndata: {")
