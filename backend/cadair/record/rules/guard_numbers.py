"""Postcodes and phone numbers in a text, whole, cut in two or spelled out; pure."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from cadair.record.rules.guard_terms import Secret, Term, phone_digits, postcodes_in
from cadair.record.rules.guard_words import DIGIT_LOOKALIKES, NUMBER_WORDS, Word, digits_of

SURE_OF_DIGITS: Final = 6  # digits of a phone number in a row
MOST_GAPS: Final = 1  # words between two digits of one number
NEAR: Final = 12  # words between the halves of a postcode that are shown as one

Place = tuple[int, int, Term]  # the first and the last word, and what they tell


def postcode_places(words: Sequence[Word], terms: Collection[Term]) -> Iterator[Place]:
    """A postcode whole or spelled, its two halves anywhere in the text, or its area alone."""
    written = [NUMBER_WORDS.get(word.key, word.key) for word in words]
    for term, outward, inward in postcodes_in(terms):
        for first, last in _places_of(written, outward + inward):
            yield first, last, term
        firsts, seconds = list(_places_of(written, outward)), list(_places_of(written, inward))
        for first, last in firsts if seconds or len(outward) > 2 else ():
            at = bisect_left(seconds, (last, 0))
            is_near = at < len(seconds) and seconds[at][0] - last <= NEAR
            yield first, seconds[at][1] if is_near else last, term
        for first, last in seconds if firsts else ():
            yield first, last, term


def _places_of(written: Sequence[str], code: str) -> Iterator[tuple[int, int]]:
    """Where words written together are the code; O may stand for 0 in it, and I or l for 1."""
    wanted = code.translate(DIGIT_LOOKALIKES)
    for first in range(len(written)):
        so_far = ""
        for last in range(first, len(written)):
            so_far += written[last].translate(DIGIT_LOOKALIKES)
            if so_far == wanted:
                yield first, last
            if not wanted.startswith(so_far):
                break


def phone_places(words: Sequence[Word], terms: Collection[Term]) -> Iterator[Place]:
    """Six or more digits in a row of a phone number, however they are written."""
    phones = [(term, phone_digits(term)) for term in terms if term.secret is Secret.PHONE]
    if not phones:
        return
    for digits, places in _numbers(words):
        for at in range(len(digits) - SURE_OF_DIGITS + 1):
            for term, phone in phones:
                if digits[at : at + SURE_OF_DIGITS] in phone:
                    yield places[at], places[at + SURE_OF_DIGITS - 1], term


def _numbers(words: Sequence[Word]) -> Iterator[tuple[str, list[int]]]:
    """Digits that stand together, a word between them at the most, and the words they stand in."""
    digits, places, gaps = "", list[int](), 0
    for digit, place in [*digits_of(words), *[("", len(words))] * (MOST_GAPS + 1)]:
        if digit:
            digits, places, gaps = digits + digit, [*places, place], 0
            continue
        gaps += 1
        if gaps > MOST_GAPS and digits:
            yield digits, places
            digits, places = "", []
