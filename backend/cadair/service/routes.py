"""HTTP for the lists of many children, and one child's page."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.messages.actions import escalating
from cadair.service import actions
from cadair.service.queries import ChildPage
from cadair.service.queries.seen_as import SeenAs
from cadair.service.queries.who_has_seen import WhoHasSeen
from cadair.service.schemas import (
    CaseloadSchema,
    ChildPageSchema,
    SeenAsSchema,
    TodaySchema,
    WaitingMessagesSchema,
    WaitingReleasesSchema,
    WhoHasSeenQuerySchema,
    WhoHasSeenSchema,
)
from cadair.web.blueprint import RoomBlueprint, me

blueprint = RoomBlueprint("service", description="Who needs an officer today; the caseload.")


@blueprint.route("/api/today", needs=Permission.SEE_TODAY)
@blueprint.response(200, TodaySchema)
def get_today() -> dict[str, Any]:
    """My children who need something, the most urgent first, and the reviews that are coming."""
    return actions.read_today(db.session, actor=me(), now=now())


@blueprint.route("/api/caseload", needs=Permission.SEE_CASELOAD)
@blueprint.response(200, CaseloadSchema)
def get_caseload() -> dict[str, Any]:
    """My children; for a manager, every child of the council."""
    return actions.read_caseload(db.session, actor=me(), now=now())


@blueprint.route("/api/children/<uuid:child_id>", needs=Permission.SEE_CHILD)
@blueprint.response(200, ChildPageSchema)
def get_child(child_id: UUID) -> ChildPage:
    """One child: who they are, who is around them, and their reviews."""
    return actions.read_child(db.session, actor=me(), child_id=child_id, now=now())


@blueprint.route(
    "/api/children/<uuid:child_id>/seen-by/<uuid:person_id>", needs=Permission.SEE_AS_ANOTHER
)
@blueprint.response(200, SeenAsSchema)
def look_as(child_id: UUID, person_id: UUID) -> SeenAs:
    """What the child, or somebody around them, sees here: every look is noted."""
    return actions.look_as(
        db.session, actor=me(), child_id=child_id, person_id=person_id, now=now()
    )


@blueprint.route("/api/waiting-releases", needs=Permission.SEE_WAITING_RELEASES)
@blueprint.response(200, WaitingReleasesSchema)
def get_waiting_releases() -> dict[str, Any]:
    """Releases of split reviews that wait for me to agree."""
    waiting = actions.read_waiting_releases(db.session, actor=me(), now=now())
    return {"waiting": waiting}


@blueprint.route("/api/service/waiting-messages", needs=Permission.SEE_WAITING_MESSAGES)
@blueprint.response(200, WaitingMessagesSchema)
def get_waiting_messages() -> dict[str, Any]:
    """How many conversations nobody has read by the promised day, by officer; no child, no word."""
    return {"officers": escalating.read_waiting_messages(db.session, actor=me(), now=now())}


@blueprint.route("/api/my/who-has-seen", needs=Permission.SEE_WHO_HAS_SEEN)
@blueprint.arguments(WhoHasSeenQuerySchema, location="query")
@blueprint.response(200, WhoHasSeenSchema)
def get_who_has_seen(query: dict[str, Any]) -> WhoHasSeen:
    """Who has seen what I said, by day, the latest first."""
    return actions.read_who_has_seen(db.session, actor=me(), before=query.get("before"), now=now())
