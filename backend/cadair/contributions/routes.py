"""HTTP for drafts and contributions: everybody meets only what they wrote themselves."""

from typing import Any
from uuid import UUID

from flask import request

from cadair.access.policy import Permission
from cadair.contributions import actions, queries
from cadair.contributions.queries import OwnContribution, OwnDraft
from cadair.contributions.rules.forms import newest_form, newest_observation, writes_observation
from cadair.contributions.rules.sharing import Said
from cadair.contributions.schemas import (
    ContributionSchema,
    DraftSchema,
    OfReviewSchema,
    OwnContributionsSchema,
    RevisionSchema,
    SaveDraftSchema,
    ShareSchema,
    WhichDraftSchema,
)
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.reviews import actions as reviews
from cadair.reviews.schemas import OwnReviewsSchema
from cadair.web.blueprint import RoomBlueprint, me, revision_read

blueprint = RoomBlueprint("contributions", description="What people want a review to hear.")


@blueprint.route("/api/my/reviews", needs=Permission.SEE_OWN_PAGES)
@blueprint.response(200, OwnReviewsSchema)
def get_my_reviews() -> dict[str, Any]:
    """The reviews that I am to take part in, and the form that I fill in for each."""
    return {
        "reviews": reviews.read_own_reviews(
            db.session,
            actor=me(),
            form_for=newest_form,
            observation_for=newest_observation,
            now=now(),
        )
    }


@blueprint.route("/api/my/drafts/<uuid:review_id>", needs=Permission.CONTRIBUTE)
@blueprint.arguments(WhichDraftSchema, location="query")
@blueprint.response(200, DraftSchema)
def get_draft(which: dict[str, Any], review_id: UUID) -> OwnDraft:
    """What I am writing for this review, and its revision."""
    return queries.own_draft(
        db.session,
        actor=me(),
        review_id=review_id,
        is_observation=writes_observation(me().job, asked=which["is_observation"]),
        now=now(),
    )


@blueprint.route("/api/my/drafts/<uuid:review_id>", methods=["PUT"], needs=Permission.CONTRIBUTE)
@blueprint.arguments(WhichDraftSchema, location="query")
@blueprint.arguments(SaveDraftSchema)
@blueprint.response(200, RevisionSchema)
def save_draft(which: dict[str, Any], body: dict[str, Any], review_id: UUID) -> OwnDraft:
    """Keep what I am writing; If-Match says which revision I read, "0" for none."""
    return actions.save_draft(
        db.session,
        actor=me(),
        review_id=review_id,
        revision_read=revision_read(),
        now=now(),
        is_observation=writes_observation(me().job, asked=which["is_observation"]),
        **body,
    )


@blueprint.route("/api/my/drafts/<uuid:review_id>", methods=["DELETE"], needs=Permission.CONTRIBUTE)
@blueprint.arguments(WhichDraftSchema, location="query")
@blueprint.response(204)
def discard_draft(which: dict[str, Any], review_id: UUID) -> None:
    """Throw away what I am writing; with If-Match, only what I read."""
    actions.discard_draft(
        db.session,
        actor=me(),
        review_id=review_id,
        revision_read=revision_read() if "If-Match" in request.headers else None,
        now=now(),
        is_observation=writes_observation(me().job, asked=which["is_observation"]),
    )


@blueprint.route(
    "/api/contributions/<uuid:contribution_id>", methods=["PUT"], needs=Permission.CONTRIBUTE
)
@blueprint.arguments(ShareSchema)
@blueprint.response(200, ContributionSchema)
def share_contribution(said: Said, contribution_id: UUID) -> OwnContribution:
    """Share my answers with a review.

    Safe to send again: the id is chosen by the device.
    """
    return actions.share(
        db.session, actor=me(), contribution_id=contribution_id, said=said, now=now()
    )


@blueprint.route("/api/my/contributions", needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(OfReviewSchema, location="query")
@blueprint.response(200, OwnContributionsSchema)
def get_own_contributions(query: dict[str, Any]) -> dict[str, Any]:
    """Everything I ever shared, and who has read it."""
    return {"contributions": actions.read_own(db.session, actor=me(), now=now(), **query)}


@blueprint.route(
    "/api/contributions/<uuid:contribution_id>/withdraw",
    methods=["POST"],
    needs=Permission.CONTRIBUTE,
)
@blueprint.response(200, ContributionSchema)
def withdraw_contribution(contribution_id: UUID) -> OwnContribution:
    """Take back what I shared, before the meeting."""
    return actions.withdraw(db.session, actor=me(), contribution_id=contribution_id, now=now())
