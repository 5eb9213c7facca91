"""HTTP for the plan of a meeting: the child makes it, their reviewing officer alone reads it."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.meeting.queries import MeetingPage, OfficersPage
from cadair.meeting.schemas import (
    MeetingPageSchema,
    OfficersMeetingPageSchema,
    SaveMeetingPlanSchema,
)
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
