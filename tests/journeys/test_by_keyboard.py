"""The same story without a mouse: a child, a carer and an officer, by keyboard alone."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.journeys.conftest import DESK
from tests.journeys.keyboard import ByKeyboard
from tests.journeys.looking import settle, wait_until

WORDS = "A bus pass, so that I get to college in time."
CARER_WORDS = "He waves at the bin lorry and says 'again'."
PLACE = "The Old Library, room 2"
SAID = "Can we talk on Sunday, before my review?"
ANSWERED = "Yes. I will ring you at four."


def test_a_story_by_keyboard_alone(served, device):
    child = ByKeyboard(device(DESK), served)
    carer = ByKeyboard(device(DESK), served)
    officer = ByKeyboard(device(DESK), served)

    the_child_says_what_they_think(child)
    the_child_shares_it(child)
    the_carer_fills_the_form(carer)
    the_officer_finds_the_child(officer)
    the_officer_reads_and_confirms(officer)
    the_officer_plans(officer)
    child.goes_to("/")
    child.reads(PLACE)


def the_child_says_what_they_think(child: ByKeyboard) -> None:
    child.signs_in("ruby")
    child.press("Start")
    child.heading("Say what I think")
    child.press("Home, now and next")
    child.choose("OK")
    child.press("Next")
    child.choose("My own place")
    child.press("Next")
    child.write("What would make things better right now?", WORDS)
    child.press("I want this to happen")
    child.press("Change", back=True)
    child.choose("Only my IRO")
    child.press("Done", within=child.page.get_by_role("region"), back=True)
    child.sees("Only my IRO")
    child.sees("Saved. Only you can see it.")
    child.press("Done")
    child.heading("Say what I think")


def the_child_shares_it(child: ByKeyboard) -> None:
    child.press("Look at it, then share")
    child.reads(WORDS)
    child.press("Share")
    child.heading("Thank you")


def the_carer_fills_the_form(carer: ByKeyboard) -> None:
    carer.signs_in("sandra")
    noah = carer.page.get_by_role("region", name=carer.named("{child}’s review", child="Noah"))
    carer.enter(noah.get_by_role("link").first)
    carer.write("What has gone well since the last review?", CARER_WORDS)
    carer.press("Next part")
    carer.press("School or nursery")
    carer.choose("Good")
    carer.press("Check and send")
    carer.reads(CARER_WORDS)
    carer.press("Send")
    carer.sees("Sent. Thank you.")


def the_officer_finds_the_child(officer: ByKeyboard) -> None:
    officer.signs_in("priya")
    officer.enter(officer.page.get_by_role("link", name=officer.named("Children")))
    search = officer.page.get_by_role("searchbox")
    expect(search).to_be_visible()
    settle(officer.page)
    officer.page.keyboard.press("/")
    expect(search).to_be_focused()
    officer.sees_the_focus()
    officer.page.keyboard.type("ruby")
    officer.page.keyboard.press("ArrowDown")
    officer.sees_the_focus()
    officer.page.keyboard.press("Enter")
    officer.heading("Ruby Adeyemi")


def the_officer_reads_and_confirms(officer: ByKeyboard) -> None:
    officer.press("What people say")
    officer.reads(WORDS)
    officer.press("Confirm or change")
    officer.press("Confirm {code}", code="PN")
    officer.sees("Confirmed.")


def the_officer_plans(officer: ByKeyboard) -> None:
    officer.press("Plan", back=True)
    officer.press("Plan a meeting")
    day = date.today() + timedelta(days=9)  # noqa: DTZ011 - a day on a calendar, as people write it
    officer.sets("Day", day.isoformat(), day.strftime("%d%m%Y"), day.strftime("%m%d%Y"))
    officer.sets("Time", "16:00", "1600", "0400P")
    officer.write("Place", PLACE)
    officer.press("Save the plan")
    officer.sees("Saved.")
    officer.is_at("button", "Save the plan")


def test_the_ways_out_of_a_page_by_keyboard(served, device):
    child = ByKeyboard(device(DESK), served)
    child.page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="the weather"))
    child.signs_in("theo")
    child.goes_to("/my-chair")
    child.sees("Beanbag")
    child.page.keyboard.press("Tab")
    child.is_at("link", "Skip to the page")
    child.page.keyboard.press("Enter")
    wait_until(child.page, "document.activeElement.id === 'main'")
    for _ in range(4):  # going back with Shift is not pressing Shift three times
        child.page.keyboard.press("Shift+Tab")
        child.sees_the_focus()
    whole = child.page.locator("body")
    child.press("Help now", within=whole)
    expect(child.page.get_by_role("dialog")).to_be_visible()
    for _ in range(20):
        child.page.keyboard.press("Tab")
        assert child.page.evaluate(
            "!document.activeElement.closest('main, footer:not(:has(dialog))')"
        )
    child.page.keyboard.press("Escape")
    expect(child.page.get_by_role("dialog")).to_have_count(0)
    child.is_at("button", "Help now")
    child.press("How it looks", within=whole)
    child.choose("Dark")
    wait_until(child.page, "document.documentElement.dataset.theme === 'dark'")
    child.page.keyboard.press("Escape")
    child.is_at("button", "How it looks")
    child.tab_to(child.page.get_by_role("button", name=child.named("Exit")))
    child.page.keyboard.press("Enter")
    expect(child.page.get_by_text("the weather")).to_be_visible()


def test_a_message_and_its_answer_by_keyboard(served, device):
    child, officer = (ByKeyboard(device(DESK), served) for _ in range(2))
    child.signs_in("ruby")
    child.goes_to("/talk")
    child.type_into(child.page.get_by_role("main").get_by_role("textbox").last, SAID)
    child.press("Send")
    child.reads(SAID)
    expect(child.page.get_by_text(re.compile("^ ?It got there")).first).to_be_visible()

    officer.signs_in("priya")
    officer.enter(officer.page.get_by_role("link", name=officer.named("Inbox")))
    officer.heading("Inbox")
    officer.enter(officer.page.get_by_role("link", name="Ruby Adeyemi", exact=True))
    officer.reads(SAID)
    officer.press("I have read this")
    officer.write("Write to Ruby", ANSWERED)
    officer.press("Send to {name}", name="Ruby")
    officer.reads(ANSWERED)

    child.goes_to("/talk")
    child.reads(ANSWERED)
