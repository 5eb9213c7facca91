"""Guessing is slow and locks nobody out: each limit tripped alone, and a child still comes in."""

import math
import threading
import time
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient

from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people.actions import signing_in
from cadair.people.models import WrongTry
from cadair.people.rules import CARD_WORDS, digest, words
from tests.backend.people.test_abuse import PASSPHRASE, add, card_for, sign_in
from tests.backend.people.test_second_step import PASSWORD, enrol, priya, say_password, step
from tests.conftest import browser

__all__ = ["priya"]

NAME = "brave-otter-42"


def at(app: Flask, address: str) -> FlaskClient:
    client = browser(app)
    client.environ_base["REMOTE_ADDR"] = address
    return client


def wrong(client: FlaskClient, who: str = NAME) -> int:
    return sign_in(client, who, "guess guess guess").status_code


def test_a_hash_costs_what_the_bar_asks_for(as_shipped):
    kept = signing_in.HASHER
    assert (kept.memory_cost, kept.time_cost, kept.parallelism) == (64 * 1024, 3, 1)
    assert kept.type.name == "ID"


def test_at_most_two_are_hashed_at_once(monkeypatch):
    most, running, held = [0], [0], threading.Lock()

    class Slow:
        def verify(self, *_: str) -> bool:
            with held:
                running[0] += 1
                most[0] = max(most[0], running[0])
            time.sleep(0.02)
            with held:
                running[0] -= 1
            return True

    monkeypatch.setattr(signing_in, "HASHER", Slow())
    threads = [threading.Thread(target=signing_in._verified, args=("", "")) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [2]


def test_an_unknown_name_costs_the_same_work_and_gets_the_same_answer(app, monkeypatch):
    add(app, "Northmoor", "Sam Reed", NAME)
    checked = []
    before = signing_in._verified
    monkeypatch.setattr(signing_in, "_verified", lambda *told: checked.append(1) or before(*told))
    answers = []
    for who in (NAME, "nobody-here-12", "nobody@nowhere.example"):
        answer = sign_in(browser(app), who, "guess guess guess")
        answers.append((answer.status_code, answer.data, sorted(answer.headers)))
        assert len(checked) == 1, who
        checked.clear()
    assert answers[0] == answers[1] == answers[2]


def test_one_account_from_a_thousand_addresses_is_tried_ten_times_an_hour(app):
    add(app, "Northmoor", "Sam Reed", NAME)
    tried = [wrong(at(app, f"10.0.{n // 250}.{n % 250}")) for n in range(1000)]
    assert tried.count(401) == 10
    assert set(tried) == {401, 429}


def test_one_address_tries_sixty_times_whatever_the_names(app):
    tried = [wrong(at(app, "192.0.2.7"), f"nobody-{n}") for n in range(61)]
    assert tried == [401] * 60 + [429]
    assert wrong(at(app, "192.0.2.8"), "nobody-99") == 401


def test_a_known_device_has_thirty_tries_of_its_own(app):
    add(app, "Northmoor", "Sam Reed", NAME)
    own = browser(app)
    assert sign_in(own, NAME).status_code == 200
    assert [wrong(own) for _ in range(31)] == [401] * 30 + [429]
    assert sign_in(browser(app), NAME).status_code == 200  # nobody else waits for it


def test_the_right_password_alone_enters_no_account_with_a_second_factor(app, priya):
    enrol(browser(app))
    thief = browser(app)
    assert say_password(thief).status_code == 202
    guesses = [step(thief, code=f"{n:06}").status_code for n in range(20)]
    assert guesses == [403] * 10 + [429] * 10
    assert thief.get("/api/me").status_code == 401
    assert PASSWORD == PASSPHRASE


def test_a_card_cannot_be_guessed(app):
    assert len(set(words())) == len(words()) >= 2048
    assert CARD_WORDS * math.log2(len(words())) >= 44
    council_id, person_id = add(app, "Northmoor", "Sam Reed", NAME)
    card = card_for(app, council_id, person_id, uuid4())
    assert len(card.words) == CARD_WORDS
    assert len(card.token) * 6 >= 128  # bits, in base64


def test_one_address_tries_sixty_cards_an_hour(app):
    add(app, "Northmoor", "Sam Reed", NAME)

    def look(client: FlaskClient, number: int) -> int:
        return client.post("/api/cards/look", json={"card": f"a-b-c-{number}"}).status_code

    guesser = at(app, "192.0.2.7")
    assert [look(guesser, number) for number in range(61)] == [404] * 60 + [429]
    assert look(at(app, "192.0.2.8"), 99) == 404


def test_a_child_comes_in_on_their_own_phone_while_ten_thousand_guess(app):
    _, person_id = add(app, "Northmoor", "Sam Reed", NAME)
    phone = browser(app)
    sign_in(phone, NAME)
    usual = _seconds(phone)
    with app.app_context():
        for bucket in (digest("unknown", str(person_id)), digest("address", "127.0.0.1")):
            db.session.add_all([WrongTry(id=uuid4(), bucket=bucket, at=now()) for _ in range(5000)])
        db.session.commit()
    assert wrong(browser(app)) == 429
    assert _seconds(phone) - usual < 1


def _seconds(phone: FlaskClient) -> float:
    began = time.perf_counter()
    assert sign_in(phone, NAME).status_code == 200
    return time.perf_counter() - began
