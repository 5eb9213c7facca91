"""The release guard: what in an outgoing text its recipient must not learn; pure.

It finds protected words however they are spaced, accented, cut or spelled, and eight or more words
in a row that somebody else said and that were not meant for this person.  It errs towards
stopping: a person decides, with a reason.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from uuid import UUID

from cadair.record.rules.guard_numbers import Place, phone_places, postcode_places
from cadair.record.rules.guard_terms import BEGINS_SENTENCES, Key, Secret, Term, keys_of_term
from cadair.record.rules.guard_words import Word, keys_of, starts_sentence, words_of

COPIED: Final = 8  # words in a row
LONG_ENOUGH_INSIDE: Final = 7  # letters of a word that counts within a longer one
LONG_ENOUGH_ACROSS: Final = 6  # letters of a single word that counts although it is cut in two
LONG_ENOUGH_MISSPELT: Final = 7


class Why(StrEnum):
    """Why words are stopped."""

    ADDRESS = Secret.ADDRESS.value
    POSTCODE = Secret.POSTCODE.value
    SCHOOL = Secret.SCHOOL.value
    PHONE = Secret.PHONE.value
    CARER = Secret.CARER.value
    PERSON = Secret.PERSON.value
    COPIED = "copied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Words that must not go out, where they stand, and why; for the reviewing officer alone."""

    why: Why
    words: str  # as they stand in the text
    text: int  # which of the texts
    start: int
    end: int
    term: str | None = None  # what they would tell
    author_id: UUID | None = None  # whose words they are, where they are copied


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMeant:
    """What somebody said that is not for this recipient."""

    author_id: UUID
    text: str


def findings(
    texts: Sequence[str],
    *,
    terms: Collection[Term],
    known: Collection[str],
    not_meant: Collection[NotMeant],
    meant: Collection[str] = (),
) -> list[Finding]:
    """Everything in the texts that their recipient must not learn, in order, each stretch once.

    `known`: words that they know anyway, such as their own name, the child's and the council's.
    `meant`: what somebody said and may be given to them; its words are nobody else's secret.
    """
    plain = frozenset(key for word in known for key in keys_of(word))
    keys = _by_first(key for term in terms for key in keys_of_term(term, known=plain))
    copied = _runs(not_meant, meant)
    found: list[Finding] = []
    for number, text in enumerate(texts):
        words = words_of(text)
        stretches = [
            *_terms(text, words, keys),
            *(_secret(place) for place in postcode_places(words, terms)),
            *(_secret(place) for place in phone_places(words, terms)),
            *_copies(words, copied),
        ]
        found += _told(number, text, words, stretches)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    first: int
    last: int
    why: Why
    term: str | None = None
    author_id: UUID | None = None


def _told(
    number: int, text: str, words: Sequence[Word], stretches: Sequence[_Stretch]
) -> Iterator[Finding]:
    """The stretches as findings; those that tell the same and overlap are one."""
    told: list[_Stretch] = []
    latest: dict[tuple[Why, str | None, UUID | None], int] = {}
    for one in sorted(stretches, key=lambda each: (each.first, -each.last)):
        same = (one.why, one.term, one.author_id)
        at = latest.get(same)
        if at is not None and one.first <= told[at].last:
            told[at] = replace(told[at], last=max(told[at].last, one.last))
        else:
            latest[same] = len(told)
            told.append(one)
    for one in told:
        start, end = words[one.first].start, words[one.last].end
        yield Finding(
            why=one.why,
            words=text[start:end],
            text=number,
            start=start,
            end=end,
            term=one.term,
            author_id=one.author_id,
        )


_Keys = tuple[Mapping[str, Key], Sequence[Key], int]


def _by_first(all_keys: Iterator[Key]) -> _Keys:
    """Keys by how they are written, strong before weak; and the length of the longest."""
    keys: dict[str, Key] = {}
    for key in all_keys:
        if key.key and (key.key not in keys or keys[key.key].is_weak):
            keys[key.key] = key
    longest = max((len(key) for key in keys), default=0)
    return keys, list(keys.values()), longest + 1


def _terms(text: str, words: Sequence[Word], keys: _Keys) -> Iterator[_Stretch]:
    known, every, longest = keys
    for first, word in enumerate(words):
        for last, written in _written_from(words, first, longest):
            key = known.get(written) or known.get(written.removesuffix("s"))
            if key is not None and _counts(text, words[first : last + 1], key):
                yield _Stretch(first=first, last=last, why=_why(key), term=key.term.text)
        for key in every:
            if _within(word, key) or _misspelt(text, word, key):
                yield _Stretch(first=first, last=first, why=_why(key), term=key.term.text)


def _written_from(words: Sequence[Word], first: int, longest: int) -> Iterator[tuple[int, str]]:
    """What the words say without spaces from one word on, as written and with short forms."""
    long = short = ""
    for last in range(first, len(words)):
        long += words[last].key
        short += words[last].short
        if len(short) > longest and len(long) > longest:
            return
        yield last, long
        if short != long and words[first].short and words[last].short:
            yield last, short


def _counts(text: str, words: Sequence[Word], key: Key) -> bool:
    """Whether the words are the term, and not others that only sound like it."""
    if len(words) > 1 and key.words == 1:
        spelled = all(len(word.key) == 1 for word in words)
        if not spelled and len(key.key) < LONG_ENOUGH_ACROSS:
            return False
    if not key.is_weak:
        return True
    begins = starts_sentence(text, words[0])
    return words[0].is_capital and not (begins and key.key in BEGINS_SENTENCES)


def _within(word: Word, key: Key) -> bool:
    return not key.is_weak and len(key.key) >= LONG_ENOUGH_INSIDE and key.key in word.key


def _misspelt(text: str, word: Word, key: Key) -> bool:
    """A slip of the finger in a long name: two letters swapped, or one off where it is a name."""
    if key.is_weak or key.words > 1 or len(key.key) < LONG_ENOUGH_MISSPELT:
        return False
    if word.key[0] != key.key[0] or abs(len(word.key) - len(key.key)) > 1:
        return False
    if _is_swapped(word.key, key.key):
        return True
    return word.is_capital and not starts_sentence(text, word) and _is_one_off(word.key, key.key)


def _is_swapped(one: str, other: str) -> bool:
    apart = [at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    return (
        len(one) == len(other)
        and len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def _is_one_off(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes the two the same."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return rest[1:] in (other_rest, other_rest[1:]) or rest == other_rest[1:]


def _runs(
    not_meant: Collection[NotMeant], meant: Collection[str]
) -> dict[tuple[str, ...], NotMeant]:
    """Every run of words that must not be copied, unless it was said for this person as well."""
    open_to_them = {run for text in meant for run in _runs_in(text)}
    found: dict[tuple[str, ...], NotMeant] = {}
    for said in not_meant:
        for run in _runs_in(said.text):
            if run not in open_to_them:
                found.setdefault(run, said)
    return found


def _runs_in(text: str) -> Iterator[tuple[str, ...]]:
    keys = keys_of(text)
    for at in range(len(keys) - COPIED + 1):
        yield tuple(keys[at : at + COPIED])


def _copies(words: Sequence[Word], runs: Mapping[tuple[str, ...], NotMeant]) -> Iterator[_Stretch]:
    """Each stretch of copied words, as long as it goes on."""
    keys = [word.key for word in words]
    at = 0
    while at + COPIED <= len(keys):
        said = runs.get(tuple(keys[at : at + COPIED]))
        if said is None:
            at += 1
            continue
        last = at
        while last + 1 + COPIED <= len(keys) and tuple(keys[last + 1 : last + 1 + COPIED]) in runs:
            last += 1
        yield _Stretch(first=at, last=last + COPIED - 1, why=Why.COPIED, author_id=said.author_id)
        at = last + COPIED


def _secret(place: Place) -> _Stretch:
    first, last, term = place
    # A postcode in an address is told as a postcode: that is what stands there.
    why = Why.PHONE if term.secret is Secret.PHONE else Why.POSTCODE
    return _Stretch(first=first, last=last, why=why, term=term.text)


def _why(key: Key) -> Why:
    return Why(key.term.secret.value)
