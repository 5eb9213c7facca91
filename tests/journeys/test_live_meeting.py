"""A whole meeting in four windows: signal cut twice, server killed once, and all end in step.

The English one is led, held and joined by keyboard alone, by a child whose phone has a wrong clock.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from cadair.foundation.clock import now
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.keyboard import ByKeyboard
from tests.journeys.looking import check_largest, check_screen
from tests.journeys.people import Someone

SOON = 15_000  # ms, on a slow machine and after a line that broke
TITLE = "Our meeting"
# Planning a review has a journey of its own.
PLAN = """async ([review, part]) => {
  const at = `/api/reviews/${review}`;
  const tag = (await fetch(at)).headers.get('ETag');
  const headers = {'Content-Type': 'application/json', 'If-Match': tag};
  const body = JSON.stringify({parts: [part]});
  return (await fetch(`${at}/plan`, {method: 'PUT', headers, body})).status;
}"""
# A phone whose clock is a day and an hour slow.
WRONG_CLOCK = """{
  const late = 25 * 3600_000, Right = Date;
  const now = () => Right.now() - late;
  globalThis.Date = class extends Right {
    constructor(...when) { when.length ? super(...when) : super(now()); }
    static now() { return now(); }
  };
}"""
# What a screen reader says by itself: each change inside a part of the page that is announced.
HEARD = """window.heard = [];
new MutationObserver(changes => {
  for (const { target } of changes) {
    const at = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const said = at?.closest('[aria-live], [role=status], [role=alert]')?.textContent.trim();
    if (said && said !== window.heard.at(-1)) window.heard.push(said);
  }
}).observe(document, {subtree: true, childList: true, characterData: true})"""


@dataclass(frozen=True)
class Cast:
    """Who takes part, in which language, and how much the child leads."""

    language: str
    child: str
    called: str
    officer: str
    level: str
    then: str | None  # what they choose in the middle of it
    decided: str
    not_quite: str
    word: str
    in_confidence: str


ENGLISH = Cast(
    language="en", child="jaden", called="Jaden", officer="priya", level="I lead", then=None,
    decided="Sandra asks about the bike club by Friday.", not_quite="By Thursday!", word="PEP",
    in_confidence="I haven't seen Mia since the summer. I want to see her every month.",
)  # fmt: skip
WELSH = Cast(
    language="cy", child="elin", called="Elin", officer="carys",
    level="I am there, my IRO leads", then="I lead", decided="Bydd Mair yn ffonio dydd Gwener.",
    not_quite="Dydd Iau!", word="CCD",
    in_confidence="Dwi isio gweld Gruff bob penwythnos.",
)  # fmt: skip


@dataclass(frozen=True)
class Windows:
    """The four of them: on a phone, at a desk, on another phone, in the middle of the room."""

    child: Someone
    officer: Someone
    carer: Someone
    screen: Someone

    in_confidence: str  # what the child said to some only

    def all_show(self, words: str) -> None:
        """What it is about now stands on every screen; of what is for some, the room reads that."""
        for one in (self.child, self.officer):
            expect(now_on(one)).to_have_text(words, timeout=SOON)
        for one in (self.carer, self.screen):
            apart = words == self.in_confidence
            theirs = one.words("Something for a few of us") if apart else words
            expect(now_on(one)).to_have_text(theirs, timeout=SOON)
            assert self.in_confidence not in one.page.content()

    def follow(self) -> str:
        """The others come to where the child is; what it is about there."""
        words = now_on(self.child).inner_text()
        self.all_show(words)
        return words

    def follow_to_last_time(self) -> None:
        """What was decided last time: its words are for the child and their officer alone."""
        words = now_on(self.child).inner_text()
        expect(now_on(self.officer)).to_have_text(words, timeout=SOON)
        for one in (self.carer, self.screen):
            theirs = one.words("Did the plans from last time happen?")
            expect(now_on(one)).to_have_text(theirs, timeout=SOON)
            assert words not in one.page.content()


@pytest.mark.parametrize("cast", [ENGLISH, WELSH], ids=["english", "welsh"])
def test_a_meeting_runs_in_four_windows_and_all_end_in_step(cast: Cast, served, device):
    windows = everybody_is_there(cast, served, device)
    the_first_words(windows, cast)
    the_signal_goes_twice_and_the_server_once(windows, served)
    if cast.then:
        windows.child.press(cast.level)
        chosen = sheet(windows.child).get_by_role("radio", name=windows.child.named(cast.then))
        chosen.locator("xpath=ancestor::label").click()  # the sheet closes with the choice
        expect(windows.officer.page.get_by_role("combobox").first).to_have_value("5", timeout=SOON)
    somebody_asks_for_easy_words(windows, cast)
    it_is_read_back(windows, cast)
    a_silent_call(windows, cast)
    it_ends(windows, cast)
    all_of_it_was_said_aloud(windows, cast)
    the_record_has_everything(windows, cast)


def everybody_is_there(cast: Cast, served, device) -> Windows:
    each = ByKeyboard if cast.language == "en" else Someone
    officer, child, carer = (
        each(listening(device(size)), served, cast.language) for size in (DESK, PHONE, PHONE)
    )
    child.page.add_init_script(WRONG_CLOCK)
    officer.signs_in(cast.officer)
    review, carer_key = a_meeting_is_planned(officer, cast)
    child.signs_in(cast.child)
    child.goes_to("/meeting/level")
    child.choose(cast.level)
    child.sees("It saves by itself. Only you and your IRO see it.")
    officer.goes_to(f"/reviews/{review}/plan")
    officer.press("Hold the meeting: {part}", part=TITLE)
    officer.press("Open the meeting")
    code = officer.page.locator(".here__code strong").inner_text()
    child.goes_to("/meeting")
    link = child.page.get_by_role("link", name=TITLE)
    if isinstance(child, ByKeyboard):
        child.enter(link)
    else:
        link.click()
    child.page.wait_for_url("**/live")  # no ids in the history of their phone
    if cast.language == "en":
        carer.page.goto("/room")
        carer.write("The code", code.lower())
        carer.write("What should we call you?", "Sandra")
        carer.press("Join")
    else:
        carer.signs_in(carer_key)
        carer.press("Go to the meeting")
    screen = Someone(listening(device(DESK)), served, cast.language)
    screen.page.goto("/screen")
    if cast.language != "en":
        screen.page.get_by_role("button", name="Cymraeg").first.click()
    screen.write("The code", code.lower())
    screen.press("Show the meeting")
    return Windows(
        child=child,
        officer=officer,
        carer=carer,
        screen=screen,
        in_confidence=cast.in_confidence,
    )


def listening(page: Page) -> Page:
    """The page, with all that it says aloud noted."""
    page.add_init_script(HEARD)
    return page


def a_meeting_is_planned(officer: Someone, cast: Cast) -> tuple[str, str]:
    """One part today, with seats for the child, their carer and the officer."""
    request = officer.page.request
    lines = request.get("/api/caseload").json()["children"]
    review = next(line["review_id"] for line in lines if line["name"].startswith(cast.called))
    invited = request.get(f"/api/reviews/{review}").json()["invitations"]
    carer = next(each for each in invited if each["job"] == "carer")
    comes = [each for each in invited if each["job"] in ("child", "reviewing_officer")]
    part = {
        "id": str(uuid4()), "title": TITLE, "how": "in_person", "minutes": 45,
        "starts_at": (now() + timedelta(minutes=1)).isoformat(), "place": "Elm House",
        "video_link": None, "agenda": [], "told_where": [],
        "people": [each["person_id"] for each in [*comes, carer]],
    }  # fmt: skip
    assert officer.page.evaluate(PLAN, [review, part]) == 200
    people = officer.served.people
    return review, next(key for key, each in people.items() if each["name"] == carer["name"])


def the_first_words(windows: Windows, cast: Cast) -> None:
    """The child begins, or the officer does where the child wants them to lead."""
    if cast.then is None:
        windows.child.press("We begin")
    else:
        windows.officer.press("Next")
    windows.all_show(windows.child.words("Hello"))
    windows.child.press("Next")
    windows.follow_to_last_time()
    for name in ("child", "officer", "carer", "screen"):
        one = getattr(windows, name)
        one.shows(f"live_{name}")
        if cast.language == "en":
            check_largest(one.page, f"live_{name}_en")


def the_signal_goes_twice_and_the_server_once(windows: Windows, served) -> None:
    """The child goes on without signal, the room without the child, all without the server."""
    child, officer = windows.child, windows.officer
    child.offline()
    child.sees("No internet just now. Go on: your screen still works.")
    before = now_on(child).inner_text()
    child.press("Next")
    expect(now_on(child)).not_to_have_text(before)
    alone = now_on(child).inner_text()
    expect(now_on(officer)).to_have_text(before)
    child.online()
    assert windows.follow() == alone
    child.offline()
    child.sees("No internet just now. Go on: your screen still works.")
    officer.press("Next")
    expect(now_on(officer)).not_to_have_text(alone)
    expect(now_on(child)).to_have_text(alone)
    child.online()
    windows.all_show(now_on(officer).inner_text())
    served.kill_and_start_again()
    there = now_on(child).inner_text()
    child.press("Next")
    expect(now_on(child)).not_to_have_text(there)
    windows.follow()


def somebody_asks_for_easy_words(windows: Windows, cast: Cast) -> None:
    """The room learns that somebody asked, and not who."""
    windows.carer.press("Explain that word")
    fill(windows.carer, sheet(windows.carer).get_by_role("textbox"), cast.word)
    windows.carer.press("Ask", within=sheet(windows.carer))
    for one in (windows.screen, windows.child, windows.officer):
        expect(one.page.locator(".live-word")).to_contain_text(cast.word, timeout=SOON)
    windows.child.press("It is clear now")
    expect(windows.screen.page.locator(".live-word")).to_have_count(0, timeout=SOON)


def it_is_read_back(windows: Windows, cast: Cast) -> None:
    """The child reads exactly what is written down, and their own words stand beside it."""
    child, officer = windows.child, windows.officer
    officer.write("What, in plain words", cast.decided)
    who = officer.page.get_by_label(officer.words("Who does it"))
    day = now().date() + timedelta(days=7)
    if isinstance(officer, ByKeyboard):
        officer.tab_to(who)
        officer.page.keyboard.press("ArrowDown")
        officer.sets("By when", str(day), day.strftime("%d%m%Y"), day.strftime("%m%d%Y"))
    else:
        who.select_option(index=1)
        officer.page.get_by_label(officer.words("By when")).fill(str(day))
    officer.press("Keep it and read it back")
    expect(child.page.get_by_role("blockquote")).to_contain_text(cast.decided, timeout=SOON)
    check_screen(child.page, f"live_read_back_{cast.language}")
    child.press("Not quite")
    child.write("What is not right?", cast.not_quite)
    child.press("Say it")
    officer.reads(cast.not_quite)
    for other in (windows.carer, windows.screen):
        assert cast.decided not in other.page.content()


def a_silent_call(windows: Windows, cast: Cast) -> None:
    """Their officer sees it; the others in the room do not learn that it was."""
    child = windows.child
    child.press("I’m not OK")
    officer = child.served.people[cast.officer]["name"].split()[0]
    child.press("Tell {name}", within=sheet(child), name=officer)
    windows.officer.sees("{name} is not OK", name=cast.called)
    for other in (windows.carer, windows.screen):
        assert other.words("Someone is not OK") not in other.page.content()
    child.press("Take a break", within=sheet(child))
    expect(windows.screen.page.locator(".live-break")).to_be_visible(timeout=SOON)
    child.press("Go on")
    expect(windows.screen.page.locator(".live-break")).to_have_count(0, timeout=SOON)


def it_ends(windows: Windows, cast: Cast) -> None:
    """Everybody sees that it is over; the child says how it was."""
    child, officer = windows.child, windows.officer
    officer.press("End the meeting")
    officer.press("End it", within=sheet(officer))
    officer.sees("The meeting is over")
    windows.carer.sees("The meeting is over")
    windows.screen.sees("The meeting is over")
    child.press("How was it?")
    child.heading("How was it?")
    assert child.page.url.endswith("/how-was-it")
    child.choose("My IRO")
    child.choose("Good")
    child.write("What I would change", "More biscuits")
    child.shows("how_was_it")
    child.press("Send it")
    child.sees("It is sent.")


def all_of_it_was_said_aloud(windows: Windows, cast: Cast) -> None:
    """Whoever sees no screen heard what happened, in its order; and nothing that is not theirs."""
    said = [
        ("Now: {title}", {"title": ""}),
        ("Please say in easy words: {word}", {"word": cast.word}),
        ("Is this right? {words}", {"words": cast.decided}),
        ("Someone is not OK. Please look after them.", {}),
        ("We take a break.", {}),
        ("We go on now.", {}),
        ("The meeting is over.", {}),
    ]
    alone = {"child": {2}, "officer": {2, 3}}
    for name in ("child", "officer", "carer", "screen"):
        one: Someone = getattr(windows, name)
        heard = one.page.evaluate("window.heard")
        theirs = [
            one.words(english, **named)
            for place, (english, named) in enumerate(said)
            if place not in (2, 3) or place in alone.get(name, ())
        ]
        left = iter(heard)
        for sentence in theirs:
            assert any(each.startswith(sentence) for each in left), (name, sentence, heard)
        if name not in alone:
            assert not any(cast.decided in each for each in heard), (name, heard)


def the_record_has_everything(windows: Windows, cast: Cast) -> None:
    """Who came and led, what was read back and said to it, and how it was for the child."""
    officer, people = windows.officer, windows.officer.served.people
    officer.press("Go on to the record")
    shown = officer.page.get_by_role("main")
    name = people[cast.child]["name"]
    came = officer.words("{name} came to the meeting, {date}", name=name, date="")
    led = officer.words("Led by {name}: {thing}", name=name, thing="")
    for words in (came, led, cast.decided, cast.not_quite, "More biscuits"):
        expect(shown).to_contain_text(words)
    if cast.then:
        level = officer.words("How much they led from then on: {level}", level="")
        expect(shown).to_contain_text(level)
    check_screen(officer.page, f"record_after_{cast.language}")


def fill(one: Someone, what: Locator, text: str) -> None:
    """Type into it, by whatever they have."""
    if isinstance(one, ByKeyboard):
        one.type_into(what, text)
    else:
        what.fill(text)


def now_on(one: Someone) -> Locator:
    """What it is about now, on somebody's screen."""
    return one.page.locator("#live-now, #desk-now, .big__now h2").first


def sheet(one: Someone) -> Locator:
    """The sheet that stands over the page."""
    return one.page.get_by_role("dialog")
