"""What one person is given: built piece by piece from an allow-list, never from a row; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cadair.record.rules.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """One line that the reviewing officer chose to give on, and whether with its author's name."""

    answer_id: UUID
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLine:
    """One line as its recipient sees it; without a name there is no question either."""

    said_by: str | None
    title: str | None
    ask: str | None
    face: str | None
    choices: tuple[str, ...]
    words: str | None
    language: str
    heading: str | None = None  # of the record, where it is a piece of it
    who: str | None = None  # does it, where it is a decision
    by_on: str | None = None  # the day, as ISO 8601 has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """All that one release gives to one person."""

    officer: str
    words: str | None  # the officer's own, to this person
    language: str
    lines: tuple[GivenLine, ...]

    @property
    def texts(self) -> list[str]:
        """Everything in it that a person wrote."""
        written = [self.words, *(line.words for line in self.lines)]
        return [text for text in written if text]


def named_line(line: Line, *, said_by: str) -> GivenLine:
    """A line with its question and who said it; a helper's words stay behind."""
    return GivenLine(
        said_by=said_by,
        title=line.topic_title,
        ask=line.ask,
        face=line.face.value if line.face else None,
        choices=tuple(chosen.say for chosen in line.choices),
        words=line.words,
        language=line.language,
    )


def unnamed_line(line: Line) -> GivenLine:
    """The words of a line alone."""
    return GivenLine(
        said_by=None,
        title=None,
        ask=None,
        face=None,
        choices=(),
        words=line.words,
        language=line.language,
    )


def given_before(given: Given, earlier: Iterable[Given]) -> tuple[bool, tuple[bool, ...]]:
    """Of the officer's words, and of each line, whether this person was given it before."""
    words: set[str | None] = set()
    lines: set[GivenLine] = set()
    for each in earlier:
        words.add(each.words)
        lines.update(each.lines)
    return given.words in words, tuple(line in lines for line in given.lines)


def as_kept(given: Given) -> dict[str, Any]:
    """A rendering as it is sealed."""
    return {
        "officer": given.officer,
        "words": given.words,
        "language": given.language,
        "lines": [
            {
                "said_by": line.said_by,
                "title": line.title,
                "ask": line.ask,
                "face": line.face,
                "choices": list(line.choices),
                "words": line.words,
                "language": line.language,
                **_of_record(line),
            }
            for line in given.lines
        ],
    }


def _of_record(line: GivenLine) -> dict[str, str | None]:
    if line.heading is None:
        return {}
    return {"heading": line.heading, "who": line.who, "by_on": line.by_on}


def from_kept(kept: dict[str, Any]) -> Given:
    """A rendering as it was sealed."""
    lines: Sequence[dict[str, Any]] = kept["lines"]
    return Given(
        officer=kept["officer"],
        words=kept["words"],
        language=kept["language"],
        lines=tuple(GivenLine(**{**line, "choices": tuple(line["choices"])}) for line in lines),
    )
