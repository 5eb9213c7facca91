"""Another site's page, open in the same browser, changes nothing in somebody's name."""

import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Request

from tests.journeys.conftest import PHONE
from tests.journeys.looking import wait_until
from tests.journeys.people import Someone

# What a page can make a browser send without asking anybody, and what it must ask for first.
ATTACK = """<!doctype html><title>Win a prize</title>
<form id="form" method="post" enctype="text/plain" target="frame" action="{cadair}/api/sign-out">
<input name='{{"language": "cy", "x": "' value='"}}'></form><iframe name="frame"></iframe>
<img src="{cadair}/api/me"><img src="{cadair}/api/sign-out">
<script>
const cadair = '{cadair}', body = JSON.stringify({{language: 'cy'}});
const tries = [
  fetch(cadair + '/api/sign-out', {{method: 'POST', mode: 'no-cors', credentials: 'include'}}),
  fetch(cadair + '/api/me/lock', {{method: 'POST', mode: 'no-cors', credentials: 'include'}}),
  fetch(cadair + '/api/me/language', {{method: 'PUT', credentials: 'include', body,
    headers: {{'Content-Type': 'application/json'}}}}),
  fetch(cadair + '/api/me', {{credentials: 'include'}}).then(answer => answer.text())
    .then(words => {{ window.learned = words; }}),
];
navigator.sendBeacon(cadair + '/api/sign-out');
document.getElementById('form').submit();
Promise.allSettled(tries).then(() => setTimeout(() => {{ window.done = true; }}, 500));
</script>"""


@pytest.fixture
def elsewhere(served) -> Iterator[ThreadingHTTPServer]:
    """A web server of somebody else's, on this machine."""

    class Theirs(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = ATTACK.format(cadair=served.address).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Theirs)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"], ids=["another site", "a sibling"])
def test_a_page_of_another_site_changes_nothing(served, device, elsewhere, host):
    """A sibling is of the same site as far as cookies go: there the child's cookie is sent."""
    child = Someone(device(PHONE), served)
    child.is_in("jaden")
    before = child.page.request.get("/api/me").json()
    there = child.page.context.new_page()
    asked: list[Request] = []
    answers: dict[str, set[int]] = {}

    def path(request: Request) -> str:
        return f"{request.method} {request.url.removeprefix(served.address)}"

    there.on("request", lambda request: asked.append(request))
    there.on(
        "response", lambda each: answers.setdefault(path(each.request), set()).add(each.status)
    )
    there.goto(f"http://{host}:{elsewhere.server_port}/")
    wait_until(there, "window.done === true")
    sent = Counter(map(path, asked))
    assert sent["POST /api/sign-out"] == 3, "a form, a fetch and a beacon"
    assert sent["POST /api/me/lock"] == sent["GET /api/sign-out"] == 1
    assert answers["POST /api/sign-out"] == {403}
    assert answers.get("PUT /api/me/language", set()) <= {403}  # the browser asks first
    cookies = [each.all_headers().get("cookie", "") for each in asked]
    assert any("__Host-sid" in each for each in cookies) is (host == "127.0.0.1")
    assert there.evaluate("window.learned") is None
    assert child.page.request.get("/api/me").json() == before
    child.goes_to("/my-chair")
    child.heading("My chair")
