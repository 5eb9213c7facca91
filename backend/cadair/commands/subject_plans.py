"""What a child is given of how they planned their meetings, and which sealed values that holds."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.children import queries as children
from cadair.commands.subject_bundle import plain
from cadair.meeting.rules.requests import kept_as
from cadair.record.queries.own_plans import own_plans

Place = tuple[str, str | None]  # a review, and the request or the id of what was added


def plans_of(
    session: Session, *, actor: Actor, child_id: UUID, now: datetime
) -> list[dict[str, Any]]:
    """What a child planned for each review, what was answered, and what was added."""
    found = own_plans(session, actor=actor, child_id=child_id, now=now)
    return [plain(each) for each in found]


def in_plans(session: Session, *, child_id: UUID, own: dict[str, Any]) -> set[Place]:
    """The plans, answers and added matters of a bundle."""
    key = children.sealing_key(session, child_id=child_id)
    return {
        (each["review_id"], what)
        for each in own.get("meeting_plans", [])
        for what in (
            None,
            *(kept_as(key, answer["request"]) for answer in each["answers"]),
            *(added["id"] for added in each["added"]),
        )
    }


def place_in_plans(row: Mapping[str, Any]) -> Place:
    """Where the sealed value of a row of the meeting room stands in them."""
    what = row.get("request") or row.get("id")
    return str(row["review_id"]), None if what is None else str(what)
