"""What came of a child's reviews, as the child is told: only what was shared, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.contributions.models import WishClosed
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.messages.queries.who import Who
from cadair.people import queries as people
from cadair.record.queries.decisions import Decided
from cadair.record.queries.outcomes import OfChild, answer_by, of_child
from cadair.record.queries.wish_answers import Answer, AskedWish, Reply
from cadair.record.rules.outcomes import DecisionState, ToldState
from cadair.reviews import queries as reviews
from cadair.reviews.queries import ReviewFacts, bank_holidays
from cadair.reviews.rules import ReviewKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWish:
    """Something that the child asked for, and the last answer that they were told."""

    id: UUID
    words: str | None
    ask: str | None
    chosen: tuple[str, ...]
    topic: str | None
    wished_at: datetime
    state: ToldState
    answer: Answer | None
    reply: Reply | None
    done_words: str | None
    earlier: tuple[Answer, ...]  # that they were told before it, the newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDecision:
    """One decision, as a step on the child's path."""

    id: UUID
    what: str
    who: Who | None
    who_words: str | None
    by_on: date
    wish_id: UUID | None
    topic: str | None
    state: DecisionState
    manager_disagrees: bool  # a team manager, so that it does not stand; why is not the child's
    done_at: datetime | None
    last_words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldReview:
    """One review with what came of it."""

    review_id: UUID
    kind: ReviewKind
    sequence: int | None
    held_on: date | None
    answer_by: date | None  # for wishes that wait; None before it was held
    wishes: tuple[ToldWish, ...]
    decisions: tuple[ToldDecision, ...]


def own_outcomes(session: Session, *, child_id: UUID, now: datetime) -> list[ToldReview]:
    """Every review of the child of which something was told or waits, the newest first."""
    on = today(now)
    around = children.around(session, child_ids=[child_id], on=on).get(child_id)
    if around is None:
        return []  # signed in as a child, and not brought in as one yet
    every = of_child(session, around=around, on=on)
    council = people.council(session, council_id=council_of(session))
    within: int = council.settings["answer_wishes_within_working_days"]
    holidays = bank_holidays(around.nation)
    told = (
        _told(review, every, answer_by(review.held_on, within=within, holidays=holidays))
        for review in reviews.reviews_of_child(session, child_id=child_id)
    )
    return [review for review in told if review.wishes or review.decisions]


def _told(review: ReviewFacts, every: OfChild, by: date | None) -> ToldReview:
    wishes = tuple(
        told_wish(wish)
        for wish in every.wishes
        if wish.from_review_id == review.id and (wish.told or wish.closed_at is None)
    )
    waits = any(wish.answer is None for wish in wishes)
    return ToldReview(
        review_id=review.id,
        kind=review.kind,
        sequence=review.sequence,
        held_on=review.held_on,
        answer_by=by if waits else None,
        wishes=wishes,
        decisions=told_decisions([each for each in every.decisions if each.review_id == review.id]),
    )


def told_wish(wish: AskedWish) -> ToldWish:
    """A wish as its child is told of it."""
    told = wish.told
    return ToldWish(
        id=wish.id,
        words=wish.words,
        ask=wish.ask,
        chosen=wish.chosen,
        topic=wish.topic,
        wished_at=wish.wished_at,
        state=_state(wish),
        answer=told,
        reply=told.reply if told else None,
        done_words=told.done_words if told else None,
        earlier=tuple(each for each in wish.answers if each.shared_at and each is not told),
    )


def told_decisions(decisions: Sequence[Decided]) -> tuple[ToldDecision, ...]:
    """Those that were shared, as steps."""
    return tuple(
        ToldDecision(
            id=each.id,
            what=each.what,
            who=each.who,
            who_words=each.who_words,
            by_on=each.by_on,
            wish_id=each.wish_id,
            topic=each.topic,
            state=each.state,
            manager_disagrees=each.is_disagreed,
            done_at=each.done_at,
            last_words=each.last_words,
        )
        for each in decisions
        if each.shared_at is not None
    )


def _state(wish: AskedWish) -> ToldState:
    if wish.told is None:
        return ToldState.WAITING
    if wish.closed_because is WishClosed.DONE:
        return ToldState.DONE
    return ToldState(wish.told.answer.value)
