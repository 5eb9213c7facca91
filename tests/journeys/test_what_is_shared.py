"""A split review: the officer shares, the guard stops a slip, a manager agrees, dad sees that."""

from playwright.sync_api import Locator, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.looking import check_everywhere, check_screen
from tests.journeys.people import Someone

SCHOOL = "Larkrise Academy"
SLIP = "He won a prize at Larkrise on Monday."
MENDED = "He won a prize on Monday."
TO_CARER = "Thank you for writing. We will talk about bedtimes."

KEEP = """async ([child, school]) => (await fetch(`/api/children/${child}/protected-facts`, {
  method: 'PUT',
  headers: {'Content-Type': 'application/json'},
  body: JSON.stringify({kind: 'school', words: school}),
})).status"""


def test_what_dad_sees_is_what_two_people_looked_at(served, device):
    priya = Someone(device(DESK), served)
    priya.is_in("priya")
    child, review = opens_sharing(priya)
    assert priya.page.evaluate(KEEP, [child, SCHOOL]) < 300

    chooses(priya, "Lee Cole")
    check_everywhere(priya.page, "release_choose")
    own_words(priya).fill(SLIP)
    priya.press("Look at it")
    stopped = priya.page.get_by_role("heading", name="1 thing must not go out")
    expect(stopped).to_be_visible()
    expect(sheet(priya)).to_contain_text(SLIP)
    check_everywhere(priya.page, "release_stopped")
    expect(priya.page.get_by_role("button", name="Ask for agreement")).to_have_attribute(
        "aria-disabled", "true"
    )

    own_words(priya).fill(MENDED)
    priya.page.locator(".pick input").first.check()
    priya.press("Look at it")
    expect(stopped).not_to_be_visible()
    previewed = words_in(sheet(priya))
    assert MENDED in previewed
    check_screen(priya.page, "release_preview")
    priya.press("Ask for agreement")
    expect(priya.page.get_by_text("It waits.").first).to_be_visible()

    chooses(priya, "Sandra Bell")
    own_words(priya).fill(TO_CARER)
    priya.press("Look at it")
    priya.press("Ask for agreement")
    expect(priya.page.get_by_text("It waits.").first).to_be_visible()

    lee = Someone(device(PHONE), served)
    lee.is_in("lee")
    lee.press("Shared with you")
    lee.sees("There is nothing here yet. What is shared with you will be here.")

    helen = Someone(device(DESK), served)
    helen.is_in("helen")
    helen.sees("Waiting for you to agree")
    check_screen(helen.page, "release_waiting")
    helen.press("Jaden Cole: something for Lee Cole")
    helen.sees("What Lee Cole will see")
    assert words_in(sheet(helen)) == previewed
    check_everywhere(helen.page, "release_agree")
    helen.press("Agree and share it")
    expect(helen.page.get_by_text("Shared on").first).to_be_visible()

    lee.goes_to(f"/shared/{review}")
    given = lee.page.locator(".given")
    expect(given).to_have_count(1)
    assert words_in(given) == without_marks(previewed)
    for never in (SCHOOL, "Sandra", TO_CARER, "prize at"):
        expect(lee.page.get_by_role("main")).not_to_contain_text(never)
    check_everywhere(lee.page, "release_shared_with_dad")

    sandra = Someone(device(PHONE), served)
    sandra.is_in("sandra")
    sandra.goes_to(f"/shared/{review}")
    sandra.sees("There is nothing here yet. What is shared with you will be here.")

    jaden = Someone(device(PHONE), served)
    jaden.is_in("jaden")
    jaden.press("Shared with me")
    jaden.sees("There is nothing here yet. What is shared with you will be here.")
    check_everywhere(jaden.page, "release_shared_with_child")


def opens_sharing(officer: Someone) -> tuple[str, str]:
    """From the caseload to the sharing of Jaden's review; the ids of the child and the review."""
    officer.goes_to("/caseload")
    officer.page.get_by_role("link", name="Jaden Cole", exact=True).first.click()
    officer.page.wait_for_url("**/children/*")
    child = officer.page.url.rsplit("/", 1)[1]
    officer.press("What people say")
    officer.page.wait_for_url("**/summary")
    officer.press("Share with people")
    officer.page.wait_for_url("**/share")
    officer.sees("Nothing that one person said passes to another unless you share it here.")
    return child, officer.page.url.split("/")[-2]


def chooses(officer: Someone, name: str) -> None:
    people = officer.page.get_by_role("navigation", name="Whom to share with")
    people.get_by_role("button", name=name).click()
    expect(officer.page.get_by_role("heading", name=f"What may pass to {name}")).to_be_visible()
    expect(own_words(officer)).to_be_visible()


def own_words(officer: Someone) -> Locator:
    return officer.page.get_by_role("textbox", name=officer.named("Your own words to"))


def sheet(someone: Someone) -> Locator:
    return someone.page.locator(".giving__sheet .given")


def words_in(where: Locator) -> list[str]:
    expect(where.first).to_be_visible()
    return [line.strip() for line in where.inner_text().splitlines() if line.strip()]


def without_marks(previewed: list[str]) -> list[str]:
    """What only the desk adds beside each line."""
    marks = ("New for this person", "They have this already")
    return [line for line in previewed if line not in marks]
