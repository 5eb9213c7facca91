"""HTTP for giving a signed record to people, one at a time."""

from typing import Any
from uuid import UUID

from flask import Response

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record import actions as giving
from cadair.record.actions import distributing as actions
from cadair.record.actions.distributing import Distribution
from cadair.record.documents.given import page_of_given
from cadair.record.documents.portable import as_pdf
from cadair.record.queries import Preview, ReleaseFacts
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.distribution import (
    ConfirmedDistributionSchema,
    DistributionSchema,
    WantedDistributionSchema,
)
from cadair.record.schemas.releases import ReleasePreviewSchema, ReleaseStandingSchema
from cadair.web.blueprint import me

PDF = "application/pdf"


@blueprint.route("/api/reviews/<uuid:review_id>/distribution", needs=Permission.RELEASE)
@blueprint.response(200, DistributionSchema)
def get_distribution(review_id: UUID) -> Distribution:
    """To whom the record may be given, what each would be told, and what was given."""
    return actions.read_distribution(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/distribution/<uuid:person_id>/preview",
    methods=["POST"],
    needs=Permission.RELEASE,
)
@blueprint.arguments(WantedDistributionSchema)
@blueprint.response(200, ReleasePreviewSchema)
def preview_distribution(body: dict[str, Any], review_id: UUID, person_id: UUID) -> Preview:
    """Exactly what this person would see of the record, and what must not go out."""
    return actions.preview_distribution(
        db.session, actor=me(), review_id=review_id, person_id=person_id, now=now(), **body
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/distributions/<uuid:distribution_id>",
    methods=["PUT"],
    needs=Permission.RELEASE,
    step_up=True,
)
@blueprint.arguments(ConfirmedDistributionSchema)
@blueprint.response(200, ReleaseStandingSchema)
def distribute(body: dict[str, Any], review_id: UUID, distribution_id: UUID) -> ReleaseFacts:
    """Give one person what the preview showed, or ask a second person.  Safe to send again."""
    return actions.distribute(
        db.session,
        actor=me(),
        review_id=review_id,
        distribution_id=distribution_id,
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/my/reviews/<uuid:review_id>/shared.pdf", needs=Permission.SEE_WHAT_WAS_SHARED
)
@blueprint.response(200, content_type=PDF)
def get_shared_with_me_pdf(review_id: UUID) -> Response:
    """What was shared with me of a review, to print or keep."""
    shared = giving.read_given(db.session, actor=me(), review_id=review_id, now=now())
    name = {"Content-Disposition": 'attachment; filename="shared.pdf"'}
    page = page_of_given(shared, language=me().language)
    return Response(as_pdf(page), content_type=PDF, headers=name)
