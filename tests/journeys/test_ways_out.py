"""Help now and Exit: one press away in the same place, also while a window lies over the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.looking import check_screen, settle
from tests.journeys.people import Someone

ELSEWHERE = "https://www.bbc.co.uk/**"

# Where the two stand, and whether a finger that comes down there meets them.
WHERE = """() => [...document.querySelectorAll('.way-out')].slice(-2).map(each => {
  const {left, top, width, height} = each.getBoundingClientRect();
  const met = document.elementFromPoint(left + width / 2, top + height / 2);
  return [Math.round(left), Math.round(top), Math.round(width), Math.round(height),
          each.contains(met)];
})"""
# The page's own two are the first in the document, and nothing lies over them yet.
ON_THE_PAGE = WHERE.replace(".slice(-2)", ".slice(0, 2)")


def how_it_looks(someone: Someone) -> None:
    someone.page.get_by_role("button", name=someone.named("How it looks")).click()


def take_it_back(someone: Someone) -> None:
    someone.goes_to("/said")
    someone.press("Take it back")


def help_now(someone: Someone) -> None:
    someone.page.get_by_role("button", name=someone.named("Help now")).click()


def a_source(someone: Someone) -> None:
    someone.goes_to(f"/reviews/{review_of_jaden(someone)}/summary")
    someone.page.locator(".said__source").first.click()


def a_try(someone: Someone) -> None:
    someone.goes_to(f"/reviews/{review_of_jaden(someone)}/plan")
    someone.press("Note a try")


def review_of_jaden(officer: Someone) -> str:
    children = officer.page.request.get("/api/caseload").json()["children"]
    return str(next(each for each in children if each["name"] == "Jaden Cole")["review_id"])


WINDOWS = [
    ("jaden", PHONE, how_it_looks), ("jaden", PHONE, take_it_back), ("jaden", PHONE, help_now),
    ("jaden", DESK, take_it_back),
    ("priya", PHONE, a_source), ("priya", DESK, a_source),
    ("priya", PHONE, a_try), ("priya", DESK, a_try),
]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "size", "open_window"),
    WINDOWS,
    ids=[f"{who} {size['width']} {opens.__name__}" for who, size, opens in WINDOWS],
)
def test_exit_is_pressed_over_an_open_window(
    who: str, size: dict[str, int], open_window: Callable[[Someone], None], served, device
):
    someone = Someone(device(size), served)
    page: Page = someone.page
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="the weather"))
    someone.is_in(who)
    open_window(someone)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    settle(page)
    name = f"window_{open_window.__name__}_{size['width']}"
    check_screen(page, name)
    over = page.evaluate(WHERE.replace("document.q", "document.querySelector(':modal').q"))
    assert [each[4] for each in over] == [True, True], f"{name}: something lies over them"
    own = page.evaluate(ON_THE_PAGE)
    assert [each[:4] for each in over] == [each[:4] for each in own], name
    *_, (left, top, width, height, _met) = over
    page.mouse.click(left + width / 2, top + height / 2)
    expect(page.get_by_text("the weather")).to_be_visible()


def test_help_opens_over_an_open_window(served, device):
    child = Someone(device(PHONE), served)
    child.is_in("jaden")
    take_it_back(child)
    settle(child.page)
    child.page.locator(":modal .way-out--help").click()
    expect(child.page.get_by_role("heading", name=child.named("Help now"))).to_be_visible()
    child.page.keyboard.press("Escape")
    expect(child.page.get_by_role("heading", name=child.named("Take it back?"))).to_be_visible()
