"""HTTP for what is answered and added to a meeting plan; the plan itself is read in the record."""

from typing import Any
from uuid import UUID

from flask import request

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.meeting import actions
from cadair.meeting.queries import Added, ToldAnswer
from cadair.meeting.schemas import (
    AddedMatterSchema,
    AddMatterSchema,
    AnswerRequestSchema,
    PlanAnswerSchema,
)
from cadair.web.blueprint import RoomBlueprint, me, revision_read

blueprint = RoomBlueprint("meeting", description="How a child wants their meeting to go.")


@blueprint.route(
    "/api/my/reviews/<uuid:review_id>/meeting-plan/added/<uuid:added_id>/seen",
    methods=["POST"],
    needs=Permission.PLAN_OWN_MEETING,
)
@blueprint.response(204)
def see_added_matter(review_id: UUID, added_id: UUID) -> None:
    """I have seen what my reviewing officer added to the agenda."""
    actions.see_added(db.session, actor=me(), review_id=review_id, added_id=added_id, now=now())


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
