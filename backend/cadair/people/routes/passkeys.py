"""HTTP for passkeys: asked for, added, signed in with, named and removed."""

import secrets
from typing import Any, Final
from uuid import UUID

from flask import Response, g, request

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people import actions
from cadair.people.routes.ways_in import (
    DEVICE_COOKIE,
    SESSION_COOKIE,
    blueprint,
    go_on_as,
    site,
    welcome,
)
from cadair.people.rules.second_step import NewPasskey, PasskeyAnswer
from cadair.people.schemas import (
    MeSchema,
    NewPasskeySchema,
    PasskeyAnswerSchema,
    PasskeyNameSchema,
    PasskeyQuestionSchema,
    RecoveryCodesSchema,
)
from cadair.web.blueprint import me

# Before somebody is signed in, it ties a challenge to the browser that asked for it.
BROWSER_COOKIE: Final = "__Host-asked"


@blueprint.route("/api/passkeys/question", methods=["POST"], needs=None)
@blueprint.response(200, PasskeyQuestionSchema)
def ask_any_passkey() -> dict[str, Any]:
    """What a browser needs to sign in with whichever passkey it has; the same for everyone."""
    g.asked_browser = secrets.token_urlsafe(32)
    options = actions.ask_any_passkey(
        db.session,
        browser=g.asked_browser,
        site=site(),
        address=request.remote_addr or "",
        now=now(),
    )
    return {"options": options}


@blueprint.route("/api/sign-in/passkey", methods=["POST"], needs=None)
@blueprint.arguments(PasskeyAnswerSchema)
@blueprint.response(200, MeSchema)
def sign_in_with_passkey(body: PasskeyAnswer) -> dict[str, Any] | Response:
    """Sign in as whoever this passkey belongs to."""
    return welcome(
        actions.sign_in_with_passkey(
            db.session,
            answer=body,
            browser=request.cookies.get(BROWSER_COOKIE, ""),
            site=site(),
            device_token=request.cookies.get(DEVICE_COOKIE),
            leaving=request.cookies.get(SESSION_COOKIE),
            now=now(),
        )
    )


@blueprint.route("/api/me/passkeys/question", methods=["POST"], needs=Permission.COME_IN)
@blueprint.response(200, PasskeyQuestionSchema)
def ask_own_passkey() -> dict[str, Any]:
    """What the browser needs to show with one of my passkeys that it is me."""
    options = actions.ask_own_passkey(
        db.session, actor=me(), site=site(), address=request.remote_addr or "", now=now()
    )
    return {"options": options}


@blueprint.route("/api/me/passkeys/new", methods=["POST"], needs=Permission.COME_IN, step_up=True)
@blueprint.response(200, PasskeyQuestionSchema)
def ask_new_passkey() -> dict[str, Any]:
    """What the browser needs to make a passkey for me."""
    options = actions.ask_new_passkey(
        db.session, actor=me(), site=site(), address=request.remote_addr or "", now=now()
    )
    return {"options": options}


@blueprint.route("/api/me/passkeys", methods=["POST"], needs=Permission.COME_IN, step_up=True)
@blueprint.arguments(NewPasskeySchema)
@blueprint.response(200, RecoveryCodesSchema)
def add_passkey(body: dict[str, Any]) -> dict[str, Any]:
    """Keep a new passkey; with ten recovery codes, told this once, for staff who had none."""
    name = body.pop("name")
    renewed, codes = actions.add_passkey(
        db.session,
        actor=me(),
        made=NewPasskey(**{"transports": [], **body}),
        name=name,
        site=site(),
        now=now(),
    )
    go_on_as(renewed)
    return {"recovery_codes": codes}


@blueprint.route(
    "/api/me/passkeys/<uuid:passkey_id>", methods=["PUT"], needs=Permission.SEE_OWN_PAGES
)
@blueprint.arguments(PasskeyNameSchema)
@blueprint.response(204)
def rename_passkey(body: dict[str, str], passkey_id: UUID) -> None:
    """Call one of my passkeys something else."""
    actions.rename_passkey(db.session, actor=me(), passkey_id=passkey_id, now=now(), **body)


@blueprint.route(
    "/api/me/passkeys/<uuid:passkey_id>",
    methods=["DELETE"],
    needs=Permission.SEE_OWN_PAGES,
    step_up=True,
)
@blueprint.response(204)
def remove_passkey(passkey_id: UUID) -> None:
    """One of my passkeys opens nothing any more."""
    go_on_as(actions.remove_passkey(db.session, actor=me(), passkey_id=passkey_id, now=now()))


@blueprint.after_request
def _tie_to_browser(answer: Response) -> Response:
    browser = g.pop("asked_browser", None)
    if browser is not None:
        answer.set_cookie(
            BROWSER_COOKIE, browser, max_age=300, secure=True, httponly=True, samesite="Strict"
        )
    return answer
