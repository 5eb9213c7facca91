"""Showing again that it is you: what needs it, how long it holds, what a stolen page is worth."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from cadair.access.policy import Permission
from cadair.foundation.clock import frozen, now
from cadair.foundation.database import beyond_councils, db
from cadair.people.models import SignInSession
from cadair.people.routes import SESSION_COOKIE
from cadair.people.rules import digest
from cadair.web.blueprint import RoomBlueprint
from tests.backend.people.test_abuse import ANOTHER, PASSPHRASE, add, sign_in
from tests.conftest import browser

pytestmark = pytest.mark.own_app

STALE = timedelta(minutes=5, seconds=1)


@pytest.fixture
def guarded(app: Flask) -> Flask:
    """The application with a route that asks for proof."""
    room = RoomBlueprint("guarded", description="Only for this test.")

    @room.route("/api/guarded", methods=["POST"], needs=Permission.SEE_OWN_PAGES, step_up=True)
    @room.response(204)
    def guarded() -> None:
        """What must not be done from a page left open."""

    app.register_blueprint(room)
    add(app, "Northmoor", "Sam Reed", "brave-otter-42")
    return app


@pytest.fixture
def sam(guarded: Flask) -> FlaskClient:
    client = browser(guarded)
    assert sign_in(client, "brave-otter-42").status_code == 200
    return client


def rest(app: Flask, for_: timedelta = STALE) -> None:
    """As if this long had passed since everybody showed who they are."""
    with app.app_context(), beyond_councils(db.session):
        db.session.execute(update(SignInSession).values(proved_at=now() - for_))
        db.session.commit()


def prove(client: FlaskClient, passphrase: str = PASSPHRASE):
    return client.post("/api/me/prove", json={"passphrase": passphrase})


def cookie(client: FlaskClient) -> str:
    return client.get_cookie(SESSION_COOKIE).value


def test_whoever_just_signed_in_need_not_show_it_again(sam):
    assert sam.post("/api/guarded").status_code == 204


def test_after_five_minutes_it_must_be_shown_again(guarded, sam):
    rest(guarded)
    refused = sam.post("/api/guarded")
    assert refused.json == {"code": "step_up_needed", "status": 403}
    assert sam.get("/api/me").status_code == 200
    assert prove(sam).status_code == 204
    assert sam.post("/api/guarded").status_code == 204


def test_a_stranger_is_told_nothing_of_proving(guarded):
    assert browser(guarded).post("/api/guarded").json["code"] == "not_signed_in"
    assert prove(browser(guarded)).json["code"] == "not_signed_in"


def test_a_wrong_proof_proves_nothing_and_ten_are_enough(guarded, sam):
    rest(guarded)
    before = cookie(sam)
    answers = [prove(sam, "not the right words").json["code"] for _ in range(11)]
    assert answers == ["wrong_proof"] * 10 + ["try_again_later"]
    assert sam.post("/api/guarded").json["code"] == "step_up_needed"
    assert cookie(sam) == before
    with frozen(now() + timedelta(minutes=20)):  # the page itself is still theirs
        assert sam.get("/api/me").status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        lambda client: prove(client),
        lambda client: client.put(
            "/api/me/passphrase", json={"current": PASSPHRASE, "new": ANOTHER}
        ),
        lambda client: sign_in(client, "brave-otter-42"),
    ],
    ids=["proving", "a new passphrase", "signing in again"],
)
def test_the_session_gets_a_new_id(guarded, sam, change: Callable):
    thief = browser(guarded)
    thief.set_cookie(SESSION_COOKIE, cookie(sam), secure=True)
    before = cookie(sam)
    assert change(sam).status_code in (200, 204)
    assert cookie(sam) != before
    assert sam.get("/api/me").status_code == 200
    assert thief.get("/api/me").json["code"] == "not_signed_in"


def test_only_the_digest_of_a_session_is_kept_and_it_is_long_enough(guarded, sam):
    assert len(cookie(sam)) >= 43  # 256 bits in base64
    with guarded.app_context(), beyond_councils(db.session):
        kept = db.session.scalars(select(SignInSession.digest)).all()
    assert kept == [digest("session", cookie(sam))]
