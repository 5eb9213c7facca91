"""What is checked on every screen of a journey: axe, a picture, and that nothing sticks out."""

import json
import time
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = PROJECT / "var" / "pictures"


@cache
def axe_source() -> str:
    return (PROJECT / "web_client/node_modules/axe-core/axe.min.js").read_text("utf-8")


def check_screen(page: Page, name: str) -> None:
    """Take a picture, run axe, and see that the page is not wider than the phone."""
    settle(page)
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    page.evaluate(axe_source())
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa',"
        "'best-practice']})"
    )
    told = [
        f"{each['id']}: {each['help']}\n    "
        + "\n    ".join(node["html"] for node in each["nodes"][:3])
        for each in found["violations"]
    ]
    assert not told, f"{name}:\n" + "\n".join(told)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 1, f"{name} is {wide} px wider than the screen"


NARROW = {"320": (320, 568), "zoom400": (320, 256)}  # the second is 400 % zoom of a desk


def check_everywhere(page: Page, name: str) -> None:
    """The same in the dark, at 320 px, and at 400 % zoom of a desk (320 × 256 px)."""
    check_screen(page, name)
    page.emulate_media(color_scheme="dark")
    check_screen(page, f"{name}_dark")
    page.emulate_media(color_scheme="light")
    _check_at(page, name, "320", "zoom400")


def check_narrow(page: Page, name: str) -> None:
    """As it is, and at 320 px."""
    check_screen(page, name)
    _check_at(page, name, "320")


def _check_at(page: Page, name: str, *labels: str) -> None:
    size = page.viewport_size
    assert size is not None
    for label in labels:
        width, height = NARROW[label]
        page.set_viewport_size({"width": width, "height": height})
        check_screen(page, f"{name}_{label}")
    page.set_viewport_size(size)
    settle(page)


AT_REST = """document.fonts.status === 'loaded'
  && !document.querySelector('[aria-busy=true], .skeleton, .say-card__go--waiting')
  && document.getAnimations().every(each => each.playState !== 'running')"""


QUIET = """() => new Promise(resolve => {
  const done = () => { watcher.disconnect(); resolve(); };
  let quiet = setTimeout(done, 300);
  const again = () => { clearTimeout(quiet); quiet = setTimeout(done, 300); };
  const watcher = new MutationObserver(again);
  watcher.observe(document, {attributes: true, childList: true, subtree: true});
  setTimeout(done, 5000);
})"""


def settle(page: Page) -> None:
    """Wait for fonts, for anything that is still arriving, and until nothing changes."""
    wait_until(page, AT_REST)
    page.evaluate(QUIET)
    wait_until(page, AT_REST)


def wait_until(page: Page, true: str, *, seconds: float = 10) -> None:
    """Wait for a JavaScript expression.  Playwright's own waiting uses eval: CSP forbids it."""
    until = time.monotonic() + seconds
    while not page.evaluate(true):
        assert time.monotonic() < until, f"never true at {page.url}: {true}"
        page.wait_for_timeout(20)


def every_request(page: Page) -> list[str]:
    """Collects the address of everything the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def storage_text(page: Page) -> str:
    """All that the browser keeps for us in readable form."""
    return json.dumps(
        page.evaluate(
            "() => ({local: {...localStorage}, session: {...sessionStorage},"
            " cookie: document.cookie})"
        )
    )
