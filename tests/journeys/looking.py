"""What is checked on every screen of a journey: axe, a picture, and that nothing sticks out."""

import json
import os
import time
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = PROJECT / "var" / "pictures"


@cache
def axe_source() -> str:
    return (PROJECT / "web_client/node_modules/axe-core/axe.min.js").read_text("utf-8")


# What a smaller window can spoil although nothing else on the page has changed.
BY_SIZE = "{type: 'rule', values: ['target-size', 'scrollable-region-focusable']}"
BY_COLOUR = "{type: 'rule', values: ['color-contrast']}"
EVERYTHING = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']"


def check_screen(page: Page, name: str, *, rules: str = EVERYTHING, picture: bool = True) -> None:
    """Take a picture, run axe, and see that the page is not wider than the phone."""
    settle(page)
    if picture:
        take_picture(page, name)
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe_source())
    found = page.evaluate(
        f"axe.run(document, {{runOnly: {rules}, resultTypes: ['violations'], preload: false}})"
    )
    told = [
        f"{each['id']}: {each['help']}\n    "
        + "\n    ".join(node["html"] for node in each["nodes"][:3])
        for each in found["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if (told or wide > 1) and not picture:
        take_picture(page, name)
    assert not told, f"{name}:\n" + "\n".join(told)
    assert wide <= 1, f"{name} is {wide} px wider than the screen"


def take_picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


# A third of a look is its picture: of every way with CADAIR_PICTURES=all, else as it is, and of
# whatever is wrong.
EVERY_PICTURE = os.environ.get("CADAIR_PICTURES") == "all"
NARROW = (320, 568)
ZOOMED = (320, 256)  # 400 % zoom of a desk


def check_everywhere(page: Page, name: str) -> None:
    """The same in the dark, at 320 px, and at 400 % zoom of a desk."""
    check_screen(page, name)
    page.emulate_media(color_scheme="dark")
    check_screen(page, f"{name}_dark", rules=BY_COLOUR, picture=EVERY_PICTURE)
    page.emulate_media(color_scheme="light")
    size = page.viewport_size
    _check_at(page, f"{name}_320", NARROW, picture=EVERY_PICTURE)
    _check_at(page, f"{name}_zoom400", ZOOMED, rules=BY_SIZE, picture=False)
    _back_to(page, size)


def check_narrow(page: Page, name: str) -> None:
    """As it is, and at 320 px."""
    check_screen(page, name)
    size = page.viewport_size
    _check_at(page, f"{name}_320", NARROW, picture=EVERY_PICTURE)
    _back_to(page, size)


def check_largest(page: Page, name: str) -> None:
    """With the largest letters that a reader can choose, where there is least room for them."""
    size = page.viewport_size
    before = page.evaluate("document.documentElement.dataset.text ?? 'normal'")
    page.evaluate("document.documentElement.dataset.text = 'largest'")
    _check_at(page, f"{name}_largest", NARROW, rules=BY_SIZE)
    page.evaluate("size => { document.documentElement.dataset.text = size }", before)
    _back_to(page, size)


def _check_at(page: Page, name: str, size: tuple[int, int], **how: Any) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    check_screen(page, name, **how)


def _back_to(page: Page, size: ViewportSize | None) -> None:
    assert size is not None
    page.set_viewport_size(size)
    settle(page)


AT_REST = """document.fonts.status === 'loaded'
  && !document.querySelector('[aria-busy=true], .skeleton, .say-card__go--waiting')
  && document.getAnimations().every(each => each.playState !== 'running')"""


# Counts the page's requests that have no answer yet: one that waits for none is at rest sooner.
ASKING = """(() => {
  const asks = window.fetch;
  window.__asking = 0;
  window.fetch = (...how) => {
    const answer = asks(...how);
    window.__asking += 1;
    const over = () => { window.__asking -= 1; };
    answer.then(over, over);
    return answer;
  };
})()"""

# Nothing changes for as long as a step takes: 300 ms of silence where nobody counts requests.
QUIET = """() => new Promise(resolve => {
  const silence = window.__asking === undefined ? 300 : 80;
  const ends = performance.now() + 5000;
  const done = () => {
    if (window.__asking > 0 && performance.now() < ends) return again();
    watcher.disconnect();
    resolve();
  };
  let quiet = setTimeout(done, silence);
  const again = () => { clearTimeout(quiet); quiet = setTimeout(done, silence); };
  const watcher = new MutationObserver(again);
  watcher.observe(document, {attributes: true, childList: true, subtree: true});
  setTimeout(() => { watcher.disconnect(); resolve(); }, 5000);
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
