"""Everything that a child ever said, as a page to keep: their words as they said them, by review.

Its words are those of the child's own screens, and so are in the same catalogs.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from babel.dates import format_date

from cadair.contributions.rules.answers import Face
from cadair.foundation.clock import today
from cadair.foundation.languages import said_in
from cadair.record.documents.pages import Block, Heading, Page, Quote, Words
from cadair.record.queries.everything import Everything, OwnWords
from cadair.record.rules.everything import Source

FACES = {Face.HAPPY: "Good", Face.OK: "OK", Face.SAD: "Not good"}
NOTHING = "You have not said anything here yet. When you do, it will be here."
ASKED = {
    "visit": "I asked for a visit",
    "advocate": "I asked for an advocate",
    "sooner": "I asked for my review sooner",
}


def as_page(found: Everything, *, language: str, now: datetime) -> Page:
    """All of it, the latest review first; `language` is that of its headings."""
    return Page(
        title=said_in(language, "All my words"),
        language=language,
        made_at=now,
        blocks=tuple(_blocks(found, language)),
        author=found.called,
        is_large=True,
    )


def _blocks(found: Everything, language: str) -> Iterator[Block]:
    if not found.said:
        yield Words(words=said_in(language, NOTHING))
    named = {each.id for each in found.reviews}
    for heading, review_id in (
        (said_in(language, "Not for a review"), None),
        *((_review(each.held_on, language), each.id) for each in found.reviews),
    ):
        said = [
            each
            for each in found.said
            if (each.review_id if each.review_id in named else None) == review_id
        ]
        if said:
            yield Heading(words=heading)
            yield from _said(said, language)


def _review(held_on: date | None, language: str) -> str:
    if held_on is None:
        return said_in(language, "For my next review")
    return said_in(language, "My review on {day}", day=_day(held_on, language))


def _said(said: Sequence[OwnWords], language: str) -> Iterator[Block]:
    for each in said:
        yield Heading(words=_over(each, language), level=2)
        marks = [said_in(language, FACES[each.face])] if each.face else []
        marks += [said_in(language, one) for one in each.chosen]
        if each.wish:
            marks.append(said_in(language, "I want this to happen"))
        if marks:
            yield Words(words=". ".join(marks) + ".")
        on = _day(today(each.at), language)
        if each.words:
            yield Quote(words=each.words, source=on, language=_spoken(each))
        if each.helper_words:
            name = each.helper.name if each.helper else said_in(language, "The helper")
            whose = said_in(language, "{name}’s words", name=name)
            yield Quote(words=each.helper_words, source=f"{whose}, {on}", language=_spoken(each))
        if not each.words and not each.helper_words:
            yield Words(words=on)
        if each.changed_later:
            yield Words(words=said_in(language, "You said it in a new way later."))


def _over(each: OwnWords, language: str) -> str:
    """What stands over one thing that was said, as on the screen."""
    if each.source is Source.MESSAGE:
        return said_in(language, "To my IRO")
    if each.source is Source.MEETING:
        return said_in(language, "For my meeting")
    if each.source is Source.ASKED:
        return said_in(language, ASKED[each.kind or "sooner"])
    return said_in(language, each.asked or "Something else")


def _spoken(each: OwnWords) -> str | None:
    """The language of somebody's words, without a country; `und` is none that is known."""
    code = (each.language or "und").partition("-")[0]
    return None if code == "und" else code


def _day(day: date, language: str) -> str:
    locale = "en_GB" if language == "en" else language
    return str(format_date(day, "d MMMM y", locale=locale))
