"""A lost phone is closed in one tap; only a new card from the officer opens the account (G7)."""

from uuid import uuid4

import pytest

from cadair.audit import queries as audit
from cadair.commands.demo.people import demo_id
from cadair.foundation.database import db, scope_to
from tests.backend.people.test_passkeys import come_in, give, refused
from tests.conftest import browser
from tests.world.authenticators import SoftAuthenticator
from tests.world.two_councils import (
    JADEN,
    NORTHMOOR,
    build_two_councils,
    open_review,
    signed_in,
)

RIGHT = ["sun", "cat", "key", "boat"]
PASSPHRASE = "violet kettle galaxy"


@pytest.fixture
def world(app):
    build_two_councils(app)
    return app


def card_for(app, key: str, by: str = "priya") -> dict:
    made = signed_in(app, by).put(f"/api/people/{demo_id(key)}/cards/{uuid4()}")
    assert made.status_code == 200, made.text
    return made.json


def joined(app, card: dict, **secret):
    phone = browser(app)
    token = card["link"].split("#")[1]
    used = phone.post("/api/cards/use", json={"card": token, **secret})
    assert used.status_code == 200, used.text
    return phone


def close(app, by: str = "priya"):
    return signed_in(app, by).post(f"/api/children/{JADEN}/lost-phone")


def test_every_device_of_the_child_is_out_at_once(world):
    card = card_for(world, "jaden")
    phone = joined(world, card, pictures=RIGHT)
    closed = close(world)
    assert (closed.status_code, closed.json["devices"] >= 1) == (200, True)
    assert phone.get("/api/me").status_code == 401
    again = phone.post(
        "/api/sign-in/pictures", json={"who": card["sign_in_name"], "pictures": RIGHT}
    )
    assert again.status_code == 401


def test_what_the_phone_remembers_opens_nothing(world):
    """A passphrase that the browser kept, and a card that was not used yet, end with it."""
    card = card_for(world, "jaden")
    phone = joined(world, card, passphrase=PASSPHRASE)
    unused = card_for(world, "jaden")
    close(world)
    body = {"who": card["sign_in_name"], "passphrase": PASSPHRASE}
    assert phone.post("/api/sign-in", json=body).status_code == 401
    looked = phone.post("/api/cards/look", json={"card": unused["link"].split("#")[1]})
    assert looked.status_code == 404


def test_a_passkey_on_the_phone_opens_nothing(world):
    phone = joined(world, card_for(world, "jaden"), passphrase=PASSPHRASE)
    lock = SoftAuthenticator()
    assert give(phone, lock).status_code == 200
    assert come_in(browser(world), lock).status_code == 200
    close(world)
    assert refused(come_in(browser(world), lock))
    assert refused(come_in(phone, lock))


def test_the_words_stay_and_a_new_card_opens_them(world):
    review_id = open_review(world)
    phone = joined(world, card_for(world, "jaden"), passphrase=PASSPHRASE)
    read = phone.get(f"/api/my/drafts/{review_id}").json
    content = {
        "form": "child_12_to_15", "form_version": 1, "language": "en", "helper": None,
        "answers": {"good_news.words": {"words": "Still here.", "audience": "only_my_iro"}},
    }  # fmt: skip
    saved = phone.put(
        f"/api/my/drafts/{review_id}",
        json={"content": content},
        headers={"If-Match": f'"{read["revision"]}"'},
    )
    assert saved.status_code == 200, saved.text
    close(world)
    found = joined(world, card_for(world, "jaden"), passphrase=PASSPHRASE)
    assert "Still here." in found.get(f"/api/my/drafts/{review_id}").text


def test_it_is_in_the_trail(world):
    close(world)
    with world.app_context():
        scope_to(db.session, NORTHMOOR)
        events = audit.of_child(db.session, child_id=JADEN)
    assert [e["actor_id"] for e in events if e["event"] == "child.phone_closed"] == [
        str(demo_id("priya"))
    ]


def test_a_manager_cannot_make_the_new_card(world):
    """The account is closed and not new: whoever holds a card reads what the child wrote."""
    joined(world, card_for(world, "jaden"), pictures=RIGHT)
    close(world)
    refused = signed_in(world, "helen").put(f"/api/people/{JADEN}/cards/{uuid4()}")
    assert refused.status_code == 403


@pytest.mark.parametrize("key", ["sandra", "karen", "lee", "yusuf"])
def test_nobody_elses_card_opens_the_childs_account(world, key):
    """A card is for one person: with a carer's, one is the carer, and never the child."""
    theirs = joined(world, card_for(world, key), passphrase=PASSPHRASE)
    assert theirs.get("/api/me").json["id"] == str(demo_id(key))
    assert theirs.put(f"/api/people/{JADEN}/cards/{uuid4()}").status_code == 404
    assert theirs.post(f"/api/children/{JADEN}/lost-phone").status_code == 404


def test_changing_what_is_known_of_a_carer_resets_nothing(world):
    """No address, number or name of anybody is a way into the child's account (G7)."""
    from cadair.access.actor import the_service
    from cadair.foundation.clock import now
    from cadair.people import actions as people

    card = card_for(world, "jaden")
    phone = joined(world, card, pictures=RIGHT)
    with world.app_context():
        scope_to(db.session, NORTHMOOR)
        told = {
            demo_id(key): people.Told(name="Someone New", called="Someone", email=None)
            for key in ("sandra", "karen", "jaden")
        }
        people.put_right(db.session, actor=the_service(NORTHMOOR), told=told, now=now())
        db.session.commit()
    assert phone.get("/api/me").status_code == 200
    phone.post("/api/me/lock")
    assert phone.post("/api/me/unlock", json={"pictures": RIGHT}).status_code == 200
    offered = browser(world).get("/api/openapi.json").json["paths"]
    open_doors = {path for path in offered if "forgot" in path or "reset" in path}
    assert open_doors == set()
