"""Four pictures open one joined device; five wrong tries forget it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask

from cadair.access.actor import Job, the_service
from cadair.foundation.clock import frozen, now
from cadair.foundation.database import beyond_councils, db, scope_to
from cadair.people import actions as people
from cadair.people import rules
from cadair.people.models import Device, Nation, PictureCode
from tests.conftest import browser

RIGHT = ["sun", "cat", "key", "boat"]
WRONG = ["cat", "sun", "key", "boat"]
PASSPHRASE = "violet kettle galaxy"


class Mia:
    """A child of nine, whose card offers pictures."""

    def __init__(self, app: Flask, council: str = "Northmoor") -> None:
        self.app = app
        with app.app_context():
            self.council_id = people.add_council(
                db.session,
                keyring=app.extensions["cadair.keyring"],
                name=council,
                nation=Nation.ENGLAND,
            )
            self.id = people.add_person(
                db.session, person_id=uuid4(), job=Job.CHILD, name="Mia Ash"
            )
            db.session.commit()
        self.who = ""

    def card(self) -> str:
        with self.app.app_context():
            scope_to(db.session, self.council_id)
            card = people.issue_card(
                db.session,
                actor=the_service(self.council_id),
                card_id=uuid4(),
                person_id=self.id,
                offers_pictures=True,
                now=now(),
            )
            db.session.commit()
        self.who = card.sign_in_name
        return card.token

    def joins(self, client=None, pictures=RIGHT, agent="Mozilla/5.0 (iPhone) Mobile"):
        client = client or browser(self.app)
        client.environ_base["HTTP_USER_AGENT"] = agent
        joined = client.post("/api/cards/use", json={"card": self.card(), "pictures": pictures})
        assert joined.status_code == 200, joined.text
        return client

    def tries(self, client, pictures):
        return client.post("/api/sign-in/pictures", json={"who": self.who, "pictures": pictures})


@pytest.fixture
def mia(app: Flask) -> Mia:
    return Mia(app)


def test_a_card_for_a_younger_child_offers_pictures(app, mia):
    looked = browser(app).post("/api/cards/look", json={"card": mia.card()})
    assert looked.json["offers_pictures"] is True


def test_the_pictures_let_a_child_in_again_on_the_joined_device(mia):
    phone = mia.joins()
    phone.post("/api/sign-out")
    assert mia.tries(phone, RIGHT).status_code == 200
    assert phone.get("/api/me").json["called"] == "Mia"


def test_the_right_pictures_on_another_device_are_as_wrong_as_any(app, mia):
    """Also byte for byte: whether a device was ever known is nobody's to find out."""
    phone = mia.joins()
    phone.post("/api/sign-out")
    elsewhere, nobody = browser(app), browser(app)
    right_elsewhere = mia.tries(elsewhere, RIGHT)
    wrong_here = mia.tries(phone, WRONG)
    unknown = nobody.post(
        "/api/sign-in/pictures", json={"who": "nobody-here-12", "pictures": RIGHT}
    )
    assert right_elsewhere.status_code == 401
    assert right_elsewhere.data == wrong_here.data == unknown.data
    assert sorted(right_elsewhere.headers) == sorted(wrong_here.headers)


def test_five_wrong_tries_forget_the_device_and_a_new_card_joins_it_again(mia):
    phone = mia.joins()
    phone.post("/api/sign-out")
    for _ in range(5):
        assert mia.tries(phone, WRONG).status_code == 401
    assert mia.tries(phone, RIGHT).status_code == 401, "forgotten"
    mia.joins(phone, WRONG)
    phone.post("/api/sign-out")
    assert mia.tries(phone, RIGHT).status_code == 401
    assert mia.tries(phone, WRONG).status_code == 200


def test_the_count_begins_anew_when_the_code_was_right(mia):
    phone = mia.joins()
    for _ in range(3):
        for _ in range(4):
            mia.tries(phone, WRONG)
        assert mia.tries(phone, RIGHT).status_code == 200


def test_tries_at_one_moment_are_five_too(app, mia):
    phone = mia.joins()
    cookies = [phone.get_cookie(name) for name in ("__Host-device",)]

    def one(pictures):
        client = browser(app)
        for cookie in cookies:
            client.set_cookie(cookie.key, cookie.value, secure=True)
        return mia.tries(client, pictures).status_code

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, [WRONG] * 8))
    assert one(RIGHT) == 401
    with app.app_context(), beyond_councils(db.session):
        assert db.session.query(PictureCode).count() == 0
        assert db.session.query(Device).one().revoked_at is not None


def test_a_stranger_who_knows_the_name_takes_no_try_from_the_child(app, mia):
    """Ten thousand wrong tries from elsewhere change nothing on the child's own device (G4)."""
    phone = mia.joins()
    phone.post("/api/sign-out")
    stranger = browser(app)
    answers = {mia.tries(stranger, WRONG).status_code for _ in range(70)}
    assert answers == {401, 429}
    assert mia.tries(phone, RIGHT).status_code == 200


@pytest.mark.parametrize(
    ("pictures", "code"),
    [
        (["sun", "sun", "sun", "cat"], "too_common"),
        (["sun", "cat", "key"], "not_valid"),
        (["sun", "cat", "key", "sword"], "not_valid"),
    ],
)
def test_an_easy_or_broken_code_is_refused_and_the_card_still_works(app, mia, pictures, code):
    client = browser(app)
    card = mia.card()
    refused = client.post("/api/cards/use", json={"card": card, "pictures": pictures})
    assert refused.status_code == 422
    assert code in str(refused.json["fields"])
    assert client.post("/api/cards/use", json={"card": card, "pictures": RIGHT}).status_code == 200


def test_only_a_child_has_pictures(app, mia):
    with app.app_context():
        scope_to(db.session, mia.council_id)
        card = people.issue_card(
            db.session,
            actor=the_service(mia.council_id),
            card_id=uuid4(),
            person_id=people.add_person(
                db.session, person_id=uuid4(), job=Job.PARENT, name="Jo Ash"
            ),
            now=now(),
        )
        db.session.commit()
    refused = browser(app).post("/api/cards/use", json={"card": card.token, "pictures": RIGHT})
    assert refused.json["fields"] == {"pictures": ["not_allowed"]}


def test_both_or_neither_is_no_way_in(app, mia):
    card = mia.card()
    for body in ({}, {"pictures": RIGHT, "passphrase": PASSPHRASE}):
        refused = browser(app).post("/api/cards/use", json={"card": card, **body})
        assert refused.status_code == 422


def test_a_passphrase_user_chooses_pictures_only_on_a_joined_device(app, mia):
    phone = browser(app)
    phone.post("/api/cards/use", json={"card": mia.card(), "passphrase": PASSPHRASE})
    assert phone.put("/api/me/pictures", json={"pictures": RIGHT}).status_code == 204
    tablet = browser(app)
    tablet.post("/api/sign-in", json={"who": mia.who, "passphrase": PASSPHRASE})
    refused = tablet.put("/api/me/pictures", json={"pictures": RIGHT})
    assert (refused.status_code, refused.json["code"]) == (409, "device_not_joined")
    assert mia.tries(phone, RIGHT).status_code == 200


def test_whoever_finds_the_page_open_cannot_choose_their_own_pictures(app, mia):
    phone = mia.joins()
    with frozen(now() + timedelta(minutes=6)):
        refused = phone.put("/api/me/pictures", json={"pictures": WRONG})
        assert (refused.status_code, refused.json["code"]) == (403, "step_up_needed")
        assert phone.post("/api/me/unlock", json={"pictures": RIGHT}).status_code == 200
        assert phone.put("/api/me/pictures", json={"pictures": WRONG}).status_code == 204


def test_the_database_alone_does_not_tell_the_code(as_shipped, app, mia):
    """The hash is of the code together with the device's cookie, which is nowhere kept."""
    phone = mia.joins()
    token = phone.get_cookie("__Host-device").value
    with app.app_context(), beyond_councils(db.session):
        kept = db.session.query(PictureCode).one()
        assert kept.hashed.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
        assert not people.signing_in.is_secret(kept.hashed, "-".join(RIGHT))
        assert people.signing_in.is_secret(kept.hashed, rules.code_with_device(RIGHT, token))
        assert token.encode() not in db.session.query(Device).one().token_digest


def test_a_new_card_ends_the_pictures_of_before(app, mia):
    old, new = mia.joins(), browser(app)
    mia.joins(new, WRONG)
    assert mia.tries(old, RIGHT).status_code == 401
    assert mia.tries(new, WRONG).status_code == 200
