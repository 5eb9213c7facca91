"""The letter to a child after their review: its first draft from fixed sentences, and its limits.

Nothing is made up: a draft says what was decided and answered, in sentences that people wrote in
each language (letter_sentences.json), and quotes the child letter by letter.  The reviewing officer
makes it theirs before it is given; pure.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from cadair.foundation.errors import BadInput, Refusal

LONGEST_PARAGRAPH: Final = 4_000
MOST_PARAGRAPHS: Final = 200
MOST_REMARKS: Final = 100  # to one letter
LONGEST_REMARK: Final = 2_000
KEY: Final = r"^[a-z_]{1,20}(:[0-9a-f-]{36})?$"  # what a paragraph tells of
WRITTEN_IN: Final = ("en", "cy")  # the languages in which a draft can be made


class LetterGiven(Refusal):
    """The child has it: what they were given stays as they were given it."""

    code = "letter_given"
    status = 409


class LetterNotSaved(Refusal):
    """Nobody has read a draft and kept it as their letter."""

    code = "letter_not_saved"
    status = 409


class NothingShared(Refusal):
    """No answer and no decision was shared yet: a letter tells nothing before them."""

    code = "nothing_shared_yet"
    status = 409


class RemarkSaidDifferently(Refusal):
    """Other words were said under this id."""

    code = "remark_said_differently"
    status = 409


class TooManyRemarks(Refusal):
    """So much was said of this letter that a talk is the better way."""

    code = "too_many_remarks"
    status = 409


class Does(StrEnum):
    """Who does what was agreed, as a letter from the officer to the child speaks of them."""

    I = "i"  # noqa: E741  # the officer who writes
    YOU = "you"
    THEY = "they"
    SOMEBODY = "somebody"  # nobody was named


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who does something, and by when."""

    does: Does
    name: str | None = None
    is_social_worker: bool = False
    by_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAnswer:
    """A wish and what was answered to it, as it was shared with the child."""

    wish_id: str
    wish: str
    answer: str
    why: str | None
    doer: Doer


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDecision:
    """A decision, as it was shared with the child."""

    decision_id: str
    what: str
    doer: Doer


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTell:
    """All that a draft tells."""

    called: str
    officer: str
    is_young: bool  # under twelve: shorter still
    held_on: date | None
    next_by: date | None
    answers: Sequence[ToldAnswer]
    decisions: Sequence[ToldDecision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, and what it tells of: such as `wish:<id>`; a person's own have other keys."""

    key: str
    words: str


def draft(tell: ToTell, *, language: str) -> tuple[Paragraph, ...]:
    """The first draft, in one of `WRITTEN_IN`; English where there are no sentences."""
    said = sentences()[language if language in WRITTEN_IN else WRITTEN_IN[0]]
    return tuple(
        Paragraph(key=key, words=" ".join(words)) for key, words in _parts(tell, said, language)
    )


def _parts(tell: ToTell, said: Mapping[str, str], language: str) -> Iterator[tuple[str, list[str]]]:
    yield "hello", [said["hello"].format(name=tell.called)]
    opening = [said["thanks"]]
    if tell.held_on:
        opening.append(said["held"].format(day=day_in(tell.held_on, language)))
    yield "thanks", opening
    for told in tell.answers:
        words = [said["asked"].format(words=told.wish), said[told.answer]]
        if told.why:
            words.append(said["why"].format(why=told.why))
        if told.answer in ("agreed", "partly"):
            words += _done_by(told.doer, said, language)
        yield f"wish:{told.wish_id}", words
    if tell.decisions:
        yield "decided", [said["decided"]]
    for decision in tell.decisions:
        words = [decision.what, *_done_by(decision.doer, said, language)]
        yield f"decision:{decision.decision_id}", words
    if tell.next_by:
        yield "next", [said["next"].format(day=day_in(tell.next_by, language))]
    yield "not_agree", [said["not_agree_young" if tell.is_young else "not_agree"]]
    yield "not_my_words", [said["not_my_words"]]
    yield "goodbye", [said["goodbye"].format(officer=tell.officer)]


def _done_by(doer: Doer, said: Mapping[str, str], language: str) -> list[str]:
    if doer.does is Does.SOMEBODY and doer.by_on is None:
        return []
    sentence = said[f"{doer.does}_by" if doer.by_on else doer.does]
    name = doer.name or ""
    who = said["social_worker"].format(name=name) if doer.is_social_worker else name
    day = day_in(doer.by_on, language) if doer.by_on else ""
    return [sentence.format(who=who, day=day)]


def check_paragraphs(paragraphs: Sequence[Paragraph]) -> None:
    """Refuse two paragraphs of one name: a child's remark could not say which it means."""
    keys = [paragraph.key for paragraph in paragraphs]
    if len(set(keys)) != len(keys):
        raise BadInput(fields={"paragraphs": ["twice"]})


def day_in(day: date, language: str) -> str:
    """A day as people write it in that language, such as `3 March 2026`."""
    months = sentences()[language if language in WRITTEN_IN else WRITTEN_IN[0]]["months"].split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Every sentence of a draft, by language and name."""
    kept = files("cadair.record").joinpath("letter_sentences.json").read_text("utf-8")
    found: Mapping[str, Mapping[str, str]] = json.loads(kept)
    return found
