"""B7: the release guard against generated letters; B8 is held by tests of the suite."""

from collections import Counter
from collections.abc import Iterator

from cadair.record.rules.guard import Why, findings
from tests.security.checks import Outcome, held_by, security_check
from tests.security.letters import KNOWN, Letter, letters

LETTERS = 3_000

held_by(
    "B8",
    "no release of a split review without two people and a viewed preview",
    "tests/backend/record/test_two_people.py",
    "tests/backend/record/test_release_rules.py",
)


@security_check
def the_release_guard() -> Iterator[Outcome]:
    """Copied words, protected terms in many writings, and false alarms on clean letters."""
    whole = letters(LETTERS)
    copied = [one for one in whole if one.kind == "copied"]
    clean = [one for one in whole if not one.tells]
    written = [one for one in whole if one.tells and one.kind != "copied"]
    caught = sum(Why.COPIED in why(one) for one in copied)
    yield Outcome("B7a", f"{caught} of {len(copied)} copies of 8+ words", "100 %",
                  caught == len(copied))  # fmt: skip
    told = sum(bool(why(one)) for one in written)
    yield Outcome("B7b", f"{told} of {len(written)} terms in {kinds(written)} writings",
                  "95 % or more", told >= 0.95 * len(written))  # fmt: skip
    false = sum(bool(why(one)) for one in clean)
    yield Outcome("B7c", f"{false} of {len(clean)} clean letters stopped", "5 % or less",
                  false <= 0.05 * len(clean))  # fmt: skip


def why(letter: Letter) -> set[Why]:
    """Why the guard stops a letter; nothing when it lets it go."""
    found = findings([letter.text], terms=letter.terms, known=KNOWN, not_meant=letter.not_meant)
    return {one.why for one in found}


def kinds(written: list[Letter]) -> int:
    """In how many writings terms stand in the letters."""
    return len({one.kind for one in written})


def missed(whole: list[Letter]) -> Counter[str]:
    """The letters that the guard gets wrong, by kind: for whoever wants to better it."""
    return Counter(one.kind for one in whole if bool(one.tells) is not bool(why(one)))
