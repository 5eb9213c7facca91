"""HTTP for the council's staff, as whoever runs its accounts sees them."""

from typing import Any
from uuid import UUID

from flask import request

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people import actions, queries
from cadair.people.routes.ways_in import blueprint
from cadair.people.schemas import StaffCardSchema, StaffSchema
from cadair.web.blueprint import me


@blueprint.route("/api/staff", needs=Permission.LET_STAFF_IN)
@blueprint.response(200, StaffSchema)
def list_staff() -> dict[str, Any]:
    """The council's staff, and whether each can come in; never with what."""
    return {"staff": queries.staff(db.session)}


@blueprint.route(
    "/api/staff/<uuid:staff_id>/cards/<uuid:card_id>",
    methods=["PUT"],
    needs=Permission.LET_STAFF_IN,
    step_up=True,
)
@blueprint.response(200, StaffCardSchema)
def let_staff_in(staff_id: UUID, card_id: UUID) -> dict[str, Any]:
    """Make a card for one of the staff who is new, or who lost their phone; told this once."""
    card = actions.let_staff_in(
        db.session, actor=me(), person_id=staff_id, card_id=card_id, now=now()
    )
    return {
        "words": card.words,
        "link": f"{request.host_url}join#{card.token}",
        "expires_at": card.expires_at,
        "called": card.called,
    }
