"""What somebody meets who guesses, floods, races, or shares a device."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from cadair.access.actor import Job, the_service
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.people import actions as people
from cadair.people.actions import signing_in
from cadair.people.actions.cards import CardAlreadyMade
from cadair.people.models import Card, Nation
from cadair.people.routes import DEVICE_COOKIE
from cadair.people.rules import digest, from_one_place
from tests.conftest import browser

PASSPHRASE = "violet kettle galaxy"
ANOTHER = "harbour lantern biscuit"


def add(app: Flask, council: str, name: str, sign_in_name: str) -> tuple[UUID, UUID]:
    """Somebody of a council of their own, who can sign in; their council and they."""
    with app.app_context():
        council_id = people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name=council,
            nation=Nation.ENGLAND,
        )
        person_id = people.add_person(
            db.session, person_id=uuid4(), job=Job.CHILD, name=name, sign_in_name=sign_in_name
        )
        people.set_passphrase(db.session, person_id=person_id, passphrase=PASSPHRASE, now=now())
        db.session.commit()
    return council_id, person_id


@pytest.fixture
def sam(app: Flask) -> tuple[UUID, UUID]:
    return add(app, "Northmoor", "Sam Reed", "brave-otter-42")


def card_for(app: Flask, council_id: UUID, person_id: UUID, card_id: UUID) -> people.IssuedCard:
    with app.app_context():
        scope_to(db.session, council_id)
        card = people.issue_card(
            db.session,
            actor=the_service(council_id),
            card_id=card_id,
            person_id=person_id,
            now=now(),
        )
        db.session.commit()
    return card


def sign_in(client, who: str, passphrase: str = PASSPHRASE):
    return client.post("/api/sign-in", json={"who": who, "passphrase": passphrase})


@pytest.mark.parametrize("words", [("brave", "otter", "42"), ("no", "such", "11")])
def test_another_spelling_of_a_name_gives_no_more_tries(app, sam, words):
    spellings = ["-".join(words), " ".join(words), "{} {}-{}".format(*words)]
    answers = [
        sign_in(browser(app), spelling, "guess guess guess").status_code
        for spelling in spellings
        for _ in range(6)
    ]
    assert answers == [401] * 10 + [429] * 8


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "not an address", False),
    ],
)
def test_addresses_that_one_household_has_count_as_one(one, other, same):
    assert (from_one_place(one) == from_one_place(other)) is same


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the database was held, each time that a passphrase was checked or hashed."""
    seen: list[bool] = []

    def watch(name: str) -> None:
        before: Callable[..., object] = getattr(signing_in, name)

        def watched(*told: str) -> object:
            seen.append(db.session.in_transaction())
            return before(*told)

        monkeypatch.setattr(signing_in, name, watched)

    watch("_verified")
    watch("_hash")
    return seen


def test_nobody_waits_for_the_database_while_a_passphrase_is_checked(app, sam, held):
    client = browser(app)
    sign_in(client, "nobody at all")
    assert sign_in(client, "brave-otter-42").status_code == 200
    changed = client.put("/api/me/passphrase", json={"current": PASSPHRASE, "new": ANOTHER})
    assert changed.status_code == 204
    card = card_for(app, *sam, uuid4())
    used = client.post("/api/cards/use", json={"card": card.token, "passphrase": PASSPHRASE})
    assert used.status_code == 200
    assert held == [False] * 5


def test_tries_made_while_a_passphrase_is_checked_count(app, sam, monkeypatch):
    before = signing_in._verified

    def others_try_too(hashed: str, passphrase: str) -> bool:
        with Session(db.engine) as other:
            bucket = digest("unknown", str(sam[1]))
            signing_in.count_wrong_try(other, buckets=[(bucket, 1)] * 10, now=now())
            other.commit()
        return before(hashed, passphrase)

    monkeypatch.setattr(signing_in, "_verified", others_try_too)
    assert sign_in(browser(app), "brave-otter-42").status_code == 429


def test_of_two_phones_with_one_card_the_slower_changes_nothing(app, sam, monkeypatch):
    card = card_for(app, *sam, card_id := uuid4())
    before = signing_in._hash

    def the_other_phone_is_quicker(passphrase: str) -> str:
        with Session(db.engine) as other:
            scope_to(other, sam[0])
            other.get_one(Card, card_id).used_at = now()
            other.commit()
        return before(passphrase)

    monkeypatch.setattr(signing_in, "_hash", the_other_phone_is_quicker)
    slower = browser(app).post("/api/cards/use", json={"card": card.token, "passphrase": ANOTHER})
    assert (slower.status_code, slower.json["code"]) == (404, "card_not_valid")
    assert sign_in(browser(app), "brave-otter-42", ANOTHER).status_code == 401
    assert sign_in(browser(app), "brave-otter-42").status_code == 200


def test_a_card_id_that_another_council_has_is_no_fault_of_ours(app, sam):
    elsewhere = add(app, "Bro Gwynfryn", "Elin Rees", "quiet-heron-17")
    card_for(app, *elsewhere, card_id := uuid4())
    with pytest.raises(CardAlreadyMade):
        card_for(app, *sam, card_id)


def test_a_tablet_that_two_people_use_stays_known_to_both(app, sam):
    with app.app_context():
        scope_to(db.session, sam[0])
        carer = people.add_person(
            db.session, person_id=uuid4(), job=Job.CARER, name="Jo", sign_in_name="calm-robin-33"
        )
        people.set_passphrase(db.session, person_id=carer, passphrase=PASSPHRASE, now=now())
        db.session.commit()
    tablet = browser(app)

    def key_of(who: str) -> str:
        assert sign_in(tablet, who).status_code == 200
        key = tablet.get("/api/me/device-key").json["key"]
        tablet.post("/api/sign-out")
        return key

    sams = key_of("brave-otter-42")
    assert key_of("calm-robin-33") != sams
    for _ in range(10):
        sign_in(browser(app), "brave-otter-42", "guess guess guess")
    assert key_of("brave-otter-42") == sams


def test_a_page_left_open_does_nothing_in_the_name_of_who_came_after(app, sam):
    elsewhere = add(app, "Bro Gwynfryn", "Elin Rees", "quiet-heron-17")
    client = browser(app)
    sign_in(client, "quiet-heron-17")
    for person_id, status in ((elsewhere[1], 204), (sam[1], 401), ("", 401)):
        answer = client.put(
            "/api/me/language",
            json={"language": "cy"},
            headers={"Cadair-Person": str(person_id)},
        )
        assert answer.status_code == status
    assert client.get("/api/me").status_code == 200


def test_a_device_cookie_that_we_never_gave_is_replaced(app, sam):
    client = browser(app)
    client.set_cookie(DEVICE_COOKIE, "planted", secure=True)
    sign_in(client, "brave-otter-42")
    assert client.get_cookie(DEVICE_COOKIE).value != "planted"


@pytest.mark.parametrize("odd", ["\ud800", "a\x00b", "half \udfff an emoji"])
def test_what_no_database_takes_is_refused(app, sam, odd):
    client = browser(app)
    answers = [
        sign_in(client, odd),
        sign_in(client, "brave-otter-42", odd),
        client.post("/api/cards/look", json={"card": odd}),
    ]
    assert [answer.status_code for answer in answers] == [422] * 3
    sign_in(client, "brave-otter-42")
    changed = client.put("/api/me/passphrase", json={"current": PASSPHRASE, "new": odd})
    assert changed.status_code == 422
