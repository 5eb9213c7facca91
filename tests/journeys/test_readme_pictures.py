"""The README's two pictures: a child's home on a phone and an officer's summary on a desk.

`make pictures` runs this and puts what it made into docs/pictures.
"""

from pathlib import Path

from tests.journeys.conftest import DESK, PHONE, PICTURES
from tests.journeys.looking import settle
from tests.journeys.people import Someone

PROJECT = Path(__file__).resolve().parents[2]


def test_the_readme_shows_a_childs_home_and_an_officers_summary(served, device):
    PICTURES.mkdir(parents=True, exist_ok=True)
    child = Someone(device(PHONE), served)
    child.is_in("jaden")
    child.sees("Say what I think")
    settle(child.page)
    assert child.page.evaluate("scrollY") == 0, "whoever scrolled to sign in begins at the top"
    child.page.screenshot(path=PICTURES / "child_home.png")
    officer = Someone(device(DESK), served)
    officer.is_in("priya")
    officer.page.get_by_role("link", name="Jaden Cole").first.click()
    officer.press("What people say")
    officer.reads("I haven't seen Mia since the summer. I want to see her every month.")
    settle(officer.page)
    officer.page.screenshot(path=PICTURES / "iro_summary.png")
    for name in ("child_home", "iro_summary"):
        assert (PICTURES / f"{name}.png").stat().st_size > 20_000
        assert f"docs/pictures/{name}.png" in (PROJECT / "README.md").read_text("utf-8")
        assert (PROJECT / "docs" / "pictures" / f"{name}.png").is_file()
