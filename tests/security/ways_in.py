"""Signing in (G1 to G10): the cost of a guess, who can be told apart, limits, endings, passkeys."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient

from cadair.access.actor import Job
from cadair.app import create_app
from cadair.commands.serving import bring_up_to_date
from cadair.foundation.clock import now
from cadair.foundation.database import add_rows, db
from cadair.people import actions as people
from cadair.people.actions import signing_in
from cadair.people.models import Card, Device, Nation, Passphrase, Person, PictureCode
from cadair.people.rules import CARD_LASTS, DeviceKind, digest
from tests.conftest import browser, settings_in
from tests.security.checks import Outcome, held_by, security_check

HERE = "tests/backend/people"
ACCOUNTS = 1000
PICTURES = ["sun", "cat", "key", "boat"]
DOORS: dict[str, Callable[[str], dict[str, object]]] = {
    "/api/sign-in": lambda name: {"who": name, "passphrase": "guess guess guess"},
    "/api/sign-in/pictures": lambda name: {"who": name, "pictures": PICTURES},
    "/api/cards/look": lambda name: {"card": f"token-{name}"},
}

held_by(
    "G3",
    "10 tries/h/account from unknown devices; each bucket trips alone",
    f"{HERE}/test_limits.py",
    f"{HERE}/test_abuse.py",
)
held_by(
    "G4",
    "10,000 wrong tries: the child's own phone waits at most 1 s longer",
    f"{HERE}/test_limits.py::test_a_child_comes_in_on_their_own_phone_while_ten_thousand_guess",
)
held_by(
    "G5",
    "id rotated at sign-in, proof, change of factor; only its digest kept",
    f"{HERE}/test_proving.py",
    f"{HERE}/test_kept_secrets.py",
)
held_by(
    "G6",
    "refused at once; idle staff 15, others 30 min; staff 10 h at most",
    f"{HERE}/test_endings.py",
)
held_by(
    "G7",
    "no way in or back leaves the second factor out",
    f"{HERE}/test_endings.py::test_every_open_door_has_been_thought_about",
    f"{HERE}/test_second_step.py",
    "tests/backend/children/test_lost_phone.py",
)
held_by(
    "G8",
    "0 staff sessions without a second factor; codes once; proof in 5 min",
    f"{HERE}/test_second_step.py",
    f"{HERE}/test_sign_on.py",
    "tests/access/test_matrix.py::test_a_page_left_open_can_do_nothing_that_must_be_proved",
    "tests/access/test_matrix.py::test_what_must_be_proved_is_listed_by_hand",
    "tests/backend/access/test_policy.py",
)
held_by(
    "G9",
    "0 accepted: origin, party, reuse, no verification, copied, foreign",
    f"{HERE}/test_passkeys.py",
)
held_by(
    "G10",
    "4 words of 2,048, once, 7 days, one person's; 0 accounts by a code alone after 10 wrong",
    f"{HERE}/test_pictures.py",
    f"{HERE}/test_routes.py::test_a_card_lets_one_person_in_once",
    f"{HERE}/test_routes.py::test_a_card_ends_after_seven_days",
    f"{HERE}/test_abuse.py::test_of_two_phones_with_one_card_the_slower_changes_nothing",
    f"{HERE}/test_limits.py::test_a_card_cannot_be_guessed",
    f"{HERE}/test_limits.py::test_one_address_tries_sixty_cards_an_hour",
)


@security_check
def what_a_guess_costs() -> Iterator[Outcome]:
    """One hash, and how many run at once."""
    kept = signing_in.HASHER
    took = []
    for _ in range(9):
        began = time.process_time()  # its own work, however busy the machine is
        kept.hash("violet kettle galaxy")
        took.append((time.process_time() - began) * 1000)
    middle = statistics.median(took)
    strong = kept.memory_cost >= 64 * 1024 and kept.time_cost >= 3 and kept.type.name == "ID"
    at_once = signing_in.AT_ONCE._value  # as many as may hash at one moment
    yield Outcome(
        "G1",
        f"argon2id {kept.memory_cost // 1024} MiB t={kept.time_cost}, {middle:.0f} ms of work, "
        f"{at_once} at once",
        "argon2id >= 64 MiB t=3; 150-350 ms on the target; at most 2 at once",
        strong and at_once <= 2 and 150 <= middle <= 350,
    )


@security_check
def who_can_be_told_apart() -> Iterator[Outcome]:
    """What there is against what there is not, at every open door that is told a name or a card.

    The hash is made cheap for it, so that whatever differs beside it shows all the more.
    """
    usual = signing_in.HASHER
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    signing_in.HASHER = quick
    signing_in._nobody.cache_clear()
    try:
        with tempfile.TemporaryDirectory() as folder:
            app = _with_accounts(Path(folder), quick)
            for door, ask in DOORS.items():
                yield _told_apart(app, door, ask)
            with app.app_context():
                db.engine.dispose()
    finally:
        signing_in.HASHER = usual
        signing_in._nobody.cache_clear()


def _told_apart(app: Flask, door: str, ask: Callable[[str], dict[str, object]]) -> Outcome:
    client = browser(app)
    _ask(client, door, ask("warm-up-00"), 0)
    there, nowhere, answers = [], [], set()
    for number in range(ACCOUNTS):
        pair = [(there, f"known-{number:04}"), (nowhere, f"other-{number:04}")]
        # Whoever asks second from an address has a try counted already: they take turns.
        for took, name in pair if number % 2 else reversed(pair):
            seconds, answer = _ask(client, door, ask(name), number)
            took.append(seconds)
            answers.add(answer)
    apart = _auc(there, nowhere)
    return Outcome(
        "G2",
        f"{door[5:]}: {len(answers)} answer for {2 * ACCOUNTS}; AUC of the time {apart:.3f}",
        "identical bytes; AUC 0.45-0.55",
        len(answers) == 1 and 0.45 <= apart <= 0.55,
    )


def _with_accounts(folder: Path, hasher: PasswordHasher) -> Flask:
    app = create_app(settings_in(folder, f"sqlite:///{folder}/cadair.db"))
    with app.app_context():
        bring_up_to_date(app)
        people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name="Northmoor",
            nation=Nation.ENGLAND,
        )
        rows = [
            people.person_row(
                person_id=uuid4(), job=Job.CHILD, name="Sam", sign_in_name=f"known-{number:04}"
            )
            for number in range(ACCOUNTS)
        ]
        add_rows(db.session, Person, rows)
        hashed = hasher.hash("violet kettle galaxy")
        add_rows(
            db.session,
            Passphrase,
            [{"person_id": row["id"], "hashed": hashed, "changed_at": now()} for row in rows],
        )
        devices = [
            {
                "id": uuid4(), "person_id": row["id"], "kind": DeviceKind.PHONE,
                "token_digest": digest("device", row["sign_in_name"]), "first_seen_at": now(),
            }
            for row in rows
        ]  # fmt: skip
        add_rows(db.session, Device, devices)
        codes = [{"device_id": one["id"], "hashed": hashed, "chosen_at": now()} for one in devices]
        add_rows(db.session, PictureCode, codes)
        add_rows(db.session, Card, [_used_card(row) for row in rows])
        db.session.commit()
    return app


def _used_card(row: dict[str, Any]) -> dict[str, Any]:
    name = row["sign_in_name"]
    return {
        "id": uuid4(), "person_id": row["id"], "issued_by_id": None, "issued_at": now(),
        "token_digest": digest("card", f"token-{name}"), "words_digest": digest("card", name),
        "expires_at": now() + CARD_LASTS, "used_at": now(),
    }  # fmt: skip


def _ask(
    client: FlaskClient, door: str, body: dict[str, object], number: int
) -> tuple[float, tuple[object, ...]]:
    place = f"10.{number // 250}.{number % 250}.1"
    began = time.perf_counter()
    answer = client.post(door, json=body, environ_base={"REMOTE_ADDR": place})
    seconds = time.perf_counter() - began
    return seconds, (answer.status_code, answer.data, tuple(sorted(answer.headers)))


def _auc(ones: list[float], others: list[float]) -> float:
    """The chance that one of the first took longer than one of the second (0.5: no telling)."""
    ranked = sorted([(value, 1) for value in ones] + [(value, 0) for value in others])
    ranks = sum(place for place, (_, mine) in enumerate(ranked, start=1) if mine)
    return (ranks - len(ones) * (len(ones) + 1) / 2) / (len(ones) * len(others))
