"""A phone with a bad signal, or forty that never finish, keep nobody else waiting."""

import socket
import time
import urllib.request
from urllib.parse import urlsplit

UNFINISHED = (
    b"POST /api/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
    b"Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"
)


def test_forty_unfinished_requests_hold_nobody_up(served):
    where = urlsplit(served.address)
    waiting = []
    try:
        for _ in range(40):
            made = socket.create_connection((where.hostname, where.port), timeout=5)
            made.sendall(UNFINISHED)
            waiting.append(made)
        time.sleep(0.5)
        for _ in range(10):
            with urllib.request.urlopen(served.address + "/api/passphrase-offer", timeout=5) as it:
                assert it.status == 200
    finally:
        for made in waiting:
            made.close()
