"""An officer has two minutes for a child: a full review’s summary is short, on screen and paper."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE
from tests.journeys.looking import settle
from tests.journeys.people import Someone

MOST_WORDS = 610  # 300 words a minute, as somebody reads who knows what to look for
MOST_SCREENS = 10  # of a phone
MOST_SHEETS = 3

# What the eye meets under the heading: not what only a screen reader says, nor what is folded.
WORDS_SEEN = """() => {
  const seen = [], all = document.createTreeWalker(
    document.querySelector('.summary'), NodeFilter.SHOW_TEXT);
  while (all.nextNode()) {
    const where = all.currentNode.parentElement;
    if (where.closest('.visually-hidden') || !where.checkVisibility()) continue;
    seen.push(all.currentNode.data.trim());
  }
  return seen.filter(Boolean).join('\\n');
}"""


def test_jadens_summary_is_read_in_two_minutes(served, device):
    officer = Someone(device(PHONE), served)
    page: Page = officer.page
    officer.signs_in("priya")
    children = page.request.get("/api/caseload").json()["children"]
    review = next(each["review_id"] for each in children if each["name"] == "Jaden Cole")
    officer.goes_to(f"/reviews/{review}/summary")
    expect(page.get_by_role("heading", name="In Jaden’s own words")).to_be_visible()
    settle(page)
    seen = page.evaluate(WORDS_SEEN)
    assert len(seen.split()) <= MOST_WORDS, len(seen.split())
    high = page.evaluate("document.documentElement.scrollHeight")
    assert high <= MOST_SCREENS * PHONE["height"], high
    assert_nothing_is_lost(page, review, seen)
    sheets = len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4")))
    assert sheets <= MOST_SHEETS, sheets


def assert_nothing_is_lost(page: Page, review: str, seen: str) -> None:
    """Everything said stands there, the child's once, or twice when it is a wish; all lead on."""
    summary = page.request.get(f"/api/reviews/{review}/summary").json()
    standing = [
        each
        for each in summary["contributions"].values()
        if not each["withdrawn_at"] and not each["replaced_by"]
    ]
    held = {line["answer_id"] for line in summary["not_openly"]}
    for contribution in standing:
        is_childs = contribution["person"]["person_id"] == summary["child"]["id"]
        for line in contribution["lines"]:
            if not line["words"] or contribution["form"] == "observation":
                continue
            times = 2 if line["wish"] or line["answer_id"] in held else 1
            assert 1 <= seen.count(line["words"]) <= times, line["words"]
            sources = page.get_by_role("button", name=line["ask"])
            assert is_childs or sources.count() >= 1, line["ask"]
