"""What a child is told came of their reviews, and what they say to an answer."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.children import queries as children
from cadair.foundation.errors import BadInput, NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.people import queries as people
from cadair.record.actions.noting import note
from cadair.record.models import WishAnswer, WishReply
from cadair.record.queries import outcomes_sealed as sealed
from cadair.record.queries.own_outcomes import ToldReview, own_outcomes
from cadair.record.queries.wish_answers import Reply
from cadair.record.rules.outcomes import MOST_REPLIES, NotedDifferently, ReplyKind


def read_own_outcomes(session: Session, *, actor: Actor, now: datetime) -> list[ToldReview]:
    """What came of the reviews of the child who asks, of what was shared with them.

    A child who wants no trace of their words on their phone is told the answers without them.
    """
    assert actor.person_id is not None
    found = own_outcomes(session, child_id=actor.person_id, now=now)
    if people.own_phone_choices(session, actor=actor).leaves_no_trace:
        found = [_without_words(review) for review in found]
    note(session, actor, "outcomes.own_read", actor.person_id, actor.person_id, {}, now)
    return found


def _without_words(review: ToldReview) -> ToldReview:
    wishes = (
        replace(wish, words=None, chosen=(), reply=wish.reply and replace(wish.reply, words=None))
        for wish in review.wishes
    )
    return replace(review, wishes=tuple(wishes))


def reply(
    session: Session,
    *,
    actor: Actor,
    answer_id: UUID,
    reply_id: UUID,
    reply: ReplyKind,
    words: str | None,
    now: datetime,
) -> Reply:
    """Say thank you to an answer, or that it is not understood or not agreed with.

    The device makes the id: the same again is the same as once.  Raises NotFound for an answer
    that this child was not told.
    """
    child_id = actor.person_id
    assert child_id is not None
    told = select(WishAnswer.id).where(
        WishAnswer.id == answer_id,
        WishAnswer.child_id == child_id,
        WishAnswer.shared_at.is_not(None),
    )
    if session.scalar(told) is None:
        raise NotFound
    key = children.sealing_key(session, child_id=child_id)
    row = {
        "id": reply_id,
        "child_id": child_id,
        "wish_answer_id": answer_id,
        "reply": reply,
        "words": sealed.closed_maybe(key, words, sealed.REPLY, reply_id),
        "at": now,
        "seen_at": None,
        "seen_by_id": None,
    }
    if session.get(WishReply, reply_id) is None and _count(session, answer_id) >= MOST_REPLIES:
        raise BadInput(fields={"reply": ["too_many"]})
    if not insert_unless_there(session, WishReply, row):
        return _before(session, child_id, answer_id, reply_id, (reply, words), key)
    note(session, actor, "wish.replied", child_id, answer_id, {"reply": reply}, now)
    return Reply(id=reply_id, reply=reply, words=words, at=now, seen_at=None)


def _before(
    session: Session,
    child_id: UUID,
    answer_id: UUID,
    reply_id: UUID,
    said: tuple[ReplyKind, str | None],
    key: bytes,
) -> Reply:
    row = session.get(WishReply, reply_id)
    if row is None or (row.child_id, row.wish_answer_id) != (child_id, answer_id):
        raise NotFound
    words = sealed.opened_maybe(key, row.words, sealed.REPLY, reply_id)
    if (row.reply, words) != said:
        raise NotedDifferently
    return Reply(id=row.id, reply=row.reply, words=words, at=row.at, seen_at=row.seen_at)


def _count(session: Session, answer_id: UUID) -> int:
    count = select(func.count()).select_from(WishReply)
    return session.scalar(count.where(WishReply.wish_answer_id == answer_id)) or 0
