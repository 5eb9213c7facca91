"""What looks at every screen finds what is wrong in one way of looking alone, and waits enough."""

import pytest

from tests.journeys.conftest import DESK
from tests.journeys.looking import ASKING, check_everywhere, settle

PAGE = """<!doctype html><html lang="en"><head><title>A page</title><style>
  body {{ background: #fff; color: #000; margin: 0 }}
  a {{ display: block; width: 100px; height: 30px }}
  {wrong}
</style></head><body><main><h1>A page</h1><p>Words.</p><a href="/">On</a><a href="/no">Back</a>
</main></body></html>"""
WRONG = {
    "color-contrast": "@media (prefers-color-scheme: dark) { body { color: #eee } }",
    "color-contrast at 320": "@media (max-width: 330px) { p { color: #eee } }",
    "wider": "@media (max-width: 330px) { main { width: 500px } }",
    "target-size": "@media (max-height: 300px) { a { height: 6px; font-size: 6px } }",
}


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport=DESK)
    context.add_init_script(ASKING)
    yield context.new_page()
    context.close()


def shown(page, content: str) -> None:
    page.route(
        "http://cadair.test/", lambda route: route.fulfill(content_type="text/html", body=content)
    )
    page.goto("http://cadair.test/")


def test_a_page_with_nothing_wrong_passes(page):
    shown(page, PAGE.format(wrong=""))
    check_everywhere(page, "looking_right")


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_in_one_way_of_looking_is_found(page, what):
    shown(page, PAGE.format(wrong=WRONG[what]))
    with pytest.raises(AssertionError, match=what.split()[0]):
        check_everywhere(page, "looking_wrong")


def test_a_page_that_waits_for_an_answer_is_not_at_rest(page):
    # The answer comes 600 ms later, and nothing on the page tells that one is waited for.
    slow = "window.fetch = () => new Promise(answer => setTimeout(answer, 600));"
    page.add_init_script(slow + ASKING)
    shown(page, PAGE.format(wrong=""))
    page.evaluate("() => { fetch('/').then(() => { document.title = 'late'; }); }")
    settle(page)
    assert page.title() == "late"
