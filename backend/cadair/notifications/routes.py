"""HTTP for how people are told that something waits for them."""

from typing import Any

from flask import current_app

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.foundation.notice_settings import NoticeSettings
from cadair.notifications import actions, queries
from cadair.notifications.actions.ways import offers
from cadair.notifications.rules import Kind
from cadair.notifications.schemas import (
    AllNotToldSchema,
    ChooseNoticesSchema,
    CodeSchema,
    GiveContactSchema,
    OwnNoticesSchema,
    PushSchema,
)
from cadair.web.blueprint import RoomBlueprint, me

blueprint = RoomBlueprint("notifications", description="Being told that something waits.")


@blueprint.route("/api/my/notices", needs=Permission.SEE_OWN_PAGES)
@blueprint.response(200, OwnNoticesSchema)
def get_my_notices() -> queries.OwnNotices:
    """How I am told that something waits for me, and what a notice says."""
    return _mine()


@blueprint.route("/api/my/notices", methods=["PUT"], needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(ChooseNoticesSchema)
@blueprint.response(200, OwnNoticesSchema)
def choose_notices(body: dict[str, Any]) -> queries.OwnNotices:
    """Choose how I am told, and in which hours never."""
    actions.choose(db.session, actor=me(), offers=offers(_settings()), now=now(), **body)
    return _mine()


@blueprint.route("/api/my/notices/contact", methods=["PUT"], needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(GiveContactSchema)
@blueprint.response(200, OwnNoticesSchema)
def give_contact(body: dict[str, str]) -> queries.OwnNotices:
    """Say where I could be told; a code is sent there, and nothing else until I have it."""
    actions.give_contact(
        db.session,
        actor=me(),
        kind=Kind(body["kind"]),
        address=body["address"],
        offers=offers(_settings()),
        now=now(),
    )
    return _mine()


@blueprint.route("/api/my/notices/confirm", methods=["POST"], needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(CodeSchema)
@blueprint.response(200, OwnNoticesSchema)
def confirm_contact(body: dict[str, str]) -> queries.OwnNotices:
    """Give back the code that was sent: from now on I can be told there."""
    actions.confirm_contact(db.session, actor=me(), now=now(), **body)
    return _mine()


@blueprint.route("/api/my/notices/push", methods=["PUT"], needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(PushSchema)
@blueprint.response(200, OwnNoticesSchema)
def keep_push(body: dict[str, str]) -> queries.OwnNotices:
    """Let this browser be told."""
    actions.keep_push(db.session, actor=me(), offers=offers(_settings()), now=now(), **body)
    return _mine()


# One route for each kind, so that no part of an address is anybody's to make up.
@blueprint.route("/api/my/notices/email", methods=["DELETE"], needs=Permission.SEE_OWN_PAGES)
@blueprint.response(204)
def remove_email() -> None:
    """Write to none of my e-mail addresses any more."""
    actions.remove_contact(db.session, actor=me(), kind=Kind.EMAIL, now=now())


@blueprint.route("/api/my/notices/text", methods=["DELETE"], needs=Permission.SEE_OWN_PAGES)
@blueprint.response(204)
def remove_text() -> None:
    """Send no text message to me any more."""
    actions.remove_contact(db.session, actor=me(), kind=Kind.TEXT, now=now())


@blueprint.route("/api/my/notices/push", methods=["DELETE"], needs=Permission.SEE_OWN_PAGES)
@blueprint.response(204)
def remove_push() -> None:
    """Push to no browser of mine any more."""
    actions.remove_contact(db.session, actor=me(), kind=Kind.PUSH, now=now())


@blueprint.route("/api/notices-failed", needs=Permission.SEE_NOT_TOLD)
@blueprint.response(200, AllNotToldSchema)
def get_not_told() -> dict[str, Any]:
    """Whom no notice reached and since when, so that they are told another way."""
    return {"people": actions.read_not_told(db.session, actor=me(), now=now())}


def _settings() -> NoticeSettings:
    settings: NoticeSettings = current_app.extensions["cadair.settings"].notices
    return settings


def _mine() -> queries.OwnNotices:
    settings = _settings()
    offered = offers(settings)
    return queries.own_notices(
        db.session,
        actor=me(),
        offers=offered,
        site=settings.site if offered else None,
        push_key=offered.get(Kind.PUSH),
        now=now(),
    )
