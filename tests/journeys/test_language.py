"""The language that somebody chooses at the door is theirs from then on, on every device."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import Someone


@pytest.fixture
def karen(served, device):
    """Leaves her account in English, as the other journeys expect it."""
    someone = Someone(device(), served)
    yield someone
    someone.page.request.put(
        "/api/me/language",
        data={"language": "en"},
        headers={"Sec-Fetch-Site": "same-origin", "Origin": served.address},
    )


def test_a_language_chosen_before_signing_in_stays(karen: Someone, served, device):
    karen.language = "cy"
    karen.signs_in("karen")
    out = karen.page.get_by_role("button", name=karen.named("Sign out"))
    expect(out).to_be_visible()
    expect(karen.page.locator("html")).to_have_attribute("lang", "cy")
    karen.goes_to("/")
    expect(out).to_be_visible()

    elsewhere = Someone(device(), served)  # signs in with the English words of a new device
    elsewhere.page.goto("/")
    person = served.people["karen"]
    elsewhere.write("Your sign-in name or email", person["sign_in_as"])
    elsewhere.page.get_by_label(elsewhere.words("Your passphrase")).first.fill(person["passphrase"])
    elsewhere.press("Sign in")
    expect(elsewhere.page.locator("html")).to_have_attribute("lang", "cy")
