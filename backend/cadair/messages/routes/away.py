"""HTTP for an officer's days away, who covers, and the days on which they work."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.messages.actions import away
from cadair.messages.queries.away import Away, OwnAbsence, OwnPractice
from cadair.messages.routes.blueprint import blueprint
from cadair.messages.schemas.away import (
    AbsenceSchema,
    AwaySchema,
    EndedAbsenceSchema,
    PracticeSchema,
    WantedAbsenceSchema,
    WantedPracticeSchema,
)
from cadair.web.blueprint import me


@blueprint.route("/api/my/away", needs=Permission.SEE_TODAY)
@blueprint.response(200, AwaySchema)
def get_away() -> Away:
    """When I am away, who covers, on which days I work, and who could cover."""
    return away.read_away(db.session, actor=me(), now=now())


@blueprint.route("/api/my/away/<uuid:absence_id>", methods=["PUT"], needs=Permission.SEE_TODAY)
@blueprint.arguments(WantedAbsenceSchema)
@blueprint.response(200, AbsenceSchema)
def go_away(body: dict[str, Any], absence_id: UUID) -> OwnAbsence:
    """Be away: another officer covers for each of my children, who are told."""
    return away.go_away(db.session, actor=me(), absence_id=absence_id, now=now(), **body)


@blueprint.route("/api/my/away/<uuid:absence_id>/end", methods=["POST"], needs=Permission.SEE_TODAY)
@blueprint.arguments(EndedAbsenceSchema)
@blueprint.response(200, AbsenceSchema)
def end_absence(body: dict[str, Any], absence_id: UUID) -> OwnAbsence:
    """Be back sooner; the day before the first means that I was never away."""
    return away.end_absence(db.session, actor=me(), absence_id=absence_id, now=now(), **body)


@blueprint.route("/api/my/practice", methods=["PUT"], needs=Permission.SEE_TODAY)
@blueprint.arguments(WantedPracticeSchema)
@blueprint.response(200, PracticeSchema)
def keep_practice(body: dict[str, Any]) -> OwnPractice:
    """On which days of the week I work, 0 being Monday, and who usually covers for me."""
    return away.keep_practice(db.session, actor=me(), now=now(), **body)
