"""The people of the journeys: each does what their screen says, in their own language."""

import re
import time
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pyotp import TOTP

from cadair.foundation.clock import now
from cadair.people.rules.second_step import CODE_SECONDS, codes_at
from tests.journeys.conftest import Served
from tests.journeys.looking import check_everywhere, check_narrow, settle

PROJECT = Path(__file__).resolve().parents[2]


@cache
def catalog(language: str) -> Catalog:
    path = PROJECT / "translations" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file)


def tick(box: Locator, *, wanted: bool = True) -> None:
    """Choose a card by its label, once it stands still; nobody sees the box itself."""
    expect(box).to_be_attached()
    if box.is_checked() is not wanted:
        box.locator("xpath=ancestor::label").click()
    expect(box).to_be_checked(checked=wanted)


_used: dict[str, int] = {}


def next_code(secret: str) -> str:
    """The code of somebody's app, one that was not used before: a code works once."""
    while True:
        wanted = [number for number in codes_at(now()) if number > _used.get(secret, 0)]
        # The oldest of them ends with this half minute: typing it takes a slow machine a while.
        if len(wanted) == 3 and now().second % CODE_SECONDS > CODE_SECONDS // 3:
            wanted = wanted[1:]
        if wanted:
            _used[secret] = wanted[0]
            return TOTP(secret).generate_otp(wanted[0])
        time.sleep(1)


def sign_in(context: BrowserContext, served: Served, key: str, language: str = "en") -> None:
    """Sign this browser in, without loading a page."""
    person = served.people[key]

    def send(method: str, path: str, **told: str) -> None:
        answer = context.request.fetch(
            f"{served.address}/api/{path}",
            method=method,
            data=told,
            headers={"Sec-Fetch-Site": "same-origin"},
        )
        assert answer.ok, answer.text()

    send("POST", "sign-in", who=person["sign_in_as"], passphrase=person["passphrase"])
    if "totp_secret" in person:
        send("POST", "sign-in/second-step", code=next_code(person["totp_secret"]))
    if language != "en":
        send("PUT", "me/language", language=language)


class Someone:
    """A person with a device.  What they look for on a screen is written here in English."""

    def __init__(self, page: Page, served: Served, language: str = "en") -> None:
        self.page, self.served, self.language = page, served, language

    def words(self, english: str, **named: object) -> str:
        """The sentence as this person reads it."""
        said = english
        if self.language != "en":
            found = catalog(self.language).get(english)
            assert found is not None, f"not a sentence of the client: {english}"
            said = found.string if isinstance(found.string, str) else found.string[0]
            assert said, f"no {self.language} for: {english}"
        for name, value in named.items():
            said = said.replace("{" + name + "}", str(value))
        return said

    def named(self, english: str, **named: object) -> re.Pattern[str]:
        return re.compile("^\\s*" + re.escape(self.words(english, **named)))

    def press(self, english: str, within: Locator | None = None, **named: object) -> None:
        """Press the first button or link with this name, in what the page is about."""
        where = within or self.page.get_by_role("main")
        name = self.named(english, **named)
        either = where.get_by_role("button", name=name).or_(where.get_by_role("link", name=name))
        either.first.click()

    def choose(self, english: str) -> None:
        """Choose what is called so, among radio buttons or boxes."""
        name = self.named(english)
        either = self.page.get_by_role("radio", name=name).or_(
            self.page.get_by_role("checkbox", name=name)
        )
        tick(either.first)

    def write(self, english: str, text: str) -> None:
        """Write into the box with this label."""
        self.page.get_by_role("textbox", name=self.named(english)).first.fill(text)

    def sees(self, english: str, **named: object) -> None:
        """The sentence is on the screen."""
        words = self.words(english, **named)
        expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible()

    def reads(self, exactly: str) -> None:
        """Somebody's own words are on the screen, verbatim."""
        expect(self.page.get_by_text(exactly).locator("visible=true").first).to_be_visible()

    def heading(self, english: str, **named: object) -> None:
        """The page's heading says so."""
        name = self.named(english, **named)
        expect(self.page.get_by_role("heading", level=1, name=name)).to_be_visible()

    def shows(self, name: str) -> None:
        """Check the screen in every way; in another language as it is and where words wrap most."""
        if self.language == "en":
            check_everywhere(self.page, f"{name}_en")
        else:
            check_narrow(self.page, f"{name}_{self.language}")

    def goes_to(self, path: str) -> None:
        self.page.goto(path)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        settle(self.page)

    def offline(self) -> None:
        """The signal is gone, and the page knows."""
        self.page.context.set_offline(True)
        self.page.wait_for_function("() => !navigator.onLine")

    def online(self) -> None:
        """The signal is back, and the page knows."""
        self.page.context.set_offline(False)
        self.page.wait_for_function("() => navigator.onLine")

    def is_in(self, key: str) -> None:
        """Came in before the story began: for whatever is not about coming in."""
        sign_in(self.page.context, self.served, key, self.language)
        self.page.goto("/")
        self._is_home()

    def signs_in(self, key: str, passphrase: str | None = None) -> None:
        """Sign in as one of the demo's people."""
        person = self.served.people[key]
        self.page.goto("/")
        if self.language != "en":
            self.page.get_by_role("button", name="Cymraeg").first.click()
        self.write("Your sign-in name or email", person["sign_in_as"])
        self.page.get_by_label(self.words("Your passphrase")).first.fill(
            passphrase or person["passphrase"]
        )
        self.press("Sign in")
        if "totp_secret" in person:
            code = self.page.locator("[autocomplete=one-time-code]")
            code.fill(next_code(person["totp_secret"]))
            code.press("Enter")
        self._is_home()

    def _is_home(self) -> None:
        expect(self.page.get_by_role("button", name=self.named("Sign out"))).to_be_visible()
        settle(self.page)
