"""A split review from both parents' phones and the officer's desk: neither learns of the other."""

import base64
import re
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page, Response, expect

from cadair.foundation.clock import now, today
from tests.journeys.conftest import DESK, PHONE, PICTURES
from tests.journeys.looking import check_everywhere, check_screen, settle
from tests.journeys.people import Someone, tick

# What each part holds: by which it would be known elsewhere.
PARTS = {
    "child": {"time": "16:50", "place": "14 Harbour Row", "agenda": "My guitar lessons"},
    "karen": {"time": "10:05", "place": "The Lighthouse Centre", "agenda": "Sunday visits"},
    "lee": {"time": "15:35", "place": "Foundry House, room 9", "agenda": "Phone calls"},
    "work": {"time": "12:25", "place": "Saltmarsh School", "agenda": "The school plan"},
}
NAMES = {
    "karen": ("Lee", "Sandra", "Okafor", "Grace", "Yusuf", "Whelan"),
    "lee": ("Karen", "Sandra", "Okafor", "Grace", "Yusuf", "Whelan"),
}
LEE_WROTE = "He told me about the harbour swim on the phone."
# A form has parts of its own; what must not be said is that the review has.
SPLIT = re.compile(
    r"\b(your|other|another|this) part\b|\bpart \d|\bsplit|another meeting|others? (have|has)",
    re.IGNORECASE,
)


@dataclass
class Party(Someone):
    """A parent with a phone, and everything that the server ever told it."""

    key: str = ""
    told: list[str] = field(default_factory=list)
    pictures: list[Path] = field(default_factory=list)

    def __init__(self, page: Page, served, key: str) -> None:
        super().__init__(page, served)
        self.key, self.told, self.pictures = key, [], []
        page.on("response", self._hear)

    def _hear(self, response: Response) -> None:
        if "/api/" in response.url and response.status != 204:
            heads = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
            self.told.append(f"{response.url}\n{heads}\n{response.text()}")

    def looks_at(self, name: str) -> None:
        """One screen: seen, kept as a picture, and without a sign of anybody else."""
        settle(self.page)
        name = f"split_{self.key}_{name}"
        check_screen(self.page, name)
        self.pictures.append(PICTURES / f"{name}.png")
        self.knows_nothing(self.page.locator("body").inner_text())
        assert not SPLIT.search(self.page.locator("main").inner_text()), name

    def knows_nothing(self, text: str) -> None:
        for whose, part in PARTS.items():
            if whose != self.key:
                for secret in part.values():
                    assert secret not in text, f"{self.key} learns {secret}"
        for name in NAMES[self.key]:
            assert name not in text, f"{self.key} learns of {name}"
        if self.key != "lee":
            assert LEE_WROTE not in text

    def own_reviews(self) -> str:
        """The very bytes that their first page is made from."""
        return self.page.evaluate("fetch('/api/my/reviews').then(answer => answer.text())")


def split(priya: Someone) -> str:
    """Two presses, then when and where each part is; returns the review's address."""
    priya.goes_to("/caseload")
    priya.page.get_by_role("link", name="Jaden Cole", exact=True).first.click()
    priya.page.wait_for_url("**/children/*")
    priya.press("Plan the review")
    priya.page.wait_for_url("**/plan")
    priya.press("Split this review")
    priya.page.get_by_role("dialog").get_by_role("button", name="Make 4 parts").click()
    day = (today(now()) + timedelta(days=7)).isoformat()
    for number, part in enumerate(PARTS.values(), start=1):
        form = priya.page.get_by_role("group", name=re.compile(f"^Part {number} of 4"))
        form.get_by_label("Day").fill(day)
        form.get_by_label("Time").fill(part["time"])
        form.get_by_label("Place", exact=True).fill(part["place"])
        form.get_by_label("Agenda").fill(part["agenda"])
    karens = priya.page.get_by_role("group", name=re.compile("^Part 2 of 4"))
    tick(karens.get_by_role("checkbox", name=re.compile("^Karen Cole")).last)
    priya.sees("Who will see what")
    check_everywhere(priya.page, "split_officer_plan")
    priya.press("Save the plan")
    priya.sees("Saved. Everyone sees their own part now.")
    return priya.page.url


def moves_part(priya: Someone, number: int, time: str) -> None:
    """The officer changes another's part."""
    form = priya.page.get_by_role("group", name=re.compile(f"^Part {number} of 4"))
    form.get_by_label("Time").fill(time)
    priya.press("Save the plan")
    priya.sees("Saved. Everyone sees their own part now.")


def goes_through_their_screens(parent: Party, review_id: str) -> None:
    """Every screen that a parent has."""
    for name, path in (
        ("home", "/"),
        ("write", f"/add/{review_id}"),
        ("shared", f"/shared/{review_id}"),
    ):
        parent.goes_to(path)
        parent.looks_at(name)


def writes_and_sends(parent: Party, review_id: str, words: str) -> None:
    parent.goes_to(f"/add/{review_id}")
    parent.page.get_by_role("textbox").first.fill(words)
    settle(parent.page)
    parent.goes_to(f"/add/{review_id}/look")
    parent.looks_at("look")
    parent.page.get_by_role("button", name=re.compile("^(Send|Share)")).first.click()
    parent.sees("Sent. Thank you.")
    parent.looks_at("sent")


def test_neither_parent_learns_of_the_other(served, device):
    priya = Someone(device(DESK), served)
    priya.is_in("priya")
    review_id = split(priya).split("/")[-2]
    karen, lee = (Party(device(PHONE), served, key) for key in ("karen", "lee"))
    for parent in (karen, lee):
        parent.is_in(parent.key)
        goes_through_their_screens(parent, review_id)

    karen.goes_to("/")
    karen.reads("Where: The Lighthouse Centre")
    lee.goes_to("/")
    lee.sees("Your IRO will tell you where.")
    expect(lee.page.get_by_text("Foundry House")).to_have_count(0)

    before = karen.own_reviews()
    writes_and_sends(lee, review_id, LEE_WROTE)
    moves_part(priya, 3, "15:55")
    assert karen.own_reviews() == before
    goes_through_their_screens(karen, review_id)

    sees_as(priya, lee)
    raised_and_lowered(priya, served, device)
    for parent in (karen, lee):
        assert len(parent.told) > 5
        parent.knows_nothing("\n".join(parent.told))
    side_by_side(device(DESK), karen, lee)


def sees_as(priya: Someone, parent: Party) -> None:
    """What the officer is shown of a parent's first page is what the parent has, word for word."""
    parent.goes_to("/")
    theirs = parent.page.locator("main").inner_text()
    priya.press("About the child")
    priya.page.wait_for_url("**/children/*")
    priya.press("The circle and its walls")
    priya.page.wait_for_url("**/circle")
    check_everywhere(priya.page, "split_officer_circle")
    priya.page.get_by_role("link", name="What they see: Lee Cole").click()
    priya.sees("You see what Lee Cole sees.")
    expect(priya.page.get_by_role("heading", name="Hello Lee")).to_be_visible()
    check_everywhere(priya.page, "split_officer_sees_as_lee")
    assert priya.page.locator(".look__page main").inner_text() == theirs
    priya.page.get_by_role("link", name="Back to the circle").click()
    priya.page.wait_for_url("**/circle")


def raised_and_lowered(priya: Someone, served, device) -> None:
    """The manager agrees to what waits; the officer raises the wall again, alone."""
    helen = Someone(device(DESK), served)
    helen.is_in("helen")
    helen.sees("Waits for you to agree")
    check_everywhere(helen.page, "split_manager_agrees")
    helen.press("Agree: lower the wall")
    helen.sees("Agreed. The wall is down.")
    priya.page.reload()
    settle(priya.page)
    down = priya.page.get_by_role(
        "button", name=re.compile("^Raise the wall now: .*Okafor.*Karen|^Raise.*Karen.*Okafor")
    )
    down.click()
    expect(down).to_have_count(0)


def side_by_side(page: Page, *parties: Party) -> None:
    """One picture: the officer's desk above, then each parent's screens, a row for each."""
    rows = [
        [PICTURES / f"split_officer_{name}.png" for name in ("plan", "circle", "sees_as_lee")],
        *(party.pictures for party in parties),
    ]
    shown = "".join(
        "<div style='display:flex;gap:16px;align-items:flex-start;margin:16px'>"
        + "".join(
            f"<img style='max-height:740px;border:1px solid #888' src='data:image/png;base64,"
            f"{base64.b64encode(path.read_bytes()).decode()}'>"
            for path in row
        )
        + "</div>"
        for row in rows
    )
    page.set_content(f"<body style='background:#eee'>{shown}</body>")
    page.screenshot(path=PICTURES / "split_review.png", full_page=True)
