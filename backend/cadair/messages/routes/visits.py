"""HTTP for an officer's visits to a child."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.messages.actions import visiting
from cadair.messages.queries.visits import KeptVisit, Visits
from cadair.messages.routes.blueprint import blueprint
from cadair.messages.rules.visits import VisitFacts
from cadair.messages.schemas.visits import VisitSchema, VisitsSchema, WantedVisitSchema
from cadair.web.blueprint import me, revision_read


@blueprint.route("/api/children/<uuid:child_id>/visits", needs=Permission.KEEP_VISITS)
@blueprint.response(200, VisitsSchema)
def get_visits(child_id: UUID) -> Visits:
    """Visits to a child, and whether officer and child have spoken in private before the review."""
    return visiting.read_visits(db.session, actor=me(), child_id=child_id, now=now())


@blueprint.route(
    "/api/children/<uuid:child_id>/visits/<uuid:visit_id>",
    methods=["PUT"],
    needs=Permission.KEEP_VISITS,
)
@blueprint.arguments(WantedVisitSchema)
@blueprint.response(200, VisitSchema)
def keep_visit(
    body: dict[str, Any], child_id: UUID, visit_id: UUID
) -> tuple[KeptVisit, int, dict[str, str]]:
    """Plan a visit or write down what came of it.

    `If-Match` says which revision was read; 0 for a new one.
    """
    kept = visiting.keep_visit(
        db.session,
        actor=me(),
        child_id=child_id,
        visit_id=visit_id,
        revision=revision_read(),
        visit=VisitFacts(**body),
        now=now(),
    )
    return kept, 200, {"ETag": f'"{kept.revision}"'}
