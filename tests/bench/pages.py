"""What a page costs a phone: bytes, requests and shifts, seen by a real Chromium."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from tests.bench.figures import Figures
from tests.journeys.conftest import DESK, PHONE, Served

SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


@dataclass
class Transferred:
    """Bytes on the wire, by the browser's own count."""

    total: int = 0
    script: int = 0
    api: int = 0
    requests: int = 0
    asked: dict[str, str] = field(default_factory=dict)


def watch(page: Page) -> Transferred:
    """Count everything that the page and its worker transfer from now on."""
    seen = Transferred()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")

    def asked(event: dict) -> None:
        seen.asked[event["requestId"]] = event["request"]["url"]

    def arrived(event: dict) -> None:
        url = seen.asked.get(event["requestId"], "")
        size = int(event["encodedDataLength"])
        if url.startswith("http") and size > 0:
            seen.requests += 1
            seen.total += size
            seen.script += size if ".js" in url else 0
            seen.api += size if "/api/" in url else 0

    wire.on("Network.requestWillBeSent", asked)
    wire.on("Network.loadingFinished", arrived)
    return seen


def sign_in(context: BrowserContext, served: Served, key: str) -> None:
    """Sign this browser in, without loading a page."""
    person = served.people[key]
    answer = context.request.post(
        served.address + "/api/sign-in",
        data={"who": person["sign_in_as"], "passphrase": person["passphrase"]},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert answer.ok, answer.text()


def measure_pages(figures: Figures, chromium: Browser, served: Served) -> None:
    """The child's home and the reviewing officer's Today: cold, and once more."""
    worst_shift = 0.0
    for key, size, prefix in (("jaden", PHONE, "child_first_page"), ("priya", DESK, "iro_today")):
        context = chromium.new_context(base_url=served.address, viewport=size, locale="en-GB")
        sign_in(context, served, key)
        page = context.new_page()
        page.add_init_script(SHIFTS)
        cold = watch(page)
        page.goto("/")
        page.wait_for_selector("h1")
        page.wait_for_load_state("networkidle")
        figures.saw(f"{prefix}_bytes", cold.total, "bytes")
        if prefix == "child_first_page":
            figures.saw("child_first_page_js_bytes", cold.script, "bytes")
            figures.saw("child_first_page_requests", cold.requests, "requests")
        worst_shift = max(worst_shift, page.evaluate("window.shifted"))
        page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
        page.wait_for_timeout(1500)
        again = context.new_page()
        second = watch(again)
        again.goto("/")
        again.wait_for_selector("h1")
        again.wait_for_load_state("networkidle")
        if prefix == "child_first_page":
            figures.saw("repeat_visit_bytes", second.total - second.api, "bytes")
        context.close()
    figures.saw("layout_shift", worst_shift, "score")
