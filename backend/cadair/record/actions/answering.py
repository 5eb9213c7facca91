"""Answering what a child wished for, closing a wish that came true, and seeing what they reply."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.children.queries import Around
from cadair.contributions import actions as contributions
from cadair.contributions import queries as contribution_queries
from cadair.contributions.models import WishClosed
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.record.actions.noting import note
from cadair.record.models import WishAnswer, WishReply
from cadair.record.queries import outcomes_sealed as sealed
from cadair.record.queries.outcomes import Outcomes, of_child, outcomes_of
from cadair.record.queries.wish_answers import Answer, AskedWish
from cadair.record.rules.outcomes import (
    MOST_ANSWERS,
    AnsweredDifferently,
    Answering,
    WishNotAnswered,
    WishNotMade,
    check_answering,
    check_may_decide,
    told_of,
)


def answer_wish(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    wish_id: UUID,
    answer_id: UUID,
    given: Answering,
    now: datetime,
) -> Answer:
    """Answer a wish of this review or an earlier one; the child is told when it is shared.

    The device makes the id: the same again is the same as once, something else under it is
    refused.  A later answer takes the place of an earlier one, and both are kept.
    """
    found = outcomes_of(session, actor=actor, review_id=review_id, now=now)
    wish = _wish_in(session, found, wish_id)
    before = next((each for each in wish.answers if each.id == answer_id), None)
    if before is not None:
        if _as_given(before) != given:
            raise AnsweredDifferently
        return before
    check_may_decide(found.stage, is_held=found.review.held_on is not None)
    check_answering(given, who={each.who.id for each in found.who_could})
    if len(wish.answers) >= MOST_ANSWERS:
        raise BadInput(fields={"answer": ["too_many"]})
    row = _row(session, actor, found, wish, answer_id, given, now)
    if not insert_unless_there(session, WishAnswer, row):
        raise NotFound
    _see(session, actor, (each.id for each in wish.replies if each.seen_at is None), now)
    facts = {"review": str(review_id), "wish": str(wish_id), "answer": given.answer}
    note(session, actor, "wish.answered", found.review.child_id, answer_id, facts, now)
    made = _wish_in(
        session, outcomes_of(session, actor=actor, review_id=review_id, now=now), wish_id
    )
    return next(each for each in made.answers if each.id == answer_id)


def close_wish(
    session: Session, *, actor: Actor, wish_id: UUID, words: str | None, now: datetime
) -> AskedWish:
    """Close a wish that came true, with what the child is told; again changes nothing.

    Raises WishNotAnswered when the child was told no answer.
    """
    wish, child_id = _one(session, actor, wish_id, now)
    if wish.told is None:
        raise WishNotAnswered
    if wish.closed_because is WishClosed.DONE:
        return wish
    key = children.sealing_key(session, child_id=child_id)
    session.execute(
        update(WishAnswer)
        .where(WishAnswer.id == wish.told.id)
        .values(done_words=sealed.closed_maybe(key, words, sealed.DONE, wish.told.id))
    )
    contributions.settle_wish(session, wish_id=wish_id, because=WishClosed.DONE, now=now)
    subject = told_of(wish.told.review_id, today(now))
    notifications.tell(session, told=[(child_id, subject)], about=About.ANSWERED, now=now)
    note(session, actor, "wish.closed", child_id, wish_id, {"because": WishClosed.DONE}, now)
    return _one(session, actor, wish_id, now)[0]


def see_reply(session: Session, *, actor: Actor, reply_id: UUID, now: datetime) -> None:
    """Note that what a child said to an answer was read; again changes nothing."""
    reply = session.get(WishReply, reply_id)
    if reply is None:
        raise NotFound
    _around(session, actor, reply.child_id, now)
    if reply.seen_at is None:
        _see(session, actor, [reply_id], now)
        note(session, actor, "wish.reply_seen", reply.child_id, reply_id, {}, now)


def _around(session: Session, actor: Actor, child_id: UUID, now: datetime) -> Around:
    needs, on = Permission.KEEP_OUTCOMES, today(now)
    return children.around_for(session, actor=actor, permission=needs, child_id=child_id, on=on)


def _one(session: Session, actor: Actor, wish_id: UUID, now: datetime) -> tuple[AskedWish, UUID]:
    child_id = contribution_queries.child_of_wish(session, wish_id=wish_id)
    around = _around(session, actor, child_id, now)
    every = of_child(session, around=around, on=today(now))
    wish = next((each for each in every.wishes if each.id == wish_id), None)
    if wish is None:
        raise WishNotMade
    return wish, child_id


def _wish_in(session: Session, found: Outcomes, wish_id: UUID) -> AskedWish:
    """A wish that this review answers; raises WishNotMade for one the child makes no more."""
    wish = next((each for each in found.every_wish if each.id == wish_id), None)
    if wish is not None:
        return wish
    child_id = found.review.child_id
    if contribution_queries.is_wish_of(session, wish_id=wish_id, child_id=child_id):
        raise WishNotMade
    raise NotFound


def _as_given(answer: Answer) -> Answering:
    return Answering(
        answer=answer.answer,
        why=answer.why,
        who_id=answer.who_id,
        who_words=answer.who_words,
        by_on=answer.by_on,
    )


def _row(
    session: Session,
    actor: Actor,
    found: Outcomes,
    wish: AskedWish,
    answer_id: UUID,
    given: Answering,
    now: datetime,
) -> dict[str, Any]:
    child_id = found.review.child_id
    key = children.sealing_key(session, child_id=child_id)
    return {
        "id": answer_id,
        "child_id": child_id,
        "wish_id": wish.id,
        "review_id": found.review.id,
        "answer": given.answer,
        "why": sealed.closed_maybe(key, given.why, sealed.WHY, answer_id),
        "who_id": given.who_id,
        "who_words": sealed.closed_maybe(key, given.who_words, sealed.ANSWER_WHO, answer_id),
        "by_on": given.by_on,
        "said_by_id": actor.person_id,
        "said_at": now,
        "replaces_id": wish.answers[0].id if wish.answers else None,
        "shared_at": None,
        "done_words": None,
    }


def _see(session: Session, actor: Actor, reply_ids: Iterable[UUID], now: datetime) -> None:
    session.execute(
        update(WishReply)
        .where(WishReply.id.in_(list(reply_ids)), WishReply.seen_at.is_(None))
        .values(seen_at=now, seen_by_id=actor.person_id)
        .execution_options(synchronize_session=False)
    )
