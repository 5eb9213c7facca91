"""HTTP for handing a child over to another reviewing officer."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.messages.actions import handing_over
from cadair.messages.actions.handing_over import HandedOver, HandingOver
from cadair.messages.routes.blueprint import blueprint
from cadair.messages.schemas.handing_over import HandedOverSchema, WantedHandOverSchema
from cadair.web.blueprint import me


@blueprint.route(
    "/api/children/<uuid:child_id>/hand-overs/<uuid:hand_over_id>",
    methods=["PUT"],
    needs=Permission.HAND_OVER,
)
@blueprint.arguments(WantedHandOverSchema)
@blueprint.response(200, HandedOverSchema)
def hand_over(body: dict[str, Any], child_id: UUID, hand_over_id: UUID) -> HandedOver:
    """Give a child another reviewing officer; the child is told who it is.  Safe to send again."""
    return handing_over.hand_over(
        db.session,
        actor=me(),
        child_id=child_id,
        hand_over_id=hand_over_id,
        told=HandingOver(**body),
        now=now(),
    )
