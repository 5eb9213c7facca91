"""HTTP for the check half way between two reviews, and for what the child is asked then."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record import actions
from cadair.record.queries.midpoints import Asked, MidpointScreen
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.midpoint import (
    CheckMidpointSchema,
    MidpointQuestionSchema,
    MidpointSchema,
)
from cadair.web.blueprint import me, revision_read


@blueprint.route("/api/children/<uuid:child_id>/midpoint", needs=Permission.CHECK_MIDPOINT)
@blueprint.response(200, MidpointSchema)
def get_midpoint(child_id: UUID) -> tuple[MidpointScreen, int, dict[str, str]]:
    """What the last review promised, how far it has come, and what the child says."""
    return _with_etag(actions.read_midpoint(db.session, actor=me(), child_id=child_id, now=now()))


@blueprint.route(
    "/api/children/<uuid:child_id>/midpoint", methods=["PUT"], needs=Permission.CHECK_MIDPOINT
)
@blueprint.arguments(CheckMidpointSchema)
@blueprint.response(200, MidpointSchema)
def check_midpoint(
    body: dict[str, Any], child_id: UUID
) -> tuple[MidpointScreen, int, dict[str, str]]:
    """Note what was found half way.  `If-Match` says which revision was read."""
    return _with_etag(
        actions.check_midpoint(
            db.session,
            actor=me(),
            child_id=child_id,
            revision=revision_read(),
            now=now(),
            **body,
        )
    )


@blueprint.route("/api/my/midpoint-question", needs=Permission.SEE_OWN_OUTCOMES)
@blueprint.response(200, MidpointQuestionSchema)
def get_midpoint_question() -> Asked:
    """Whether I am asked just now if things are happening as we agreed."""
    return actions.read_midpoint_question(db.session, actor=me(), now=now())


def _with_etag(found: MidpointScreen) -> tuple[MidpointScreen, int, dict[str, str]]:
    return found, 200, {"ETag": f'"{found.revision}"'}
