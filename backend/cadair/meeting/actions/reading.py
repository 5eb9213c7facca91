"""Reading a meeting plan: each reading leaves its trace in the trail."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.meeting import queries
from cadair.meeting.queries import Kept, LeftOpen, MeetingPage, OfficersPage


def read_own_plan(
    session: Session, *, actor: Actor, review_id: UUID, left_open: LeftOpen, now: datetime
) -> MeetingPage:
    """The child's own plan; raises NotFound for everybody else."""
    permission = Permission.PLAN_OWN_MEETING
    kept = _read(session, actor, review_id, permission, now)
    return queries.page_of(session, kept=kept, left_open=left_open)


def read_plan(
    session: Session, *, actor: Actor, review_id: UUID, left_open: LeftOpen, now: datetime
) -> OfficersPage:
    """The plan for the child's reviewing officer; raises NotFound for everybody else."""
    kept = _read(session, actor, review_id, Permission.READ_MEETING_PLAN, now)
    return queries.officers_page(session, kept=kept, left_open=left_open)


def _read(
    session: Session, actor: Actor, review_id: UUID, permission: Permission, now: datetime
) -> Kept:
    kept = queries.kept_for(
        session, actor=actor, review_id=review_id, permission=permission, now=now
    )
    audit.note(
        session,
        actor=actor,
        event="meeting.plan_read",
        child_id=kept.child_id,
        subject_id=review_id,
        now=now,
    )
    return kept
