"""What the first journey leaves out: a helper, somebody left out, taking back, every voice."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import DESK
from tests.journeys.looking import settle
from tests.journeys.people import Someone, tick


@dataclass(frozen=True)
class Cast:
    """Who takes part, in which language, and in whose words."""

    language: str
    child: str
    child_name: str
    left_out: str
    helper: str
    words: str
    helper_words: str
    officer: str
    parent: str
    parent_words: str
    worker: str
    worker_words: str
    not_reached: str


ENGLISH = Cast(
    language="en", child="jaden", child_name="Jaden Cole", left_out="Tom", helper="Bea",
    words="A room where the baby does not wake me up.",
    helper_words="He asked me to say that he is tired at school.",
    officer="priya", parent="lee", parent_words="I miss our Saturdays at the pitch.",
    worker="okafor", worker_words="He is calmer since he moved to set two.", not_reached="karen",
)  # fmt: skip
WELSH = Cast(
    language="cy", child="elin", child_name="Elin Rees", left_out="Ifan", helper="Non",
    words="Dwi isio mynd i nofio bob wythnos.",
    helper_words="Mae hi wedi sôn am nofio ers yr haf.",
    officer="carys", parent="dewi", parent_words="Mae hi'n gweld eisiau ei nain.",
    worker="ifan", worker_words="Mae hi'n setlo yn yr ysgol.", not_reached="",
)  # fmt: skip


@pytest.mark.parametrize("cast", [ENGLISH, WELSH], ids=["english", "welsh"])
def test_the_rest_of_the_story(cast: Cast, served, device):
    child = Someone(device(), served, cast.language)
    child.is_in(cast.child)
    somebody_helps(child, cast)
    leave_somebody_out(child, cast)
    share(child, cast)
    take_it_back_and_share_again(child, cast)
    for who, words in ((cast.parent, cast.parent_words), (cast.worker, cast.worker_words)):
        writer = Someone(device(), served, cast.language)
        writer.is_in(who)
        write_a_form(writer, words, cast, name=who)
    officer = Someone(device(DESK), served, cast.language)
    officer.is_in(cast.officer)
    the_officer_reads_every_voice(officer, cast)
    the_officer_decides_on_the_code(officer, cast)
    the_officer_notes_a_try(officer, cast)


def test_a_carer_shows_how_a_small_child_is(served, device):
    carer = Someone(device(), served)
    carer.is_in("sandra")
    carer.page.locator("a[href$='/observation']").first.click()
    add_to_what_was_sent(carer)
    carer.page.get_by_role("textbox").first.fill("When the bath runs, he claps.")
    carer.shows("carer_observation")
    carer.press("Check and send")
    carer.reads("When the bath runs, he claps.")
    carer.press("Send")
    carer.sees("Sent. Thank you.")
    officer = Someone(device(DESK), served)
    officer.is_in("priya")
    open_child(officer, "Noah Finch")
    officer.press("What people say")
    officer.reads("When the bath runs, he claps.")
    officer.shows("officer_observation")


def somebody_helps(child: Someone, cast: Cast) -> None:
    """Half a helper is asked about; a whole one gets words of their own."""
    child.goes_to("/say/how")
    child.choose("Someone is helping me")
    child.write("What is their name?", cast.helper)
    child.press("Done")
    child.sees("Please choose who they are.")
    child.shows("child_helper")
    child.choose("A friend")
    child.press("Done")
    child.goes_to("/say/home/change")
    child.page.get_by_role("textbox").first.fill(cast.words)
    child.press("Add {name}’s words", name=cast.helper)
    beside = child.page.get_by_role("region", name=child.named("{name}’s words", name=cast.helper))
    beside.get_by_role("textbox").fill(cast.helper_words)
    child.sees("Saved. Only you can see it.")


def leave_somebody_out(child: Someone, cast: Cast) -> None:
    child.press("Change", within=child.page.get_by_role("main"))
    child.choose("Everyone at my review")
    tick(child.page.get_by_role("checkbox", name=cast.left_out))
    child.shows("child_who_will_see")
    child.sees("Saved. Only you can see it.")


def share(child: Someone, cast: Cast) -> None:
    child.goes_to("/say/share")
    child.reads(cast.words)
    child.reads(cast.helper_words)
    child.press("Share")
    thanks = child.page.get_by_role("heading", name=child.named("Thank you"))
    expect(thanks).to_be_visible(timeout=30_000)


def take_it_back_and_share_again(child: Someone, cast: Cast) -> None:
    child.goes_to("/said")
    child.reads(cast.words)
    child.shows("child_said")
    child.press("Take it back")
    child.shows("child_take_back")
    child.press("Take it back, keep it for me", within=child.page.get_by_role("dialog"))
    child.sees("Nothing is shared just now.")
    share(child, cast)
    child.page.get_by_role("button", name=child.named("How it looks")).click()
    child.shows("child_how_it_looks")
    child.page.keyboard.press("Escape")


def write_a_form(writer: Someone, words: str, cast: Cast, *, name: str) -> None:
    of_child = writer.page.get_by_role("region").filter(has_text=cast.child_name.split()[0])
    of_child.first.get_by_role("link").first.click()
    add_to_what_was_sent(writer)
    if not writer.page.get_by_role("textbox").count():  # the first part only asks to choose
        writer.page.locator(".form-section button[aria-expanded=false]").first.click()
    writer.page.get_by_role("textbox").first.fill(words)
    writer.shows(f"{name}_form")
    writer.press("Check and send")
    writer.reads(words)
    seen = writer.page.content()
    assert cast.words not in seen
    assert cast.helper_words not in seen
    writer.press("Send")
    writer.sees("Sent. Thank you.")


def add_to_what_was_sent(writer: Someone) -> None:
    """Some have sent something already: they change it."""
    expect(writer.page.get_by_role("heading", level=1)).to_be_visible()
    settle(writer.page)
    again = writer.page.get_by_role("button", name=writer.named("Change or add to it"))
    if again.count():
        again.click()


def open_child(officer: Someone, name: str) -> None:
    officer.goes_to("/caseload")
    officer.page.get_by_role("searchbox").fill(name)
    officer.page.get_by_role("link", name=name, exact=True).first.click()
    officer.page.wait_for_url("**/children/*")


def the_officer_reads_every_voice(officer: Someone, cast: Cast) -> None:
    open_child(officer, cast.child_name)
    officer.press("What people say")
    for words in (cast.words, cast.helper_words, cast.parent_words, cast.worker_words):
        officer.reads(words)
    officer.reads(cast.left_out)
    officer.page.locator(".said__source").first.click()
    officer.shows("officer_source")
    officer.page.keyboard.press("Escape")


def the_officer_decides_on_the_code(officer: Someone, cast: Cast) -> None:
    officer.press("Confirm or change")
    form = officer.page.get_by_role("region").filter(
        has=officer.page.get_by_role("radio", name="PN")
    )
    code = unchosen(form.first).get_attribute("value") or ""
    tick(form.first.locator(f"[value='{code}']"))
    officer.shows("officer_code")
    officer.page.locator("form button[type=submit]").first.click()
    officer.sees("Please say why.")
    officer.page.locator("form textarea").first.fill("Agreed with the child by phone.")
    officer.page.locator("form button[type=submit]").first.click()
    officer.sees("Confirmed.")
    assert code.startswith("PN")


def unchosen(form: Locator) -> Locator:
    """One of the codes that is not proposed."""
    return form.get_by_role("radio", checked=False).first


def the_officer_notes_a_try(officer: Someone, cast: Cast) -> None:
    if not cast.not_reached:
        return
    officer.press("Plan")
    officer.sees("Who was asked")
    officer.press("Note a try")
    officer.shows("officer_note_a_try")
    dialog = officer.page.get_by_role("dialog")
    officer.choose("Not this time")
    dialog.get_by_role("textbox").fill("No answer at noon.")
    officer.press("Note it", within=dialog)
    officer.reads("No answer at noon.")
