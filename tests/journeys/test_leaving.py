"""Leaving in a hurry: covered at once, signed out, and nothing of what was written can be found."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Route, expect

from tests.browser import ARGUMENTS, find_browser
from tests.journeys.conftest import PHONE
from tests.journeys.people import Someone

# New for every run, so that it can only be found where this run left it.
CANARY = f"Zqx{token_hex(8)}"
UNSENT = f"Wkj{token_hex(8)}"
ELSEWHERE = "https://www.bbc.co.uk/**"
AT_MOST_MS = 100
A_BAD_LINK = {
    "offline": False, "latency": 2000, "downloadThroughput": 4000, "uploadThroughput": 4000,
}  # fmt: skip

# From the last press until the page is covered.
STOPWATCH = """() => {
  let pressed = null;
  for (const deed of ['click', 'keydown'])
    addEventListener(deed, () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    if (!document.querySelector('.exit-cover')) return;
    const seen = {
      covered: performance.now() - pressed,
      onTop: document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.className,
      title: document.title,
    };
    setTimeout(() => window.tell({ ...seen, words: document.body.textContent }), 100);
  }).observe(document.body, { childList: true });
}"""

# Everything that a browser keeps for a site, as text: also inside buffers.
KEPT = """async () => {
  const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  found.push(document.cookie);
  const text = value => {
    if (value instanceof ArrayBuffer) value = new Uint8Array(value);
    if (ArrayBuffer.isView(value))
      return [new TextDecoder().decode(value), new TextDecoder('utf-16le').decode(value)].join();
    if (value && typeof value === 'object') return Object.entries(value).flat().map(text).join();
    return String(value);
  };
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise(done => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
    });
    for (const shelf of db.objectStoreNames) {
      const store = db.transaction(shelf).objectStore(shelf);
      for (const what of ['getAllKeys', 'getAll']) {
        const asked = store[what]();
        await new Promise(done => { asked.onsuccess = done; });
        found.push(...asked.result.map(one => `${shelf}: ${text(one)}`));
      }
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found.push(request.url, await (await cache.match(request)).text());
    }
  }
  return found;
}"""


class Leaving(Someone):
    """A child who writes something that nobody else may find."""

    def writes(self, words: str = CANARY) -> None:
        self.goes_to("/say/good_news/words")
        self.page.get_by_role("textbox").first.fill(words)

    def exits(self, way: str = "press") -> None:
        """Press Exit, or Shift three times."""
        if way == "press":
            self.page.get_by_role("button", name=self.named("Exit")).click(no_wait_after=True)
            return
        for _ in range(3):
            self.page.keyboard.press("Shift")

    def is_at_the_way_in(self) -> None:
        """Nobody is signed in here."""
        name = self.page.get_by_role("textbox", name=self.named("Your sign-in name or email"))
        expect(name).to_be_visible()

    def goes_back(self) -> None:
        """Press Back, as far as there is a way back."""
        with suppress(PlaywrightError):  # leaving again takes the place of going back
            self.page.go_back(timeout=3_000)
        self.page.wait_for_timeout(300)

    def comes_to_nothing(self) -> None:
        """Without signal there is only the browser's own page, and nothing of ours."""
        for _ in range(50):
            with suppress(PlaywrightError):
                if self.page.evaluate("location.protocol") == "chrome-error:":
                    return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"still at {self.page.url}")

    def waits_until_out(self, cookie: str) -> None:
        """The server hears of it soon."""
        for _ in range(50):
            if not self.may_come_in(cookie):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("the session is still open at the server")

    def kept(self) -> str:
        """All that is kept for us, read from a page of ours on which nothing runs."""
        self.page.goto("/icon.svg")
        return "\n".join(self.page.evaluate(KEPT))

    def cookie(self) -> str:
        return "; ".join(f"{one['name']}={one['value']}" for one in self.page.context.cookies())

    def may_come_in(self, cookie: str) -> bool:
        """Whether the server still knows this session."""
        asked = urllib.request.Request(self.served.address + "/api/me", headers={"Cookie": cookie})
        try:
            return bool(urllib.request.urlopen(asked, timeout=10).status == 200)
        except urllib.error.HTTPError as refused:
            return refused.code != 401


@pytest.fixture
def child(served, device) -> Leaving:
    child = Leaving(device(PHONE), served)
    child.page.context.route(ELSEWHERE, lambda route: route.fulfill(body="the weather"))
    return child


@pytest.mark.parametrize("way", ["press", "shift"])
def test_the_page_is_covered_at_once(child: Leaving, way: str):
    """On a phone four times as slow as this machine, with a link that takes two seconds a round,
    and before the next site answers; the server hears of it as soon as the link lets it."""
    told: list[dict] = []
    waiting: list[Route] = []
    child.signs_in("jaden")
    session = child.cookie()
    child.writes()
    child.page.context.unroute(ELSEWHERE)
    child.page.context.route(ELSEWHERE, lambda route: waiting.append(route))
    child.page.expose_function("tell", lambda seen: told.append(seen))
    child.page.evaluate(STOPWATCH)
    slow = child.page.context.new_cdp_session(child.page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    slow.send("Network.enable")
    slow.send("Network.emulateNetworkConditions", A_BAD_LINK)
    child.exits(way)
    for _ in range(250):
        if told and waiting:
            break
        child.page.wait_for_timeout(20)
    [seen] = told
    assert seen["covered"] < AT_MOST_MS, seen
    assert seen["onTop"] == "exit-cover"
    assert "Cadair" not in seen["title"] and CANARY not in seen["words"]
    waiting[0].fulfill(body="the weather")
    expect(child.page.get_by_text("the weather")).to_be_visible()
    child.waits_until_out(session)


@pytest.mark.parametrize("way", ["press", "shift"])
def test_back_shows_nothing_of_ours(child: Leaving, way: str):
    child.signs_in("jaden")
    session = child.cookie()
    child.press("My chair")
    child.heading("My chair")
    child.writes()
    assert child.may_come_in(session)
    child.exits(way)
    expect(child.page.get_by_text("the weather")).to_be_visible()
    child.waits_until_out(session)
    for _ in range(3):
        child.goes_back()
        assert child.page.inner_text("body") in {"the weather", ""}, child.page.url
    child.goes_to("/say/good_news/words")
    child.is_at_the_way_in()


def test_leaving_works_without_signal(child: Leaving):
    child.signs_in("jaden")
    session = child.cookie()
    child.writes()
    child.sees("Saved. Only you can see it.")
    child.page.context.unroute(ELSEWHERE)
    child.offline()
    child.exits()
    child.comes_to_nothing()
    child.goes_back()
    child.comes_to_nothing()
    child.page.goto("/say/good_news/words")  # opened again, still without signal
    child.is_at_the_way_in()
    assert CANARY not in child.page.content()
    assert child.may_come_in(session), "nothing can have reached the server"
    child.online()
    child.page.goto("/")
    child.is_at_the_way_in()
    child.waits_until_out(session)


def test_nothing_readable_stays_after_leaving(child: Leaving):
    child.signs_in("jaden")
    child.writes()
    child.sees("Saved. Only you can see it.")
    assert_hidden(child.kept(), "while writing, only sealed")
    child.goes_to("/say/good_news/words")
    expect(child.page.get_by_role("textbox").first).to_have_value(CANARY)
    child.exits()
    expect(child.page.get_by_text("the weather")).to_be_visible()
    kept = child.kept()
    assert_hidden(kept, "after Exit")
    assert "kept: " not in kept and "drafts: " not in kept and "key: " not in kept, kept


def test_words_that_were_never_sent_stay_sealed_for_their_writer(child: Leaving):
    child.signs_in("jaden")
    child.goes_to("/say/anything/words")
    expect(child.page.get_by_role("textbox").first).to_be_visible()
    child.page.context.unroute(ELSEWHERE)
    child.offline()
    child.page.get_by_role("textbox").first.fill(UNSENT)
    child.sees("Saved on this device.")
    child.exits()
    child.comes_to_nothing()
    child.online()
    kept = child.kept()
    assert_hidden(kept, "unsent")
    assert "drafts: " in kept and "key: " not in kept, "sealed, and without its key"
    child.signs_in("ruby")
    assert_hidden(child.page.content(), "somebody else is here now")
    child.page.get_by_role("button", name=child.named("Sign out")).click()
    child.is_at_the_way_in()
    child.signs_in("jaden")
    child.goes_to("/say/anything/words")
    expect(child.page.get_by_role("textbox").first).to_have_value(UNSENT)


def test_nothing_readable_stays_after_signing_out(child: Leaving):
    child.signs_in("jaden")
    session = child.cookie()
    child.writes()
    child.sees("Saved. Only you can see it.")
    child.page.get_by_role("button", name=child.named("Sign out")).click()
    child.is_at_the_way_in()
    child.waits_until_out(session)
    child.goes_back()
    assert_hidden(child.page.content(), "Back after signing out")
    kept = child.kept()
    assert_hidden(kept, "after signing out")
    assert "kept: " not in kept and "drafts: " not in kept and "key: " not in kept, kept


def test_the_browsers_own_files_hold_nothing(chromium, served, tmp_path):
    """Also not what a browser writes by itself: its cache, its history, the forms it remembers."""
    profile = tmp_path / "profile"
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
        child = Leaving(context.pages[0], served)
        child.signs_in("jaden")
        child.writes()
        child.sees("Saved. Only you can see it.")
        child.exits()
        expect(child.page.get_by_text("the weather")).to_be_visible()
    finally:
        context.close()
    found = [path.relative_to(profile) for path in files_with(profile, CANARY)]
    assert found == []
    assert list(files_with(profile, "Cadair")), "the search itself works"


def test_the_address_bar_and_the_tab_tell_nothing(child: Leaving):
    child.signs_in("jaden")
    child.writes()
    for path in (
        "/", "/my-chair", "/say", "/say/how", "/say/home/face", "/say/family/brothers_sisters",
        "/say/share", "/said", "/say/thanks",
    ):  # fmt: skip
        child.goes_to(path)
        assert child.page.title() == "Cadair", path
        address = child.page.url.removeprefix(child.served.address)
        links = child.page.locator("a[href]").evaluate_all("all => all.map(a => a.href)")
        ours = [each for each in links if each.startswith(child.served.address)]
        for each in (address, *(each.removeprefix(child.served.address) for each in ours)):
            assert re.fullmatch(r"/[a-z_/-]*(#main)?", each), f"{each} on {path}"
    manifest = child.page.request.get("/manifest.webmanifest").json()
    assert {manifest["name"], manifest["short_name"]} == {"Cadair"}
    assert manifest["start_url"] == "/"


def assert_hidden(kept: str, when: str) -> None:
    for secret in (CANARY, UNSENT):
        assert secret not in kept, f"{when}: {kept[max(0, kept.index(secret) - 80) :][:200]}"


def files_with(folder: Path, words: str) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            if words.encode() in held or words.encode("utf-16-le") in held:
                yield path
