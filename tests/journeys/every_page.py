"""Goes to every page of everyone in a real Chromium, and notes what a page must never do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, expect

from cadair.commands.demo.people import demo_id
from cadair.contributions.rules.forms import Form, form
from cadair.people.routes import SESSION_COOKIE
from tests.access.test_matrix import World
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.looking import AT_REST, wait_until
from tests.world.two_councils import HALF_SIGNED_IN, JADEN, signed_in

# What no page of ours asks of a browser, and what a page that was made to do something says.
WATCH = """(() => {
  const ours = location.origin;
  addEventListener('securitypolicyviolation',
    event => __told('report', `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => __told('ran', name);
  const asks = (holder, ...names) => names.forEach(name => {
    if (holder?.[name]) holder[name] = async () => { __told('asked', name); };
  });
  asks(window.Geolocation?.prototype, 'getCurrentPosition', 'watchPosition');
  asks(window.MediaDevices?.prototype, 'getUserMedia', 'getDisplayMedia', 'enumerateDevices');
  asks(window.Notification, 'requestPermission');
  asks(window.ContactsManager?.prototype, 'select');
  asks(window.PushManager?.prototype, 'subscribe');
  asks(window.Clipboard?.prototype, 'readText', 'read');
})()"""
# Words that became part of the page: none of these is ever made by a page of ours.
MADE_OF_WORDS = """() => [...document.querySelectorAll(
  'iframe,object,embed,base,portal,marquee,math,video,audio,template,noscript ~ *[onerror],' +
  'body script,meta[http-equiv],style,xmp,x,[onerror],[onload],[onclick],[onfocus],[srcdoc],' +
  '[onmouseover],[ontoggle],a[href^="javascript:" i],a[href^="data:" i],form[action]')]
  .filter(each => !each.matches('script[type=module][src^="/assets/"]'))
  .map(each => each.outerHTML.slice(0, 120))"""
# Everything that is not pressed by itself: what is folded is opened, what waits for a finger or
# the keyboard is touched.
TOUCH = """() => {
  for (const each of document.querySelectorAll('details')) each.open = true;
  for (const each of document.querySelectorAll('main *')) {
    for (const deed of ['mouseover', 'focusin', 'pointerenter', 'animationstart'])
      each.dispatchEvent(new Event(deed, {bubbles: true}));
  }
}"""


PRESSED = "main button[type=button]"


@dataclass
class Seen:
    """What pages did while they were watched."""

    pages: int = 0
    ran: list[str] = field(default_factory=list)  # words that ran as a program
    made: list[str] = field(default_factory=list)  # words that became a part of the page
    reports: list[str] = field(default_factory=list)  # what the content policy refused
    asked: list[str] = field(default_factory=list)  # position, contacts, camera, notices …
    elsewhere: list[str] = field(default_factory=list)  # requests to anybody but Cadair
    broke: list[str] = field(default_factory=list)  # errors that nobody caught


def pages_of(world: World) -> dict[str, list[str]]:
    """Every address that each of them can come to, as `routes.ts` has them."""
    review, jaden = f"/reviews/{world.review_id}", f"/children/{JADEN}"
    releases = [f"{review}/releases/{each}" for each in getattr(world, "release_ids", ())]
    say = [f"/say/{key.replace('.', '/')}" for key in newest("child_12_to_15").questions]
    add = f"/add/{world.review_id}"
    adds = [add, f"{add}/look", f"/shared/{world.review_id}", "/to-do"]
    live = [f"/live/{world.review_id}/{each}" for each in getattr(world, "part_ids", ())]
    decided = ["/decided", f"/decided/letters/{world.review_id}"]
    decided += [f"/decided/{each}" for each in ("words", "words/topics", "faces", "keep")]
    decided.append("/decided/not-agree")
    after = [f"{review}/{each}" for each in ("days", "outcomes", "record", "letter")]
    after += [f"{review}/distribution", f"{jaden}/midpoint", f"{jaden}/disputes"]
    mine = ["/my-phone", "/my-passphrase"]
    desk = ["/caseload", jaden, f"{jaden}/circle", f"{jaden}/cards/{JADEN}"]
    seen_by = [f"{jaden}/seen-by/{demo_id(who)}" for who in ("karen", "sandra")]
    seen_by.append(f"{jaden}/seen-by/{JADEN}")
    return {
        "anonymous": [
            f"/join#{world.card}", "/", "/join", "/council", "/signed-on", "/screen", "/nowhere",
        ],
        HALF_SIGNED_IN: ["/"],
        "jaden": [
            "/", "/my-chair", "/say", "/say/how", *say, "/say/share", "/say/thanks", "/said",
            "/seen", "/shared", *decided, *live, f"/how-was-it/{world.review_id}", *mine,
        ],
        "sandra": ["/", *adds, *live, *mine],
        "karen": ["/", *adds, *mine],
        "okafor": ["/", *adds, *mine],
        "tom": ["/", *adds, "/signing-in"],
        "priya": [
            "/", *desk, *seen_by, f"{review}/summary", f"{review}/share", f"{review}/plan",
            *after, *live, *releases, "/signing-in", "/my-passphrase", f"/add/{world.review_id}",
        ],
        "helen": [
            "/", *desk, f"{review}/for-a-reason", *releases, "/returns", "/staff", "/signing-in",
        ],
        "ade": ["/", "/staff"],
    }  # fmt: skip


def newest(key: str) -> Form:
    made = form(key, 1)
    assert made is not None
    return made


@contextmanager
def watched(
    chromium: Browser, world: World, address: str, key: str, seen: Seen, **options: Any
) -> Iterator[Page]:
    """A browser of this person, signed in; all that its pages do is noted."""
    small = key in {"jaden", "sandra", "karen", "anonymous"}
    context = chromium.new_context(
        base_url=address, viewport=PHONE if small else DESK, locale="en-GB",
        reduced_motion="reduce", **options,
    )  # fmt: skip
    context.set_default_timeout(10_000)
    _watch(context, address, seen)
    cookie = signed_in(world.app, key).get_cookie(SESSION_COOKIE)
    if cookie is not None:
        context.add_cookies(
            [
                {
                    "name": SESSION_COOKIE, "value": cookie.value,
                    "url": address.replace("http:", "https:"),  # as for a site with TLS
                    "secure": True, "httpOnly": True, "sameSite": "Strict",
                }
            ]
        )  # fmt: skip
    try:
        yield context.new_page()
    finally:
        context.close()


def _watch(context: BrowserContext, address: str, seen: Seen) -> None:
    def told(_source: Any, what: str, how: str) -> None:
        {"ran": seen.ran, "report": seen.reports, "asked": seen.asked}[what].append(how)

    def request(asked: Request) -> None:
        if not asked.url.startswith((f"{address}/", "blob:" + address)):
            seen.elsewhere.append(asked.url)

    def window(dialog: Dialog) -> None:
        if dialog.type != "beforeunload":  # which asks whether to leave what was not saved
            seen.ran.append(dialog.type)
        dialog.accept()

    context.expose_binding("__told", told)
    context.expose_binding("__hit", lambda _source: seen.ran.append("__hit"))
    context.add_init_script(WATCH)
    context.on("request", request)
    context.on("dialog", window)
    context.on("weberror", lambda error: seen.broke.append(str(error.error)))


def look(page: Page, path: str, seen: Seen, *, press: int = 0) -> None:
    """Go there, wait until it stands still, touch everything, and note what came of it.

    With `press`, that many of its buttons are pressed too, one after another: windows open.
    """
    _go(page, path)
    seen.pages += 1
    _touch(page, path, seen)
    for number in range(min(press, page.locator(PRESSED).count())):
        button = page.locator(PRESSED).nth(number)
        if not button.count() or not button.is_visible() or not button.is_enabled():
            continue
        button.click(force=True)
        page.wait_for_timeout(50)
        _touch(page, path, seen)
        if page.locator("dialog[open]").count():
            page.keyboard.press("Escape")
        if not page.url.split("#")[0].endswith(path):
            _go(page, path)


def _go(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    wait_until(page, AT_REST)


def _touch(page: Page, path: str, seen: Seen) -> None:
    page.evaluate(TOUCH)
    page.wait_for_timeout(100)
    seen.made += [f"{path}: {each}" for each in page.evaluate(MADE_OF_WORDS)]
