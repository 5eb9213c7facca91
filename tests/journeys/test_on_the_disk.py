"""What a browser's own folder on the disk holds after somebody has left: nothing of theirs (O3)."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser import ARGUMENTS, find_browser
from tests.journeys.conftest import PHONE, PROJECT
from tests.journeys.test_leaving import CANARY, ELSEWHERE, Leaving, files_with

UNSENT = f"Qvy{token_hex(8)}"
SAID = {"words", "name", "helper_words", "place", "title", "sign_in_name"}
DIST = PROJECT / "web_client" / "dist"

# A word that is left in each place in which a browser keeps something for a site.
LEAVE_IN_EVERY_PLACE = """async word => {
  localStorage.setItem('word', word + 'a');
  sessionStorage.setItem('word', word + 'b');
  await new Promise(done => {
    const asked = indexedDB.open('words', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('words');
    asked.onsuccess = () => {
      const doing = asked.result.transaction('words', 'readwrite');
      doing.objectStore('words').put({ word: word + 'c' }, 'word');
      doing.oncomplete = done;
    };
  });
  const cache = await caches.open('words');
  await cache.put('/word', new Response(word + 'd'));
  document.cookie = `word=${word}e; max-age=999`;
  history.pushState({ word: word + 'f' }, '', `/${word}g`);
  await fetch(`/icon.svg?${word}h`);
}"""
PLACES = "abcdfgh"  # a cookie (e) is encrypted by Chromium itself


@contextmanager
def a_browser(chromium, served, profile: Path) -> Iterator[BrowserContext]:
    """A Chromium that keeps its things in this folder, as anybody's does."""
    context = chromium.browser_type.launch_persistent_context(
        profile,
        executable_path=find_browser(),
        args=[each for each in ARGUMENTS if each != "--headless"],
        base_url=served.address,
        viewport=PHONE,
        service_workers="allow",
    )
    try:
        context.route(ELSEWHERE, lambda route: route.fulfill(body="the weather"))
        yield context
    finally:
        context.close()


def signs_out(child: Leaving) -> None:
    child.page.get_by_role("button", name=child.named("Sign out")).click()
    child.is_at_the_way_in()


def exits(child: Leaving) -> None:
    child.exits()
    expect(child.page.get_by_text("the weather")).to_be_visible()


def what_was_read(child: Leaving) -> set[str]:
    """Every sentence and name that the child's pages show, but what everybody's pages hold."""

    def words(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for key, each in value.items():
                if key in SAID or not isinstance(each, str):
                    yield from words(each)
        elif isinstance(value, list):
            for each in value:
                yield from words(each)
        elif isinstance(value, str) and len(value) >= 8:
            yield value

    read: set[str] = set()
    for path in ("me", "my/reviews", "my/contributions", "my/who-has-seen"):
        answer = child.page.request.get(f"/api/{path}")
        assert answer.ok, path
        read |= set(words(answer.json()))
    shipped = [path.read_text("utf-8") for path in (DIST / "assets").glob("*.js")]
    return {each for each in read if not any(each in file for file in shipped)}


@pytest.mark.parametrize("leaves", [signs_out, exits])
def test_nothing_that_was_read_or_written_lies_on_the_disk(
    chromium, served, tmp_path, leaves: Callable[[Leaving], None]
):
    profile = tmp_path / "profile"
    with a_browser(chromium, served, profile) as context:
        child = Leaving(context.pages[0], served)
        child.signs_in("jaden")
        for path in ("/said", "/seen", "/shared", "/my-chair", "/say"):
            child.goes_to(path)
        read = what_was_read(child)
        child.writes()
        child.sees("Saved. Only you can see it.")
        child.offline()
        child.page.get_by_role("textbox").first.fill(UNSENT)
        child.sees("Saved on this device.")
        child.online()
        secrets = {one["value"] for one in context.cookies() if one["name"] == "__Host-sid"}
        leaves(child)
        child.waits_until_out("; ".join(f"__Host-sid={each}" for each in secrets))
    wanted = {CANARY, UNSENT, *read, *secrets}
    assert {"Jaden Cole", "I scored twice on Saturday."} <= wanted
    assert readable(profile, wanted) == {}


def readable(profile: Path, wanted: set[str]) -> dict[str, list[str]]:
    """Which of the words lie where: as they are, in UTF-16, in JSON, or in an address.

    What is random is kept as it is by whatever compresses by repeating.
    """
    found: dict[str, list[str]] = {}
    for word in wanted:
        for spelled in {word, json.dumps(word)[1:-1], quote(word)}:
            for path in files_with(profile, spelled):
                found.setdefault(word, []).append(str(path.relative_to(profile)))
    return found


def test_the_search_finds_a_word_in_every_place_where_a_browser_keeps_one(
    chromium, served, tmp_path
):
    word, profile = f"Zzq{token_hex(8)}", tmp_path / "profile"
    with a_browser(chromium, served, profile) as context:
        page = context.pages[0]
        page.goto("/icon.svg")
        page.evaluate(LEAVE_IN_EVERY_PLACE, word)
        page.wait_for_timeout(500)
    missed = [each for each in PLACES if not readable(profile, {word + each})]
    assert missed == []
