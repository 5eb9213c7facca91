"""From an invitation card to "Priya read this": a child, a carer and an officer, three devices."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.looking import every_request
from tests.journeys.people import Someone, tick


@dataclass(frozen=True)
class Cast:
    """Who takes part, in which language."""

    language: str
    child: str
    child_name: str
    carer: str
    officer: str
    officer_called: str
    wish: str
    carer_words: str


ENGLISH = Cast(
    language="en", child="amelia", child_name="Amelia Hart", carer="sandra", officer="priya",
    officer_called="Priya", wish="I want a lock on my door. And a cat called Gruff.",
    carer_words="She sings in the bath and sleeps right through.",
)  # fmt: skip
WELSH = Cast(
    language="cy", child="macsen", child_name="Macsen Owen", carer="mair", officer="carys",
    officer_called="Carys", wish="Dwi isio clo ar fy nrws. A chath o'r enw Gruff.",
    carer_words="Mae'n canu yn y bath ac yn cysgu drwy'r nos.",
)  # fmt: skip
PLACE = "The Old Library, room 2"
PASSPHRASE = "harbour lantern biscuit"


@pytest.mark.parametrize("cast", [ENGLISH, WELSH], ids=["english", "welsh"])
def test_a_child_is_heard(cast: Cast, served, device):
    officer = Someone(device(), served, cast.language)
    child = Someone(device(), served, cast.language)
    tablet = Someone(device(), served, cast.language)
    carer = Someone(device(), served, cast.language)

    words = make_a_card(officer, cast)
    come_in_with_the_card(child, words)
    asked = every_request(child.page)
    choose_a_chair(child)
    say_how_the_meeting_should_be(child)
    say_something_without_signal(child, cast)
    go_on_on_a_tablet(tablet, cast)
    share_without_signal(child, cast)
    the_carer_adds_theirs(carer, cast)
    the_officer_reads_it(officer, cast)
    the_officer_plans_the_review(officer, cast)
    see_who_has_read_it(child, cast)
    assert {url for url in asked if not url.startswith(served.address)} == set()


def make_a_card(officer: Someone, cast: Cast) -> list[str]:
    officer.signs_in(cast.officer)
    officer.goes_to("/caseload")
    officer.page.get_by_role("searchbox").fill(cast.child_name.split()[0].lower())
    officer.page.get_by_role("link", name=cast.child_name).first.click()
    officer.heading(cast.child_name) if cast.language == "en" else None
    officer.shows("officer_child_page")
    card = officer.page.locator("a[href*='/cards/']").first
    card.click()
    officer.press("Make the card")
    words = officer.page.get_by_role("list", name=officer.named("Your four words"))
    expect(words.get_by_role("listitem")).to_have_count(4)
    officer.shows("officer_card")
    return words.get_by_role("listitem").all_text_contents()


def come_in_with_the_card(child: Someone, words: list[str]) -> None:
    child.page.goto("/")
    if child.language != "en":
        child.page.get_by_role("button", name="Cymraeg").first.click()
    child.press("Use my card")
    child.page.get_by_role("textbox").first.fill(" ".join(words))
    child.press("Go on")
    child.sees("One thing before you go in. Pick four pictures.")
    child.shows("child_pictures")
    child.press("I would rather have words")
    child.sees("Your sign-in name")
    child.shows("child_card")
    child.press("Make my own")
    child.page.get_by_role("textbox").first.fill(PASSPHRASE)
    child.press("I have it. Let me in")
    child.sees("Say what I think")
    child.shows("child_home")


def choose_a_chair(child: Someone) -> None:
    child.goes_to("/my-chair")
    child.choose("Beanbag")
    child.choose("Gold")
    child.choose("Stars")
    child.shows("child_chair")


def say_how_the_meeting_should_be(child: Someone) -> None:
    child.goes_to("/say")
    child.shows("child_say")
    child.goes_to("/say/meeting/come")
    tick(child.page.get_by_role("radio").first)
    child.shows("child_meeting")
    child.press("Next")
    child.press("Skip")


def say_something_without_signal(child: Someone, cast: Cast) -> None:
    """In a car, without signal: written, reloaded, still there."""
    child.goes_to("/say/home/face")
    child.choose("Not good")
    child.press("Next")
    child.offline()
    child.page.get_by_role("textbox").first.fill(cast.wish)
    child.press("I want this to happen")
    child.sees("Saved on this device.")
    child.shows("child_no_signal")
    child.page.reload()
    expect(child.page.get_by_role("textbox").first).to_have_value(cast.wish)
    child.online()
    child.sees("Saved. Only you can see it.")


def go_on_on_a_tablet(tablet: Someone, cast: Cast) -> None:
    """Begun on a phone, gone on with elsewhere."""
    tablet.signs_in(cast.child, PASSPHRASE)
    tablet.press("I have read it")  # that a card opened the account: it was the child's own
    tablet.goes_to("/say/home/change")
    expect(tablet.page.get_by_role("textbox").first).to_have_value(cast.wish)
    tablet.goes_to("/say/school/face")
    tablet.choose("Good")
    tablet.sees("Saved. Only you can see it.")


def share_without_signal(child: Someone, cast: Cast) -> None:
    child.goes_to("/say/share")
    child.reads(cast.wish)
    child.shows("child_share")
    child.offline()
    child.press("Share")
    child.sees("No internet. We will send it when you are back online.")
    child.shows("child_share_waiting")
    child.online()
    expect(child.page.get_by_role("heading", name=child.named("Thank you"))).to_be_visible(
        timeout=30_000
    )
    child.shows("child_thanks")


def the_carer_adds_theirs(carer: Someone, cast: Cast) -> None:
    carer.signs_in(cast.carer)
    carer.shows("carer_home")
    theirs = carer.page.get_by_role("region").filter(has_text=cast.child_name.split()[0])
    theirs.first.get_by_role("link").first.click()
    carer.page.get_by_role("textbox").first.fill(cast.carer_words)
    carer.shows("carer_form")
    carer.press("Check and send")
    carer.reads(cast.carer_words)
    assert cast.wish not in carer.page.content()
    carer.shows("carer_look_over")
    carer.press("Send")
    carer.sees("Sent. Thank you.")


def the_officer_reads_it(officer: Someone, cast: Cast) -> None:
    officer.goes_to("/")
    officer.shows("officer_today")
    officer.page.get_by_role("link", name=cast.child_name).first.click()
    officer.press("What people say")
    officer.reads(cast.wish)
    officer.reads(cast.carer_words)
    officer.shows("officer_summary")
    officer.press("Confirm or change")
    officer.press("Confirm {code}", code="PN6")
    officer.sees("Confirmed.")


def the_officer_plans_the_review(officer: Someone, cast: Cast) -> None:
    officer.press("Plan")
    officer.press("Plan a meeting")
    day = date.today() + timedelta(days=9)  # noqa: DTZ011 - a day on a calendar, as people write it
    officer.page.get_by_label(officer.words("Day"), exact=True).fill(day.isoformat())
    officer.page.get_by_label(officer.words("Time"), exact=True).fill("16:00")
    officer.write("Place", PLACE)
    officer.shows("officer_plan")
    officer.press("Save the plan")
    officer.sees("Saved. Everyone sees their own part now.")


def see_who_has_read_it(child: Someone, cast: Cast) -> None:
    child.goes_to("/said")
    child.reads(cast.officer_called)
    child.shows("child_read_by")
    child.goes_to("/")
    child.reads(PLACE)
    child.shows("child_planned")
