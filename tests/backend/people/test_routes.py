"""Signing in, as people meet it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cadair.access.actor import Job, the_service
from cadair.foundation.clock import frozen, now
from cadair.foundation.database import beyond_councils, db
from cadair.people import actions as people
from cadair.people.models import Nation
from tests.conftest import browser

PASSPHRASE = "violet kettle galaxy"


@pytest.fixture
def sam(app: Flask) -> people.IssuedCard:
    """Sam, a young person with a card that nobody has used."""
    with app.app_context():
        council_id = people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name="Northmoor",
            nation=Nation.ENGLAND,
        )
        person_id = people.add_person(db.session, person_id=uuid4(), job=Job.CHILD, name="Sam Reed")
        card = people.issue_card(
            db.session,
            actor=the_service(council_id),
            card_id=uuid4(),
            person_id=person_id,
            now=now(),
        )
        db.session.commit()
    return card


def use(client: FlaskClient, card: str, passphrase: str = PASSPHRASE):
    return client.post("/api/cards/use", json={"card": card, "passphrase": passphrase})


def sign_in(client: FlaskClient, who: str, passphrase: str = PASSPHRASE):
    return client.post("/api/sign-in", json={"who": who, "passphrase": passphrase})


def test_a_card_lets_one_person_in_once(client, app, sam):
    assert client.post("/api/cards/look", json={"card": sam.token}).json["called"] == "Sam"
    assert use(client, sam.token).status_code == 200
    assert client.get("/api/me").json["called"] == "Sam"
    again = use(browser(app), sam.token)
    assert (again.status_code, again.json["code"]) == (404, "card_not_valid")


def test_a_cards_four_words_work_however_they_are_typed(client, sam):
    assert use(client, "  " + " ".join(sam.words).upper() + " ").status_code == 200


def test_a_card_ends_after_seven_days(client, sam):
    with frozen(now() + timedelta(days=7, minutes=1)):
        assert use(client, sam.token).json["code"] == "card_not_valid"


def test_an_easy_passphrase_is_refused_and_the_card_still_works(client, sam):
    refused = use(client, sam.token, "short one")
    assert refused.json == {
        "code": "bad_input",
        "status": 422,
        "fields": {"passphrase": ["too_few_words"]},
    }
    assert use(client, sam.token).status_code == 200


def test_capitals_and_spaces_do_not_lock_anyone_out(client, app, sam):
    use(client, sam.token)
    assert sign_in(browser(app), sam.sign_in_name, " Violet  KETTLE galaxy").status_code == 200


def test_a_wrong_passphrase_and_a_wrong_name_answer_the_same(client, app, sam):
    use(client, sam.token)
    wrong = sign_in(browser(app), sam.sign_in_name, "not the right words")
    nobody = sign_in(browser(app), "nobody-here-12", "not the right words")
    assert wrong.data == nobody.data
    assert wrong.status_code == nobody.status_code == 401


def test_a_stranger_cannot_lock_a_young_person_out_of_their_own_phone(client, app, sam):
    use(client, sam.token)
    stranger = browser(app)
    answers = [
        sign_in(stranger, sam.sign_in_name, "guess guess guess").status_code for _ in range(12)
    ]
    assert answers.count(401) == 10
    assert answers[-1] == 429
    assert sign_in(client, sam.sign_in_name).status_code == 200


def test_a_session_ends_when_signed_out_and_a_stolen_cookie_is_worth_nothing(client, app, sam):
    use(client, sam.token)
    stolen = browser(app)
    stolen.set_cookie("__Host-sid", client.get_cookie("__Host-sid").value, secure=True)
    assert stolen.get("/api/me").status_code == 200
    assert client.post("/api/sign-out").status_code == 204
    assert stolen.get("/api/me").json == {"code": "not_signed_in", "status": 401}


def test_a_session_that_rests_too_long_asks_again(client, sam):
    use(client, sam.token)
    with frozen(now() + timedelta(minutes=29)):
        assert client.get("/api/me").status_code == 200
    with frozen(now() + timedelta(minutes=60)):
        assert client.get("/api/me").status_code == 401


def test_a_request_from_another_site_changes_nothing(client, app, sam):
    use(client, sam.token)
    for header in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        assert client.post("/api/sign-out", headers=header).json["code"] == "from_another_site"
    assert client.get("/api/me").status_code == 200


def test_a_device_keeps_its_key_and_another_device_has_another(client, app, sam):
    use(client, sam.token)
    first = client.get("/api/me/device-key").json["key"]
    sign_in(client, sam.sign_in_name)
    assert client.get("/api/me/device-key").json["key"] == first
    other = browser(app)
    sign_in(other, sam.sign_in_name)
    assert other.get("/api/me/device-key").json["key"] != first


def test_a_chair_is_chosen_from_the_chairs_there_are(client, sam):
    use(client, sam.token)
    chair = {"shape": "armchair", "colour": "plum", "pattern": "stars"}
    assert client.put("/api/me/chair", json=chair).status_code == 204
    assert client.get("/api/me").json["chair"] == chair
    wrong = client.put("/api/me/chair", json={**chair, "colour": "gold"})
    assert wrong.json["fields"] == {"colour": ["unknown"]}


def test_unknown_fields_are_refused(client, sam):
    refused = client.post("/api/sign-in", json={"who": "a", "passphrase": "b", "job": "child"})
    assert refused.json["fields"] == {"job": ["unknown"]}


def test_a_new_passphrase_ends_every_other_session(client, app, sam):
    use(client, sam.token)
    other = browser(app)
    sign_in(other, sam.sign_in_name)
    new = "harbour lantern biscuit"
    answer = client.put("/api/me/passphrase", json={"current": PASSPHRASE, "new": new})
    assert answer.status_code == 204
    assert client.get("/api/me").status_code == 200
    assert other.get("/api/me").status_code == 401


def test_wrong_tries_are_forgotten_when_they_no_longer_count(app, client, sam):
    sign_in(client, "nobody-here-12")
    with app.app_context(), beyond_councils(db.session):
        assert people.forget_old_tries(db.session, now=now()) == 0
        assert people.forget_old_tries(db.session, now=now() + timedelta(hours=1, minutes=1)) == 2
