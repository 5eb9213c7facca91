"""A child plans their own meeting; their IRO answers each request; nobody else learns of it."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK
from tests.journeys.people import Someone, tick


@dataclass(frozen=True)
class Cast:
    """Who takes part, in which language, and in whose words."""

    language: str
    child: str
    called: str
    officer: str
    officer_called: str
    not_there: str
    why: str
    own_matter: str
    rule: str
    why_partly: str
    parent: str


ENGLISH = Cast(
    language="en", child="jaden", called="Jaden", officer="priya", officer_called="Priya",
    not_there="Lee", why="He shouts when we talk about school.",
    own_matter="My bike is broken.", rule="Nobody is late.",
    why_partly="Your dad has a right to come. He comes for the last part, after you have gone.",
    parent="lee",
)  # fmt: skip
WELSH = Cast(
    language="cy", child="elin", called="Elin", officer="carys", officer_called="Carys",
    not_there="Dewi", why="Mae o'n gweiddi.", own_matter="Mae fy meic i wedi torri.",
    rule="Neb yn hwyr.", why_partly="Caiff dy dad ddod i'r rhan olaf, ar ôl i ti fynd.",
    parent="dewi",
)  # fmt: skip


@pytest.mark.parametrize("cast", [ENGLISH, WELSH], ids=["english", "welsh"])
def test_a_child_plans_their_meeting_and_is_answered(cast: Cast, served, device):
    child = Someone(device(), served, cast.language)
    child.is_in(cast.child)
    the_child_plans(child, cast)
    officer = Someone(device(DESK), served, cast.language)
    officer.is_in(cast.officer)
    the_officer_answers(officer, cast)
    child.goes_to("/meeting/answers")
    child.reads(cast.why_partly)
    child.shows("meeting_answers")
    child.goes_to("/meeting/what")
    child.reads("A letter from the court")
    parent = Someone(device(), served, cast.language)
    parent.is_in(cast.parent)
    nothing_reaches(parent, cast)


def the_child_plans(child: Someone, cast: Cast) -> None:
    """How much I lead, who comes, what we talk about, our rules; the script follows from it."""
    child.press("Plan my meeting")
    child.heading("My meeting")
    child.shows("my_meeting")
    child.goes_to("/meeting/level")
    child.choose("I lead")
    child.shows("meeting_level")
    child.goes_to("/meeting/who")
    person = child.page.locator("main").get_by_role("button").filter(has_text=cast.not_there)
    person.or_(child.page.get_by_role("button", name=cast.not_there)).first.click()
    dialog = child.page.get_by_role("dialog")
    tick(dialog.get_by_role("radio", name=child.words("Please no")))
    dialog.get_by_role("textbox").fill(cast.why)
    child.shows("meeting_please_no")
    dialog.get_by_role("button", name=child.words("Done")).click()
    child.goes_to("/meeting/what")
    box = child.page.get_by_role("textbox").last
    box.fill(cast.own_matter)
    child.press("Put it on the list")
    child.reads(cast.own_matter)
    child.shows("meeting_what")
    child.goes_to("/meeting/rules")
    child.page.get_by_role("textbox").last.fill(cast.rule)
    child.press("Add this rule")
    child.goes_to("/meeting/script")
    child.reads(cast.own_matter)
    child.goes_to("/meeting/practise")
    child.sees("Your turn. You can say:")
    child.shows("meeting_practise")
    expect(
        child.page.get_by_text(child.words("Not saved yet. Please do not close this page."))
    ).to_have_count(0)


def the_officer_answers(officer: Someone, cast: Cast) -> None:
    """Each request beside what the law wants covered; a reason that the child will read."""
    review = next(
        line["review_id"]
        for line in officer.page.request.get("/api/caseload").json()["children"]
        if line["name"].startswith(cast.called)
    )
    officer.goes_to(f"/reviews/{review}/meeting")
    officer.reads(cast.why)
    officer.reads(cast.own_matter)
    officer.shows("meeting_plan")
    request = officer.page.get_by_role("listitem").filter(has_text=cast.why).last
    request.get_by_role("button", name=officer.named("Answer")).click()
    tick(request.get_by_role("radio", name=officer.words("Partly")))
    request.get_by_role("textbox").fill(cast.why_partly)
    request.get_by_role("button", name=officer.words("Send the answer")).click()
    officer.reads(cast.why_partly)
    officer.write("What else must be talked about?", "A letter from the court")
    officer.press("Add it")
    officer.reads("A letter from the court")


def nothing_reaches(parent: Someone, cast: Cast) -> None:
    """What was asked about somebody never reaches that person."""
    for path in ("/", "/notices"):
        parent.goes_to(path)
        said = parent.page.locator("body").inner_text()
        assert cast.why not in said
        assert cast.own_matter not in said
