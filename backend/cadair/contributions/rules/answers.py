"""What an answer may hold, checked against the question that it answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from cadair.contributions.rules.forms import Audience, Form, Kind, Question, WrittenBy
from cadair.foundation.errors import BadInput

MOST_ANSWERS: Final = 80
LONGEST_WORDS: Final = 10_000
MOST_LEFT_OUT: Final = 50
CHOOSES: Final = frozenset({Kind.CHOICE, Kind.CHOICES})


class Skip(StrEnum):
    """Not answering is an answer."""

    DONT_KNOW = "dont_know"
    DONT_WANT_TO_SAY = "dont_want_to_say"


class Face(StrEnum):
    """How it is, without a word."""

    HAPPY = "happy"
    OK = "ok"
    SAD = "sad"


@dataclass(frozen=True, kw_only=True)
class Helper:
    """Who helped the author to fill it in: a name, and who that is to them."""

    name: str
    who: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenAnswer:
    """One answer as its author gave it, word for word."""

    id: UUID
    question: str
    skip: Skip | None
    face: Face | None
    choices: tuple[str, ...]
    words: str | None
    helper_words: str | None
    audience: Audience
    not_people: tuple[UUID, ...]
    wish: bool

    @property
    def says_something(self) -> bool:
        """Whether anything was answered, skipping included."""
        return bool(self.skip or self.face or self.choices or self.words or self.helper_words)


class BadAnswers(BadInput):
    """Answers that do not fit the questions; `fields` says which and why."""


def check_answers(
    form: Form,
    answers: Sequence[GivenAnswer],
    *,
    has_helper: bool,
    may_be_left_out: frozenset[UUID],
) -> None:
    """Refuse answers that do not fit the form, each with its place and a code.

    `may_be_left_out` are the people of the child's circle whom an answer can be kept from.
    """
    problems: dict[str, list[str]] = {}
    if not any(answer.says_something for answer in answers):
        problems["answers"] = ["nothing_said"]
    if len(answers) > MOST_ANSWERS:
        problems["answers"] = ["too_many"]
    for field in ("id", "question"):
        for place in _repeated([getattr(answer, field) for answer in answers]):
            problems.setdefault(f"answers.{place}.{field}", []).append("repeated")
    for place, answer in enumerate(answers[:MOST_ANSWERS]):
        question = form.questions.get(answer.question)
        if question is None:
            problems.setdefault(f"answers.{place}.question", []).append("unknown")
            continue
        for field, code in (
            *_what_does_not_fit_question(question, answer),
            *_what_does_not_fit_form(form, answer, has_helper, may_be_left_out),
        ):
            problems.setdefault(f"answers.{place}.{field}", []).append(code)
    if problems:
        raise BadAnswers(fields=problems)


def _what_does_not_fit_question(
    question: Question, answer: GivenAnswer
) -> Iterable[tuple[str, str]]:
    if answer.skip and (answer.face or answer.choices):
        yield "skip", "answered_as_well"
    if answer.face and question.kind is not Kind.FACE:
        yield "face", "not_asked"
    if answer.choices and question.kind not in CHOOSES:
        yield "choices", "not_asked"
    elif not question.choices.keys() >= set(answer.choices):
        yield "choices", "unknown"
    elif len(answer.choices) > (1 if question.kind is Kind.CHOICE else len(set(answer.choices))):
        yield "choices", "too_many"
    for field in ("words", "helper_words"):
        if len(getattr(answer, field) or "") > LONGEST_WORDS:
            yield field, "too_long"
    if question.audience and answer.audience is not question.audience:
        yield "audience", "fixed"


def _what_does_not_fit_form(
    form: Form, answer: GivenAnswer, has_helper: bool, may_be_left_out: frozenset[UUID]
) -> Iterable[tuple[str, str]]:
    if answer.helper_words and not has_helper:
        yield "helper_words", "no_helper"
    if form.written_by is not WrittenBy.CHILD:
        if answer.wish:
            yield "wish", "not_on_this_form"
        if answer.not_people:
            yield "not_people", "not_on_this_form"
    elif len(answer.not_people) > MOST_LEFT_OUT:
        yield "not_people", "too_many"
    elif not may_be_left_out.issuperset(answer.not_people):
        yield "not_people", "unknown"


def _repeated(values: list[object]) -> list[int]:
    seen: set[object] = set()
    return [place for place, value in enumerate(values) if value in seen or seen.add(value)]  # type: ignore[func-returns-value]
