"""From one writing to the last of 300 open streams, beside a bare asyncio process that does it."""

import json
import os
import selectors
import socket
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from sqlalchemy import select

from cadair.access.actor import Job
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.people.actions.sessions import start_session
from cadair.people.models import Person
from cadair.people.routes import SESSION_COOKIE
from tests.bench.demo_world import Demo
from tests.bench.figures import Figures, rss_mb
from tests.bench.load import on_the_other_core, server
from tests.journeys.conftest import free_port
from tests.world.two_councils import NORTHMOOR

STREAMS = 300
PEOPLE = 60
ROUNDS = 5
WRITINGS = 15  # of a round


@dataclass
class Side:
    """One of the two servers, and what is open to it."""

    port: int
    watch: str
    write: str
    cookies: list[str]
    streams: list[socket.socket] = field(default_factory=list)
    took: list[float] = field(default_factory=list)


def measure_fanout(figures: Figures, demo: Demo) -> None:
    """The slowest of 300 receivers, and what a stream holds; the writer waits for a commit."""
    cookies = _signed_in(demo, PEOPLE)
    ours = Side(free_port(), "/api/board/stream", "/api/board", cookies)
    bare = Side(free_port(), "/", "/", ["x=1"])
    with (
        server(
            [sys.executable, "-m", "tests.bench.board", str(ours.port)], demo.environment, ours.port
        ) as process,
        server(
            [sys.executable, "-m", "tests.bench.bare_fanout", str(bare.port)],
            dict(os.environ),
            bare.port,
        ),
        on_the_other_core(),
    ):
        with _watching(ours, 30):
            _write(ours, "first")
        before = rss_mb(process.pid)
        with _watching(ours, STREAMS), _watching(bare, STREAMS):
            for number in range(ROUNDS + 1):
                for side in (ours, bare):
                    took = [_write(side, f"{number}-{each}") for each in range(WRITINGS)]
                    side.took += took if number else []  # the first round fills caches
            held = rss_mb(process.pid) - before
    for name, side in (("fanout_300", ours), ("fanout_300_bare", bare)):
        figures.saw(f"{name}_p50_ms", statistics.median(side.took), "ms")
        figures.saw(f"{name}_p95_ms", _p95(side), "ms")
    figures.saw("fanout_300_p95_ratio", _p95(ours) / _p95(bare), "of bare")
    figures.saw("fanout_300_kb_per_stream", held * 1024 / STREAMS, "KB")


def _p95(side: Side) -> float:
    return statistics.quantiles(side.took, n=20)[-1]


def _signed_in(demo: Demo, count: int) -> list[str]:
    """Cookies of so many children who have just signed in."""
    with demo.app.app_context():
        scope_to(db.session, NORTHMOOR)
        children = db.session.scalars(
            select(Person.id).where(Person.job == Job.CHILD).limit(count)
        ).all()
        made = [
            start_session(
                db.session,
                person_id=child,
                council_id=NORTHMOOR,
                job=Job.CHILD,
                device_token=None,
                now=now(),
            )
            for child in children
        ]
        db.session.commit()
    return [f"{SESSION_COOKIE}={each.session_token}" for each in made]


@contextmanager
def _watching(side: Side, count: int) -> Iterator[None]:
    with ExitStack() as open_lines:
        for number in range(count):
            line = open_lines.enter_context(socket.create_connection(("127.0.0.1", side.port), 10))
            cookie = side.cookies[number % len(side.cookies)]
            line.sendall(
                f"GET {side.watch} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()
            )
            told = b""
            while not told.endswith(b"\n\n") and not told.endswith(b"\n\n\r\n"):
                told += line.recv(4096)
            assert told.startswith(b"HTTP/1.1 200"), told
            line.setblocking(False)
            side.streams.append(line)
        yield
        side.streams.clear()


def _write(side: Side, words: str) -> float:
    """Write once; how many milliseconds until the last stream had it."""
    mark = json.dumps(words).encode()
    body = json.dumps({"words": words, "more": "It has been good mostly. " * 20}).encode()
    waiting = selectors.DefaultSelector()
    for line in side.streams:
        waiting.register(line, selectors.EVENT_READ)
    with socket.create_connection(("127.0.0.1", side.port)) as writer, waiting:
        asked = (
            f"PUT {side.write} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {side.cookies[0]}\r\n"
            "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        began = time.perf_counter()
        writer.sendall(asked.encode() + body)
        left = set(side.streams)
        while left:
            ready = waiting.select(5)
            assert ready, f"{len(left)} were never told"
            left -= {key.fileobj for key, _ in ready if mark in key.fileobj.recv(65536)}
        took = (time.perf_counter() - began) * 1000
        assert writer.recv(4096).startswith(b"HTTP/1.1 200")
    time.sleep(0.03)
    return took
