"""Everything that a child ever said in Cadair, word for word, for them alone.

What they took back is gone, and so not here.  What they said anew is here once, unless they said
something else the first time.  That they were not safe stays with whoever took it on: a phone may
be in other hands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.children import queries as children
from cadair.contributions import queries as contributions
from cadair.contributions.queries import Answer, SharedContribution
from cadair.contributions.rules.forms import form
from cadair.foundation.clock import today
from cadair.meeting.queries.own_words import words_in_plans
from cadair.messages import queries as messages
from cadair.messages.queries.requests import own_requests
from cadair.people import queries as people
from cadair.record.queries.own_words import Helped, OwnWords
from cadair.record.queries.said_after import said_after
from cadair.record.rules.everything import ReviewDay, Source, review_at, says_the_same
from cadair.reviews import queries as reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReviewDay:
    """One of the child's reviews, by its day."""

    id: UUID
    held_on: date | None
    due_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All of a child's words, the latest first, and the reviews that they were said for."""

    called: str
    hidden: bool  # they want no trace of their words on this phone: asked for anew, they show
    reviews: tuple[OwnReviewDay, ...]
    said: tuple[OwnWords, ...]


def everything(session: Session, *, actor: Actor, with_words: bool) -> Everything:
    """All that the actor, a child, ever said; raises NotFound for anybody else.

    Without words it only says that they are hidden.
    """
    check(Permission.KEEP_OWN_WORDS, actor)
    assert actor.person_id is not None
    child_id = actor.person_id
    called = people.person(session, person_id=child_id).called
    if not with_words:
        return Everything(called=called, hidden=True, reviews=(), said=())
    all_reviews = reviews.reviews_of_child(session, child_id=child_id)
    days = [ReviewDay(id=each.id, over_on=each.over_on) for each in all_reviews]
    key = children.sealing_key(session, child_id=child_id)
    said = [
        *_before_reviews(session, actor),
        *_in_messages(session, child_id, days),
        *_asked_for(session, child_id, days),
        *_in_plans(session, child_id, key),
        *said_after(session, child_id=child_id, key=key),
    ]
    named = {each.review_id for each in said}
    return Everything(
        called=called,
        hidden=False,
        reviews=tuple(
            OwnReviewDay(id=each.id, held_on=each.held_on, due_by=each.due_by)
            for each in all_reviews
            if each.id in named
        ),
        said=tuple(sorted(said, key=lambda each: each.at, reverse=True)),
    )


def _before_reviews(session: Session, actor: Actor) -> Iterator[OwnWords]:
    own = [each.contribution for each in contributions.own_contributions(session, actor=actor)]
    by_id = {each.id: {answer.question: answer for answer in each.answers} for each in own}
    for shared in own:
        later = by_id.get(shared.replaced_by) if shared.replaced_by else None
        for answer in shared.answers:
            if _says_something(answer) and not (later and _is_told_later(answer, later)):
                yield _answer(shared, answer)


def _says_something(answer: Answer) -> bool:
    return bool(answer.face or answer.choices or answer.words or answer.helper_words)


def _is_told_later(answer: Answer, later: Mapping[str, Answer]) -> bool:
    again = later.get(answer.question)
    return again is not None and says_the_same(_content(answer), _content(again))


def _content(answer: Answer) -> tuple[object, ...]:
    return (answer.face, answer.choices, answer.words, answer.helper_words)


def _answer(shared: SharedContribution, answer: Answer) -> OwnWords:
    """One answer, under what was asked; a form that is no more leaves only the words."""
    found = form(shared.form, shared.form_version)
    question = found.questions.get(answer.question) if found else None
    topics = {each.key: each.title for each in found.topics} if found else {}
    return OwnWords(
        id=answer.id,
        source=Source.REVIEW,
        review_id=shared.review_id,
        at=shared.shared_at,
        language=shared.language,
        topic=answer.topic,
        topic_title=topics.get(answer.topic),
        asked=question.ask if question else None,
        face=answer.face,
        chosen=tuple(
            question.choices.get(each, each) if question else each for each in answer.choices
        ),
        words=answer.words,
        helper_words=answer.helper_words,
        helper=Helped(name=shared.helper.name, who=shared.helper.who) if shared.helper else None,
        wish=answer.wish,
        changed_later=shared.replaced_by is not None,
    )


def _in_messages(session: Session, child_id: UUID, days: list[ReviewDay]) -> Iterator[OwnWords]:
    for each in messages.own_messages(session, person_id=child_id, child_id=child_id):
        if each.from_me and each.words:
            yield OwnWords(
                id=each.id,
                source=Source.MESSAGE,
                review_id=review_at(today(each.written_at), reviews=days),
                at=each.written_at,
                language=each.language,
                words=each.words,
                wish=each.brought_as is not None,
            )


def _asked_for(session: Session, child_id: UUID, days: list[ReviewDay]) -> Iterator[OwnWords]:
    for each in own_requests(session, child_id=child_id):
        if each.taken_back_at is None:
            yield OwnWords(
                id=each.id,
                source=Source.ASKED,
                review_id=review_at(today(each.asked_at), reviews=days),
                at=each.asked_at,
                kind=each.kind.value,
                words=each.words,
            )


def _in_plans(session: Session, child_id: UUID, key: bytes) -> Iterator[OwnWords]:
    for each in words_in_plans(session, child_id=child_id, key=key):
        yield OwnWords(
            id=None,
            source=Source.MEETING,
            review_id=each.review_id,
            at=each.saved_at,
            words=each.words,
        )
