"""Everybody chooses how they are told; nothing goes to an address that they have not confirmed."""

import pytest
from sqlalchemy import select

from cadair.foundation.database import db
from cadair.notifications import actions
from cadair.notifications.models import ContactPoint
from tests.backend.notifications.conftest import SENTENCE, after

PUSH = "https://updates.push.services.mozilla.com/wpush/v2/abc"
BROWSER = {"p256dh": "B" + "A" * 86, "auth": "A" * 22}


def mine(told, who):
    return told.world.sign_in(who).get("/api/my/notices").json


def give(told, who, address, kind="email"):
    body = {"kind": kind, "address": address}
    return told.world.sign_in(who).put("/api/my/notices/contact", json=body)


def confirm(told, who, code):
    return told.world.sign_in(who).post("/api/my/notices/confirm", json={"code": code})


def test_nobody_is_told_until_they_choose_and_the_notice_is_shown_word_for_word(told):
    seen = mine(told, "Ada")
    assert seen["channel"] == "none"
    assert (seen["quiet_from"], seen["quiet_until"]) == ("20:00", "08:00")
    site = "https://seat.example.org/"
    assert seen["notice"] == {"subject": SENTENCE, "words": SENTENCE, "site": site}
    assert seen["offers"] == ["email", "text", "push"]
    told.tell("Ada")
    told.turn()
    assert told.mail.letters == []
    assert told.unsettled() == 0


def test_staff_have_no_quiet_hours_until_they_choose_some(told):
    seen = mine(told, "Priya")
    assert (seen["quiet_from"], seen["quiet_until"]) == (None, None)


def test_a_channel_needs_an_address_that_is_confirmed(told):
    chosen = {"channel": "email", "quiet_from": "20:00", "quiet_until": "08:00"}
    ada = told.world.sign_in("Ada")
    assert ada.put("/api/my/notices", json=chosen).json["code"] == "contact_not_confirmed"
    give(told, "Ada", "ada@mail.example")
    assert ada.put("/api/my/notices", json=chosen).json["code"] == "contact_not_confirmed"


def test_before_the_code_is_given_back_nothing_but_the_code_goes_there(told):
    give(told, "Ada", "ada@mail.example")
    told.tell("Ada")
    told.turn()
    assert [letter.words.splitlines()[0] for letter in told.mail.letters] == [
        f"Your code is {told.code_to('ada@mail.example')}."
    ]
    assert told.mail.letters[0].read["Subject"] == SENTENCE


def test_once_it_is_given_back_the_address_is_told_and_only_a_hint_of_it_is_shown(told):
    told.has_email("Ada")
    told.tell("Ada")
    told.turn()
    assert [letter.words for letter in told.mail.letters] == [
        f"{SENTENCE}\r\n\r\nhttps://seat.example.org/\r\n"
    ]
    contact = mine(told, "Ada")["contacts"]
    assert contact == [{"kind": "email", "hint": "a…@m…", "confirmed": True, "gone": False}]


def test_five_wrong_codes_are_enough_and_the_right_one_is_too_late_then(told):
    give(told, "Ada", "ada@mail.example")
    told.turn()
    right = told.code_to("ada@mail.example")
    wrong = "000000" if right != "000000" else "111111"
    said = [confirm(told, "Ada", wrong).json["code"] for _ in range(6)]
    assert said == ["wrong_code"] * 5 + ["code_not_valid"]
    assert confirm(told, "Ada", right).json["code"] == "code_not_valid"


def test_a_code_is_good_for_half_an_hour(told):
    give(told, "Ada", "ada@mail.example")
    told.turn()
    actor, code = told.world.actor("Ada"), told.code_to("ada@mail.example")
    with told.world.inside() as session, pytest.raises(actions.choosing.CodeNotValid):
        actions.confirm_contact(session, actor=actor, code=code, now=after(minutes=30))


def test_a_code_is_its_own_addresss_alone(told):
    give(told, "Ada", "ada@mail.example")
    give(told, "Mum", "mum@mail.example")
    told.turn()
    code = told.code_to("mum@mail.example")
    assert confirm(told, "Ada", code).json["code"] == "wrong_code"
    assert confirm(told, "Mum", code).status_code == 200


def test_two_people_may_have_one_address_and_neither_learns_of_the_other(told):
    told.has_email("Mum", "home@mail.example")
    alone = give(told, "Carol", "carol@mail.example")
    shared = give(told, "Carol", "home@mail.example")
    assert shared.status_code == alone.status_code == 200
    assert shared.json["contacts"][0]["confirmed"] is False


def test_whatever_is_left_for_another_is_told_of_the_change(told):
    """Who has somebody's phone for a minute cannot quietly have their notices (bar L2)."""
    told.has_email("Mum", "old@mail.example")
    give(told, "Mum", "new@mail.example")
    told.turn()
    assert told.letters_to("old@mail.example") == []
    confirm(told, "Mum", told.code_to("new@mail.example"))
    told.turn()
    assert [letter.words.splitlines()[0] for letter in told.letters_to("old@mail.example")] == [
        SENTENCE
    ]
    told.mail.letters.clear()
    told.tell("Mum")
    told.turn()
    assert [letter.to for letter in told.mail.letters] == [["new@mail.example"]]


def test_taking_the_old_one_away_first_does_not_hide_the_change(told):
    told.has_email("Mum", "old@mail.example")
    mum = told.world.sign_in("Mum")
    assert mum.delete("/api/my/notices/email").status_code == 204
    told.turn()
    assert told.mail.letters == []  # who takes it away may have their reasons
    given = mum.put("/api/my/notices/push", json={"endpoint": PUSH, **BROWSER})
    assert given.status_code == 200, given.text
    told.turn()
    assert [letter.to for letter in told.mail.letters] == [["old@mail.example"]]


def test_who_takes_their_address_away_is_told_nothing_more_and_it_is_forgotten(told):
    told.has_email("Mum")
    told.tell("Mum")
    assert told.world.sign_in("Mum").delete("/api/my/notices/email").status_code == 204
    assert mine(told, "Mum")["channel"] == "none"
    told.turn()
    assert told.mail.letters == []
    with told.world.inside() as session:
        assert actions.forget_left(session, now=after(hours=23)) == 0
        assert actions.forget_left(session, now=after(hours=24)) == 1
    with told.world.inside():
        assert db.session.scalars(select(ContactPoint.address)).all() == [None]


def test_nobody_sends_codes_to_strangers_all_day(told):
    for number in range(5):
        assert give(told, "Mum", f"stranger{number}@mail.example").status_code == 200
    refused = give(told, "Mum", "stranger5@mail.example")
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "3600"
    assert give(told, "Carol", "carol@mail.example").status_code == 200


def test_only_the_newest_of_several_addresses_can_be_confirmed(told):
    give(told, "Mum", "one@mail.example")
    told.turn()
    one = told.code_to("one@mail.example")
    give(told, "Mum", "two@mail.example")
    told.turn()
    assert confirm(told, "Mum", one).json["code"] == "wrong_code"
    assert len(mine(told, "Mum")["contacts"]) == 1


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("07700 900123", "+447700900123"),
        ("+44 7700 900123", "+447700900123"),
        ("0044 (7700) 900-123", "+447700900123"),
        ("01632 960001", None),  # no mobile
        ("+33 6 12 34 56 78", None),
        ("ada@mail.example", None),
    ],
)
def test_a_text_goes_to_a_british_mobile(told, said, kept):
    answer = give(told, "Mum", said, kind="text")
    assert answer.status_code == (200 if kept else 422), answer.text
    if kept:
        assert answer.json["contacts"][0]["hint"] == "…123"


@pytest.mark.parametrize(
    "address",
    [
        "nobody",
        "a@b",
        "a b@mail.example",
        "a@mail.example\r\nBcc: b@mail.example",
        "é@mail.example",
    ],
)
def test_what_is_no_address_is_refused(told, address):
    answer = give(told, "Mum", address)
    assert answer.status_code == 422
    assert answer.json["fields"] == {"address": ["not_valid"]}


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://updates.push.services.mozilla.com/x",
        "https://push.example/x",
        "https://127.0.0.1/x",
        "https://updates.push.services.mozilla.com:8443/x",
        "https://updates.push.services.mozilla.com@evil.example/x",
        "https://evil.example/updates.push.services.mozilla.com",
        "https://xpush.services.mozilla.com.evil.example/",
        "https://notpush.apple.com.example/",
        "https://[::1/x",
    ],
)
def test_our_server_writes_to_no_address_that_a_page_makes_up(told, endpoint):
    body = {"endpoint": endpoint, **BROWSER}
    answer = told.world.sign_in("Mum").put("/api/my/notices/push", json=body)
    assert answer.status_code == 422, endpoint


def test_a_child_always_has_quiet_hours_and_others_may_have_none(told):
    none = {"channel": "none", "quiet_from": None, "quiet_until": None}
    refused = told.world.sign_in("Ada").put("/api/my/notices", json=none)
    assert refused.json["fields"] == {"quiet_from": ["required"]}
    assert told.world.sign_in("Mum").put("/api/my/notices", json=none).status_code == 200
    half = {"channel": "none", "quiet_from": "20:00", "quiet_until": None}
    assert told.world.sign_in("Mum").put("/api/my/notices", json=half).status_code == 422
