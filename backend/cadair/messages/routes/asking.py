"""HTTP for what a child asks for with one tap, and for their word that they are not safe."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.messages.actions import asking, unsafe
from cadair.messages.queries.requests import OwnRequest, RequestLine
from cadair.messages.queries.unsafe import OwnReport, UnsafeLine
from cadair.messages.routes.blueprint import blueprint
from cadair.messages.rules.asking import Answered
from cadair.messages.schemas.asking import (
    ClosedReportSchema,
    OwnReportSchema,
    OwnReportsSchema,
    OwnRequestSchema,
    OwnRequestsSchema,
    RequestLineSchema,
    UnsafeLineSchema,
    UnsafeLinesSchema,
    WantedAnswerSchema,
    WantedReportSchema,
    WantedRequestSchema,
)
from cadair.web.blueprint import me


@blueprint.route("/api/my/requests", needs=Permission.ASK_OFFICER)
@blueprint.response(200, OwnRequestsSchema)
def get_own_requests() -> dict[str, Any]:
    """What I asked my officer for, and what they answered, the latest first."""
    return {"requests": asking.read_own_requests(db.session, actor=me(), now=now())}


@blueprint.route(
    "/api/my/requests/<uuid:request_id>", methods=["PUT"], needs=Permission.ASK_OFFICER
)
@blueprint.arguments(WantedRequestSchema)
@blueprint.response(200, OwnRequestSchema)
def ask_officer(body: dict[str, Any], request_id: UUID) -> OwnRequest:
    """Ask for a visit, an advocate, or my review sooner.  Safe to send again."""
    return asking.ask(db.session, actor=me(), request_id=request_id, now=now(), **body)


@blueprint.route(
    "/api/my/requests/<uuid:request_id>/take-back", methods=["POST"], needs=Permission.ASK_OFFICER
)
@blueprint.response(200, OwnRequestSchema)
def take_request_back(request_id: UUID) -> OwnRequest:
    """Take back what I asked for, while it has no answer."""
    return asking.take_back(db.session, actor=me(), request_id=request_id, now=now())


@blueprint.route(
    "/api/requests/<uuid:request_id>/answer", methods=["POST"], needs=Permission.ANSWER_REQUEST
)
@blueprint.arguments(WantedAnswerSchema)
@blueprint.response(200, RequestLineSchema)
def answer_request(body: dict[str, Any], request_id: UUID) -> RequestLine:
    """Answer a child's request; a no has its reason.  Safe to send again."""
    return asking.answer(
        db.session, actor=me(), request_id=request_id, answered=Answered(**body), now=now()
    )


@blueprint.route("/api/my/unsafe", needs=Permission.ASK_OFFICER)
@blueprint.response(200, OwnReportsSchema)
def get_own_unsafe() -> dict[str, Any]:
    """What became of what I said, and who has taken it on."""
    return {"reports": unsafe.read_own_reports(db.session, actor=me(), now=now())}


@blueprint.route("/api/my/unsafe/<uuid:report_id>", methods=["PUT"], needs=Permission.ASK_OFFICER)
@blueprint.arguments(WantedReportSchema)
@blueprint.response(200, OwnReportSchema)
def say_unsafe(body: dict[str, Any], report_id: UUID) -> OwnReport:
    """Say that I do not feel safe: the people on duty are told at once.  Safe to send again."""
    return unsafe.say_unsafe(db.session, actor=me(), report_id=report_id, now=now(), **body)


@blueprint.route("/api/unsafe", needs=Permission.ANSWER_UNSAFE_ANY)
@blueprint.response(200, UnsafeLinesSchema)
def get_unsafe() -> dict[str, Any]:
    """Children who said that they are not safe, until somebody closes it; the longest first."""
    return {"reports": unsafe.read_open_reports(db.session, actor=me(), now=now())}


@blueprint.route(
    "/api/unsafe/<uuid:report_id>/acknowledge", methods=["POST"], needs=Permission.ANSWER_UNSAFE
)
@blueprint.response(200, UnsafeLineSchema)
def acknowledge_unsafe(report_id: UUID) -> UnsafeLine:
    """Take it on by name: the child is told who.  Safe to send again."""
    return unsafe.acknowledge(db.session, actor=me(), report_id=report_id, now=now())


@blueprint.route(
    "/api/unsafe/<uuid:report_id>/close", methods=["POST"], needs=Permission.ANSWER_UNSAFE
)
@blueprint.arguments(ClosedReportSchema)
@blueprint.response(200, UnsafeLineSchema)
def close_unsafe(body: dict[str, Any], report_id: UUID) -> UnsafeLine:
    """Say what was done, once somebody has taken it on.  Safe to send again."""
    return unsafe.close_report(db.session, actor=me(), report_id=report_id, now=now(), **body)
