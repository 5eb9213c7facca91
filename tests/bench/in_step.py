"""From a press of Next on the child's phone until the officer's desk shows it, in Chromium."""

import statistics
from uuid import UUID, uuid4

from playwright.sync_api import Page

from tests.bench.demo_world import Demo
from tests.bench.figures import Figures
from tests.bench.live_room import plan_part
from tests.bench.pages import browser, sign_in
from tests.browser import find_browser
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.looking import settle
from tests.world.two_councils import signed_in

CHANGES = 60
# Both pages look at the same clock, that of this machine: when its heading last became another.
NOTING = """at => {
  window.changed = {words: '', at: 0};
  const look = () => {
    const words = document.querySelector(at)?.textContent ?? '';
    if (words !== window.changed.words) window.changed = {words, at: Date.now()};
  };
  const all = {subtree: true, childList: true, characterData: true};
  new MutationObserver(look).observe(document.body, all);
  look();
}"""
PRESSING = """name => {
  const said = [...document.querySelectorAll('.live-controls button')].at(name === 'Next' ? 1 : 0);
  const at = Date.now();
  said.click();
  return at;
}"""


def measure_in_step(figures: Figures, demo: Demo) -> None:
    """What 95 of 100 changes take from one screen to the other, on one machine."""
    if find_browser() is None:
        figures.leave_out("live_in_step_p95_ms", "no Chromium on this machine")
        return
    officer, review_id, part_id = signed_in(demo.app, "priya"), demo.review(), uuid4()
    plan_part(officer, review_id, part_id)
    with demo.served() as served, browser() as chromium:
        pages = []
        for key, size in (("priya", DESK), ("jaden", PHONE)):
            context = chromium.new_context(base_url=served.address, viewport=size)
            sign_in(context, served, key)
            pages.append(context.new_page())
        desk, phone = pages
        _opened(desk, phone, review_id, part_id)
        presses = ("Back" if each % 2 else "Next" for each in range(CHANGES))
        took = [_one_change(phone, desk, name) for name in presses]
    figures.saw("live_in_step_p50_ms", statistics.median(took), "ms")
    figures.saw("live_in_step_p95_ms", statistics.quantiles(took, n=20)[-1], "ms")


def _opened(desk: Page, phone: Page, review_id: UUID, part_id: UUID) -> None:
    """The officer has opened it, and the child has begun."""
    for page, address in ((desk, f"/live/{review_id}/{part_id}"), (phone, "/live")):
        page.goto(address)
        settle(page)
    desk.get_by_role("button", name="Open the meeting").click()
    phone.get_by_role("button", name="We begin").click()
    settle(desk)
    settle(phone)
    desk.evaluate(NOTING, "#desk-now")


def _one_change(phone: Page, desk: Page, name: str) -> float:
    before = desk.evaluate("window.changed.at")
    pressed: float = phone.evaluate(PRESSING, name)
    for _ in range(500):
        shown: float = desk.evaluate("window.changed.at")
        if shown != before:
            desk.wait_for_timeout(40)  # people do not press as fast as machines
            return shown - pressed
        desk.wait_for_timeout(5)
    raise AssertionError(f"{name} never came to the desk")
