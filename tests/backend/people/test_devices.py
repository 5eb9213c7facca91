"""Devices are listed by plain made-up names, and closed by their owner."""

from uuid import uuid4

import pytest

from cadair.people import rules
from tests.backend.people.test_pictures import PASSPHRASE, RIGHT, Mia
from tests.conftest import browser

IPAD = "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Mobile/15E148"
PIXEL = "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130 Mobile Safari/537.36"


@pytest.fixture
def mia(app) -> Mia:
    return Mia(app)


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        (IPAD, "tablet"),
        (PIXEL, "phone"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148", "phone"),
        ("Mozilla/5.0 (Linux; Android 14; SM-X200) Chrome/130 Safari/537.36", "tablet"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130", "computer"),
        ("", "computer"),
    ],
)
def test_a_device_is_a_phone_a_tablet_or_a_computer(agent, kind):
    assert rules.device_kind(agent) == kind


def test_a_person_sees_their_own_devices_and_nothing_that_names_a_maker(app, mia):
    mia.joins(agent=IPAD)
    phone = browser(app)
    phone.environ_base["HTTP_USER_AGENT"] = PIXEL
    phone.post("/api/cards/use", json={"card": mia.card(), "passphrase": PASSPHRASE})
    told = phone.get("/api/me/devices")
    assert [(one["kind"], one["is_this"]) for one in told.json["devices"]] == [
        ("phone", True),
        ("tablet", False),
    ]
    assert "Pixel" not in told.text


def test_a_closed_device_is_out_at_once_and_the_others_stay(app, mia):
    phone = browser(app)
    phone.post("/api/cards/use", json={"card": mia.card(), "passphrase": PASSPHRASE})
    tablet = browser(app)
    tablet.post("/api/sign-in", json={"who": mia.who, "passphrase": PASSPHRASE})
    other = next(
        each for each in phone.get("/api/me/devices").json["devices"] if not each["is_this"]
    )
    assert phone.delete(f"/api/me/devices/{other['id']}").status_code == 204
    assert tablet.get("/api/me").status_code == 401
    assert phone.get("/api/me").status_code == 200
    assert len(phone.get("/api/me/devices").json["devices"]) == 1
    assert phone.delete(f"/api/me/devices/{other['id']}").status_code == 404


def test_anothers_device_does_not_exist(app, mia):
    phone = mia.joins()
    own = phone.get("/api/me/devices").json["devices"][0]["id"]
    other = Mia(app, council="Southmoor").joins()
    theirs = other.delete(f"/api/me/devices/{own}")
    nowhere = other.delete(f"/api/me/devices/{uuid4()}")
    assert theirs.status_code == nowhere.status_code == 404
    assert theirs.data == nowhere.data
    assert phone.get("/api/me").status_code == 200


def test_words_left_on_a_closed_device_open_again_for_their_writer(app, mia):
    """The key of a device is the same when the same person is back on it."""
    phone = browser(app)
    phone.post("/api/cards/use", json={"card": mia.card(), "passphrase": PASSPHRASE})
    key = phone.get("/api/me/device-key").json
    own = phone.get("/api/me/devices").json["devices"][0]["id"]
    phone.delete(f"/api/me/devices/{own}")
    assert phone.get("/api/me").status_code == 401
    phone.post("/api/sign-in", json={"who": mia.who, "passphrase": PASSPHRASE})
    assert phone.get("/api/me/device-key").json == key


def test_pictures_of_a_closed_device_open_nothing(mia):
    phone = mia.joins()
    own = phone.get("/api/me/devices").json["devices"][0]["id"]
    phone.delete(f"/api/me/devices/{own}")
    assert mia.tries(phone, RIGHT).status_code == 401
