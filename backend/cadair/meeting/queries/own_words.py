"""What a child wrote themselves of all their meetings: in their plans before, in ratings after."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.foundation.sealing import unseal
from cadair.meeting.models import LivePart, MeetingPlan, MeetingRating
from cadair.meeting.queries.sealed import place_of_plan, place_of_rating, place_of_state
from cadair.reviews.models import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWords:
    """What somebody wanted to talk about, or a rule that they made, word for word."""

    review_id: UUID
    saved_at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """How somebody found one review, and what they would do differently; any of it may be None."""

    review_id: UUID
    at: datetime
    face: str | None
    words: str | None
    change: str | None
    told: bool = False  # to their officer, for the record; what was said before that was asked: no


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredBack:
    """What was read back to somebody in their meeting, and what they said to it."""

    id: UUID
    review_id: UUID
    at: datetime  # the meeting began
    words: str
    reply: str
    reply_words: str | None


def words_in_plans(session: Session, *, child_id: UUID, key: bytes) -> list[PlannedWords]:
    """The child's own lines of every plan, its agenda before its rules; in one statement.

    Whom they would rather not see, and why, stays in the plan: that is for its own page.
    """
    rows = session.execute(
        select(MeetingPlan.review_id, MeetingPlan.saved_at, MeetingPlan.content)
        .where(MeetingPlan.child_id == child_id)
        .order_by(MeetingPlan.saved_at)
    )
    found = []
    for row in rows:
        plan = json.loads(unseal(key, row.content, place_of_plan(row.review_id)))
        own = [each["words"] for each in plan["agenda"] if each["from"] == "mine"]
        own += [each.get("words") for each in plan["ground_rules"]]
        found += [
            PlannedWords(review_id=row.review_id, saved_at=row.saved_at, words=words)
            for words in own
            if words
        ]
    return found


def told_rating(session: Session, *, child_id: UUID, review_id: UUID, key: bytes) -> Rated | None:
    """How the child found one review, where they want their officer and the record to have it."""
    rated = ratings_of(session, child_id=child_id, key=key)
    return next((each for each in rated if each.told and each.review_id == review_id), None)


def ratings_of(session: Session, *, child_id: UUID, key: bytes) -> list[Rated]:
    """How the child found each of their reviews, as they said it last; in one statement."""
    rows = session.execute(
        select(MeetingRating.review_id, MeetingRating.at, MeetingRating.content)
        .where(MeetingRating.child_id == child_id)
        .order_by(MeetingRating.at)
    )
    return [
        Rated(
            review_id=row.review_id,
            at=row.at,
            **json.loads(unseal(key, row.content, place_of_rating(row.review_id))),
        )
        for row in rows
    ]


def read_back_to(session: Session, *, child_id: UUID, key: bytes) -> list[AnsweredBack]:
    """Whatever was read back to the child in a meeting and they answered; in one statement.

    Nothing else is taken from what was kept of it: others are in it.
    """
    rows = session.execute(
        select(LivePart.review_id, LivePart.part_id, LivePart.opened_at, LivePart.state)
        .where(LivePart.review_id.in_(select(Review.id).where(Review.child_id == child_id)))
        .order_by(LivePart.opened_at, LivePart.part_id)
    )
    found = []
    for row in rows:
        state = json.loads(unseal(key, row.state, place_of_state(row.review_id, row.part_id)))
        found += [
            AnsweredBack(
                id=UUID(each["id"]),
                review_id=row.review_id,
                at=row.opened_at,
                words=each["words"],
                reply=each["reply"],
                reply_words=each["reply_words"],
            )
            for each in state["read_back"]
            if each["reply"] is not None
        ]
    return found
