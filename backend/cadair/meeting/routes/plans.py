"""HTTP for meeting plans: the child makes one, their reviewing officer alone reads and answers."""

from typing import Any
from uuid import UUID

from flask import request

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.meeting import actions
from cadair.meeting.queries import Added, MeetingPage, OfficersPage, ToldAnswer
from cadair.meeting.schemas import (
    AddedMatterSchema,
    AddMatterSchema,
    AnswerRequestSchema,
    MeetingPageSchema,
    OfficersMeetingPageSchema,
    PlanAnswerSchema,
    SaveMeetingPlanSchema,
)
from cadair.web.blueprint import RoomBlueprint, me, revision_read

blueprint = RoomBlueprint("meeting", description="How a child wants their meeting to go.")


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
    return actions.save_plan(
        db.session,
        actor=me(),
        review_id=review_id,
        revision_read=revision_read(),
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/my/reviews/<uuid:review_id>/meeting-plan/added/<uuid:added_id>/seen",
    methods=["POST"],
    needs=Permission.PLAN_OWN_MEETING,
)
@blueprint.response(204)
def see_added_matter(review_id: UUID, added_id: UUID) -> None:
    """I have seen what my reviewing officer added to the agenda."""
    actions.see_added(db.session, actor=me(), review_id=review_id, added_id=added_id, now=now())


@blueprint.route("/api/reviews/<uuid:review_id>/meeting-plan", needs=Permission.READ_MEETING_PLAN)
@blueprint.response(200, OfficersMeetingPageSchema)
def get_meeting_plan(review_id: UUID) -> OfficersPage:
    """How the child wants the meeting to go, beside what a review must cover."""
    return actions.read_plan(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/meeting-plan/answers/<request_key>",
    methods=["PUT"],
    needs=Permission.ANSWER_MEETING_PLAN,
)
@blueprint.arguments(AnswerRequestSchema)
@blueprint.response(200, PlanAnswerSchema)
def answer_plan_request(body: dict[str, Any], review_id: UUID, request_key: str) -> ToldAnswer:
    """Answer one request of the plan; with If-Match, only of the plan that was read."""
    return actions.answer_request(
        db.session,
        actor=me(),
        review_id=review_id,
        request=request_key,
        revision_read=revision_read() if "If-Match" in request.headers else None,
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/meeting-plan/added/<uuid:added_id>",
    methods=["PUT"],
    needs=Permission.ANSWER_MEETING_PLAN,
)
@blueprint.arguments(AddMatterSchema)
@blueprint.response(200, AddedMatterSchema)
def add_matter(body: dict[str, Any], review_id: UUID, added_id: UUID) -> Added:
    """Add something to the agenda: the child sees it as new.  Safe to send again."""
    return actions.add_matter(
        db.session, actor=me(), review_id=review_id, added_id=added_id, now=now(), **body
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/meeting-plan/added/<uuid:added_id>",
    methods=["DELETE"],
    needs=Permission.ANSWER_MEETING_PLAN,
)
@blueprint.response(204)
def take_matter_back(review_id: UUID, added_id: UUID) -> None:
    """Take back what was added to the agenda."""
    actions.take_matter_back(
        db.session, actor=me(), review_id=review_id, added_id=added_id, now=now()
    )
