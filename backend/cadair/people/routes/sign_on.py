"""HTTP for signing in with the council's own single sign-on."""

import secrets
from typing import Any

from flask import Response, g, request

from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people import actions, queries, rules
from cadair.people.routes.passkeys import BROWSER_COOKIE
from cadair.people.routes.ways_in import (
    DEVICE_COOKIE,
    SESSION_COOKIE,
    blueprint,
    site,
    welcome,
)
from cadair.people.schemas import (
    BackFromSignOnSchema,
    LeaveForSignOnSchema,
    MeSchema,
    SecondStepSchema,
    SignOnAddressSchema,
    SignOnCouncilsSchema,
)


@blueprint.route("/api/sign-in/councils", needs=None)
@blueprint.response(200, SignOnCouncilsSchema)
def list_sign_ons() -> dict[str, Any]:
    """The councils whose staff can sign in with their council."""
    return {"councils": queries.councils_with_sign_on(db.session)}


@blueprint.route("/api/sign-in/council/leave", methods=["POST"], needs=None)
@blueprint.arguments(LeaveForSignOnSchema)
@blueprint.response(200, SignOnAddressSchema)
def leave_for_sign_on(body: dict[str, Any]) -> dict[str, str]:
    """The address of the council's own page, for this browser alone."""
    g.asked_browser = secrets.token_urlsafe(32)
    address = actions.leave_for_sign_on(
        db.session, browser=g.asked_browser, site=site(), now=now(), **body
    )
    return {"address": address}


@blueprint.route("/api/sign-in/council", methods=["POST"], needs=None)
@blueprint.arguments(BackFromSignOnSchema)
@blueprint.response(200, MeSchema)
@blueprint.alt_response(202, schema=SecondStepSchema)
def come_back_from_sign_on(body: dict[str, Any]) -> dict[str, Any] | Response:
    """Come in with what the council's page gave; 202 when a second step is still asked for."""
    return welcome(
        actions.come_back_from_sign_on(
            db.session,
            browser=request.cookies.get(BROWSER_COOKIE, ""),
            site=site(),
            device_token=request.cookies.get(DEVICE_COOKIE),
            device_kind=rules.device_kind(request.headers.get("User-Agent", "")),
            leaving=request.cookies.get(SESSION_COOKIE),
            now=now(),
            **body,
        )
    )
