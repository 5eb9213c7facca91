"""A text as the release guard reads it: words without case, accents or punctuation; pure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

APOSTROPHES: Final = frozenset("'’‘ʼ`´＇")
# Letters that do not come apart into a letter and an accent, or only look like a Latin one.
PLAIN_LETTER: Final = MappingProxyType(
    str.maketrans(
        {
            **dict(zip("øđłıħŧŋ", "odlihtn", strict=True)),
            **dict(zip("аеорсхуіѕјкмтвнԁӏ", "aeopcxyisjkmtbhdl", strict=True)),
            **dict(zip("αορνικτυεη", "aopviktuen", strict=True)),
            "æ": "ae",
            "œ": "oe",
            "þ": "th",
            "ð": "d",
        }
    )
)
NUMBER_WORDS: Final = MappingProxyType(
    {
        "oh": "0", "o": "0", "nought": "0", "zero": "0", "one": "1", "two": "2", "three": "3",
        "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
        "sero": "0", "dim": "0", "un": "1", "dau": "2", "tri": "3", "pedwar": "4", "pump": "5",
        "chwech": "6", "saith": "7", "wyth": "8", "naw": "9",
    }
)  # fmt: skip
TIMES: Final = MappingProxyType({"double": 2, "dwbl": 2, "triple": 3, "treble": 3})
# The same word, long or short: Road and Rd, Street and St, Saint and St.
SHORT_FOR: Final = MappingProxyType(
    {
        "street": "st", "saint": "st", "road": "rd", "avenue": "ave", "av": "ave", "lane": "ln",
        "close": "cl", "drive": "dr", "crescent": "cres", "court": "ct", "gardens": "gdns",
        "place": "pl", "square": "sq", "terrace": "ter", "terr": "ter", "apartment": "flat",
        "apt": "flat", "mount": "mt", "and": "", "heol": "rd", "stryd": "st",
    }
)  # fmt: skip
SENTENCE_ENDS: Final = re.compile(r"[.!?:;•\n\"“”(][\s\"“”'’()*-]*\Z")
LOOK_BACK: Final = 12


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as it is compared, and where it stands."""

    key: str
    start: int
    end: int
    is_capital: bool

    @property
    def short(self) -> str:
        """The word, shortened as addresses and schools often are."""
        return SHORT_FOR.get(self.key, self.key)


def words_of(text: str) -> list[Word]:
    """The words of a text in their order."""
    found: list[Word] = []
    letters: list[str] = []
    start = end = 0

    def close() -> None:
        if letters:
            found.append(Word("".join(letters), start, end, text[start].isupper()))
            letters.clear()

    for place, character in enumerate(text):
        if _is_silent(character) or (character in APOSTROPHES and letters):
            continue
        plain = _plain(character)
        if not plain:
            close()
            continue
        alone = _stands_alone(character)
        if alone:
            close()
        if not letters:
            start = place
        letters.append(plain)
        end = place + 1
        if alone:
            close()
    close()
    return found


def keys_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [word.key for word in words_of(text)]


def starts_sentence(text: str, word: Word) -> bool:
    """Whether a capital here says nothing, since a sentence begins."""
    before = text[max(0, word.start - LOOK_BACK) : word.start]
    return not text[: word.start].strip() or SENTENCE_ENDS.search(before) is not None


def digits_of(words: Sequence[Word]) -> Iterator[tuple[str, int]]:
    """Every digit of the words, spelled ones too, with the number of the word that it stands in.

    A word that is no number is told as a gap: an empty digit.
    """
    times = 1
    for number, word in enumerate(words):
        if word.key in TIMES:
            times = TIMES[word.key]
            continue
        digits = word.key if word.key.isdecimal() else NUMBER_WORDS.get(word.key, "")
        digits = digits or _written_as_digits(word.key)
        for digit in digits[:1] * (times - 1) + digits:
            yield str(int(digit)), number
        if not digits:
            yield "", number
        times = 1


def _written_as_digits(key: str) -> str:
    """A number in which somebody wrote the letter O or l for a digit."""
    if not any(character.isdecimal() for character in key):
        return ""
    meant = key.translate(DIGIT_LOOKALIKES)
    return meant if meant.isdecimal() else ""


DIGIT_LOOKALIKES: Final = str.maketrans({"o": "0", "i": "1", "l": "1"})


def _plain(character: str) -> str:
    """The letters and digits in a character, without accents and in lower case."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    apart = unicodedata.normalize("NFKD", character).casefold()
    kept = (one for one in apart if unicodedata.category(one) != "Mn")
    return "".join(one for one in "".join(kept).translate(dict(PLAIN_LETTER)) if one.isalnum())


def _is_silent(character: str) -> bool:
    """Whether it neither shows nor parts words: an accent by itself, or a character of no width."""
    return not character.isascii() and unicodedata.category(character) in ("Mn", "Cf")


def _stands_alone(character: str) -> bool:
    """Whether its script writes without spaces, so that every character is a word of its own."""
    return "\u0e00" <= character <= "\u0eff" or "\u3040" <= character <= "\u9fff"
