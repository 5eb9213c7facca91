"""Each main screen of everyone, in both languages: light, dark, 320 px and 400 % zoom."""

import pytest

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.looking import check_everywhere, check_screen
from tests.journeys.people import Someone

# who → the addresses of their screens; what is behind ids is reached by its link
ON_A_PHONE = {
    "ruby": ("/", "/my-chair", "/say", "/say/how", "/say/meeting/lead", "/say/home/face"),
    "elin": ("/", "/said", "/say", "/say/family/brothers_sisters", "/say/share"),
    "theo": ("/say/home/face", "/say/family/brothers_sisters"),
    "tom": ("/",),
    "mair": ("/",),
}
ON_A_DESK = {"priya": ("/", "/caseload"), "carys": ("/", "/caseload"), "helen": ("/",)}
WELSH = {"elin", "mair", "carys"}


def named(who: str, path: str) -> str:
    return f"screen_{who}{path.replace('/', '_')}".rstrip("_")


@pytest.mark.parametrize("who", ON_A_PHONE)
def test_screens_on_a_phone(who, served, device):
    someone = Someone(device(PHONE), served, "cy" if who in WELSH else "en")
    someone.is_in(who)
    for path in ON_A_PHONE[who]:
        someone.goes_to(path)
        check_everywhere(someone.page, named(who, path))


@pytest.mark.parametrize("who", ON_A_DESK)
def test_screens_on_a_desk(who, served, device):
    someone = Someone(device(DESK), served, "cy" if who in WELSH else "en")
    someone.is_in(who)
    for path in ON_A_DESK[who]:
        someone.goes_to(path)
        check_everywhere(someone.page, named(who, path))


@pytest.mark.parametrize(("who", "child"), [("priya", "Jaden Cole"), ("carys", "Elin Rees")])
def test_what_an_officer_opens_from_the_list(who, child, served, device):
    officer = Someone(device(DESK), served, "cy" if who in WELSH else "en")
    officer.is_in(who)
    officer.goes_to("/caseload")
    officer.page.get_by_role("link", name=child, exact=True).first.click()
    officer.page.wait_for_url("**/children/*")
    check_everywhere(officer.page, f"screen_{who}_child")
    officer.press("What people say")
    officer.page.wait_for_url("**/summary")
    officer.sees("Wishes")
    check_everywhere(officer.page, f"screen_{who}_summary")
    officer.press("Plan")
    officer.page.wait_for_url("**/plan")
    officer.sees("Who was asked")
    check_everywhere(officer.page, f"screen_{who}_plan")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_ways_in_and_help_now(language, served, device):
    stranger = Someone(device(PHONE), served, language)
    stranger.goes_to("/")
    if language == "cy":
        stranger.page.get_by_role("button", name="Cymraeg").first.click()
    stranger.sees("Sign in")
    check_everywhere(stranger.page, f"screen_sign_in_{language}")
    stranger.page.get_by_role("banner").get_by_role(
        "button", name=stranger.named("Help now")
    ).click()
    stranger.reads("0800 1111")
    check_screen(stranger.page, f"screen_help_now_{language}")
    stranger.page.keyboard.press("Escape")
    stranger.goes_to("/join")
    check_everywhere(stranger.page, f"screen_join_{language}")
