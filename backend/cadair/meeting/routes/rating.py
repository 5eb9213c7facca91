"""HTTP for how a child found their review, and for what of a meeting goes to the record."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.meeting import actions
from cadair.meeting.actions.rating import HowItWas
from cadair.meeting.queries.live_facts import MeetingFacts
from cadair.meeting.routes.plans import blueprint
from cadair.meeting.schemas.facts import MeetingFactsSchema
from cadair.meeting.schemas.rating import HowItWasPageSchema, HowItWasSchema
from cadair.web.blueprint import me

FACTS = "/api/reviews/<uuid:review_id>/meeting-facts"
HOW_IT_WAS = "/api/my/reviews/<uuid:review_id>/how-it-was"


@blueprint.route(FACTS, needs=Permission.HOLD_MEETING)
@blueprint.response(200, MeetingFactsSchema)
def get_meeting_facts(review_id: UUID) -> MeetingFacts:
    """What was kept of this review's meetings: who came, who led what, what was read back."""
    return actions.read_meeting_facts(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(HOW_IT_WAS, needs=Permission.LEAD_MEETING)
@blueprint.response(200, HowItWasPageSchema)
def get_how_it_was(review_id: UUID) -> HowItWas:
    """What I said of my review."""
    return actions.read_how_it_was(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(HOW_IT_WAS, methods=["PUT"], needs=Permission.LEAD_MEETING)
@blueprint.arguments(HowItWasSchema)
@blueprint.response(200, HowItWasPageSchema)
def say_how_it_was(body: dict[str, Any], review_id: UUID) -> HowItWas:
    """Say how my review was: a face, words, what I would change; any of them."""
    return actions.say_how_it_was(db.session, actor=me(), review_id=review_id, now=now(), **body)
