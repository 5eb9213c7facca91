"""What one person was given of a review, as a page: theirs alone, and only what they may read."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Final

from cadair.foundation.languages import said_in
from cadair.record.documents.pages import Block, Heading, Page, Quote, Words
from cadair.record.documents.records import words_in
from cadair.record.queries.releases import GivenOnce
from cadair.record.rules.letters import day_in
from cadair.record.rules.rendering import GivenLine

TITLES: Final = {"en": "Shared with you", "cy": "Wedi’i rannu gyda chi"}
SENTENCES: Final = {
    "en": {"writes": "{name} writes", "said": "{name} said", "by": "by {day}",
           "addendum": "Added later", "nothing": "There is nothing here yet."},
    "cy": {"writes": "Mae {name} yn ysgrifennu", "said": "Dywedodd {name}", "by": "erbyn {day}",
           "addendum": "Ychwanegwyd wedyn", "nothing": "Does dim yma eto."},
}  # fmt: skip
_NOTHING_YET: Final = datetime(2000, 1, 1, tzinfo=UTC)


def page_of_given(shared: Sequence[GivenOnce], *, language: str) -> Page:
    """Everything that somebody was given and may still read, the newest first."""
    spoken = language if language in TITLES else "en"
    blocks = [block for once in shared for block in _once(once, spoken)]
    return Page(
        title=TITLES[spoken],
        language=spoken,
        made_at=max((once.released_at for once in shared), default=_NOTHING_YET),
        blocks=tuple(blocks or [Words(words=SENTENCES[spoken]["nothing"])]),
    )


def _once(once: GivenOnce, language: str) -> Iterator[Block]:
    said, given = SENTENCES[language], once.given
    yield Heading(words=day_in(once.released_at.date(), language))
    if given.words:
        yield Quote(
            words=given.words,
            source=said["writes"].format(name=given.officer),
            language=given.language,
        )
    for line in given.lines:
        if line.heading:
            yield Heading(words=heading_in(line.heading, language), level=2)
        yield Quote(
            words=line.words or _shown(line, language),
            source=_source(line, language) or None,
            language=line.language if line.language != "und" else None,
        )


def _shown(line: GivenLine, language: str) -> str:
    """What was chosen or pointed at, where nothing was said."""
    if line.choices:
        return ", ".join(said_in(language, each) for each in line.choices)
    return words_in(language)[f"face.{line.face}"] if line.face else ""


def heading_in(heading: str, language: str) -> str:
    """What a heading of the record is called."""
    if heading == "addendum":
        return SENTENCES[language]["addendum"]
    return words_in(language).get(f"heading.{heading}", heading)


def _source(line: GivenLine, language: str) -> str:
    said = SENTENCES[language]
    by = date.fromisoformat(line.by_on) if line.by_on else None
    told = [
        said["said"].format(name=line.said_by) if line.said_by else None,
        said_in(language, line.ask) if line.ask else None,
        line.who,
        said["by"].format(day=day_in(by, language)) if by else None,
    ]
    return " · ".join(each for each in told if each)
