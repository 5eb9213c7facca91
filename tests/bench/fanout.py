"""From one press of Next to the last of 300 open streams of a meeting.

Beside it a bare asyncio process tells 300 streams as many bytes, and keeps nothing.
"""

import json
import os
import selectors
import socket
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from uuid import uuid4

from tests.bench.demo_world import Demo
from tests.bench.figures import Figures, rss_mb
from tests.bench.live_room import open_room
from tests.bench.load import on_the_other_core, server
from tests.journeys.conftest import CADAIR, free_port

STREAMS = 300
ROUNDS = 5
WRITINGS = 15  # of a round
HEAD = (
    "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
    "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
    "Content-Length: {size}\r\n\r\n"
)

Writing = tuple[bytes, bytes]  # a request, and what every stream says once it has been told


@dataclass
class Side:
    """One of the two servers, what is open to it, and how long each writing took, in ms."""

    port: int
    seats: list[tuple[str, str]]
    write: Callable[[], Writing]
    lines: list[socket.socket] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    told: int = 0  # bytes, to all of them together


def measure_fanout(figures: Figures, demo: Demo) -> None:
    """The slowest of 300 receivers, and what a stream holds; whoever writes waits for a commit."""
    room = open_room(demo)
    ours = Side(free_port(), room.streams(STREAMS), _next_in(room.path, room.writer, room.number))
    bare = Side(free_port(), [("/", "")] * STREAMS, lambda: _bare(ours.told // STREAMS))
    environment = {**demo.environment, "PORT": str(ours.port)}
    bare_command = [sys.executable, "-m", "tests.bench.bare_fanout", str(bare.port)]
    with (
        server([str(CADAIR), "serve"], environment, ours.port) as process,
        server(bare_command, dict(os.environ), bare.port),
        on_the_other_core(),
    ):
        with _watching(ours, 30):
            _write(ours)
        before = rss_mb(process.pid)
        with _watching(ours, STREAMS), _watching(bare, STREAMS):
            for number in range(ROUNDS + 1):
                for side in (ours, bare):
                    took = [_write(side) for _ in range(WRITINGS)]
                    side.took += took if number else []  # the first round fills caches
            held = rss_mb(process.pid) - before
    for name, side in (("fanout_300", ours), ("fanout_300_bare", bare)):
        figures.saw(f"{name}_p50_ms", statistics.median(side.took), "ms")
        figures.saw(f"{name}_p95_ms", _p95(side), "ms")
    figures.saw("fanout_300_bytes", ours.told / STREAMS, "a stream")
    middle = statistics.median(ours.took) / statistics.median(bare.took)
    figures.saw("fanout_300_p50_ratio", middle, "of bare")
    figures.saw("fanout_300_p95_ratio", _p95(ours) / _p95(bare), "of bare")
    figures.saw("fanout_300_kb_per_stream", held * 1024 / STREAMS, "KB")


def _p95(side: Side) -> float:
    return statistics.quantiles(side.took, n=20)[-1]


def _next_in(path: str, cookie: str, number: int) -> Callable[[], Writing]:
    """The child goes on: from the welcome to the rules to the goodbye, and again."""
    items, on = cycle(("welcome", "rules", "goodbye")), number

    def write() -> Writing:
        nonlocal on
        item = next(items)
        event = {"id": str(uuid4()), "kind": "item", "on": on, "item": item}
        on += 1
        told = b'"item":"%b"' % item.encode()  # another than the one before, on every stream
        return _request("POST", f"{path}/events", cookie, {"events": [event]}), told

    return write


def _bare(size: int) -> Writing:
    """A writing of as many bytes as each of our streams is told."""
    mark = uuid4().hex
    return _request("PUT", "/", "", {"mark": mark, "more": "x" * size}), mark.encode()


def _request(method: str, path: str, cookie: str, said: object) -> bytes:
    body = json.dumps(said).encode()
    return HEAD.format(method=method, path=path, cookie=cookie, size=len(body)).encode() + body


@contextmanager
def _watching(side: Side, count: int) -> Iterator[None]:
    with ExitStack() as open_lines:
        for path, cookie in side.seats[:count]:
            line = open_lines.enter_context(socket.create_connection(("127.0.0.1", side.port), 10))
            line.sendall(
                f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()
            )
            told = b""
            while not _is_whole(told):
                told += line.recv(65536)
            assert told.startswith(b"HTTP/1.1 200"), told
            line.setblocking(False)
            side.lines.append(line)
        yield
        side.lines.clear()


def _is_whole(told: bytes) -> bool:
    """Whether an event has arrived to its end, with or without pieces."""
    return told.endswith((b"\n\n", b"\n\n\r\n"))


def _write(side: Side) -> float:
    """Write once; how many milliseconds until the last stream had it."""
    request, mark = side.write()
    waiting = selectors.DefaultSelector()
    for line in side.lines:
        waiting.register(line, selectors.EVENT_READ)
    with socket.create_connection(("127.0.0.1", side.port)) as writer, waiting:
        began = time.perf_counter()
        writer.sendall(request)
        left = dict.fromkeys(side.lines, b"")
        side.told = 0
        while left:
            ready = waiting.select(5)
            assert ready, f"{len(left)} were never told"
            for line in (key.fileobj for key, _ in ready if key.fileobj in left):
                left[line] += line.recv(65536)
                if mark in left[line] and _is_whole(left[line]):
                    side.told += len(left.pop(line))
        took = (time.perf_counter() - began) * 1000
        assert writer.recv(4096).startswith(b"HTTP/1.1 200")
    time.sleep(0.03)
    return took
