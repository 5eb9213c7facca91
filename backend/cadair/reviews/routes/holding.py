"""HTTP for what the law's clock says of a review: begin, hold, adjourn and postpone it."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.reviews import actions
from cadair.reviews.queries.clock_page import ReviewClock
from cadair.reviews.queries.postponements import Postponed
from cadair.reviews.routes.blueprint import blueprint
from cadair.reviews.schemas.holding import (
    AdjourningSchema,
    ClockSchema,
    HoldingSchema,
    PostponementAnswerSchema,
    PostponementSchema,
    PostponementsSchema,
    WantedPostponementSchema,
)
from cadair.web.blueprint import me


@blueprint.route("/api/reviews/<uuid:review_id>/clock", needs=Permission.SEE_PLAN)
@blueprint.response(200, ClockSchema)
def get_clock(review_id: UUID) -> ReviewClock:
    """Where a review stands, and what is still to be done for it by when."""
    return _clock(review_id)


@blueprint.route(
    "/api/reviews/<uuid:review_id>/begin", methods=["POST"], needs=Permission.PLAN_REVIEW
)
@blueprint.response(200, ClockSchema)
def begin_review(review_id: UUID) -> ReviewClock:
    """The meeting begins.  Safe to send again."""
    actions.begin(db.session, actor=me(), review_id=review_id, now=now())
    return _clock(review_id)


@blueprint.route(
    "/api/reviews/<uuid:review_id>/hold", methods=["POST"], needs=Permission.PLAN_REVIEW
)
@blueprint.arguments(HoldingSchema)
@blueprint.response(200, ClockSchema)
def hold_review(body: dict[str, Any], review_id: UUID) -> ReviewClock:
    """Say when a review was held and complete, and why late if it was.  Safe to send again."""
    actions.hold(db.session, actor=me(), review_id=review_id, now=now(), **body)
    return _clock(review_id)


@blueprint.route(
    "/api/reviews/<uuid:review_id>/adjourn", methods=["POST"], needs=Permission.PLAN_REVIEW
)
@blueprint.arguments(AdjourningSchema)
@blueprint.response(200, ClockSchema)
def adjourn_review(body: dict[str, Any], review_id: UUID) -> ReviewClock:
    """Adjourn a review, once.  Everything of it is kept."""
    actions.adjourn(db.session, actor=me(), review_id=review_id, now=now(), **body)
    return _clock(review_id)


@blueprint.route(
    "/api/reviews/<uuid:review_id>/care-plan-updated",
    methods=["POST"],
    needs=Permission.TELL_CARE_PLAN,
)
@blueprint.response(204)
def tell_care_plan(review_id: UUID) -> None:
    """Say that the care plan was brought up to date after a review.  Safe to send again."""
    actions.tell_care_plan(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/postponements/<uuid:postponement_id>",
    methods=["PUT"],
    needs=Permission.PLAN_REVIEW,
)
@blueprint.arguments(WantedPostponementSchema)
@blueprint.response(200, PostponementSchema)
def postpone_review(body: dict[str, Any], review_id: UUID, postponement_id: UUID) -> Postponed:
    """Ask a manager to agree that a review is held later.  Safe to send again."""
    return actions.postpone(
        db.session,
        actor=me(),
        review_id=review_id,
        postponement_id=postponement_id,
        now=now(),
        **body,
    )


@blueprint.route("/api/postponements", needs=Permission.SEE_POSTPONEMENTS)
@blueprint.response(200, PostponementsSchema)
def get_postponements() -> dict[str, Any]:
    """The postponements that wait for a manager's answer."""
    return {"waiting": actions.read_postponements(db.session, actor=me(), now=now())}


@blueprint.route(
    "/api/postponements/<uuid:postponement_id>/answer",
    methods=["POST"],
    needs=Permission.APPROVE_POSTPONEMENT,
    step_up=True,
)
@blueprint.arguments(PostponementAnswerSchema)
@blueprint.response(200, PostponementSchema)
def answer_postponement(body: dict[str, Any], postponement_id: UUID) -> Postponed:
    """Agree that a review is held later, and the child is told; or say why not."""
    return actions.answer_postponement(
        db.session, actor=me(), postponement_id=postponement_id, now=now(), **body
    )


def _clock(review_id: UUID) -> ReviewClock:
    return actions.read_clock(db.session, actor=me(), review_id=review_id, now=now())
