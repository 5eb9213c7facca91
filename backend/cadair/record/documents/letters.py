"""A letter as a page to print or keep: what the child was given and nothing beside it."""

from typing import Final

from cadair.record.documents.pages import Page, Words
from cadair.record.queries.letter_pages import OwnLetter

TITLES: Final = {"en": "A letter for {called}", "cy": "Llythyr i {called}"}


def page_of_letter(letter: OwnLetter) -> Page:
    """The letter, in big letters, in its own language."""
    title = TITLES.get(letter.language, TITLES["en"])
    return Page(
        title=title.format(called=letter.called),
        language=letter.language,
        made_at=letter.given_at,
        author=letter.given_by.name,
        is_large=True,
        blocks=tuple(Words(words=each.words) for each in letter.paragraphs),
    )
