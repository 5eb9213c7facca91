"""A phone with a bad signal, or hundreds that never finish, keep nobody else waiting."""

import os
import resource
import signal
import socket
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from tests.journeys.conftest import PROJECT, Served, start

ASKED = b"Host: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
UNFINISHED_HEAD = b"GET /api/passphrase-offer HTTP/1.1\r\n" + ASKED + b"X-Slow: "
UNFINISHED_BODY = (
    b"POST /api/sign-in HTTP/1.1\r\n" + ASKED
    + b"Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"
)  # fmt: skip
GOOD_ONES = 20


def test_forty_unfinished_requests_hold_nobody_up(served):
    with connections(served, 40) as waiting:
        for each in waiting:
            each.sendall(UNFINISHED_BODY)
        time.sleep(0.5)
        for _ in range(10):
            asked(served)


def test_five_hundred_slow_clients_cost_nobody_more_than_double(served):
    """A byte at a time in the head, in the body, or an answer that is never read (bar D9)."""
    asked(served)
    before = sorted(asked(served) for _ in range(GOOD_ONES))
    with connections(served, 500) as waiting:
        for number, each in enumerate(waiting):
            each.sendall((UNFINISHED_HEAD, UNFINISHED_BODY, never_read())[number % 3])
        time.sleep(0.5)
        took = []
        for round_ in range(GOOD_ONES):
            for each in waiting[round_ * 3 :: 60]:
                each.sendall(b"1")
            took.append(asked(served))
    # A twentieth of a second is what a busy machine may add to either.
    assert sorted(took)[-2] <= 2 * before[-2] + 0.05, (before, took)


def test_nine_hundred_files_that_nobody_reads_do_not_end_it(served):
    """Connections go beyond number 1023, and it was started with few files allowed."""
    os.killpg(served.process.pid, signal.SIGTERM)
    served.process.wait(timeout=20)
    others = tuple(os.open(os.devnull, os.O_RDONLY) for _ in range(150))
    with may_open(256):
        served.process = start(served.environment, served.address, open_in_it=others)
    for each in others:
        os.close(each)
    with connections(served, 900) as waiting:
        for each in waiting:
            each.sendall(never_read())
        for each in waiting:
            assert each.recv(12) == b"HTTP/1.1 200"
        asked(served)


def test_of_requests_in_one_piece_the_first_is_answered(served):
    one = b"GET /api/passphrase-offer HTTP/1.1\r\n" + ASKED + b"\r\n"
    with connections(served, 1) as (asking,):
        asking.sendall(one * 3)
        answer = b""
        while got := asking.recv(65536):
            answer += got
    assert answer.count(b"HTTP/1.1 200 OK") == 1
    assert b"\r\nConnection: close\r\n" in answer


def never_read() -> bytes:
    """Asks for the largest file there is; whoever asks keeps the smallest room for it."""
    assets = PROJECT / "web_client" / "dist" / "assets"
    largest = max(assets.iterdir(), key=lambda file: file.stat().st_size)
    return f"GET /assets/{largest.name} HTTP/1.1\r\n".encode() + ASKED + b"\r\n"


@contextmanager
def connections(served: Served, count: int) -> Iterator[list[socket.socket]]:
    """So many connections to the server, of the smallest kind."""
    where = urlsplit(served.address)
    made: list[socket.socket] = []
    with may_open(4096):
        try:
            for _ in range(count):
                each = socket.socket()
                made.append(each)
                each.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                each.settimeout(5)
                each.connect((where.hostname, where.port))
            yield made
        finally:
            for each in made:
                each.close()


@contextmanager
def may_open(files: int) -> Iterator[None]:
    """This process, and what it starts, may have so many files open unless it asks for more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def asked(served: Served) -> float:
    """How many seconds a good request takes."""
    began = time.monotonic()
    with urllib.request.urlopen(served.address + "/api/passphrase-offer", timeout=5) as it:
        assert it.status == 200
    return time.monotonic() - began
