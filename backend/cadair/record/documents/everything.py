"""All that is a child's own, as a page to keep: what came of their reviews, then all their words.

Its words are those of the child's own screens, and so are in the same catalogs.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cadair.contributions.rules.answers import Face
from cadair.foundation.clock import today
from cadair.foundation.languages import said_in
from cadair.record.documents.came_of import came_of, day_in, review_in, told
from cadair.record.documents.pages import Block, Heading, Page, Quote, Words
from cadair.record.queries.everything import Everything
from cadair.record.queries.own_words import OwnWords
from cadair.record.queries.taken import Taken
from cadair.record.rules.everything import Source

FACES = {Face.HAPPY: "Good", Face.OK: "OK", Face.SAD: "Not good"}
NOTHING = "You have not said anything here yet. When you do, it will be here."
ASKED = {
    "visit": "I asked for a visit",
    "advocate": "I asked for an advocate",
    "sooner": "I asked for my review sooner",
}
REPLIED = {
    "thank_you": "Thank you",
    "not_understood": "I don’t understand",
    "not_agreed": "I don’t agree",
    "right": "That’s right",
    "not_quite": "Not quite",
}
RATED = {"felt": "How did your meeting feel?", "change": "What I would change"}


def as_page(taken: Taken, *, language: str, now: datetime) -> Page:
    """All of it, the latest review first; `language` is that of its headings."""
    return Page(
        title=said_in(language, "What I can keep"),
        language=language,
        made_at=now,
        blocks=(
            *came_of(taken, language),
            *told(taken, language),
            *_blocks(taken.words, language),
        ),
        author=taken.words.called,
        is_large=True,
    )


def _blocks(found: Everything, language: str) -> Iterator[Block]:
    if not found.said:
        yield Words(words=said_in(language, NOTHING))
    else:
        yield Heading(words=said_in(language, "All my words"))
    named = {each.id for each in found.reviews}
    for heading, review_id in (
        (said_in(language, "Not for a review"), None),
        *((review_in(each.held_on, language), each.id) for each in found.reviews),
    ):
        said = [
            each
            for each in found.said
            if (each.review_id if each.review_id in named else None) == review_id
        ]
        if said:
            yield Heading(words=heading, level=2)
            yield from _said(said, language)


def _said(said: Sequence[OwnWords], language: str) -> Iterator[Block]:
    for each in said:
        yield Heading(words=_over(each, language), level=3)
        if each.about:
            yield Words(words=each.about)
        marks = [said_in(language, FACES[each.face])] if each.face else []
        marks += [said_in(language, one) for one in each.chosen]
        if each.wish:
            marks.append(said_in(language, "I want this to happen"))
        if marks:
            yield Words(words=". ".join(marks) + ".")
        on = day_in(today(each.at), language)
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
    if each.source is Source.LETTER:
        return said_in(language, "You said this is not right:")
    if each.source is Source.RATING:
        return said_in(language, RATED[each.kind or "felt"])
    if each.source in (Source.ANSWER, Source.READ_BACK):
        reply = said_in(language, REPLIED[each.kind or "thank_you"])
        return said_in(language, "You said: {words}", words=reply)
    return said_in(language, each.asked or "Something else")


def _spoken(each: OwnWords) -> str | None:
    """The language of somebody's words, without a country; `und` is none that is known."""
    code = (each.language or "und").partition("-")[0]
    return None if code == "und" else code
