"""When a session ends, and what a cookie that was taken is worth then: nothing, at once."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cadair.foundation.clock import frozen, now
from cadair.people.routes import SESSION_COOKIE
from cadair.web.blueprint import NEEDS
from tests.backend.people.test_abuse import add, card_for, sign_in
from tests.backend.people.test_second_step import enrol, priya
from tests.conftest import browser

__all__ = ["priya"]

# Every door that is open to whoever has no session.  A new way in, or back in, is thought about
# here first: for staff none of them may leave out the second step (security bar G7).
OPEN = {
    "ask_any_passkey": "says the same to all",
    "come_back_from_sign_on": "half signed in, unless the council vouches for a second factor",
    "get_joined_meeting": "to a guest of that part of that meeting, until it ends",
    "join_meeting": "by the code in the room, as a guest of one part: signs nobody in",
    "leave_for_sign_on": "an address",
    "list_sign_ons": "names of councils",
    "look_at_card": "lets nobody in",
    "offer_passphrase": "random words",
    "say_in_joined_meeting": "a guest's hand, a word to explain, or that they leave",
    "sign_in": "staff are half signed in",
    "sign_in_with_passkey": "two factors in one",
    "sign_in_with_pictures": "for children, on a device joined by card",
    "use_card": "staff are half signed in, and every factor of before is gone",
    "watch_joined_meeting": "what a guest is shown, as it changes",
}


def stolen(app: Flask, client: FlaskClient) -> FlaskClient:
    """Another browser with the same session cookie."""
    thief = browser(app)
    thief.set_cookie(SESSION_COOKIE, client.get_cookie(SESSION_COOKIE).value, secure=True)
    return thief


def is_out(client: FlaskClient) -> bool:
    return (
        client.get("/api/passphrase-offer").status_code == 200
        and (client.post("/api/sign-out").json or {}).get("code") == "not_signed_in"
    )


@pytest.fixture
def officer(app: Flask, priya) -> FlaskClient:
    client = browser(app)
    enrol(client)
    return client


@pytest.mark.parametrize(("minutes", "out"), [(14, False), (16, True)])
def test_a_page_of_staff_rests_for_a_quarter_of_an_hour(officer, minutes, out):
    with frozen(now() + timedelta(minutes=minutes)):
        assert (officer.get("/api/me").status_code == 401) is out


@pytest.mark.parametrize(("minutes", "out"), [(29, False), (31, True)])
def test_anybody_elses_for_half_an_hour(app, minutes, out):
    add(app, "Northmoor", "Sam Reed", "brave-otter-42")
    client = browser(app)
    sign_in(client, "brave-otter-42")
    with frozen(now() + timedelta(minutes=minutes)):
        assert is_out(client) is out


def test_after_ten_hours_it_ends_however_busy_it_was(officer):
    began, answers = now(), []
    for minutes in range(10, 620, 10):
        with frozen(began + timedelta(minutes=minutes)):
            answers.append(officer.get("/api/me").status_code)
    assert answers.index(401) == 59  # ten hours, in steps of ten minutes
    assert set(answers[59:]) == {401}


def test_a_stolen_cookie_is_worth_nothing_after(app):
    """Signing out, a new passphrase, a card, a closed device: each at the very next request."""
    council_id, person_id = add(app, "Northmoor", "Sam Reed", "brave-otter-42")

    def fresh() -> tuple[FlaskClient, FlaskClient]:
        client = browser(app)
        assert sign_in(client, "brave-otter-42").status_code == 200
        return client, stolen(app, client)

    client, thief = fresh()
    client.post("/api/sign-out")
    assert is_out(thief)
    client, thief = fresh()
    device = client.get("/api/me/devices").json["devices"][0]["id"]
    assert client.delete(f"/api/me/devices/{device}").status_code == 204
    assert is_out(thief)
    client, thief = fresh()
    card = card_for(app, council_id, person_id, person_id)
    browser(app).post(
        "/api/cards/use", json={"card": card.token, "passphrase": "harbour lantern biscuit"}
    )
    assert is_out(thief)


def test_cookies_are_for_our_pages_alone_and_no_script_reads_them(app):
    add(app, "Northmoor", "Sam Reed", "brave-otter-42")
    given = sign_in(browser(app), "brave-otter-42").headers.getlist("Set-Cookie")
    given += browser(app).post("/api/passkeys/question").headers.getlist("Set-Cookie")
    assert len(given) == 3  # the session, the device, the browser that was asked
    for cookie in given:
        assert cookie.startswith("__Host-")
        for part in ("Secure", "HttpOnly", "SameSite=Strict", "Path=/"):
            assert part in cookie
        assert "Domain" not in cookie


def test_every_open_door_has_been_thought_about(app):
    found = {
        endpoint.partition(".")[2]
        for endpoint, needs in app.extensions[NEEDS].items()
        if needs is None and endpoint != "api-docs.openapi_json"
    }
    assert found == set(OPEN)


def test_a_secret_is_told_in_one_answer_alone(app):
    """Of all that the API can answer, only the setting up of an app carries its secret."""
    described = browser(app).get("/api/openapi.json").json["components"]["schemas"]
    secret = {"secret", "seed", "totp_secret"}
    telling = {
        name for name, schema in described.items() if secret & set(schema.get("properties", {}))
    }
    assert telling == {"NewAuthenticator"}
