"""The phone in the wrong hands: a page left alone shows nothing, and opens for its person alone."""

import re
from collections.abc import Iterator
from secrets import token_hex

import pytest
from playwright.sync_api import Page, expect

from cadair.commands.demo.people import demo_id
from tests.browser import ARGUMENTS, find_browser
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.looking import check_everywhere, check_screen, settle
from tests.journeys.people import Someone, tick
from tests.journeys.test_leaving import KEPT, files_with

CODE = ("Rocket", "Cat", "Rainbow", "Key")
OTHER = ("Cat", "Rocket", "Rainbow", "Key")
IDLE_S, HIDDEN_S = 120, 30
HIDE = """hidden => {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true, get: () => (hidden ? 'hidden' : 'visible'),
  });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


class Child(Someone):
    """A child with a phone that somebody else may pick up, and whose officer makes their cards."""

    officer: Someone

    def joins(self, key: str, pictures: tuple[str, ...] | None = CODE) -> None:
        """Use a new card, which the child's reviewing officer has just made."""
        child_id = demo_id(key)
        self.officer.goes_to(f"/children/{child_id}/cards/{child_id}")
        self.officer.press("Make the card")
        words = self.officer.page.locator(".card-sheet__words li")
        expect(words).to_have_count(4)
        card = "-".join(words.all_inner_texts())
        self.page.goto("/join#" + card)
        self.page.get_by_role("heading", level=1).wait_for()
        if pictures is None:
            self.press("I have it. Let me in")
        else:
            self.picks(pictures)
            self.press("Go on")
            self.picks(pictures)
            self.press("Let me in")
        self.is_in()

    def picks(self, pictures: tuple[str, ...]) -> None:
        for name in pictures:
            self.page.get_by_role("button", name=self.words(name), exact=True).click()

    def is_in(self) -> None:
        expect(self.page.get_by_role("button", name=self.named("Sign out"))).to_be_visible()
        settle(self.page)
        read = self.page.get_by_role("button", name=self.named("I have read it"))
        if read.count():  # who had a card before is told that another one was used
            read.click()
            settle(self.page)
        self.page.clock.run_for(2_000)  # what watches over the page comes after the first page
        self.page.wait_for_timeout(300)

    def writes(self, words: str) -> None:
        self.goes_to("/say/good_news/words")
        self.page.get_by_role("textbox").first.fill(words)
        self.sees("Saved. Only you can see it.")
        self.page.clock.run_for(2_000)
        self.page.wait_for_timeout(300)

    def is_asked(self) -> None:
        self.heading("Is it you?")

    def kept(self) -> str:
        return "\n".join(self.page.evaluate(KEPT))


@pytest.fixture
def canary() -> str:
    return f"Zqx{token_hex(8)}"


@pytest.fixture(scope="module")
def officer(chromium, served) -> Iterator[Someone]:
    """The children's reviewing officer, at a desk; signed in once, as codes are few."""
    desk = chromium.new_context(base_url=served.address, viewport=DESK, reduced_motion="reduce")
    officer = Someone(desk.new_page(), served)
    officer.signs_in("priya")
    yield officer
    desk.close()


@pytest.fixture
def child(served, device, officer) -> Child:
    page: Page = device(PHONE)
    page.clock.install()
    child = Child(page, served)
    child.officer = officer
    return child


def assert_nothing_readable(child: Child, canary: str) -> None:
    assert canary not in child.page.content()
    assert canary not in child.page.locator("textarea, input").evaluate_all(
        "all => all.map(one => one.value).join()"
    )
    child.page.wait_for_timeout(500)
    kept = child.kept()
    assert canary not in kept
    assert "key: " not in kept, "the key has gone with it"


def test_a_page_nobody_touches_locks_and_four_pictures_open_it(child: Child, canary: str):
    child.joins("amelia")
    child.writes(canary)
    child.page.clock.run_for((IDLE_S - 10) * 1000)
    expect(child.page.get_by_role("textbox").first).to_have_value(canary)
    child.page.clock.run_for(11_000)
    child.is_asked()
    assert_nothing_readable(child, canary)
    check_everywhere(child.page, "picture_code")
    child.picks(OTHER)
    child.press("Open")
    child.sees("That is not right. Please try again.")
    child.picks(CODE)
    child.press("Open")
    expect(child.page.get_by_role("textbox").first).to_have_value(canary)
    assert child.page.url.endswith("/say/good_news/words"), "where they were"


def test_a_page_out_of_sight_locks_sooner(child: Child, canary: str):
    child.joins("amelia")
    child.writes(canary)
    child.page.evaluate(HIDE, True)
    child.page.clock.run_for((HIDDEN_S - 5) * 1000)
    child.page.evaluate(HIDE, False)
    expect(child.page.get_by_role("textbox").first).to_have_value(canary)
    child.page.evaluate(HIDE, True)
    child.page.clock.run_for((HIDDEN_S + 1) * 1000)
    assert canary not in child.page.content()
    child.page.evaluate(HIDE, False)
    child.is_asked()
    assert_nothing_readable(child, canary)


def test_a_phone_that_slept_is_locked_before_it_shows_anything(child: Child, canary: str):
    """A sleeping phone runs no timers: what counts is the clock when it wakes."""
    child.joins("amelia")
    child.writes(canary)
    child.page.evaluate(HIDE, True)
    child.page.clock.fast_forward(3_600_000)
    child.page.evaluate(HIDE, False)
    child.is_asked()
    assert_nothing_readable(child, canary)


def test_going_on_using_it_keeps_it_open(child: Child, canary: str):
    child.joins("amelia")
    child.writes(canary)
    for _ in range(4):
        child.page.clock.run_for((IDLE_S - 20) * 1000)
        child.page.mouse.move(100, 300)
        child.page.mouse.move(120, 320)
    expect(child.page.get_by_role("textbox").first).to_have_value(canary)


def test_a_browser_that_was_closed_without_locking_is_locked_when_it_comes_back(
    child: Child, canary: str
):
    child.joins("amelia")
    child.writes(canary)
    child.page.clock.set_system_time(child.page.evaluate("Date.now()") + 600_000)
    child.page.reload()
    child.is_asked()
    assert_nothing_readable(child, canary)


def test_words_that_were_not_sent_wait_sealed_and_go_on_after_unlocking(child: Child, canary: str):
    child.joins("amelia")
    child.writes("The first words.")
    child.offline()
    child.page.get_by_role("textbox").first.fill(canary)
    child.sees("Saved on this device.")
    child.page.clock.run_for((IDLE_S + 1) * 1000)
    child.page.clock.run_for(6_000)
    child.sees("There is no internet. You need it to open this page again.")
    assert_nothing_readable(child, canary)
    assert "drafts: " in child.kept(), "sealed, on the device"
    child.online()
    child.picks(CODE)
    child.press("Open")
    expect(child.page.get_by_role("textbox").first).to_have_value(canary)
    child.page.clock.run_for(3_000)
    child.sees("Saved. Only you can see it.")


def test_a_contributor_locks_too_and_their_passphrase_opens_it(served, device, canary):
    page = device(PHONE)
    page.clock.install()
    carer = Child(page, served)
    carer.signs_in("sandra")
    carer.is_in()
    page.clock.run_for((IDLE_S + 1) * 1000)
    carer.is_asked()
    assert "Jaden" not in page.content()
    page.get_by_label(carer.words("Your passphrase")).fill(served.people["sandra"]["passphrase"])
    carer.press("Open")
    expect(page.get_by_text("Jaden").first).to_be_visible()


def test_staff_pages_do_not_lock_but_end(served, device):
    page = device(DESK)
    page.clock.install()
    worker = Someone(page, served)
    worker.signs_in("tom")
    page.clock.run_for((IDLE_S + 60) * 1000)
    expect(page.get_by_role("button", name=worker.named("Sign out"))).to_be_visible()


def test_coming_in_with_pictures_and_five_wrong_tries(child: Child):
    child.joins("theo")
    child.page.get_by_role("button", name=child.named("Sign out")).click()
    child.page.get_by_role("button", name="Sun", exact=True).wait_for()
    child.picks(CODE)
    child.press("Go in")
    child.is_in()
    child.page.get_by_role("button", name=child.named("Sign out")).click()
    child.page.get_by_role("button", name="Sun", exact=True).wait_for()
    for tries in range(1, 6):
        child.picks(OTHER)
        child.press("Go in")
        if tries < 5:
            child.sees("Those are not your pictures. Please try again.")
        expect(child.page.locator(".pictures__picked [data-filled]")).to_have_count(0)
    child.sees("This device is closed now. Ask your IRO for a new card. Your words are safe.")
    child.picks(CODE)
    child.press("Go in")
    expect(child.page.get_by_role("button", name=child.named("Go in"))).to_be_visible()
    child.joins("theo", OTHER)


def test_pictures_by_keyboard_and_by_name(child: Child):
    child.joins("amelia")
    child.page.get_by_role("button", name=child.named("Sign out")).click()
    child.page.get_by_role("button", name="Sun", exact=True).wait_for()
    child.page.get_by_role("button", name="Sun", exact=True).focus()
    keys = child.page.keyboard
    expect(child.page.locator(".pictures__grid button[tabindex='0']")).to_have_count(1)
    for press in (
        "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "Enter",
        "ArrowUp", "ArrowLeft", "ArrowLeft", "Enter",
        "Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Enter",
        "End", "ArrowLeft", "Enter",
    ):  # fmt: skip
        keys.press(press)
    expect(child.page.locator(".pictures__picked [data-filled]")).to_have_count(4)
    child.press("Go in")
    child.is_in()


def test_the_pictures_are_big_enough_and_always_in_one_order(child: Child):
    child.joins("amelia")
    child.page.get_by_role("button", name=child.named("Sign out")).click()
    grid = child.page.locator(".pictures__grid button")
    expect(grid).to_have_count(36)
    boxes = grid.evaluate_all(
        "all => all.map(one => { const { width, height } = one.getBoundingClientRect();"
        " return [width, height]; })"
    )
    assert min(min(box) for box in boxes) >= 44, boxes
    names = grid.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert len(set(names)) == 36
    child.page.reload()
    expect(grid).to_have_count(36)
    assert names == grid.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    check_screen(child.page, "picture_code")
    assert re.match("Sun", names[0])


def test_a_lost_phone_is_closed_while_its_page_is_open(child, officer, device, served, canary):
    child.joins("amelia")
    child.writes(canary)
    officer.goes_to(f"/children/{demo_id('amelia')}")
    officer.press("Close the phone now")
    officer.sees("Closed. Nobody is signed in as {name} any more. What {name} wrote is kept.",
                 name="Amelia")  # fmt: skip
    check_screen(officer.page, "lost_phone_closed")
    child.page.get_by_role("textbox").first.fill("Whoever found it writes this.")
    child.page.clock.run_for(3_000)
    expect(child.page.get_by_role("button", name="Sun", exact=True)).to_be_visible()
    assert_nothing_readable(child, canary)
    child.picks(CODE)
    child.press("Go in")
    child.sees("Those are not your pictures. Please try again.")
    page = device(PHONE)
    page.clock.install()
    another = Child(page, served)
    another.officer = officer
    another.joins("amelia", OTHER)
    another.goes_to("/say/good_news/words")
    expect(page.get_by_role("textbox").first).to_have_value(canary)


def test_it_is_not_safe_to_reply_and_the_officer_sees_it_first(child: Child, officer: Someone):
    child.joins("amelia")
    child.page.get_by_role("link", name=child.named("My phone")).click()
    child.heading("My phone")
    check_everywhere(child.page, "my_phone")
    child.choose("It is not safe to reply to me here")
    child.sees("Saved.")
    officer.goes_to("/")
    expect(officer.page.get_by_text("Not safe to reply").first).to_be_visible()
    check_screen(officer.page, "not_safe_today")
    officer.goes_to(f"/children/{demo_id('amelia')}")
    officer.sees("It is not safe to reply to {name} here", name="Amelia")
    first = officer.page.locator(".child__main > *").first
    expect(first).to_contain_text("It is not safe to reply")
    check_screen(officer.page, "not_safe_child")
    safe = child.page.get_by_role("checkbox", name=child.named("It is not safe to reply"))
    tick(safe, wanted=False)
    child.sees("Saved.")
    officer.goes_to(f"/children/{demo_id('amelia')}")
    expect(officer.page.get_by_text("no longer says that it is not safe")).to_be_visible()


def test_what_was_sent_leaves_no_trace_when_that_is_asked(served, device):
    """Jaden has shared before: it shows on his phone, until he asks that it does not."""
    page = device(PHONE)
    page.clock.install()
    child = Child(page, served)
    child.signs_in("jaden")
    child.goes_to("/said")
    told = page.request.get("/api/my/contributions").json()["contributions"]
    secret = next(one["words"] for one in told[-1]["answers"] if one["words"])
    child.reads(secret)
    child.goes_to("/my-phone")
    child.choose("Leave no trace of what I sent")
    child.sees("Saved.")
    child.goes_to("/said")
    child.sees("Your IRO has your words. They are not shown here, as you asked.")
    assert secret not in page.content()
    page.wait_for_timeout(600)
    assert secret not in child.kept()
    child.goes_to("/say")
    child.sees("You have shared your words. They are not shown here, as you asked.")
    child.press("Look at them")
    child.press("Show them to me now")
    page.get_by_label(child.words("Your passphrase")).fill(served.people["jaden"]["passphrase"])
    child.press("Show them")
    expect(page.locator(".said-topic").first).to_be_visible()
    page.wait_for_timeout(600)
    assert secret not in child.kept()
    page.reload()
    child.sees("Your IRO has your words. They are not shown here, as you asked.")
    assert secret not in page.content()
    child.goes_to("/my-phone")
    tick(page.get_by_role("checkbox", name=child.named("Leave no trace")), wanted=False)
    child.sees("Saved.")


def test_a_device_is_closed_by_its_owner(child: Child, device, served):
    child.joins("ruby", None)
    child.goes_to("/my-phone")
    child.sees("You use it now.")
    expect(child.page.locator(".devices li")).to_have_count(1)
    child.press("Sign out", within=child.page.locator(".devices"))
    expect(child.page.get_by_role("textbox").first).to_be_visible()


PLACES = {
    "jaden": [
        "/", "/my-chair", "/my-phone", "/my-passphrase", "/notices", "/say", "/say/share", "/said",
        "/seen", "/shared", "/talk", "/ask", "/now", "/meeting", "/live", "/live/1", "/how-was-it",
        "/how-was-it/1", "/decided", "/decided/words", "/decided/letters/1",
    ],
    "sandra": ["/", "/my-phone", "/my-passphrase"],
}  # fmt: skip
# A number is a place in a list of theirs: which letter, which part, which meeting.
PLACE = r"/[a-z_/-]*(/\d{1,2})?"


@pytest.mark.parametrize("key", PLACES)
def test_no_title_or_address_tells_whose_page_it_is(served, device, key):
    """Neither the tab nor the history of a phone says what this is about (O2)."""
    someone = Someone(device(PHONE), served)
    someone.signs_in(key)
    for place in PLACES[key]:
        someone.goes_to(place)
        assert someone.page.title() == "Cadair", place
        address = someone.page.url.removeprefix(served.address)
        assert re.fullmatch(PLACE, address), address
        links = someone.page.locator("a[href^='/']").evaluate_all(
            "all => all.map(one => one.getAttribute('href'))"
        )
        if key == "jaden":
            assert not [each for each in links if not re.fullmatch(PLACE, each)], place


def test_the_browsers_own_files_hold_nothing_after_locking(chromium, served, officer, tmp_path):
    """Not in its databases, caches and histories, as bytes on the disk (O3)."""
    canary = f"Zqx{token_hex(8)}"
    profile = tmp_path / "profile"
    context = chromium.browser_type.launch_persistent_context(
        profile,
        executable_path=find_browser(),
        args=[each for each in ARGUMENTS if each != "--headless"],
        base_url=served.address,
        viewport=PHONE,
    )
    try:
        child = Child(context.pages[0], served)
        child.officer = officer
        child.page.clock.install()
        child.joins("amelia")
        child.writes(canary)
        child.page.clock.run_for((IDLE_S + 1) * 1000)
        child.is_asked()
        assert_nothing_readable(child, canary)
    finally:
        context.close()
    assert [path.relative_to(profile) for path in files_with(profile, canary)] == []
    assert list(files_with(profile, "Cadair")), "the search itself works"
