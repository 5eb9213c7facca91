"""Staff come in by two steps: an app, paper or a passkey; and prove again who they are."""

import re
import sqlite3
import subprocess
from pathlib import Path

import requests
from playwright.sync_api import expect

from tests.backend.people.test_sign_on import provider
from tests.journeys.conftest import CADAIR, DESK, Phone, Served
from tests.journeys.looking import check_everywhere, check_screen, settle
from tests.journeys.people import Someone, next_code

__all__ = ["provider"]

PASSWORD = "a password of her own"


class NewOfficer(Someone):
    """A reviewing officer who has just been invited."""

    def is_invited(self, name: str) -> None:
        self.name = name
        self.email = f"{name.lower().replace(' ', '.')}@northmoor.example"
        self.site = self.served.address.replace("127.0.0.1", "localhost")  # passkeys want a name
        printed = subprocess.run(
            [CADAIR, "invite", self.email, "--council", "Northmoor", "--job", "reviewing_officer",
             "--name", name, "--site", self.site],
            env=self.served.environment, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        link = re.search(r"http\S+/join#\S+", printed)
        assert link
        self.page.goto(link[0])
        self.press("Make my own")
        self.write("My own passphrase", PASSWORD)
        self.press("I have it. Let me in")

    def says_password(self) -> None:
        self.page.goto(self.site)
        self.write("Your sign-in name or email", self.email)
        self.page.get_by_label("Your passphrase").fill(PASSWORD)
        self.press("Sign in")

    def types_code(self) -> None:
        self.page.get_by_label("Six-digit code").fill(next_code(self.secret))

    def leaves(self) -> None:
        self.page.get_by_role("button", name="Sign out").click()
        expect(self.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()

    def is_in(self) -> None:
        expect(self.page.get_by_role("heading", name="Needs you")).to_be_visible()
        settle(self.page)

    def has_a_passkey_device(self) -> None:
        wire = self.page.context.new_cdp_session(self.page)
        wire.send("WebAuthn.enable")
        device = {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
            "hasUserVerification": True, "isUserVerified": True,
        }  # fmt: skip
        wire.send("WebAuthn.addVirtualAuthenticator", {"options": device})

    def forgets_to_go_on(self) -> None:
        """More than five minutes pass."""
        with sqlite3.connect(
            Path(self.served.environment["CADAIR_DATA"]) / "cadair.db", timeout=20
        ) as database:
            database.execute("UPDATE sign_in_session SET proved_at = '2026-01-01 00:00:00'")


def test_a_new_officer_sets_up_two_steps_and_comes_in_by_each(device: Phone, served: Served):
    nia = NewOfficer(device(), served)
    nia.is_invited("Nia Price")
    nia.heading("Welcome, Nia")
    nia.press("Set up an app")
    nia.secret = nia.page.locator("code").first.inner_text().replace(" ", "")
    check_everywhere(nia.page, "two_steps_set_up")
    nia.types_code()
    nia.press("That is my code")
    nia.heading("Your recovery codes")
    check_everywhere(nia.page, "two_steps_recovery_codes")
    codes = nia.page.locator(".recovery-codes code").all_inner_texts()
    assert len(codes) == 10
    nia.press("I have kept them")
    nia.is_in()

    nia.leaves()
    nia.says_password()
    nia.heading("One more step, Nia")
    check_everywhere(nia.page, "two_steps_code")
    nia.page.get_by_label("Six-digit code").fill("000000")
    nia.press("Come in")
    nia.sees("That is not right. Please try again.")
    nia.types_code()
    nia.press("Come in")
    nia.is_in()

    nia.leaves()
    nia.says_password()
    nia.press("I do not have my phone")
    check_screen(nia.page, "two_steps_on_paper")
    nia.write("One of your recovery codes", codes[3].upper())
    nia.press("Come in")
    nia.is_in()


def test_a_passkey_is_made_used_and_removed_and_proof_is_asked_for(device: Phone, served: Served):
    dewi = NewOfficer(device(), served)
    dewi.has_a_passkey_device()
    dewi.is_invited("Dewi Lloyd")
    dewi.heading("Welcome, Dewi")
    check_screen(dewi.page, "two_steps_choose")
    dewi.press("Make a passkey")
    dewi.heading("Your recovery codes")
    dewi.press("I have kept them")
    dewi.is_in()

    dewi.leaves()
    dewi.press("Use a passkey")
    dewi.is_in()
    dewi.leaves()
    dewi.is_invited("Dewi Lloyd")  # by somebody who should not have
    dewi.press("Make a passkey")
    dewi.press("I have kept them")
    dewi.is_in()
    dewi.leaves()
    dewi.press("Use a passkey")
    dewi.sees("A card opened your account.")
    check_everywhere(dewi.page, "two_steps_told")
    dewi.press("I have read it")
    dewi.is_in()

    dewi.page.get_by_role("button", name="How it looks").click()
    dewi.page.get_by_role("link", name="How I sign in").click()
    dewi.heading("Signing in")
    check_everywhere(dewi.page, "two_steps_settings")
    dewi.page.set_viewport_size(DESK)
    check_screen(dewi.page, "two_steps_settings_desk")
    dewi.forgets_to_go_on()
    dewi.press("Make ten new ones")
    window = dewi.page.get_by_role("dialog", name="Is it still you?")
    expect(window.get_by_role("button", name="Use my passkey")).to_be_visible()
    check_screen(dewi.page, "two_steps_proof")
    window.get_by_role("button", name="Use my passkey").click()
    codes = dewi.page.get_by_role("dialog", name="Your recovery codes")
    expect(codes.locator("code")).to_have_count(10)
    dewi.press("I have kept them", within=codes)
    dewi.press("Remove")
    dewi.sees("This is your last way in, so it stays.")


def test_the_demo_says_the_codes_of_the_moment(device: Phone, served: Served):
    visitor = Someone(device(), served)
    visitor.page.goto("/demo/codes")
    check_screen(visitor.page, "demo_codes")
    row = visitor.page.get_by_role("row", name=re.compile("Priya Nair"))
    code = row.get_by_role("cell").nth(2).inner_text()
    priya = served.people["priya"]
    visitor.page.goto("/")
    visitor.write("Your sign-in name or email", priya["sign_in_as"])
    visitor.page.get_by_label("Your passphrase").fill(priya["passphrase"])
    visitor.press("Sign in")
    visitor.page.get_by_label("Six-digit code").fill(code)
    visitor.press("Come in")
    expect(visitor.page.get_by_role("heading", name="Needs you")).to_be_visible()


def test_a_manager_lets_somebody_back_in_who_lost_their_phone(device: Phone, served: Served):
    helen = Someone(device(), served)
    helen.signs_in("helen")
    helen.page.get_by_role("button", name="How it looks").click()
    helen.page.get_by_role("link", name="Accounts of staff").click()
    helen.heading("Staff")
    check_everywhere(helen.page, "staff_accounts")
    row = helen.page.get_by_role("listitem").filter(has_text="Daniel Marsh")
    row.get_by_role("button", name="Make a card").click()
    window = helen.page.get_by_role("dialog", name="A card for Daniel Marsh")
    check_screen(helen.page, "staff_card")
    helen.press("Make the card", within=window)
    link = window.get_by_label("Or this link").input_value()
    assert "/join#" in link
    check_screen(helen.page, "staff_card_made")


def test_staff_come_in_by_their_own_council(device: Phone, served: Served, provider: str):
    subprocess.run(
        [CADAIR, "sign-on", "Northmoor", "--issuer", provider, "--client-id", "cadair",
         "--amr", "mfa"],
        env={**served.environment, "CADAIR_SIGN_ON_SECRET": "between the two"},
        check=True, capture_output=True,
    )  # fmt: skip
    claims = {"email": "tom.whelan@northmoor.example", "email_verified": True, "amr": ["mfa"]}
    requests.put(f"{provider}/users/tom", json=claims, timeout=5)
    tom = Someone(device(), served)
    tom.page.goto("/")
    tom.press("I work for a council")
    tom.heading("Sign in with your council")
    check_everywhere(tom.page, "council_sign_on")
    tom.press("Northmoor")
    tom.page.get_by_placeholder("sub").fill("tom")
    tom.page.get_by_role("button", name="Authorize").first.click()
    expect(tom.page.get_by_role("button", name="Sign out")).to_be_visible()
    assert "code=" not in tom.page.url
