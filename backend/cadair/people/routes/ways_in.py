"""HTTP for signing in, invitation cards, and what a person changes about themselves."""

from typing import Any, Final

from flask import Request, Response, g, make_response, request

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.foundation.errors import Locked
from cadair.people import actions, queries, rules
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
def sign_in(body: dict[str, Any]) -> dict[str, Any]:
    """Sign in with an e-mail address or sign-in name, and a passphrase."""
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
def sign_in_with_pictures(body: dict[str, Any]) -> dict[str, Any]:
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


@blueprint.route(
    "/api/sign-out", methods=["POST"], needs=Permission.SEE_OWN_PAGES, while_locked=True
)
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
def use_card(body: dict[str, Any]) -> dict[str, Any]:
    """Use an invitation card up: choose a passphrase or, as a child, pictures; be signed in."""
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
    _go_on_as(actions.change_passphrase(db.session, actor=me(), now=now(), **body))


@blueprint.route("/api/me/prove", methods=["POST"], needs=Permission.SEE_OWN_PAGES)
@blueprint.arguments(ProveSchema)
@blueprint.response(204)
def prove(body: dict[str, str]) -> None:
    """Show again that it is you: for five minutes, what `step_up_needed` stopped can be done."""
    _go_on_as(actions.prove(db.session, actor=me(), now=now(), **body))


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


def welcome(signed_in: actions.SignedIn) -> dict[str, Any]:
    """Who has just been let in; the answer carries their cookies."""
    _go_on_as(signed_in)
    return _open_page(signed_in.actor)


def _open_page(actor: Actor) -> dict[str, Any]:
    g.page_secret = actions.page_secret(db.session, actor=actor)
    return queries.me(db.session, actor=actor)


def _go_on_as(signed_in: actions.SignedIn) -> None:
    # Cookies are added to whatever answer the request ends with: see `add_new_cookies`.
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
