"""HTTP for planning reviews, bringing them forward, and reaching the people around a child."""

from typing import Any
from uuid import UUID

from flask import Response

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.reviews import actions
from cadair.reviews.documents.calendar import as_calendar
from cadair.reviews.queries import Attempt, PlanScreen
from cadair.reviews.queries.early import Ask, EarlyPage
from cadair.reviews.routes.blueprint import blueprint
from cadair.reviews.schemas import (
    AttemptSchema,
    EndingSchema,
    PlanSchema,
    WantedAttemptSchema,
    WantedPlanSchema,
)
from cadair.reviews.schemas.early import (
    EarlyAskSchema,
    EarlyPageSchema,
    WantedDecisionSchema,
    WantedEarlyAskSchema,
)
from cadair.web.blueprint import me, revision_read


@blueprint.route("/api/reviews/<uuid:review_id>", needs=Permission.SEE_PLAN)
@blueprint.response(200, PlanSchema)
def get_review(review_id: UUID) -> tuple[PlanScreen, int, dict[str, str]]:
    """A review as its reviewing officer plans it: parts, people, and who was reached."""
    return _with_etag(actions.read_plan(db.session, actor=me(), review_id=review_id, now=now()))


@blueprint.route(
    "/api/reviews/<uuid:review_id>/plan", methods=["PUT"], needs=Permission.PLAN_REVIEW
)
@blueprint.arguments(WantedPlanSchema)
@blueprint.response(200, PlanSchema)
def plan_review(body: dict[str, Any], review_id: UUID) -> tuple[PlanScreen, int, dict[str, str]]:
    """Set when and where a review is held, in how many parts, and who comes to each.

    `If-Match` says which revision was read.
    """
    return _with_etag(
        actions.plan(
            db.session,
            actor=me(),
            review_id=review_id,
            revision=revision_read(),
            now=now(),
            **body,
        )
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/attempts/<uuid:attempt_id>",
    methods=["PUT"],
    needs=Permission.PLAN_REVIEW,
)
@blueprint.arguments(WantedAttemptSchema)
@blueprint.response(200, AttemptSchema)
def note_attempt(body: dict[str, Any], review_id: UUID, attempt_id: UUID) -> Attempt:
    """Note a try to reach somebody who was asked.  Safe to send again."""
    return actions.note_attempt(
        db.session, actor=me(), review_id=review_id, attempt_id=attempt_id, now=now(), **body
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/ending", methods=["PUT"], needs=Permission.PLAN_REVIEW
)
@blueprint.arguments(EndingSchema)
@blueprint.response(204)
def end_review(body: dict[str, Any], review_id: UUID) -> None:
    """End a review that is not needed any more.  What was shared with it is kept."""
    actions.end(db.session, actor=me(), review_id=review_id, now=now(), **body)


@blueprint.route(
    "/api/my/reviews/<uuid:review_id>/parts/<uuid:part_id>/calendar",
    needs=Permission.SEE_OWN_PAGES,
)
@blueprint.response(200, content_type="text/calendar")
def get_own_calendar(review_id: UUID, part_id: UUID) -> Response:
    """A meeting of mine for my own calendar, with what I am told of it and nothing else."""
    part = actions.read_own_part(
        db.session, actor=me(), review_id=review_id, part_id=part_id, now=now()
    )
    person_id = me().person_id
    assert person_id is not None
    content = as_calendar(part, person_id=person_id, language=me().language, now=now())
    name = {"Content-Disposition": 'attachment; filename="meeting.ics"'}
    return Response(content, content_type="text/calendar; charset=utf-8", headers=name)


@blueprint.route("/api/children/<uuid:child_id>/early-reviews", needs=Permission.SEE_PLAN)
@blueprint.response(200, EarlyPageSchema)
def get_early_reviews(child_id: UUID) -> EarlyPage:
    """Why this child's review can be brought forward, and what was asked so far."""
    return actions.read_early_asks(db.session, actor=me(), child_id=child_id, now=now())


@blueprint.route(
    "/api/children/<uuid:child_id>/early-reviews/<uuid:early_review_id>",
    methods=["PUT"],
    needs=Permission.PLAN_REVIEW,
)
@blueprint.arguments(WantedEarlyAskSchema)
@blueprint.response(200, EarlyAskSchema)
def bring_review_forward(body: dict[str, Any], child_id: UUID, early_review_id: UUID) -> Ask:
    """Note that a review is asked for before its day, and decide on it.  Safe to send again."""
    decided = {name: body.pop(name) for name in ("decision", "hold_by", "reason")}
    return actions.bring_forward(
        db.session,
        actor=me(),
        child_id=child_id,
        ask_id=early_review_id,
        asked=actions.Asked(**body),
        decided=actions.Decided(**decided),
        now=now(),
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/early-reviews/<uuid:early_review_id>/decision",
    methods=["PUT"],
    needs=Permission.PLAN_REVIEW,
)
@blueprint.arguments(WantedDecisionSchema)
@blueprint.response(200, EarlyAskSchema)
def decide_early_review(body: dict[str, Any], child_id: UUID, early_review_id: UUID) -> Ask:
    """Answer somebody who asked for a review sooner, or take a yes back.  Safe to send again."""
    return actions.decide(
        db.session,
        actor=me(),
        child_id=child_id,
        ask_id=early_review_id,
        decided=actions.Decided(**body),
        now=now(),
    )


def _with_etag(plan: PlanScreen) -> tuple[PlanScreen, int, dict[str, str]]:
    return plan, 200, {"ETag": f'"{plan.review.revision}"'}
