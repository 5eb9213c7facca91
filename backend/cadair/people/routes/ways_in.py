"""HTTP for signing in, invitation cards, and what a person changes about themselves."""

from typing import Any, Final

from flask import Request, Response, g, make_response, request

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.foundation.errors import Locked
from cadair.people import actions, queries, rules
from cadair.people.rules.second_step import Site
from cadair.people.schemas import (
    CardSaidSchema,
    CardWelcomeSchema,
    ChairSchema,
    ChangePassphraseSchema,
    DeviceKeySchema,
    LanguageSchema,
    MeSchema,
    OfferedPassphraseSchema,
    PictureSignInSchema,
    ProveSchema,
    SecondStepSchema,
    SignInSchema,
    UseCardSchema,
)
from cadair.web.blueprint import RoomBlueprint, me

SESSION_COOKIE: Final = "__Host-sid"
DEVICE_COOKIE: Final = "__Host-device"
PAGE_HEADER: Final = "Cadair-Page"
A_YEAR: Final = 365 * 24 * 3600

blueprint = RoomBlueprint("people", description="Who is signed in, and how they came in.")


@blueprint.route("/api/me", needs=Permission.SEE_OWN_PAGES, while_locked=True)
@blueprint.response(200, MeSchema)
def get_me() -> dict[str, Any]:
    """Who is signed in, and what they have chosen; of a locked session, how it can be opened."""
    if me().locked:
        raise Locked(more={"current": queries.locked_page(db.session, actor=me())})
    return _open_page(me())


@blueprint.route("/api/sign-in", methods=["POST"], needs=None)
@blueprint.arguments(SignInSchema)
@blueprint.response(200, MeSchema)
@blueprint.alt_response(202, schema=SecondStepSchema)
def sign_in(body: dict[str, Any]) -> dict[str, Any] | Response:
    """Sign in with an e-mail address or sign-in name, and a passphrase.

    Staff are asked for a second step: 202 says which.
    """
    return welcome(
        actions.sign_in(
            db.session,
            **_from_where(),
            leaving=request.cookies.get(SESSION_COOKIE),
            now=now(),
            **body,
        )
    )


@blueprint.route("/api/sign-in/pictures", methods=["POST"], needs=None)
@blueprint.arguments(PictureSignInSchema)
@blueprint.response(200, MeSchema)
def sign_in_with_pictures(body: dict[str, Any]) -> dict[str, Any] | Response:
    """Sign in with four pictures, on a device that was joined by card."""
    return welcome(
        actions.sign_in_with_pictures(
            db.session,
            **_from_where(),
            leaving=request.cookies.get(SESSION_COOKIE),
            now=now(),
            **body,
        )
    )


@blueprint.route("/api/sign-out", methods=["POST"], needs=Permission.COME_IN, while_locked=True)
@blueprint.response(204)
def sign_out() -> Response:
    """End this session.

    ---
    The client itself empties what the device keeps: all but words that were never sent, which stay
    sealed and without their key until the same person is back.
    """
    actions.sign_out(db.session, actor=me(), now=now())
    answer = make_response("", 204)
    answer.delete_cookie(SESSION_COOKIE, secure=True, httponly=True, samesite="Strict")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@blueprint.route("/api/cards/look", methods=["POST"], needs=None)
@blueprint.arguments(CardSaidSchema)
@blueprint.response(200, CardWelcomeSchema)
def look_at_card(body: dict[str, str]) -> dict[str, object]:
    """Whom an invitation card welcomes; looking does not use it up."""
    return actions.look_at_card(
        db.session, said=body["card"], address=request.remote_addr or "", now=now()
    )


@blueprint.route("/api/cards/use", methods=["POST"], needs=None)
@blueprint.arguments(UseCardSchema)
@blueprint.response(200, MeSchema)
@blueprint.alt_response(202, schema=SecondStepSchema)
def use_card(body: dict[str, Any]) -> dict[str, Any] | Response:
    """Use an invitation card up: choose a passphrase or, as a child, pictures; be signed in.

    Staff then set up a second step: 202 says so.
    """
    return welcome(
        actions.use_card(
            db.session,
            said=body["card"],
            passphrase=body.get("passphrase"),
            pictures=body.get("pictures"),
            **_from_where(),
            leaving=request.cookies.get(SESSION_COOKIE),
            now=now(),
        )
    )


@blueprint.route("/api/passphrase-offer", needs=None)
@blueprint.response(200, OfferedPassphraseSchema)
def offer_passphrase() -> dict[str, str]:
    """Another passphrase to choose, if the offered one does not please."""
    return {"offered_passphrase": " ".join(rules.offered_words(rules.OFFERED_WORDS))}


@blueprint.route("/api/me/passphrase", methods=["PUT"], needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(ChangePassphraseSchema)
@blueprint.response(204)
def change_passphrase(body: dict[str, str]) -> None:
    """Change one's own passphrase; every other session of theirs ends."""
    go_on_as(actions.change_passphrase(db.session, actor=me(), now=now(), **body))


@blueprint.route("/api/me/prove", methods=["POST"], needs=Permission.COME_IN)
@blueprint.arguments(ProveSchema)
@blueprint.response(204)
def prove(body: dict[str, Any]) -> None:
    """Show again that it is you: for five minutes, what `step_up_needed` stopped can be done."""
    go_on_as(actions.prove(db.session, actor=me(), site=site(), now=now(), **body))


@blueprint.route("/api/me/language", methods=["PUT"], needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(LanguageSchema)
@blueprint.response(204)
def change_language(body: dict[str, str]) -> None:
    """Read Cadair in another language."""
    actions.change_language(db.session, actor=me(), now=now(), **body)


@blueprint.route("/api/me/chair", methods=["PUT"], needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(ChairSchema)
@blueprint.response(204)
def choose_chair(body: dict[str, str]) -> None:
    """Choose the chair that stands for me in every circle."""
    actions.choose_chair(db.session, actor=me(), now=now(), **body)


@blueprint.route("/api/me/device-key", needs=Permission.SEE_OWN_PAGES)
@blueprint.response(200, DeviceKeySchema)
def get_device_key() -> dict[str, str]:
    """The key under which this device may keep this person's drafts while they are signed in."""
    return {"key": queries.device_key(db.session, actor=me())}


def page_secret_sent(asking: Request) -> bytes:
    """What the page sends to show that it was opened by whoever is signed in."""
    try:
        return bytes.fromhex(asking.headers.get(PAGE_HEADER, ""))
    except ValueError:
        return b""


def _from_where() -> dict[str, Any]:
    return {
        "device_token": request.cookies.get(DEVICE_COOKIE),
        "device_kind": rules.device_kind(request.headers.get("User-Agent", "")),
        "address": request.remote_addr or "",
    }


def welcome(signed_in: actions.SignedIn) -> dict[str, Any] | Response:
    """Who has just been let in, or what staff are asked for next; with their new cookies."""
    go_on_as(signed_in)
    if signed_in.actor.half_signed_in:
        asked = queries.second_step(db.session, actor=signed_in.actor)
        return make_response(SecondStepSchema().dump(asked), 202)
    return _open_page(signed_in.actor)


def _open_page(actor: Actor) -> dict[str, Any]:
    g.page_secret = actions.page_secret(db.session, actor=actor)
    return queries.me(db.session, actor=actor)


def site() -> Site:
    """Where the browser is; its host name is one of those that the settings trust."""
    return Site(host=request.host.rsplit(":", 1)[0], origin=request.host_url.rstrip("/"))


def go_on_as(signed_in: actions.SignedIn) -> None:
    """Give the browser the session's new cookie with whatever answer the request ends with."""
    g.signed_in = signed_in


def add_new_cookies(answer: Response) -> Response:
    """Give the browser its new session or its new id, and a page its secret, if there is one."""
    page_secret: bytes | None = g.pop("page_secret", None)
    if page_secret is not None and answer.status_code < 400:
        answer.headers[PAGE_HEADER] = page_secret.hex()
    signed_in: actions.SignedIn | None = g.pop("signed_in", None)
    if signed_in is not None and answer.status_code < 400:
        for name, value, lasts in (
            (
                SESSION_COOKIE,
                signed_in.session_token,
                int(rules.ABSOLUTE.total_seconds()),
            ),
            (DEVICE_COOKIE, signed_in.device_token, A_YEAR),
        ):
            if value is None:
                continue
            answer.set_cookie(
                name,
                value,
                max_age=lasts,
                secure=True,
                httponly=True,
                samesite="Strict",
                path="/",
            )
    return answer
