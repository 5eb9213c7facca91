"""What somebody is given of what came of reviews, of the meetings, and of what is theirs to do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.children import queries as children
from cadair.commands.subject_bundle import plain
from cadair.meeting import queries as meeting
from cadair.meeting.queries.own_words import ratings_of
from cadair.record.queries.own_actions import own_actions
from cadair.record.queries.own_outcomes import own_outcomes
from cadair.reviews import queries as reviews


def outcomes_of(session: Session, *, child_id: UUID, now: datetime) -> list[dict[str, Any]]:
    """What a child was told of each review: answers, what they said to them, and decisions."""
    return [plain(each) for each in own_outcomes(session, child_id=child_id, now=now)]


def meetings_of(session: Session, *, child_id: UUID) -> list[dict[str, Any]]:
    """How a child found each review, and what was read back to them there, with their reply.

    What else was kept of a meeting is held back: others are in it.
    """
    key = children.sealing_key(session, child_id=child_id)
    rated = {each.review_id: each for each in ratings_of(session, child_id=child_id, key=key)}
    found = []
    for review in reviews.reviews_of_child(session, child_id=child_id):
        facts = meeting.facts_of(session, review_id=review.id, key=key)
        read_back = [plain(each) for part in facts.parts for each in part.read_back]
        rating = rated.get(review.id)
        if rating is not None or read_back:
            found.append(
                {
                    "review_id": str(review.id),
                    "how_it_was": plain(rating) if rating is not None else None,
                    "read_back": read_back,
                }
            )
    return found


def actions_of(
    session: Session, *, actor: Actor, child_id: UUID, now: datetime
) -> list[dict[str, Any]]:
    """What somebody around the child has to do, or sees to, with what they told of it."""
    found = own_actions(session, actor=actor, now=now)
    return [plain(each.decision) for each in found if each.child.id == child_id]


@dataclass
class GivenOutcomes:
    """Which answers, replies, decisions, reports and ratings a bundle holds, by their ids."""

    by_table: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, own: dict[str, Any]) -> "GivenOutcomes":
        """Those of a bundle."""
        given = cls()
        for table, id_ in _ids(own):
            given.by_table.setdefault(table, set()).add(id_)
        return given

    def holds(self, table: str, row: dict[str, Any]) -> bool:
        """Whether this sealed value of such a table stands in the bundle."""
        id_ = row["review_id"] if table == "meeting_rating" else row.get("id")
        return str(id_) in self.by_table.get(table, ())


def _told(wish: dict[str, Any]) -> list[dict[str, Any]]:
    last = [wish["answer"]] if wish["answer"] else []
    return [*last, *wish["earlier"]]


def _ids(own: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for review in own.get("outcomes", ()):
        for answer in (each for wish in review["wishes"] for each in _told(wish)):
            yield "wish_answer", answer["id"]
            yield from (("wish_reply", reply["id"]) for reply in answer["replies"])
        yield from (("decision", decision["id"]) for decision in review["decisions"])
    for decision in own.get("to_do", ()):
        yield "decision", decision["id"]
        yield from (("decision_progress", told["id"]) for told in decision["progress"])
    for each in own.get("meetings", ()):
        if each["how_it_was"]:
            yield "meeting_rating", each["review_id"]
