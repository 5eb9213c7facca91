"""Goes to every page of everyone in a real Chromium, and notes what a page must never do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, expect

from cadair.commands.demo.people import demo_id
from cadair.contributions.rules.forms import Form, form
from cadair.meeting.routes.guests import GUEST_COOKIE
from cadair.people.routes import SESSION_COOKIE
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.looking import AT_REST, wait_until
from tests.world.attacked import AttackedWorld
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
# How often an attack is read, as the words that it is.
WORDS = """() => [...document.querySelectorAll('input, textarea')].map(each => each.value)
  .concat(document.documentElement.textContent).join(' ').split('__hit').length - 1"""
# Everything that is not pressed by itself: what is folded is opened, what waits for a finger or
# the keyboard is touched.
TOUCH = """() => {
  for (const each of document.querySelectorAll('details')) each.open = true;
  for (const each of document.querySelectorAll('main *')) {
    for (const deed of ['mouseover', 'focusin', 'pointerenter', 'animationstart'])
      each.dispatchEvent(new Event(deed, {bubbles: true}));
  }
}"""


# The button of this number, at once: what was pressed before may take it away again.
PRESS = """number => {
  const each = document.querySelectorAll('main button[type=button]')[number];
  if (!each || each.disabled || !each.checkVisibility()) return false;
  each.click();
  return true;
}"""


@dataclass
class Seen:
    """What pages did while they were watched."""

    pages: int = 0
    words: int = 0  # how often somebody's words stood on them
    ran: list[str] = field(default_factory=list)  # words that ran as a program
    made: list[str] = field(default_factory=list)  # words that became a part of the page
    reports: list[str] = field(default_factory=list)  # what the content policy refused
    asked: list[str] = field(default_factory=list)  # position, contacts, camera, notices …
    elsewhere: list[str] = field(default_factory=list)  # requests to anybody but Cadair
    broke: list[str] = field(default_factory=list)  # errors that nobody caught


def pages_of(world: AttackedWorld) -> dict[str, list[str]]:
    """Every address that each of them can come to, as `routes.ts` has them."""
    review, signed = f"/reviews/{world.review_id}", f"/reviews/{world.signed_id}"
    jaden, amelia = f"/children/{JADEN}", f"/children/{demo_id('amelia')}"
    releases = [f"{review}/releases/{each}" for each in world.release_ids]
    say = [f"/say/{key.replace('.', '/')}" for key in newest("child_12_to_15").questions]
    add = f"/add/{world.review_id}"
    live = f"/live/{world.review_id}/{world.part_id}"
    adds = [add, f"{add}/look", f"/shared/{world.review_id}", "/to-do", f"/talk/{JADEN}"]
    own = ["/", "/seen", "/shared", "/talk", "/ask", "/now", "/notices"]
    own += [f"/decided{each}" for each in ("", "/words", "/words/topics", "/faces", "/keep")]
    letters = ["/decided/letters/1", "/decided/letters/2"]
    steps = ("", "level", "who", "seats", "where", "what", "rules", "script", "practise", "answers")
    meeting = [f"/meeting/{step}".rstrip("/") for step in steps]
    after = [f"{review}/{each}" for each in ("days", "outcomes", "record", "letter", "meeting")]
    after += [f"{signed}/{each}" for each in ("days", "record", "letter", "distribution")]
    talks = [f"{jaden}/talk/{demo_id(who)}" for who in ("jaden", "karen")]
    between = [f"{each}/{what}" for each in (jaden, amelia) for what in ("midpoint", "disputes")]
    desk = ["/caseload", jaden, f"{jaden}/circle", f"{jaden}/cards/{JADEN}"]
    seen_by = [f"{jaden}/seen-by/{demo_id(who)}" for who in ("karen", "sandra", "jaden")]
    mine = ["/my-phone", "/my-passphrase"]
    return {
        "anonymous": [
            f"/join#{world.card}", "/", "/join", "/council", "/signed-on", "/room", "/nowhere",
        ],
        HALF_SIGNED_IN: ["/"],
        "guest": ["/room"],
        "screen": ["/screen"],
        "jaden": [
            *own, "/my-chair", "/say", "/say/how", *say, "/say/share", "/say/thanks", "/said",
            *letters, "/decided/not-agree", *meeting, "/live", "/how-was-it", *mine,
        ],
        "amelia": own,
        "sandra": ["/", *adds, live, *mine],
        "karen": ["/", *adds, *mine],
        "okafor": ["/", *adds, *mine],
        "tom": ["/", *adds, live, "/signing-in"],
        "priya": [
            "/", *desk, *seen_by, f"{review}/summary", f"{review}/share", f"{review}/plan",
            *after, live, *releases, "/signing-in", "/my-passphrase", add, "/inbox", "/away",
            *talks, *between, amelia, f"/reviews/{world.of('amelia', 'review')}/days",
        ],
        "carys": ["/", f"/reviews/{world.of('elin', 'review')}/days"],
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
    chromium: Browser, world: AttackedWorld, address: str, key: str, seen: Seen, **options: Any
) -> Iterator[Page]:
    """A browser of this person, signed in; all that its pages do is noted."""
    small = key in {"jaden", "amelia", "sandra", "karen", "guest", "anonymous"}
    context = chromium.new_context(
        base_url=address, viewport=PHONE if small else DESK, locale="en-GB",
        reduced_motion="reduce", **options,
    )  # fmt: skip
    context.set_default_timeout(10_000)
    _watch(context, address, seen)
    context.add_cookies(
        [
            {
                "name": name, "value": value,
                "url": address.replace("http:", "https:"),  # as for a site with TLS
                "secure": True, "httpOnly": True, "sameSite": "Strict",
            }
            for name, value in _cookies(world, key)
        ]
    )  # fmt: skip
    try:
        yield context.new_page()
    finally:
        context.close()


def _cookies(world: AttackedWorld, key: str) -> list[tuple[str, str]]:
    """How Cadair knows them: by their session, or by the code with which they joined."""
    if key in world.guests:
        return [(GUEST_COOKIE, world.guests[key])]
    cookie = signed_in(world.app, key).get_cookie(SESSION_COOKIE)
    return [(SESSION_COOKIE, cookie.value)] if cookie is not None else []


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
    seen.words += page.evaluate(WORDS)
    for number in range(press):
        if not page.evaluate(PRESS, number):
            continue
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
