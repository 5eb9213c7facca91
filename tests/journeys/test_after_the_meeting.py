"""After a meeting: answered, decided, recorded, told in a letter; what is not agreed goes up."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from cadair.foundation.clock import now, today
from tests.journeys.conftest import DESK
from tests.journeys.people import Someone, tick

SOON = 15_000  # ms, on a slow machine


@dataclass(frozen=True)
class Cast:
    """Who takes part, in which language, and in whose words."""

    language: str
    child: str
    child_name: str
    called: str
    officer: str
    officer_called: str
    worker: str
    worker_name: str
    wish: str
    why: str
    decided: str
    not_agreed: str
    view: str
    not_said: str
    how_it_goes: str
    concern: str
    told: str


ENGLISH = Cast(
    language="en", child="jaden", child_name="Jaden Cole", called="Jaden",
    officer="priya", officer_called="Priya", worker="tom", worker_name="Tom Whelan",
    wish="I haven't seen Mia since the summer. I want to see her every month.",
    why="Every second month until Easter. Then we look again.",
    decided="Tom books a day with Mia in January.",
    not_agreed="That is not enough.", view="The plan is right, but Mia is missing in it.",
    not_said="I said every month, not every second one.", how_it_goes="Booked for the ninth.",
    concern="The council will not pay for the train to Mia each month.",
    told="I am asking the council again about Mia.",
)  # fmt: skip
WELSH = Cast(
    language="cy", child="elin", child_name="Elin Rees", called="Elin",
    officer="carys", officer_called="Carys", worker="ifan", worker_name="Ifan Puw",
    wish="Dwi isio gweld Gruff bob penwythnos.", why="Bob yn ail benwythnos tan y Pasg.",
    decided="Bydd Ifan yn trefnu diwrnod gyda Gruff ym mis Ionawr.",
    not_agreed="Dydi hynny ddim yn ddigon.", view="Mae'r cynllun yn iawn.",
    not_said="Bob penwythnos ddudis i.", how_it_goes="Wedi trefnu at y nawfed.",
    concern="Ni fydd y cyngor yn talu am y bws at Gruff.",
    told="Dw i'n gofyn i'r cyngor eto am Gruff.",
)  # fmt: skip


@pytest.mark.parametrize("cast", [ENGLISH, WELSH], ids=["english", "welsh"])
def test_what_came_of_a_review_reaches_the_child_and_is_answered(cast: Cast, served, device):
    officer = Someone(device(DESK), served, cast.language)
    officer.signs_in(cast.officer)
    review = the_review_was_held(officer, cast)
    it_is_answered_and_decided(officer, review, cast)
    child = Someone(device(), served, cast.language)
    child.signs_in(cast.child)
    the_child_does_not_agree(child, cast)
    the_officer_sees_it_and_signs_the_record(officer, review, cast)
    the_letter_is_given(officer, review, cast)
    the_child_says_what_is_not_right(child, cast)
    worker = Someone(device(), served, cast.language)
    worker.signs_in(cast.worker)
    the_worker_says_that_it_is_done(worker, cast)
    the_officer_takes_it_further(officer, review, cast)
    what_the_child_sees_in_the_end(child, cast)


def the_review_was_held(officer: Someone, cast: Cast) -> str:
    """From the list of children to the days of the review; the papers have their days at once."""
    officer.goes_to("/caseload")
    officer.page.get_by_role("link", name=cast.child_name, exact=True).first.click()
    officer.press("What people say")
    officer.page.wait_for_url("**/summary")
    review = officer.page.url.split("/")[-2]
    place(officer, "Days")
    officer.press("It was held")
    officer.press("Keep these days", within=officer.page.get_by_role("dialog"))
    heading = officer.page.get_by_role("heading", name=officer.named("Half way"))
    expect(heading).to_be_visible()
    officer.shows("review_days")
    return review


def it_is_answered_and_decided(officer: Someone, review: str, cast: Cast) -> None:
    """Every wish has an answer; one decision; nobody reads a word of it before it is shared."""
    place(officer, "Answers and decisions")
    wishes = officer.page.get_by_role(
        "region", name=officer.words("What {name} wishes for", name=cast.called)
    )
    expect(wishes.get_by_role("article").first).to_be_visible()
    for wish in wishes.get_by_role("article").all():
        partly = cast.wish in wish.inner_text()
        answer = officer.named("Partly" if partly else "Yes")
        tick(wish.get_by_role("radio", name=answer))
        if partly:
            wish.get_by_role("textbox").first.fill(cast.why)
        officer.press("Keep this answer", within=wish)
        expect(wish.get_by_role("radio")).to_have_count(0)
    officer.press("Add a decision")
    officer.write("What will happen", cast.decided)
    form = officer.page.locator("form").filter(has=officer.page.locator("textarea"))
    choose(form, officer.words("Who"), cast.worker_name)
    due = today(now()) + timedelta(days=30)
    form.get_by_label(officer.words("By when")).fill(due.isoformat())
    officer.press("Keep this decision")
    expect(officer.page.get_by_role("article", name=cast.decided)).to_be_visible()
    officer.shows("outcomes")
    officer.press("Share with {name}", name=cast.called)
    told = "{name} can read it now, and whoever must do it was told."
    officer.sees(told, name=cast.called)


def the_child_does_not_agree(child: Someone, cast: Cast) -> None:
    child.press("What we decided")
    child.heading("What we decided")
    child.reads(cast.decided)
    wish = child.page.locator("li.asked-for__one").filter(has_text=cast.why)
    expect(wish).to_contain_text(cast.wish)
    child.press("I don’t agree", within=wish)
    wish.get_by_role("textbox").fill(cast.not_agreed)
    child.press("Send it", within=wish)
    expect(wish).to_contain_text(
        child.words("Your IRO sees it. It stays in your record, just as you said it.")
    )
    expect(wish.get_by_text(child.words("It will go by itself when it can."))).to_have_count(0)
    child.shows("decided")
    child.press("What I can do now", within=wish)
    child.heading("When I don’t agree")
    child.shows("not_agreed")


def the_officer_sees_it_and_signs_the_record(officer: Someone, review: str, cast: Cast) -> None:
    """What stops a signature is named, and is put right from there."""
    officer.goes_to(f"/reviews/{review}/outcomes")
    officer.reads(cast.not_agreed)
    officer.press("I have read this")
    expect(button(officer, "I have read this")).to_have_count(0)
    place(officer, "What people say")
    officer.press("Confirm or change")
    officer.press("Confirm {code}", code="PN")
    officer.sees("Confirmed.")
    place(officer, "Record")
    officer.heading("Record: {name}", name=cast.child_name)
    officer.shows("record")
    page = officer.page.get_by_role("main")
    choose(page, officer.words("{name}: came", name=cast.child_name), officer.words("Came"))
    private = "Did you speak with the child in private before the review?"
    choose(page, officer.words(private), officer.words("Yes"))
    page.locator(".matters > button").click()
    page.locator("#plan_and_rights").get_by_role("textbox").last.fill(cast.view)
    quality = officer.words("Good: clear, and up to date")
    choose(page, officer.words("How good is the care plan?"), quality)
    sign = button(officer, "Sign the record")
    expect(sign).to_be_enabled(timeout=SOON)
    sign.click()
    signed = officer.words("Signed by {name} on {moment}. It does not change any more.")
    officer.reads(signed.partition("{moment}. ")[2])
    officer.reads(cast.view)
    officer.shows("record_signed")


def the_letter_is_given(officer: Someone, review: str, cast: Cast) -> None:
    """Its first draft says what was decided; the officer gives it as it is."""
    place(officer, "Letter")
    officer.heading("A letter to {name}", name=cast.called)
    letter = " ".join(
        each.input_value() for each in officer.page.get_by_role("main").get_by_role("textbox").all()
    )
    assert cast.why in letter
    officer.shows("letter")
    give = officer.page.get_by_role(
        "button", name=officer.words("Give it to {name}", name=cast.called)
    )
    give.click()
    expect(give).to_have_count(0)
    expect(officer.page.locator(".letter__sheet")).to_contain_text(cast.why)


def the_child_says_what_is_not_right(child: Someone, cast: Cast) -> None:
    child.goes_to("/decided")
    child.press("A letter from {name}", name=cast.officer_called)
    child.heading("A letter from {name}", name=cast.officer_called)
    one = child.page.locator(".my-letter__one").filter(has_text=cast.why)
    child.press("That’s not what I said", within=one)
    one.get_by_role("textbox").fill(cast.not_said)
    child.press("Send it", within=one)
    expect(one).to_contain_text(cast.not_said)
    expect(child.page.get_by_text(child.words("It will go by itself when it can."))).to_have_count(
        0
    )
    child.shows("my_letter")


def the_worker_says_that_it_is_done(worker: Someone, cast: Cast) -> None:
    worker.press("What I have to do")
    action = worker.page.get_by_role("article", name=cast.decided)
    expect(action).to_be_visible()
    worker.shows("to_do")
    action.get_by_role("textbox").fill(cast.how_it_goes)
    worker.press("It is done", within=action)
    expect(action.get_by_role("textbox")).to_have_count(0)
    worker.sees("Finished")


def the_officer_takes_it_further(officer: Someone, review: str, cast: Cast) -> None:
    """What the child said to the letter, what was done; then a dispute, and its second stage."""
    officer.goes_to(f"/reviews/{review}/letter")
    officer.reads(cast.not_said)
    place(officer, "Answers and decisions")
    officer.reads(cast.how_it_goes)
    wish = officer.page.get_by_role("article").filter(has_text=cast.not_agreed)
    officer.press("Raise it with the council", within=wish)
    dialog = officer.page.get_by_role("dialog")
    about = dialog.get_by_role("radio", name=officer.words("A wish"), exact=True)
    expect(about).to_be_checked()
    box(dialog, officer.words("What the council will not do, or has not done")).fill(cast.concern)
    box(dialog, officer.words("Their name")).fill(cast.worker_name)
    box(dialog, officer.words("What you tell {name}", name=cast.called)).fill(cast.told)
    officer.press("Raise it", within=dialog)
    officer.reads(cast.concern)
    officer.press("Take it further")
    tick(dialog.get_by_role("radio", name=officer.words("Team manager"), exact=True))
    box(dialog, officer.words("Their name")).fill("Ros Pugh")
    officer.press("Take it further", within=dialog)
    expect(officer.page.locator(".dispute__stage")).to_have_count(2)
    officer.reads("Ros Pugh")
    officer.shows("disputes")


def what_the_child_sees_in_the_end(child: Someone, cast: Cast) -> None:
    """Done, in the words of whoever did it; and who looks at what was not agreed."""
    child.goes_to("/decided")
    child.reads(cast.how_it_goes)
    child.reads(cast.told)
    child.sees("The boss of the team looks at it now.")


def place(officer: Someone, english: str) -> None:
    """Go to another page of the same review."""
    name = officer.words(english)
    officer.page.locator("nav.places").get_by_role("link", name=name, exact=True).click()


def choose(where: Locator, label: str, option: str) -> None:
    """Choose in a list; what stands there may begin with it and say more."""
    field = where.get_by_label(label, exact=True)
    value = field.locator("option").filter(has_text=option).first.get_attribute("value")
    field.select_option(value)


def box(where: Locator, label: str) -> Locator:
    return where.get_by_role("textbox", name=label)


def button(someone: Someone, english: str) -> Locator:
    return someone.page.get_by_role("button", name=someone.named(english))
