"""HTTP for the second step of signing in, and for what a person keeps to take it with."""

from typing import Any

from flask import Response

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people import actions, queries
from cadair.people.documents import square_code
from cadair.people.routes.ways_in import blueprint, go_on_as, site, welcome
from cadair.people.schemas import (
    FirstCodeSchema,
    MeSchema,
    NewAuthenticatorSchema,
    RecoveryCodesSchema,
    SecondStepSchema,
    SecondStepTakenSchema,
    WaysInSchema,
    WaysToProveSchema,
)
from cadair.web.blueprint import me


@blueprint.route("/api/sign-in/second-step", needs=Permission.COME_IN)
@blueprint.response(200, SecondStepSchema)
def get_second_step() -> dict[str, Any]:
    """What is asked for after the password, or that a second step must be set up first."""
    return queries.second_step(db.session, actor=me())


@blueprint.route("/api/sign-in/second-step", methods=["POST"], needs=Permission.COME_IN)
@blueprint.arguments(SecondStepTakenSchema)
@blueprint.response(200, MeSchema)
def take_second_step(body: dict[str, Any]) -> dict[str, Any] | Response:
    """Come in with an app's code, a passkey or a recovery code, which works once."""
    return welcome(actions.take_second_step(db.session, actor=me(), site=site(), now=now(), **body))


@blueprint.route("/api/me/prove", needs=Permission.COME_IN)
@blueprint.response(200, WaysToProveSchema)
def get_ways_to_prove() -> dict[str, Any]:
    """What I can show again that it is me with."""
    return {"ways": queries.ways_to_prove(db.session, actor=me())}


@blueprint.route("/api/me/ways-in", needs=Permission.SEE_OWN_PAGES)
@blueprint.response(200, WaysInSchema)
def get_ways_in() -> queries.WaysIn:
    """All that opens my account; never a secret."""
    person_id = me().person_id
    assert person_id is not None
    return queries.ways_in(db.session, person_id=person_id)


@blueprint.route(
    "/api/me/authenticator", methods=["POST"], needs=Permission.SET_UP_SECOND_STEP, step_up=True
)
@blueprint.response(200, NewAuthenticatorSchema)
def begin_authenticator() -> dict[str, Any]:
    """A new secret for an authenticator app: told this once, and good for nothing yet."""
    secret, link = actions.begin_authenticator(db.session, actor=me(), now=now())
    return {"secret": secret, "link": link, "qr": square_code(link)}


@blueprint.route(
    "/api/me/authenticator", methods=["PUT"], needs=Permission.SET_UP_SECOND_STEP, step_up=True
)
@blueprint.arguments(FirstCodeSchema)
@blueprint.response(200, RecoveryCodesSchema)
def confirm_authenticator(body: dict[str, str]) -> dict[str, Any]:
    """The new app's first code: from now on it is asked for.

    With ten recovery codes, told this once, if there were none.
    """
    renewed, codes = actions.confirm_authenticator(db.session, actor=me(), now=now(), **body)
    go_on_as(renewed)
    return {"recovery_codes": codes}


@blueprint.route(
    "/api/me/authenticator", methods=["DELETE"], needs=Permission.KEEP_SECOND_STEP, step_up=True
)
@blueprint.response(204)
def remove_authenticator() -> None:
    """The app is not asked any more; staff keep at least one second factor."""
    go_on_as(actions.remove_authenticator(db.session, actor=me(), now=now()))


@blueprint.route(
    "/api/me/recovery-codes", methods=["POST"], needs=Permission.KEEP_SECOND_STEP, step_up=True
)
@blueprint.response(200, RecoveryCodesSchema)
def make_recovery_codes() -> dict[str, Any]:
    """Ten new recovery codes, told this once; earlier ones stop working."""
    return {"recovery_codes": actions.new_recovery_codes(db.session, actor=me(), now=now())}


@blueprint.route("/api/me/notices", methods=["DELETE"], needs=Permission.SEE_OWN_PAGES)
@blueprint.response(204)
def read_notices() -> None:
    """I have read what I was told when I signed in."""
    actions.read_notices(db.session, actor=me(), now=now())
