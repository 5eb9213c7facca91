"""A page left alone locks, for the server too; its person opens it, and nobody else."""

from datetime import timedelta

import pytest

from cadair.foundation.clock import frozen, now
from tests.backend.people.test_pictures import PASSPHRASE, RIGHT, WRONG, Mia
from tests.conftest import browser
from tests.world.two_councils import build_two_councils, signed_in

MINUTE = timedelta(minutes=1)


@pytest.fixture
def mia(app) -> Mia:
    return Mia(app)


def stolen(app, client):
    """Another browser with the same cookie, and without what the page was given."""
    thief = browser(app)
    thief.set_cookie("__Host-sid", client.get_cookie("__Host-sid").value, secure=True)
    return thief


def test_what_was_left_answers_nothing_until_it_is_opened(mia):
    phone = mia.joins()
    key = phone.get("/api/me/device-key").json
    assert phone.post("/api/me/lock").status_code == 204
    for path in ("/api/me/device-key", "/api/me/devices", "/api/my/contributions"):
        answer = phone.get(path)
        assert (answer.status_code, answer.json["code"]) == (403, "locked"), path
    wrong = phone.post("/api/me/unlock", json={"pictures": WRONG})
    assert (wrong.status_code, wrong.json["code"]) == (403, "wrong_proof")
    assert phone.get("/api/me/device-key").status_code == 403
    assert phone.post("/api/me/unlock", json={"pictures": RIGHT}).json["called"] == "Mia"
    assert phone.get("/api/me/device-key").json == key, "unsent words open again"


def test_a_locked_page_is_told_how_to_open_it_and_no_name(mia):
    phone = mia.joins()
    phone.post("/api/me/lock")
    told = phone.get("/api/me")
    assert told.status_code == 403
    assert told.json["current"]["ways"] == ["pictures"]
    assert "Mia" not in told.text


def test_a_passphrase_opens_it_too(app, mia):
    phone = browser(app)
    phone.post("/api/cards/use", json={"card": mia.card(), "passphrase": PASSPHRASE})
    phone.post("/api/me/lock")
    assert phone.get("/api/me").json["current"]["ways"] == ["passphrase"]
    assert phone.post("/api/me/unlock", json={"passphrase": PASSPHRASE}).status_code == 200
    assert phone.get("/api/me").status_code == 200


def test_opening_gives_the_session_a_new_id(app, mia):
    phone = mia.joins()
    thief = stolen(app, phone)
    phone.post("/api/me/lock")
    phone.post("/api/me/unlock", json={"pictures": RIGHT})
    assert thief.get("/api/me").status_code == 401


def test_a_stolen_cookie_is_worth_nothing_after_two_minutes(app, mia):
    phone = mia.joins()
    thief = stolen(app, phone)
    with frozen(now() + 2 * MINUTE + timedelta(seconds=1)):
        assert thief.get("/api/my/contributions").json["code"] == "locked"
        assert thief.get("/api/me/device-key").json["code"] == "locked"
    with frozen(now() + 3 * MINUTE):
        assert thief.get("/api/me").json["code"] == "locked", "asking does not keep it open"


def test_the_page_itself_stays_open_while_it_is_in_use_without_signal(mia):
    """A child who wrote for ten minutes in a tunnel is not asked who they are."""
    phone = mia.joins()
    with frozen(now() + 10 * MINUTE):
        assert phone.get("/api/me").status_code == 200
    with frozen(now() + 41 * MINUTE):
        assert phone.get("/api/me").status_code == 401


def test_what_the_page_was_given_is_worth_nothing_once_it_locked(mia):
    phone = mia.joins()
    phone.post("/api/me/lock")
    assert phone.environ_base["HTTP_CADAIR_PAGE"]
    assert phone.get("/api/my/contributions").status_code == 403


def test_five_wrong_codes_forget_the_device_here_too(mia):
    phone = mia.joins()
    phone.post("/api/me/lock")
    answers = [phone.post("/api/me/unlock", json={"pictures": WRONG}) for _ in range(5)]
    assert [each.json["code"] for each in answers] == ["wrong_proof"] * 4 + ["device_forgotten"]
    assert phone.get("/api/me").status_code == 401
    assert mia.tries(phone, RIGHT).status_code == 401


def test_a_locked_page_can_sign_out(mia):
    phone = mia.joins()
    phone.post("/api/me/lock")
    assert phone.post("/api/sign-out").status_code == 204


@pytest.mark.parametrize("key", ["sandra", "karen", "okafor"])
def test_contributors_lock_and_staff_do_not(app, key):
    build_two_councils(app)
    contributor, staff = signed_in(app, key), signed_in(app, "priya")
    with frozen(now() + 3 * MINUTE):
        assert contributor.get("/api/my/reviews").json["code"] == "locked"
        assert staff.get("/api/today").status_code == 200
    assert "Cadair-Page" not in staff.get("/api/me").headers
