"""What a page costs a phone: bytes, requests and shifts, seen by a real Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, sync_playwright

from cadair.commands.demo.people import demo_id
from tests.bench.demo_world import Demo
from tests.bench.figures import Figures
from tests.browser import ARGUMENTS, find_browser
from tests.journeys.conftest import DESK, PHONE, Served
from tests.journeys.people import sign_in

SHIFTS = """
window.shifted = 0;
window.moved = {};
const names = node => node && (node.id ? '#' + node.id : node.nodeName.toLowerCase()
  + (node.getAttribute?.('class') ?? '').replace(/^| /g, '.'));
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    window.shifted += entry.value;
    const moved = entry.sources.map(each => names(each.node)).join(' ') || '?';
    window.moved[moved] = (window.moved[moved] ?? 0) + entry.value;
  }
}).observe({type: 'layout-shift', buffered: true});
"""
# A slow phone: what comes late must not push aside what is there.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}


@dataclass
class Transferred:
    """Bytes on the wire, by the browser's own count; headers are among them."""

    total: int = 0
    script: int = 0
    api: int = 0
    requests: int = 0
    asked: dict[str, str] = field(default_factory=dict)
    sizes: list[tuple[int, str]] = field(default_factory=list)


def watch(page: Page) -> Transferred:
    """Count everything that the page transfers from now on."""
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
            seen.sizes.append((size, url))
            seen.total += size
            seen.script += size if ".js" in url else 0
            seen.api += size if "/api/" in url else 0

    wire.on("Network.requestWillBeSent", asked)
    wire.on("Network.loadingFinished", arrived)
    return seen


@contextmanager
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with sync_playwright() as playwright:
        arguments = [each for each in ARGUMENTS if each != "--headless"]
        launched = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        yield launched
        launched.close()


def measure_pages(figures: Figures, demo: Demo) -> None:
    """The child's home and the officer's Today, cold and once more; every page's shifts."""
    if find_browser() is None:
        figures.leave_out("pages", "no Chromium on this machine")
        return
    with demo.served() as served, browser() as chromium:
        _transfers(figures, chromium, served, "jaden", PHONE, "child_first_page")
        _transfers(figures, chromium, served, "priya", DESK, "iro_today")
        review = demo.review()
        paths = {
            "anonymous": ["/", "/join"],
            "jaden": ["/", "/my-chair", "/say", "/said"],
            "sandra": ["/", f"/add/{review}"],
            "priya": [
                "/", "/caseload", f"/children/{demo_id('jaden')}",
                f"/children/{demo_id('jaden')}/cards/{demo_id('jaden')}",
                f"/reviews/{review}/summary", f"/reviews/{review}/plan",
            ],
            "helen": ["/"],
        }  # fmt: skip
        worst = max(
            _shift(chromium, served, key, path) for key, theirs in paths.items() for path in theirs
        )
        figures.saw("layout_shift", round(worst, 3), "score")  # three digits, as browsers tell it


def _transfers(
    figures: Figures, chromium: Browser, served: Served, key: str, size: dict, prefix: str
) -> None:
    context = chromium.new_context(base_url=served.address, viewport=size, locale="en-GB")
    sign_in(context, served, key)
    page = context.new_page()
    cold = watch(page)
    _open(page, "/")
    for bytes_, url in sorted(cold.sizes, reverse=True):
        print(f"  {bytes_:>7,} {url.removeprefix(served.address)}")
    figures.saw(f"{prefix}_bytes", cold.total, "bytes")
    figures.saw(f"{prefix}_js_bytes", cold.script, "bytes")
    figures.saw(f"{prefix}_requests", cold.requests, "requests")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_timeout(8000)  # what is kept for later is fetched once the page is at rest
    again = context.new_page()
    second = watch(again)
    _open(again, "/")
    if prefix == "child_first_page":
        figures.saw("repeat_visit_bytes", second.total - second.api, "bytes")
        figures.saw("repeat_visit_api_bytes", second.api, "bytes")
    context.close()


def _open(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector("main h1, h1")
    page.wait_for_load_state("networkidle")


def _shift(chromium: Browser, served: Served, key: str, path: str) -> float:
    size = DESK if key in ("priya", "helen") else PHONE
    context = chromium.new_context(base_url=served.address, viewport=size, locale="en-GB")
    if key != "anonymous":
        sign_in(context, served, key)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(SHIFTS)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW)
    _open(page, path)
    page.wait_for_timeout(500)
    shifted, moved = page.evaluate("[window.shifted, window.moved]")
    context.close()
    if shifted:
        print(f"  {key} {path} shifts by {shifted:.4f}")
        for what, much in sorted(moved.items(), key=lambda each: -each[1])[:3]:
            print(f"    {much:.4f} {what}")
    return shifted
