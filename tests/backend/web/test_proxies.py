"""Who asks, and for which host, is what as many proxies say as there are; nobody else is believed.

Wrong tries are counted by address: whoever could choose theirs could guess for ever.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import request

from cadair.app import create_app
from tests.conftest import browser, settings_in

FORGED = {
    "X-Forwarded-For": "203.0.113.9, 198.51.100.7",  # what is first the asker can have written
    "X-Forwarded-Host": "127.0.0.1",
    "X-Forwarded-Proto": "https",
    "X-Real-IP": "203.0.113.9",
    "Forwarded": "for=203.0.113.9;host=127.0.0.1;proto=https",
}


@pytest.mark.parametrize(
    ("proxies", "seen"),
    [
        (0, ("192.0.2.1", "localhost", "http")),
        (1, ("198.51.100.7", "127.0.0.1", "https")),
    ],
)
def test_only_counted_proxies_say_who_asks(tmp_path: Path, proxies, seen):
    app = create_app(replace(settings_in(tmp_path, "sqlite://"), proxies=proxies))
    told = []
    app.before_request(lambda: told.append((request.remote_addr, request.host, request.scheme)))
    browser(app).get("/", headers=FORGED, environ_base={"REMOTE_ADDR": "192.0.2.1"})
    assert told == [seen]
