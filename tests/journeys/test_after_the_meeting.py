"""From the live meeting to the next: decided, recorded, told to each, disagreed with, looked after.

It follows what the screens say.  The meeting itself is short here: it has a journey of its own.
"""

import json
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from cadair.foundation.clock import now, today
from tests.journeys.conftest import DESK
from tests.journeys.people import Someone, sign_in, tick

SOON = 15_000  # ms, on a slow machine
KILLS = 2  # of the server, while what each is given is on its way
PART = "Our meeting"
# Planning a review and agreeing to what waits have journeys of their own.
SENDING = """async ([method, path, body]) => {
  const tag = method === 'PUT' ? (await fetch(path.replace('/plan', ''))).headers.get('ETag') : '';
  const headers = {'Content-Type': 'application/json', ...(tag && {'If-Match': tag})};
  return (await fetch(path, {method, headers, body: JSON.stringify(body)})).status;
}"""


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
    manager: str
    parent: str
    parent_name: str
    others: tuple[str, ...]  # to whom nothing of the record may go but words to them
    wish: str
    why: str
    decided: str
    parents_part: str
    thanks: str
    reason: str
    not_agreed: str
    view: str
    not_said: str
    how_it_goes: str
    concern: str
    told: str


ENGLISH = Cast(
    language="en", child="jaden", child_name="Jaden Cole", called="Jaden",
    officer="priya", officer_called="Priya", worker="tom", worker_name="Tom Whelan",
    manager="helen", parent="karen", parent_name="Karen Cole", others=("sandra", "lee", "okafor"),
    wish="I haven't seen Mia since the summer. I want to see her every month.",
    why="Every second month until Easter. Then we look again.",
    decided="Tom books a day with Mia in January.",
    parents_part="Karen brings the photo album to the next visit.", thanks="Thank you for coming.",
    reason="Tom sees to it that it comes.",
    not_agreed="That is not enough.", view="The plan is right, but Mia is missing in it.",
    not_said="I said every month, not every second one.", how_it_goes="Booked for the ninth.",
    concern="The council will not pay for the train to Mia each month.",
    told="I am asking the council again about Mia.",
)  # fmt: skip
WELSH = Cast(
    language="cy", child="elin", child_name="Elin Rees", called="Elin",
    officer="carys", officer_called="Carys", worker="ifan", worker_name="Ifan Puw",
    manager="rhian", parent="dewi", parent_name="Dewi Rees", others=("mair",),
    wish="Dwi isio gweld Gruff bob penwythnos.", why="Bob yn ail benwythnos tan y Pasg.",
    decided="Bydd Ifan yn trefnu diwrnod gyda Gruff ym mis Ionawr.",
    parents_part="Bydd Dewi yn dod â'r albwm lluniau.", thanks="Diolch am ddod.",
    reason="Ifan sy'n gofalu am hyn.",
    not_agreed="Dydi hynny ddim yn ddigon.", view="Mae'r cynllun yn iawn.",
    not_said="Bob penwythnos ddudis i.", how_it_goes="Wedi trefnu at y nawfed.",
    concern="Ni fydd y cyngor yn talu am y bws at Gruff.",
    told="Dw i'n gofyn i'r cyngor eto am Gruff.",
)  # fmt: skip


@pytest.mark.parametrize("cast", [ENGLISH, WELSH], ids=["english", "welsh"])
def test_what_came_of_a_review_reaches_each_and_comes_first_in_the_next(cast: Cast, served, device):
    officer = Someone(device(DESK), served, cast.language)
    officer.is_in(cast.officer)
    child = Someone(device(), served, cast.language)
    child.is_in(cast.child)
    review = a_meeting_is_planned(officer, cast)
    it_meets_and_a_decision_is_read_back(officer, child, review, cast)
    it_was_held(officer, review)
    it_is_answered_and_decided(officer, review, cast)
    the_child_does_not_agree(child, cast)
    the_officer_sees_it_and_signs_the_record(officer, review, cast)
    the_letter_is_given(officer, review, cast)
    the_child_says_what_is_not_right(child, cast)
    everybody_is_given_their_own_part(officer, review, cast)
    a_manager_agrees(Someone(device(DESK), served, cast.language), review, cast)
    worker = Someone(device(), served, cast.language)
    worker.is_in(cast.worker)
    each_reads_only_what_they_may(device, child, worker, review, cast)
    the_worker_says_that_it_is_done(worker, cast)
    the_officer_takes_it_further(officer, review, cast)
    what_the_child_sees_in_the_end(child, cast)
    half_way_it_is_looked_at(officer, review, cast)
    the_next_begins_with_what_was_promised(officer, cast)


def a_meeting_is_planned(officer: Someone, cast: Cast) -> str:
    """One part today, with seats for the child and the officer; its address as the plan has it."""
    review = open_review(officer, cast)
    page = officer.page
    invited = page.request.get(f"/api/reviews/{review}").json()["invitations"]
    comes = [each for each in invited if each["job"] in ("child", "reviewing_officer")]
    part = {
        "id": str(uuid4()), "title": PART, "how": "in_person", "minutes": 45,
        "starts_at": (now() + timedelta(minutes=1)).isoformat(), "place": "Elm House",
        "video_link": None, "agenda": [], "told_where": [],
        "people": [each["person_id"] for each in comes],
    }  # fmt: skip
    body = {"parts": [part]}
    assert page.evaluate(SENDING, ["PUT", f"/api/reviews/{review}/plan", body]) == 200
    return review


def open_review(officer: Someone, cast: Cast) -> str:
    lines = officer.page.request.get("/api/caseload").json()["children"]
    return next(line["review_id"] for line in lines if line["name"] == cast.child_name)


def it_meets_and_a_decision_is_read_back(
    officer: Someone, child: Someone, review: str, cast: Cast
) -> None:
    """What is decided is typed once, in the meeting, and the child hears it as it is written."""
    officer.goes_to(f"/reviews/{review}/plan")
    officer.press("Hold the meeting: {part}", part=PART)
    officer.press("Open the meeting")
    child.goes_to("/meeting")
    child.page.get_by_role("link", name=PART).click()
    officer.press("Next")
    officer.write("What, in plain words", cast.decided)
    choose(officer.page.get_by_role("main"), officer.words("Who does it"), cast.worker_name)
    officer.page.get_by_label(officer.words("By when")).fill(a_month_on())
    officer.press("Keep it and read it back")
    expect(child.page.get_by_role("blockquote")).to_contain_text(cast.decided, timeout=SOON)
    child.press("That’s right")
    expect(button(child, "That’s right")).to_have_count(0)
    officer.press("End the meeting")
    officer.press("End it", within=officer.page.get_by_role("dialog"))
    officer.sees("The meeting is over")


def it_was_held(officer: Someone, review: str) -> None:
    """The papers and the next review have their days at once."""
    officer.goes_to(f"/reviews/{review}/days")
    officer.press("It was held")
    officer.press("Keep these days", within=officer.page.get_by_role("dialog"))
    heading = officer.page.get_by_role("heading", name=officer.named("Half way"))
    expect(heading).to_be_visible()
    officer.shows("review_days")


def a_month_on() -> str:
    return (today(now()) + timedelta(days=30)).isoformat()


def it_is_answered_and_decided(officer: Someone, review: str, cast: Cast) -> None:
    """Every wish has an answer; nobody reads a word of anything until it is shared."""
    officer.goes_to(f"/reviews/{review}/outcomes")
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
    expect(officer.page.get_by_role("article", name=cast.decided)).to_be_visible()
    officer.press("Add a decision")
    officer.write("What will happen", cast.parents_part)
    form = officer.page.locator("form").filter(has=officer.page.locator("textarea"))
    choose(form, officer.words("Who"), cast.parent_name)
    form.get_by_label(officer.words("By when")).fill(a_month_on())
    officer.press("Keep this decision")
    expect(officer.page.get_by_role("article", name=cast.parents_part)).to_be_visible()
    officer.shows("outcomes")
    officer.press("Share with {name}", name=cast.called)
    told = "{name} can read it now, and whoever must do it was told."
    officer.sees(told, name=cast.called)


def the_child_does_not_agree(child: Someone, cast: Cast) -> None:
    child.goes_to("/")
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
    officer.goes_to(f"/reviews/{review}/summary")
    officer.press("Confirm or change")
    officer.press("Confirm {code}", code="PN")
    officer.sees("Confirmed.")
    officer.goes_to(f"/reviews/{review}/record")
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
    officer.goes_to(f"/reviews/{review}/letter")
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
    assert child.page.url.endswith("/decided/letters/1"), "no ids in the history of their phone"
    child.page.go_back()
    child.heading("What we decided")
    child.page.go_forward()
    child.page.reload()
    child.reads(cast.not_said)


def everybody_is_given_their_own_part(officer: Someone, review: str, cast: Cast) -> None:
    """What each would be told stands chosen, is looked at, and waits for a second person once."""
    officer.goes_to(f"/reviews/{review}/distribution")
    officer.heading("Give the record")
    people = officer.page.locator(".giving__people").get_by_role("button")
    named = [cast.child_name, cast.worker_name, cast.parent_name]
    named += [officer.served.people[each]["name"] for each in cast.others]
    for at, name in enumerate(named):
        people.filter(has_text=name).click()
        expect(officer.page.get_by_role("heading", name=officer.words(
            "What {name} will see", name=name
        ))).to_be_visible()  # fmt: skip
        officer.write("Your own words to this person", cast.thanks)
        officer.press("Look at it")
        if name == cast.parent_name:
            sheet = officer.page.locator(".giving__sheet")
            expect(sheet).to_contain_text(cast.parents_part)
            expect(sheet).not_to_contain_text(cast.decided)
            officer.shows("distribution")
        if name == cast.worker_name:  # it names a parent, between whom and them there is a wall
            officer.write("Why it may go out all the same", cast.reason)
        officer.press("Ask for agreement")
        if cast is ENGLISH and at < KILLS:  # the power goes while it is sent: they press again
            officer.served.kill_and_start_again()
            again = button(officer, "Ask for agreement")
            if again.count():
                again.click()
        expect(people.filter(has_text=name)).to_contain_text(
            officer.words("Waits for a second person")
        )

    kept = officer.page.request.get(f"/api/reviews/{review}/distribution").json()["people"]
    given = {each["person"]["name"]: len(each["releases"]) for each in kept}
    assert {name: given[name] for name in named} == dict.fromkeys(named, 1)


def a_manager_agrees(manager: Someone, review: str, cast: Cast) -> None:
    """They look at each and agree: the first on the screen, as they would."""
    manager.is_in(cast.manager)
    manager.sees("Waiting for you to agree")
    waiting = manager.page.request.get("/api/waiting-releases").json()["waiting"]
    assert len(waiting) == 3 + len(cast.others)
    for each in waiting:
        path = f"/api/reviews/{review}/releases/{each['id']}"
        assert manager.page.request.get(path).status == 200
        body = {"agrees": True, "note": None}
        assert manager.page.evaluate(SENDING, ["POST", f"{path}/answer", body]) == 200


def each_reads_only_what_they_may(device, child, worker, review: str, cast: Cast) -> None:
    """The child and their worker all of it, a parent their part, and others what is to them."""
    pieces = (cast.view, cast.decided, cast.parents_part)
    may = {cast.parent: {cast.parents_part}, **{key: set() for key in cast.others}}
    for one in (child, worker):
        told = given_to(one.page.context, review)
        assert [each for each in (*pieces, cast.thanks) if each not in told] == []
    parent = Someone(device(), child.served, cast.language)
    for key, theirs in may.items():
        context = parent.page.context if key == cast.parent else device().context
        sign_in(context, child.served, key, cast.language)
        told = given_to(context, review)
        assert {each for each in (*pieces, cast.thanks) if each in told} == {*theirs, cast.thanks}
        assert [each for each in (cast.why, cast.wish, cast.worker_name) if each in told] == []
    parent.goes_to(f"/shared/{review}")
    parent.reads(cast.parents_part)
    parent.shows("given")


def given_to(context: BrowserContext, review: str) -> str:
    """All that the server tells this browser of what was given."""
    told = context.request.get(f"/api/my/reviews/{review}/shared").json()
    return json.dumps(told, ensure_ascii=False)


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
    officer.goes_to(f"/reviews/{review}/outcomes")
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


def half_way_it_is_looked_at(officer: Someone, review: str, cast: Cast) -> None:
    """What was promised, how far it is and what the child says, on one screen."""
    found = officer.page.request.get(f"/api/reviews/{review}").json()
    officer.goes_to(f"/children/{found['child']['id']}/midpoint")
    officer.heading("Half way: {name}", name=cast.child_name)
    officer.reads(cast.how_it_goes)
    officer.reads(cast.parents_part)
    officer.reads(cast.wish)
    officer.shows("midpoint")
    officer.choose("It goes on as agreed")
    officer.press("Done")
    officer.sees("Noted. Today has one thing less.")


def the_next_begins_with_what_was_promised(officer: Someone, cast: Cast) -> None:
    """What is not done stands first at the desk, and first in the meeting."""
    review = a_meeting_is_planned(officer, cast)
    officer.goes_to(f"/reviews/{review}/outcomes")
    officer.sees("Open from last time")
    officer.reads(cast.parents_part)
    officer.reads(cast.wish)
    expect(officer.page.get_by_text(cast.decided)).to_have_count(0)  # it is done
    officer.goes_to(f"/reviews/{review}/plan")
    officer.press("Hold the meeting: {part}", part=PART)
    officer.press("Open the meeting")
    course = officer.page.get_by_role("main")
    expect(course).to_contain_text(cast.parents_part, timeout=SOON)
    expect(course).not_to_contain_text(cast.decided)


def choose(where: Locator, label: str, option: str) -> None:
    """Choose in a list; what stands there may begin with it and say more."""
    field = where.get_by_label(label, exact=True)
    value = field.locator("option").filter(has_text=option).first.get_attribute("value")
    field.select_option(value)


def box(where: Locator, label: str) -> Locator:
    return where.get_by_role("textbox", name=label)


def button(someone: Someone, english: str) -> Locator:
    return someone.page.get_by_role("button", name=someone.named(english))
