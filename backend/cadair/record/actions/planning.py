"""A child's plan of their meeting, with what earlier reviews decided and is not done yet."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.meeting import actions as meeting
from cadair.meeting.actions import Opened
from cadair.meeting.queries import MeetingPage, OfficersPage
from cadair.record.queries.promises import left_open


def read_own_plan(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> MeetingPage:
    """The child's own plan; raises NotFound for everybody else."""
    return meeting.read_own_plan(
        session, actor=actor, review_id=review_id, left_open=left_open, now=now
    )


def save_own_plan(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    plan: dict[str, Any],
    revision_read: int,
    now: datetime,
) -> MeetingPage:
    """Keep the child's plan, whose agenda may take up what last time left open."""
    return meeting.save_plan(
        session,
        actor=actor,
        review_id=review_id,
        plan=plan,
        revision_read=revision_read,
        left_open=left_open,
        now=now,
    )


def read_plan(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> OfficersPage:
    """The plan for the child's reviewing officer; raises NotFound for everybody else."""
    return meeting.read_plan(
        session, actor=actor, review_id=review_id, left_open=left_open, now=now
    )


def open_meeting(
    session: Session, *, actor: Actor, review_id: UUID, part_id: UUID, now: datetime
) -> Opened:
    """Begin a part of the meeting, which talks about what last time left open too."""
    return meeting.open_meeting(
        session, actor=actor, review_id=review_id, part_id=part_id, left_open=left_open, now=now
    )
