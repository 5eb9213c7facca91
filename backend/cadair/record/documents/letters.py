"""A letter as a page to print or keep: what the child was given and nothing beside it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from cadair.record.documents.pages import Page, Words
from cadair.record.queries.letter_pages import OwnLetter
from cadair.record.queries.letters import KeptLetter

TITLES: Final = {"en": "A letter for {called}", "cy": "Llythyr i {called}"}


def page_of_letter(letter: OwnLetter) -> Page:
    """The letter, in big letters, in its own language."""
    words = [each.words for each in letter.paragraphs]
    by, at = letter.given_by.name, letter.given_at
    return _page(words, called=letter.called, language=letter.language, by=by, at=at)


def page_of_kept(letter: KeptLetter, *, called: str) -> Page:
    """The same page from a letter as it is kept; it must have been given."""
    assert letter.given_at is not None and letter.given_by is not None
    words = [each.words for each in letter.paragraphs]
    by, at = letter.given_by.name, letter.given_at
    return _page(words, called=called, language=letter.language, by=by, at=at)


def _page(words: Sequence[str], *, called: str, language: str, by: str, at: datetime) -> Page:
    return Page(
        title=TITLES.get(language, TITLES["en"]).format(called=called),
        language=language,
        made_at=at,
        author=by,
        is_large=True,
        blocks=tuple(Words(words=each) for each in words),
    )
