"""What a child wrote themselves of all their meetings: in their plans before, in ratings after."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.foundation.sealing import unseal
from cadair.meeting.models import MeetingPlan, MeetingRating
from cadair.meeting.queries.sealed import place_of_plan, place_of_rating


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
