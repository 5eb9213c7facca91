"""Requests a second: Cadair and the bare reference, each behind one Waitress on one core.

A small load generator on the other core keeps four connections busy for a few seconds, first with
one server and then with the other, several times; what is compared is always of the same run.
"""

import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import now, today
from tests.bench.bare import twelve_answers
from tests.bench.bare_messages import one_message, path_of_message
from tests.bench.demo_world import Demo, stop
from tests.bench.figures import PROJECT, Figures
from tests.bench.messages import bare_inbox, fill_inbox
from tests.bench.requests import questions
from tests.journeys.conftest import free_port
from tests.world.two_councils import JADEN

CONNECTIONS = 4
SECONDS = 3.0
ROUNDS = 5
HEAD = (
    "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n"
    "Content-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n"
    "Content-Length: {size}\r\n\r\n"
)


def measure_load(figures: Figures, demo: Demo) -> None:
    """The hot routes, as fast as one worker answers: sharing, Today, an inbox, a message."""
    fill_inbox(demo)
    bare_inbox(demo)
    children, jaden = demo.cookie("priya"), demo.cookie("jaden")
    review_id, asking = demo.review(), questions()

    def share() -> tuple[str, str, str, bytes]:
        return "PUT", f"/api/contributions/{uuid4()}", jaden, twelve_answers(review_id, asking)

    def look() -> tuple[str, str, str, bytes]:
        return "GET", "/api/today", children, b""

    def write() -> tuple[str, str, str, bytes]:
        return "PUT", path_of_message(JADEN), jaden, one_message()

    def inbox() -> tuple[str, str, str, bytes]:
        return "GET", "/api/inbox", children, b""

    ours, bare = free_port(), free_port()
    told = [str(bare), str(demo.path), str(demo_id("priya")), str(today(now()))]
    bare_command = [sys.executable, "-m", "tests.bench.bare", *told]
    environment = {**demo.environment, "PORT": str(ours)}
    with (
        server([sys.executable, "-m", "tests.bench.ours"], environment, ours),
        server(bare_command, dict(os.environ), bare),
        on_the_other_core(),
    ):
        for name, request in (
            ("today", look), ("share", share), ("inbox", inbox), ("message", write),
        ):  # fmt: skip
            rates = [(_rate(ours, request), _rate(bare, request)) for _ in range(ROUNDS)]
            figures.saw(f"rps_{name}", statistics.median(each[0] for each in rates), "a second")
            figures.saw(
                f"rps_{name}_bare", statistics.median(each[1] for each in rates), "a second"
            )
            ratio = statistics.median(ours / bare for ours, bare in rates)
            figures.saw(f"rps_{name}_ratio", ratio, "of bare")


@contextmanager
def server(
    command: list[str], environment: dict[str, str], port: int
) -> Iterator[subprocess.Popen[bytes]]:
    """A server on one core, as long as it is needed."""
    process = subprocess.Popen(
        command,
        cwd=PROJECT,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.sched_setaffinity(process.pid, {min(os.sched_getaffinity(0))})
    try:
        until = time.monotonic() + 60
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert process.poll() is None and time.monotonic() < until, "no server"
            time.sleep(0.1)
        yield process
    finally:
        stop(process)


@contextmanager
def on_the_other_core() -> Iterator[None]:
    """This process does not take the servers' own core."""
    mine = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(mine)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, mine)


def _rate(port: int, request: Callable[[], tuple[str, str, str, bytes]]) -> float:
    """Successful answers a second over a few seconds."""
    done: list[int] = []
    _keep_busy(port, request, time.monotonic() + 0.5, [])
    began = time.monotonic()
    threads = [
        threading.Thread(target=_keep_busy, args=(port, request, began + SECONDS, done))
        for _ in range(CONNECTIONS)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(done) == CONNECTIONS, "a connection broke"
    return sum(done) / (time.monotonic() - began)


def _keep_busy(
    port: int,
    request: Callable[[], tuple[str, str, str, bytes]],
    until: float,
    done: list[int],
) -> None:
    count = 0
    with socket.create_connection(("127.0.0.1", port), timeout=30) as wire:
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answers = wire.makefile("rb")
        while time.monotonic() < until:
            method, path, cookie, body = request()
            head = HEAD.format(method=method, path=path, port=port, cookie=cookie, size=len(body))
            wire.sendall(head.encode() + body)
            _read_answer(answers)
            count += 1
    done.append(count)


def _read_answer(answers) -> None:
    status = answers.readline()
    assert status.startswith(b"HTTP/1.1 20"), status
    size = 0
    while (line := answers.readline()) not in (b"\r\n", b""):
        if line.lower().startswith(b"content-length:"):
            size = int(line.split(b":")[1])
    assert len(answers.read(size)) == size
