"""Someone who has no mouse: Tab, Shift+Tab, arrows, Enter, Space and letters, and nothing else."""

from typing import Literal

from playwright.sync_api import Locator, expect

from tests.journeys.looking import settle, wait_until
from tests.journeys.people import Someone, next_code

FURTHEST = 150

# What a person sees of where they are: an outline, on the thing itself or on the card around it,
# inside the window and not under anything else.
SEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return 'the focus is nowhere';
  const said = `${at.tagName.toLowerCase()} "${(at.ariaLabel ?? at.innerText ?? '').slice(0, 40)}"`;
  const outlined = one => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && opacity !== '0';
  };
  const shown = [at, at.closest('label')].find(one => one && outlined(one));
  if (!shown) return `${said} shows no focus`;
  const box = shown.getBoundingClientRect();
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  if (bottom - top < 8 || right - left < 8) return `${said} is outside the window`;
  if (box.height < innerHeight / 2 && (box.top < -4 || box.bottom > innerHeight + 4))
    return `${said} is cut off by the window`;
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (over && !shown.contains(over) && !over.contains(shown)) return `${said} lies under something`;
  return '';
}"""
IS_HERE = "all => all.includes(document.activeElement)"
IN_ITS_GROUP = """all => all.some(one => one === document.activeElement ||
  (one.type === 'radio' && one.name === document.activeElement?.name))"""


class ByKeyboard(Someone):
    """The same person, the same words, without a mouse."""

    def tab_to(self, what: Locator, *, back: bool = False, close: str = IS_HERE) -> None:
        """Tab until it has the focus; on the way one always sees where one is."""
        for _ in range(FURTHEST):
            if what.evaluate_all(close):
                return
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            if not self.page.evaluate("document.activeElement === document.body"):
                self.sees_the_focus()
        raise AssertionError(f"the keyboard does not come to {what}")

    def sees_the_focus(self) -> None:
        fault = self.page.evaluate(SEEN)
        assert not fault, f"{self.page.url}: {fault}"

    def is_at(self, role: Literal["button", "link"], english: str) -> None:
        """The focus is on the button or link with this name, and can be seen."""
        expect(self.page.get_by_role(role, name=self.named(english)).first).to_be_focused()
        self.sees_the_focus()

    def press(  # type: ignore[override]
        self, english: str, within: Locator | None = None, *, back: bool = False, **named: object
    ) -> None:
        """Go to the button or link with this name and press Enter."""
        where, name = within or self.page.get_by_role("main"), self.named(english, **named)
        either = where.get_by_role("button", name=name).or_(where.get_by_role("link", name=name))
        self.enter(either, back=back)

    def enter(self, what: Locator, *, back: bool = False) -> None:
        """Go there, press Enter, and be somewhere afterwards: the focus never gets lost."""
        expect(what.first).to_be_visible()
        self.tab_to(what, back=back)
        self.page.keyboard.press("Enter")
        settle(self.page)
        wait_until(self.page, "document.activeElement !== document.body", seconds=3)

    def choose(self, english: str) -> None:
        """One of several by arrows, or a box by Space."""
        name = self.named(english)
        what = self.page.get_by_role("radio", name=name).or_(
            self.page.get_by_role("checkbox", name=name)
        )
        expect(what.first).to_be_attached()
        self.tab_to(what, close=IN_ITS_GROUP)
        for _ in range(FURTHEST):
            if what.evaluate_all(IS_HERE):
                break
            self.page.keyboard.press("ArrowDown")
            self.sees_the_focus()
        if not what.first.is_checked():
            self.page.keyboard.press("Space")
        expect(what.first).to_be_checked()
        self.sees_the_focus()

    def write(self, english: str, text: str) -> None:
        self.type_into(self.page.get_by_role("textbox", name=self.named(english)), text)

    def type_into(self, what: Locator, text: str) -> None:
        """Go there and type."""
        expect(what.first).to_be_visible()
        self.tab_to(what)
        self.page.keyboard.type(text)

    def sets(self, label: str, value: str, *ways: str) -> None:
        """Type a day or a time in the order that this browser asks for."""
        field = self.page.get_by_label(self.words(label), exact=True)
        self.tab_to(field)
        for way in ways:
            self.page.keyboard.type(way)
            if field.input_value() == value:
                return
            for _ in range(3):
                self.page.keyboard.press("ArrowLeft")
        raise AssertionError(f"{label} stays {field.input_value()!r}, not {value!r}")

    def signs_in(self, key: str, passphrase: str | None = None) -> None:
        person = self.served.people[key]
        self.page.goto("/")
        self.write("Your sign-in name or email", person["sign_in_as"])
        self.type_into(
            self.page.get_by_label(self.words("Your passphrase")),
            passphrase or person["passphrase"],
        )
        self.page.keyboard.press("Enter")
        if "totp_secret" in person:
            code = self.page.locator("[autocomplete=one-time-code]")
            self.type_into(code, next_code(person["totp_secret"]))
            self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("button", name=self.named("Sign out"))).to_be_visible()
        settle(self.page)
