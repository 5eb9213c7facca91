"""HTTP for a phone that somebody else may hold: locked, opened, listed, closed."""

from typing import Any
from uuid import UUID

from flask import Response, request

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people import actions, queries
from cadair.people.routes.ways_in import DEVICE_COOKIE, blueprint, welcome
from cadair.people.schemas import (
    ChoosePhoneSchema,
    ChosenForPhoneSchema,
    MeSchema,
    OwnDevicesSchema,
    PassphraseOrPicturesSchema,
    PicturesSchema,
)
from cadair.web.blueprint import me


@blueprint.route(
    "/api/me/lock", methods=["POST"], needs=Permission.SEE_OWN_PAGES, while_locked=True
)
@blueprint.response(204)
def lock() -> None:
    """Close this session's pages until their person shows that it is they."""
    actions.lock(db.session, actor=me(), now=now())


@blueprint.route(
    "/api/me/unlock", methods=["POST"], needs=Permission.SEE_OWN_PAGES, while_locked=True
)
@blueprint.arguments(PassphraseOrPicturesSchema)
@blueprint.response(200, MeSchema)
def unlock(body: dict[str, Any]) -> dict[str, Any] | Response:
    """Open the pages again, with a passphrase or with this device's four pictures."""
    return welcome(
        actions.unlock(
            db.session,
            actor=me(),
            device_token=request.cookies.get(DEVICE_COOKIE),
            now=now(),
            **body,
        )
    )


@blueprint.route("/api/me/pictures", methods=["PUT"], needs=Permission.SEE_OWN_PAGES, step_up=True)
@blueprint.arguments(PicturesSchema)
@blueprint.response(204)
def choose_pictures(body: dict[str, Any]) -> None:
    """Open this device with these four pictures from now on."""
    actions.choose_pictures(
        db.session,
        actor=me(),
        device_token=request.cookies.get(DEVICE_COOKIE),
        now=now(),
        **body,
    )


@blueprint.route("/api/me/devices", needs=Permission.SEE_OWN_PAGES)
@blueprint.response(200, OwnDevicesSchema)
def get_own_devices() -> dict[str, Any]:
    """The devices on which I have signed in, and which I can close."""
    return queries.own_devices(db.session, actor=me())


@blueprint.route(
    "/api/me/devices/<uuid:device_id>", methods=["DELETE"], needs=Permission.SEE_OWN_PAGES
)
@blueprint.response(204)
def close_device(device_id: UUID) -> None:
    """Close one of my devices: it is signed out at once, and no picture code opens it."""
    actions.close_device(db.session, actor=me(), device_id=device_id, now=now())


@blueprint.route("/api/me/phone", needs=Permission.CHOOSE_FOR_OWN_PHONE)
@blueprint.response(200, ChosenForPhoneSchema)
def get_phone_choices() -> queries.ChosenForPhone:
    """What I chose because somebody else may look at my phone."""
    return queries.own_phone_choices(db.session, actor=me())


@blueprint.route("/api/me/phone", methods=["PUT"], needs=Permission.CHOOSE_FOR_OWN_PHONE)
@blueprint.arguments(ChoosePhoneSchema)
@blueprint.response(200, ChosenForPhoneSchema)
def choose_for_phone(body: dict[str, bool]) -> queries.ChosenForPhone:
    """Leave no trace of what I sent; tell my reviewing officer not to reply here."""
    return actions.choose_for_phone(db.session, actor=me(), now=now(), **body)
