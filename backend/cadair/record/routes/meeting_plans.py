"""HTTP for the plan of a meeting, with what earlier reviews left open, and for beginning by it.

The child makes it, and their reviewing officer alone reads it.
"""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.meeting.actions import Opened
from cadair.meeting.queries import MeetingPage, OfficersPage
from cadair.meeting.schemas import (
    MeetingPageSchema,
    OfficersMeetingPageSchema,
    SaveMeetingPlanSchema,
)
from cadair.meeting.schemas.live import OpenedMeetingSchema
from cadair.record import actions
from cadair.record.routes.blueprint import blueprint
from cadair.web.blueprint import me, revision_read


@blueprint.route("/api/my/reviews/<uuid:review_id>/meeting-plan", needs=Permission.PLAN_OWN_MEETING)
@blueprint.response(200, MeetingPageSchema)
def get_own_meeting_plan(review_id: UUID) -> MeetingPage:
    """How I want my meeting to go, and what my reviewing officer says to it."""
    return actions.read_own_plan(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/my/reviews/<uuid:review_id>/meeting-plan",
    methods=["PUT"],
    needs=Permission.PLAN_OWN_MEETING,
)
@blueprint.arguments(SaveMeetingPlanSchema)
@blueprint.response(200, MeetingPageSchema)
def save_own_meeting_plan(body: dict[str, Any], review_id: UUID) -> MeetingPage:
    """Keep how I want my meeting to go; If-Match says which revision I read, "0" for none.

    Once the meeting has begun, only how much I lead can change.
    """
    return actions.save_own_plan(
        db.session,
        actor=me(),
        review_id=review_id,
        revision_read=revision_read(),
        now=now(),
        **body,
    )


@blueprint.route("/api/reviews/<uuid:review_id>/meeting-plan", needs=Permission.READ_MEETING_PLAN)
@blueprint.response(200, OfficersMeetingPageSchema)
def get_meeting_plan(review_id: UUID) -> OfficersPage:
    """How the child wants the meeting to go, beside what a review must cover."""
    return actions.read_plan(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/parts/<uuid:part_id>/live",
    methods=["POST"],
    needs=Permission.HOLD_MEETING,
)
@blueprint.response(200, OpenedMeetingSchema)
def open_meeting(review_id: UUID, part_id: UUID) -> Opened:
    """Open a part of a review, or go on with it: its code, and how it stands.

    A review without parts is opened under its own id.
    """
    return actions.open_meeting(
        db.session, actor=me(), review_id=review_id, part_id=part_id, now=now()
    )
