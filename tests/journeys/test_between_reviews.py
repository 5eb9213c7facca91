"""Between reviews: a child writes without signal, is read, answered, covered, and kept safe."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from cadair.foundation.clock import now, today
from tests.journeys.conftest import DESK
from tests.journeys.looking import settle
from tests.journeys.people import Someone, tick


@dataclass(frozen=True)
class Cast:
    """Who takes part, in which language, and in whose words."""

    language: str
    child: str
    child_name: str
    called: str
    officer: str
    officer_called: str
    cover: str
    cover_name: str
    cover_called: str
    said: tuple[str, str, str]
    answer: str
    covers_answer: str
    afraid: str
    why_sooner: str
    why_not: str


ENGLISH = Cast(
    language="en", child="jaden", child_name="Jaden Cole", called="Jaden",
    officer="priya", officer_called="Priya",
    cover="daniel", cover_name="Daniel Marsh", cover_called="Daniel",
    said=("We are driving to Wales.", "Can Theo come next time?", "I forgot to say thank you."),
    answer="I will ask about Theo and write by Friday.", covers_answer="Theo can come. All agreed.",
    afraid="There is shouting downstairs.", why_sooner="I want to move bedroom now.",
    why_not="Your room can change this week, without a review.",
)  # fmt: skip
WELSH = Cast(
    language="cy", child="elin", child_name="Elin Rees", called="Elin",
    officer="carys", officer_called="Carys",
    cover="gethin", cover_name="Gethin Parry", cover_called="Gethin",
    said=("Dan ni ar y ffordd i Fangor.", "Ga i ffonio Nain?", "Diolch am ddoe."),
    answer="Mi wna i holi am ffonio Nain erbyn dydd Gwener.",
    covers_answer="Cei, ffonia Nain bob nos Sul.", afraid="Mae gweiddi lawr grisiau.",
    why_sooner="Dw i isio newid ysgol.", why_not="Cei di newid dosbarth heb aros am adolygiad.",
)  # fmt: skip


@pytest.mark.parametrize("cast", [ENGLISH, WELSH], ids=["english", "welsh"])
def test_a_child_is_heard_between_reviews(cast: Cast, served, device):
    child = Someone(device(), served, cast.language)
    child.is_in(cast.child)
    three_messages_from_the_car(child, cast)
    officer = Someone(device(DESK), served, cast.language)
    officer.is_in(cast.officer)
    the_officer_reads_and_answers(officer, cast)
    the_child_sees_who_read_it(child, cast)
    the_officer_goes_away(officer, cast)
    cover = Someone(device(DESK), served, cast.language)
    cover.is_in(cast.cover)
    cover_takes_over(child, cover, cast)
    not_safe_is_taken_on_by_name(child, cover, cast)
    a_review_sooner_is_asked_and_answered(child, cover, cast)


def three_messages_from_the_car(child: Someone, cast: Cast) -> None:
    """No signal: they wait in sight; with signal they go by themselves, in their order."""
    child.press("Talk to my IRO")
    child.heading("Talk to {name}", name=cast.officer_called)
    child.sees("{name} reads this", name=cast.officer_called)
    child.shows("talk")
    child.offline()
    child.press("A question")
    for words in cast.said:
        child.page.locator("main textarea").first.fill(words)
        child.press("Send to {name}", name=cast.officer_called)
        child.reads(words)
    child.sees("No internet. It will go by itself.")
    child.shows("talk_waiting")
    child.online()
    expect(child.page.get_by_role("list", name=child.words("On their way"))).to_have_count(
        0, timeout=90_000
    )
    mine = child.page.locator("main").inner_text()
    places = [mine.index(words) for words in cast.said]
    assert places == sorted(places)


def the_officer_reads_and_answers(officer: Someone, cast: Cast) -> None:
    """From Today to the inbox, the conversation, read by name, and an answer."""
    officer.page.get_by_role("link", name=officer.words("Inbox"), exact=True).first.click()
    officer.heading("Inbox")
    officer.shows("inbox")
    open_conversation(officer, cast)
    for words in cast.said:
        officer.reads(words)
    officer.shows("conversation")
    officer.press("I have read this")
    expect(button(officer, "I have read this")).to_have_count(0)
    write_back(officer, cast, cast.answer)
    officer.press("Send to {name}", name=cast.called)
    officer.reads(cast.answer)
    expect(officer.page.get_by_text(officer.words("Not sent yet"))).to_have_count(0)


def the_child_sees_who_read_it(child: Someone, cast: Cast) -> None:
    child.goes_to("/talk")
    child.reads(cast.answer)
    read = child.words("{name} read this {when}.", name=cast.officer_called).partition("{when}")[0]
    for words in cast.said:
        bubble = child.page.locator(".talk li").filter(has_text=words)
        expect(bubble.get_by_text(read)).to_be_attached()


def the_officer_goes_away(officer: Someone, cast: Cast) -> None:
    """What each child will read stands there before it is kept."""
    officer.goes_to("/away")
    until = today(now()) + timedelta(days=9)
    officer.page.get_by_label(officer.words("Last day away")).fill(until.isoformat())
    officer.page.get_by_label(officer.words("Who covers"), exact=True).select_option(
        label=cast.cover_name
    )
    officer.write("What they need to know", "Theo is waiting for an answer.")
    officer.sees("Each child reads:")
    officer.shows("going_away")
    officer.press("I am away then")
    officer.sees("Kept. {name} covers.", name=cast.cover_name)


def cover_takes_over(child: Someone, cover: Someone, cast: Cast) -> None:
    """The child is told who reads now; the cover reads what was said, and answers."""
    child.goes_to("/talk")
    child.sees("{name} reads this", name=cast.cover_called)
    child.page.locator("main textarea").first.fill("Is anybody there?")
    child.page.locator("main form button[type=submit]").click()
    expect(child.page.get_by_text("Is anybody there?")).to_be_visible()
    cover.goes_to("/inbox")
    open_conversation(cover, cast)
    cover.reads(cast.said[0])
    write_back(cover, cast, cast.covers_answer)
    cover.press("Send to {name}", name=cast.called)
    cover.reads(cast.covers_answer)
    child.goes_to("/talk")
    child.reads(cast.covers_answer)


def not_safe_is_taken_on_by_name(child: Someone, cover: Someone, cast: Cast) -> None:
    """Numbers at once; the people on duty are told, and one of them takes it on by name."""
    child.press("I don’t feel safe")
    child.heading("Get help now")
    expect(child.page.locator("a[href='tel:999']").first).to_be_in_viewport()
    child.write("Say more, if you want to", cast.afraid)
    child.shows("not_safe")
    child.press("Tell them now")
    child.sees("Nobody has seen it yet. You will read here who has, and when.")
    cover.goes_to("/inbox")
    cover.reads(cast.afraid)
    cover.shows("not_safe_inbox")
    cover.press("I have this")
    cover.sees("Say what was done, and close it")
    child.goes_to("/now")
    seen = child.words("{name} has seen this {when}", name=cast.cover_called)
    child.reads(seen.partition("{when}")[0].rstrip())
    cover.page.get_by_text(cover.words("Say what was done, and close it")).click()
    cover.write("What was done", "I rang and went there. All is well now.")
    cover.press("Close it")
    expect(cover.page.get_by_text(cast.afraid)).to_have_count(0)


def a_review_sooner_is_asked_and_answered(child: Someone, cover: Someone, cast: Cast) -> None:
    """It happens unless the officer says why not; the answer and the reason come back."""
    child.goes_to("/ask")
    child.shows("ask")
    card = child.page.locator("section.ask").filter(has_text=child.words("My review sooner"))
    card.get_by_role("button", name=child.named("Ask")).click()
    dialog = child.page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill(cast.why_sooner)
    dialog.get_by_role("button", name=child.words("Yes, ask")).click()
    expect(card.get_by_text(child.words("No answer yet."))).to_be_visible()
    cover.goes_to("/inbox")
    cover.reads(cast.why_sooner)
    asked = cover.page.locator(".inbox__asked > li").filter(has_text=cast.why_sooner)
    tick(asked.get_by_role("radio", name=cover.words("No"), exact=True))
    asked.get_by_role("textbox").fill(cast.why_not)
    asked.get_by_role("button", name=cover.words("Say no")).click()
    cover.sees("Answered. {name} is told.", name=cast.called)
    child.goes_to("/ask")
    child.sees("{name} said no.", name=cast.cover_called)
    child.reads(cast.why_not)
    settle(child.page)


def open_conversation(officer: Someone, cast: Cast) -> None:
    officer.page.get_by_role("main").get_by_role("link", name=cast.child_name, exact=True).click()
    expect(officer.page.get_by_role("heading", level=1, name=cast.child_name)).to_be_visible()


def write_back(officer: Someone, cast: Cast, words: str) -> None:
    box = officer.words("Write to {name}", name=cast.called)
    officer.page.get_by_role("textbox", name=box).fill(words)


def button(someone: Someone, english: str) -> Locator:
    return someone.page.get_by_role("button", name=someone.named(english))
