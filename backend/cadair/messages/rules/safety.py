"""The aid that finds words asking for an early look at a message, in both languages; pure.

It sorts, and the words are shown.  It hides, closes and sends nothing, and what it does not find
is read just the same: a child says such things in a thousand other ways.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

# Welsh changes the beginnings of words: soft, nasal and aspirate, longest beginning first.
MUTATIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "ll": ("l",),
    "rh": ("r",),
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "m": ("f",),
}
NOT_MUTATED: Final = ("ch", "dd", "ff", "ng", "ph", "th")  # letters of their own
LONG_ENOUGH_MISSPELT: Final = 7
APOSTROPHES: Final = re.compile("['\u2018\u2019\u02bc`]")  # "don't" and "dont" are one word
A_WORD: Final = re.compile(r"[^\W_]+(?:['\u2018\u2019\u02bc`][^\W_]+)*")
DRAWN_OUT: Final = re.compile(r"(.)\1{2,}")


class _Stood(NamedTuple):
    """A word of a text: where it stands, and how it may be read."""

    start: int
    end: int
    keys: frozenset[str]


_Step = tuple[str, ...]  # the forms that a word of a phrase may have
_Phrase = tuple[_Step, ...]


def safety_words(text: str) -> list[str]:
    """The words and phrases in the text that ask for a look, as they stand there, each once."""
    stood = [_stood(found) for found in A_WORD.finditer(text)]
    begun: dict[frozenset[str], list[_Phrase]] = {}
    found: dict[str, str] = {}
    at = 0
    while at < len(stood):
        keys = stood[at].keys
        if keys not in begun:
            begun[keys] = _begun_by(keys)
        length = max((_length(phrase, stood, at) for phrase in begun[keys]), default=0)
        if length:
            words = text[stood[at].start : stood[at + length - 1].end]
            found.setdefault(words.casefold(), words)
        at += length or 1
    return list(found.values())


def _begun_by(keys: frozenset[str]) -> list[_Phrase]:
    """The phrases that a word may begin; few are looked at, those of its first letter."""
    return [
        phrase for key in keys for form, phrase in _by_letter().get(key[:1], ()) if _is(key, form)
    ]


def _length(phrase: _Phrase, stood: Sequence[_Stood], at: int) -> int:
    """How many words the phrase takes where its first one stands; 0 where others follow."""
    follow = stood[at + 1 : at + len(phrase)]
    if len(follow) < len(phrase) - 1:
        return 0
    for step, word in zip(phrase[1:], follow, strict=True):
        if not any(_is(key, form) for key in word.keys for form in step):
            return 0
    return len(phrase)


def _stood(found: re.Match[str]) -> _Stood:
    key = _key(found.group())
    drawn_in: tuple[str, ...] = (key,)
    if DRAWN_OUT.search(key):
        drawn_in = (DRAWN_OUT.sub(r"\1", key), DRAWN_OUT.sub(r"\1\1", key))
    return _Stood(found.start(), found.end(), frozenset(drawn_in))


def _key(word: str) -> str:
    """A word without its accents, apostrophes and capitals."""
    if word.isascii():  # as nearly all are: nothing is to be taken apart
        return word.replace("'", "").replace("`", "").lower()
    apart = unicodedata.normalize("NFKD", APOSTROPHES.sub("", word).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _is(key: str, form: str) -> bool:
    if form.endswith("*"):
        return key.startswith(form[:-1])
    return key == form or (len(form) >= LONG_ENOUGH_MISSPELT and _is_slip(key, form))


def _is_slip(key: str, form: str) -> bool:
    """Two letters swapped, one missing, or one too many; another letter is another word."""
    if key[:1] != form[:1] or abs(len(key) - len(form)) > 1:
        return False
    start = 0
    while start < min(len(key), len(form)) and key[start] == form[start]:
        start += 1
    rest, wanted = key[start:], form[start:]
    if len(key) == len(form):
        return rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return rest[1:] == wanted or rest == wanted[1:]


@cache
def _by_letter() -> Mapping[str, Sequence[tuple[str, _Phrase]]]:
    """Every phrase under the first letter of each form that its first word may have."""
    found: dict[str, list[tuple[str, _Phrase]]] = {}
    for phrase in _phrases():
        for form in phrase[0]:
            found.setdefault(form[:1], []).append((form, phrase))
    return found


def _phrases() -> tuple[_Phrase, ...]:
    listed = json.loads(
        files("cadair.messages").joinpath("safety_words.json").read_text(encoding="utf-8")
    )
    return tuple(
        tuple(
            tuple(
                form
                for either in word.split("|")
                for form in ([either] if language == "en" else _with_mutations(either))
            )
            for word in phrase.split()
        )
        for language in ("en", "cy")
        for phrase in listed[language]
    )


def _with_mutations(word: str) -> Iterator[str]:
    yield word
    if word.startswith(NOT_MUTATED):
        return
    for beginning, changed in MUTATIONS.items():
        if word.startswith(beginning):
            yield from (new + word.removeprefix(beginning) for new in changed)
            return
