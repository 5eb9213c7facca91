"""Staff come in by two steps: an app's code beside the password, or a recovery code."""

from datetime import timedelta
from uuid import UUID, uuid4

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from cadair.access.actor import Job, the_service
from cadair.foundation.clock import frozen, now
from cadair.foundation.database import beyond_councils, db, scope_to
from cadair.people import actions as people
from cadair.people import queries
from cadair.people.models import Authenticator, Nation, RecoveryCode
from cadair.people.routes import SESSION_COOKIE
from cadair.people.rules.second_step import LETTERS
from tests.conftest import browser

PASSWORD = "violet kettle galaxy"
EMAIL = "priya.nair@northmoor.example"


@pytest.fixture
def priya(app: Flask) -> UUID:
    """A reviewing officer with a password and nothing else."""
    with app.app_context():
        people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name="Northmoor",
            nation=Nation.ENGLAND,
        )
        person_id = people.add_person(
            db.session,
            person_id=uuid4(),
            job=Job.REVIEWING_OFFICER,
            name="Priya Nair",
            email=EMAIL,
        )
        people.set_passphrase(db.session, person_id=person_id, passphrase=PASSWORD, now=now())
        db.session.commit()
    return person_id


def say_password(client: FlaskClient):
    return client.post("/api/sign-in", json={"who": EMAIL, "passphrase": PASSWORD})


def step(client: FlaskClient, **said: str):
    return client.post("/api/sign-in/second-step", json=said)


def enrol(client: FlaskClient) -> tuple[pyotp.TOTP, list[str]]:
    """Sign in, set an app up, and keep what it shows."""
    assert say_password(client).status_code == 202
    app = pyotp.TOTP(client.post("/api/me/authenticator").json["secret"])
    confirmed = client.put("/api/me/authenticator", json={"code": app.at(now())})
    assert confirmed.status_code == 200, confirmed.json
    return app, confirmed.json["recovery_codes"]


def later(seconds: int = 60):
    return frozen(now() + timedelta(seconds=seconds))


def test_staff_without_a_second_step_set_one_up_before_anything_else(app, priya):
    client = browser(app)
    asked = say_password(client)
    assert asked.status_code == 202
    assert asked.json == {
        "person_id": str(priya), "called": "Priya", "language": "en", "ways": [],
        "must_enrol": True,
    }  # fmt: skip
    for path in ("/api/me", "/api/today", "/api/me/device-key", "/api/me/ways-in"):
        assert client.get(path).json == {"code": "second_step_needed", "status": 401}
    assert client.post("/api/me/recovery-codes").json["code"] == "second_step_needed"
    begun = client.post("/api/me/authenticator").json
    assert begun["link"].startswith("otpauth://totp/Cadair:")
    code = pyotp.TOTP(begun["secret"]).at(now())
    assert client.put("/api/me/authenticator", json={"code": code}).status_code == 200
    assert client.get("/api/me").json["called"] == "Priya"
    assert client.get("/api/today").status_code == 200


def test_the_next_time_the_code_is_asked_for(app, priya):
    phone, _ = enrol(browser(app))
    client = browser(app)
    assert say_password(client).json["ways"] == ["code", "recovery_code"]
    assert client.get("/api/me").status_code == 401
    before = client.get_cookie(SESSION_COOKIE).value
    with later():
        assert step(client, code=phone.at(now())).json["called"] == "Priya"
        assert client.get("/api/me").status_code == 200
    assert client.get_cookie(SESSION_COOKIE).value != before


def test_a_code_is_taken_once(app, priya):
    phone, _ = enrol(browser(app))
    with later():
        code = phone.at(now())
        assert step(_half(app), code=code).status_code == 200
        for said in (code, phone.at(now() - timedelta(seconds=30))):
            assert step(_half(app), code=said).json["code"] == "wrong_proof"


def _half(app: Flask) -> FlaskClient:
    client = browser(app)
    assert say_password(client).status_code == 202
    return client


@pytest.mark.parametrize("seconds", [-30, 0, 30])
def test_a_clock_may_be_half_a_minute_off(app, priya, seconds):
    phone, _ = enrol(browser(app))
    with later(120):
        code = phone.at(now() + timedelta(seconds=seconds))
        assert step(_half(app), code=f"{code[:3]} {code[3:]}").status_code == 200


@pytest.mark.parametrize("seconds", [-90, 90])
def test_and_no_more_than_that(app, priya, seconds):
    phone, _ = enrol(browser(app))
    with later(300):
        code = phone.at(now() + timedelta(seconds=seconds))
        assert step(_half(app), code=code).json["code"] == "wrong_proof"


def test_whoever_has_only_the_password_cannot_add_a_phone_of_their_own(app, priya):
    enrol(browser(app))
    thief = _half(app)
    for method, path, body in (
        ("post", "/api/me/authenticator", None),
        ("put", "/api/me/authenticator", {"code": "123456"}),
        ("post", "/api/me/passkeys/new", None),
        ("post", "/api/me/recovery-codes", None),
        ("delete", "/api/me/authenticator", None),
    ):
        assert getattr(thief, method)(path, json=body).json["code"] == "second_step_needed", path


def test_nor_prove_with_the_password_what_wants_a_code(app, priya):
    enrol(browser(app))
    thief = _half(app)
    assert thief.get("/api/me/prove").json == {"ways": ["code"]}
    said = thief.post("/api/me/prove", json={"passphrase": PASSWORD})
    assert said.json["code"] == "wrong_proof"
    assert thief.get("/api/me").status_code == 401


def test_nor_by_opening_a_page_that_was_never_locked(app, priya):
    client = browser(app)
    enrol(client)
    said = client.post("/api/me/unlock", json={"passphrase": PASSWORD})
    assert said.json["code"] == "wrong_proof"


def test_a_recovery_code_lets_in_once_and_ten_were_given(app, priya):
    _, codes = enrol(browser(app))
    assert len(set(codes)) == 10
    client = _half(app)
    typed = codes[0].upper().replace("-", " ")
    assert step(client, recovery_code=typed).status_code == 200
    assert client.get("/api/me/ways-in").json["recovery_codes_left"] == 9
    assert step(_half(app), recovery_code=codes[0]).json["code"] == "wrong_proof"


def test_a_recovery_code_is_too_long_to_be_found_from_its_digest(app, priya):
    """112 random bits or more, or a plain digest would not do (ASVS 6.5.2)."""
    _, codes = enrol(browser(app))
    letters = [code.replace("-", "") for code in codes]
    assert len(LETTERS) == 32  # five bits each
    assert all(len(code) * 5 >= 112 and set(code) <= set(LETTERS) for code in letters)


def test_new_recovery_codes_end_the_old_ones(app, priya):
    client = browser(app)
    _, codes = enrol(client)
    new = client.post("/api/me/recovery-codes").json["recovery_codes"]
    assert step(_half(app), recovery_code=codes[0]).json["code"] == "wrong_proof"
    assert step(_half(app), recovery_code=new[0]).status_code == 200


def test_wrong_codes_run_out_but_not_for_the_owners_own_device(app, priya):
    own = browser(app)
    phone, _ = enrol(own)
    own.post("/api/sign-out")
    thief = _half(app)
    answers = [step(thief, code="000000").status_code for _ in range(12)]
    assert answers == [403] * 10 + [429] * 2
    assert step(thief, recovery_code="0000-0000-0000-0000").status_code == 429
    with later():
        assert say_password(own).status_code == 202
        assert step(own, code=phone.at(now())).status_code == 200


def test_the_second_step_waits_a_quarter_of_an_hour(app, priya):
    phone, _ = enrol(browser(app))
    client = _half(app)
    with later(15 * 60):
        assert step(client, code=phone.at(now())).json["code"] == "not_signed_in"


def test_a_secret_that_was_shown_and_never_confirmed_opens_nothing(app, priya):
    client = browser(app)
    say_password(client)
    shown = pyotp.TOTP(client.post("/api/me/authenticator").json["secret"])
    assert say_password(browser(app)).json["must_enrol"] is True
    assert step(client, code=shown.at(now())).json["code"] == "wrong_proof"
    with later(31 * 60):
        again = browser(app)
        say_password(again)
        late = again.put("/api/me/authenticator", json={"code": shown.at(now())})
        assert late.json["code"] == "authenticator_not_begun"


def test_another_phone_takes_the_first_ones_place_and_ends_other_sessions(app, priya):
    first = browser(app)
    old, _ = enrol(first)
    with later():
        second = _half(app)
        step(second, code=old.at(now()))
        new = pyotp.TOTP(second.post("/api/me/authenticator").json["secret"])
        answer = second.put("/api/me/authenticator", json={"code": new.at(now())})
        assert answer.json == {"recovery_codes": None}  # those on paper still work
        assert first.get("/api/me").json["code"] == "not_signed_in"
        assert second.get("/api/me").status_code == 200
    with later(180):
        assert step(_half(app), code=old.at(now())).json["code"] == "wrong_proof"
        assert step(_half(app), code=new.at(now())).status_code == 200


def test_staff_keep_at_least_one_second_step(app, priya):
    client = browser(app)
    enrol(client)
    assert client.delete("/api/me/authenticator").json["code"] == "last_way_in"


def test_no_secret_lies_readable_and_none_is_told_again(app, priya):
    client = browser(app)
    phone, codes = enrol(client)
    told = b"".join(
        client.get(path).data for path in ("/api/me", "/api/me/ways-in", "/api/me/prove")
    ).decode()
    assert phone.secret not in told
    with app.app_context(), beyond_councils(db.session):
        seed = db.session.scalars(select(Authenticator.seed)).one()
        kept = db.session.scalars(select(RecoveryCode.code_digest)).all()
    assert phone.secret.encode() not in seed
    assert all(code.encode() not in b"".join(kept) for code in codes)


def test_a_card_drops_the_second_step_and_the_owner_is_told_when_they_are_back(app, priya):
    enrol(browser(app))
    other = use_card(app, priya, "another password here")
    assert other.json["must_enrol"] is True  # whoever has the card is only half in
    mine = browser(app)
    again = use_card(app, priya, PASSWORD, client=mine)
    assert again.json["must_enrol"] is True
    secret = mine.post("/api/me/authenticator").json["secret"]
    mine.put("/api/me/authenticator", json={"code": pyotp.TOTP(secret).at(now())})
    [told] = mine.get("/api/me").json["notices"]
    assert (told["what"], told["by"]) == ("factors_dropped", None)
    assert mine.delete("/api/me/notices").status_code == 204
    assert mine.get("/api/me").json["notices"] == []


def use_card(app: Flask, person_id: UUID, passphrase: str, client: FlaskClient | None = None):
    with app.app_context():
        [council_id] = queries.councils(db.session).values()
        scope_to(db.session, council_id)
        card = people.issue_card(
            db.session,
            actor=the_service(council_id),
            card_id=uuid4(),
            person_id=person_id,
            now=now(),
        )
        db.session.commit()
    used = (client or browser(app)).post(
        "/api/cards/use", json={"card": card.token, "passphrase": passphrase}
    )
    assert used.status_code == 202
    return used


def test_a_manager_lets_staff_in_again_but_never_themselves_or_a_child(app, priya):
    helen = _manager(app)
    child = _add(app, Job.CHILD, "Sam Reed")
    assert helen.put(f"/api/staff/{child}/cards/{uuid4()}").status_code == 404
    listed = helen.get("/api/staff").json["staff"]
    assert [(one["name"], one["can_come_in"]) for one in listed] == [
        ("Helen Osei", True), ("Priya Nair", False),
    ]  # fmt: skip
    own = listed[0]["id"]
    assert helen.put(f"/api/staff/{own}/cards/{uuid4()}").json["code"] == "not_allowed"
    enrol(browser(app))
    made = helen.put(f"/api/staff/{priya}/cards/{uuid4()}").json
    for passphrase in ("another password here", PASSWORD):  # a thief's, then her own
        mine = browser(app)
        used = mine.post(
            "/api/cards/use",
            json={"card": made["link"].split("#")[1], "passphrase": passphrase},
        )
        assert used.status_code == 202
        made = helen.put(f"/api/staff/{priya}/cards/{uuid4()}").json
    secret = mine.post("/api/me/authenticator").json["secret"]
    mine.put("/api/me/authenticator", json={"code": pyotp.TOTP(secret).at(now())})
    assert [told["by"] for told in mine.get("/api/me").json["notices"]] == ["Helen Osei"]


def _add(app: Flask, job: Job, name: str, email: str | None = None) -> UUID:
    with app.app_context():
        [council_id] = queries.councils(db.session).values()
        scope_to(db.session, council_id)
        person_id = people.add_person(
            db.session, person_id=uuid4(), job=job, name=name, email=email
        )
        people.set_passphrase(db.session, person_id=person_id, passphrase=PASSWORD, now=now())
        db.session.commit()
    return person_id


def _manager(app: Flask) -> FlaskClient:
    _add(app, Job.SERVICE_MANAGER, "Helen Osei", "helen@northmoor.example")
    client = browser(app)
    client.post("/api/sign-in", json={"who": "helen@northmoor.example", "passphrase": PASSWORD})
    secret = client.post("/api/me/authenticator").json["secret"]
    client.put("/api/me/authenticator", json={"code": pyotp.TOTP(secret).at(now())})
    return client
