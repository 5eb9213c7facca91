"""What came of a child's reviews, as pieces of a page to keep: as their own screens say it.

Its words are those of the child's own screens, and so are in the same catalogs.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from babel.dates import format_date

from cadair.foundation.clock import today
from cadair.foundation.languages import said_in
from cadair.record.documents.pages import Block, Heading, Listed, Quote, Words
from cadair.record.queries.own_disputes import ToldDispute
from cadair.record.queries.own_outcomes import ToldDecision, ToldReview, ToldWish
from cadair.record.queries.taken import Taken, TakenLetter
from cadair.record.queries.wish_answers import Answer
from cadair.record.rules.outcomes import AnswerKind, DecisionState

ANSWERS: Final = {
    AnswerKind.AGREED: "Yes",
    AnswerKind.PARTLY: "Yes to some of it",
    AnswerKind.NOT_YET: "Not yet",
    AnswerKind.NO: "No",
}
NOT_AGREED: Final = "A manager does not agree yet. Your IRO sees to it."
STATES: Final = {
    DecisionState.WAITING: "Still to come.",
    DecisionState.CONFIRMED: "Someone is on it.",
    DecisionState.DONE: "Done.",
    DecisionState.NOT_DONE: "This did not happen.",
}


def came_of(taken: Taken, language: str) -> Iterator[Block]:
    """What was decided and answered, letters, what is in dispute, and certificates."""
    for review in taken.outcomes:
        yield from _review(review, language)
    for letter in taken.letters:
        yield from _letter(letter, language)
    if taken.disputes:
        yield Heading(words=said_in(language, "What your IRO is doing for you"))
        for dispute in taken.disputes:
            yield from _dispute(dispute, language)
    if taken.certificates:
        yield Heading(words=said_in(language, "My certificates"))
        yield Listed(
            items=tuple(
                said_in(language, "My review on {day}", day=day_in(each.held_on, language))
                for each in taken.certificates
            )
        )


def told(taken: Taken, language: str) -> Iterator[Block]:
    """What officers wrote to the child, the latest first."""
    if taken.messages:
        yield Heading(words=said_in(language, "Messages to me"))
    for message in reversed(taken.messages):
        on = day_in(today(message.written_at), language)
        code = message.language.partition("-")[0]
        yield Quote(
            words=message.words or "",
            source=f"{message.author.name}, {on}",
            language=None if code == "und" else code,
        )


def day_in(day: date, language: str) -> str:
    """A day as it is said in a language."""
    locale = "en_GB" if language == "en" else language
    return str(format_date(day, "d MMMM y", locale=locale))


def review_in(held_on: date | None, language: str) -> str:
    """What a review is called, by its day."""
    if held_on is None:
        return said_in(language, "For my next review")
    return said_in(language, "My review on {day}", day=day_in(held_on, language))


def _review(review: ToldReview, language: str) -> Iterator[Block]:
    name = review_in(review.held_on, language)
    yield Heading(words=f"{said_in(language, 'What we decided')}. {name}")
    if review.decisions:
        yield Heading(words=said_in(language, "What happens now"), level=2)
        for decision in review.decisions:
            yield from _decision(decision, language)
    if review.wishes:
        yield Heading(words=said_in(language, "What I asked for"), level=2)
        for wish in review.wishes:
            yield from _wish(wish, language)


def _decision(decision: ToldDecision, language: str) -> Iterator[Block]:
    stands = NOT_AGREED if decision.manager_disagrees else STATES[decision.state]
    state = said_in(language, stands)
    if decision.done_at:
        on = day_in(today(decision.done_at), language)
        state = said_in(language, "Done on {day}.", day=on)
    does = _who_and_when(decision, language)
    yield Quote(words=decision.what, source=" ".join(filter(None, (does, state))))
    if decision.last_words:
        yield Words(words=decision.last_words)


def _wish(wish: ToldWish, language: str) -> Iterator[Block]:
    chosen = ", ".join(said_in(language, each) for each in wish.chosen)
    asked = said_in(language, wish.ask) if wish.ask else None
    yield Quote(
        words=wish.words or chosen or asked or said_in(language, "Something I asked for"),
        source=asked if wish.words or chosen else None,
    )
    for answer in (*filter(None, (wish.answer,)), *wish.earlier):
        yield from _answer(answer, language)


def _answer(answer: Answer, language: str) -> Iterator[Block]:
    assert answer.shared_at is not None  # the child was told it
    said = said_in(language, ANSWERS[answer.answer])
    on = day_in(today(answer.shared_at), language)
    does = _who_and_when(answer, language)
    words = " ".join(filter(None, (f"{on}: {said}.", answer.why, does)))
    yield Words(words=words)
    if answer.done_words:
        yield Words(words=answer.done_words)


def _who_and_when(one: ToldDecision | Answer, language: str) -> str | None:
    name = one.who.called if one.who else one.who_words
    day = day_in(one.by_on, language) if one.by_on else None
    if name and day:
        return said_in(language, "{name} does this, by {day}.", name=name, day=day)
    if name:
        return said_in(language, "{name} does this.", name=name)
    return said_in(language, "By {day}.", day=day) if day else None


def _letter(taken: TakenLetter, language: str) -> Iterator[Block]:
    letter = taken.letter
    assert letter.given_at is not None and letter.given_by is not None  # it was given
    title = said_in(language, "A letter from {name}", name=letter.given_by.called)
    yield Heading(words=f"{title}, {day_in(today(letter.given_at), language)}")
    for paragraph in letter.paragraphs:
        yield Words(words=paragraph.words, language=letter.language)


def _dispute(dispute: ToldDispute, language: str) -> Iterator[Block]:
    began = said_in(language, "It began on {day}", day=day_in(dispute.raised_on, language))
    over = said_in(language, "This is sorted now.") if dispute.resolved_on else None
    yield Quote(words=dispute.words, source=". ".join(filter(None, (began, over))))
