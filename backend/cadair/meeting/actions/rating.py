"""How a child found their review: said by them, and changed as often as they like.

They say who is to know: their officer and the record, or nobody.  What was said before they could
choose stays theirs alone.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal, unseal
from cadair.meeting import queries
from cadair.meeting.models import MeetingRating
from cadair.meeting.queries import Kept
from cadair.meeting.queries.sealed import place_of_rating
from cadair.meeting.rules.rating import check_may_rate


@dataclass(frozen=True, slots=True, kw_only=True)
class HowItWas:
    """What the child said last, and when; nothing yet is nothing."""

    said: dict[str, Any] | None
    at: datetime | None


def say_how_it_was(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    face: str | None,
    words: str | None,
    change: str | None,
    told: bool,
    now: datetime,
) -> HowItWas:
    """Keep how the child found their review, in place of what they said before.

    Told, their officer reads it in the record until it is taken back, or for good once signed.

    Raises NotFound for everybody else, MeetingNotOver before it has begun.
    """
    kept = _kept(session, actor, review_id, now)
    check_may_rate(kept.stage)
    said = {"face": face, "words": words, "change": change, "told": told}
    before = _said(session, kept)
    if before.said == said:
        return before
    content = seal(kept.key, json.dumps(said, ensure_ascii=False), place_of_rating(review_id))
    values = {"content": content, "at": now}
    row = {"review_id": review_id, "child_id": kept.child_id, **values}
    if not insert_unless_there(session, MeetingRating, row):
        session.execute(
            update(MeetingRating).where(MeetingRating.review_id == review_id).values(values)
        )
    audit.note(
        session,
        actor=actor,
        event="meeting.rated",
        child_id=kept.child_id,
        subject_id=review_id,
        now=now,
    )
    return HowItWas(said=said, at=now)


def read_how_it_was(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> HowItWas:
    """What the child said of it, for them.  Raises NotFound for everybody else."""
    return _said(session, _kept(session, actor, review_id, now))


def _kept(session: Session, actor: Actor, review_id: UUID, now: datetime) -> Kept:
    permission = Permission.LEAD_MEETING
    return queries.kept_for(
        session, actor=actor, review_id=review_id, permission=permission, now=now
    )


def _said(session: Session, kept: Kept) -> HowItWas:
    row = session.execute(
        select(MeetingRating.content, MeetingRating.at).where(
            MeetingRating.review_id == kept.review_id
        )
    ).one_or_none()
    if row is None:
        return HowItWas(said=None, at=None)
    plain = unseal(kept.key, row.content, place_of_rating(kept.review_id))
    return HowItWas(said={"told": False, **json.loads(plain)}, at=row.at)
