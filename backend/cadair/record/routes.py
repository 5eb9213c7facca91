"""HTTP for what a review heard, and how the child took part."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record import actions
from cadair.record.queries import Participation, Summary, TakingPart
from cadair.record.schemas.summary import (
    ConfirmParticipationSchema,
    ParticipationSchema,
    SummarySchema,
    TakingPartSchema,
)
from cadair.web.blueprint import RoomBlueprint, me

blueprint = RoomBlueprint("record", description="What a review heard, and what came of it.")


@blueprint.route("/api/reviews/<uuid:review_id>/summary", needs=Permission.READ_CHILD_WORDS)
@blueprint.response(200, SummarySchema)
def get_summary(review_id: UUID) -> Summary:
    """Everything said before a review, the child's own words first.

    Whoever said it is told by name that it was read.
    """
    return actions.read_summary(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/summary-for-a-reason", needs=Permission.READ_FOR_A_REASON
)
@blueprint.response(200, SummarySchema)
def get_summary_for_a_reason(review_id: UUID) -> Summary:
    """The same for a service manager who has said why, for one hour."""
    return actions.read_summary_for_a_reason(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route("/api/reviews/<uuid:review_id>/taking-part", needs=Permission.READ_CHILD_WORDS)
@blueprint.response(200, TakingPartSchema)
def get_taking_part(review_id: UUID) -> TakingPart:
    """How people want to take part, for planning; nothing counts as read by it."""
    return actions.read_taking_part(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/participation-code",
    methods=["PUT"],
    needs=Permission.CONFIRM_PARTICIPATION,
)
@blueprint.arguments(ConfirmParticipationSchema)
@blueprint.response(200, ParticipationSchema)
def confirm_participation(body: dict[str, Any], review_id: UUID) -> Participation:
    """Confirm the proposed code, or change it with a reason."""
    return actions.confirm_participation(
        db.session, actor=me(), review_id=review_id, now=now(), **body
    )
