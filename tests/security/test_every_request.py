"""Every request, as everyone: no id tells more than it may, and no field is taken in unasked."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from cadair.access.policy import jobs_that_may
from cadair.foundation.database import Base, beyond_councils, db
from tests.access.assigning import NAMES, VALUE, fields_of, named, objects_in, with_more
from tests.access.fields import beyond, listed, sent
from tests.access.slots import SLOTS, slots_of
from tests.access.sweeping import (
    ASKERS,
    NOT_IN,
    Operation,
    Sweeper,
    told,
    wrong_in,
    wrong_with_all,
)
from tests.access.true_requests import BODIES
from tests.world.two_councils import JOBS

# Told once and new each time, so that two answers are never the same.
SECRETS_TOLD = {
    "ask_any_passkey", "ask_new_passkey", "ask_own_passkey", "begin_authenticator", "invite",
    "let_staff_in", "make_recovery_codes",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "commit", Session.flush)


def test_every_slot_that_takes_an_id_is_known(sweeper):
    described = {name: sorted(places) for name, places in slots_of(sweeper.document).items()}
    assert described == {name: sorted(places) for name, places in SLOTS.items()}


@pytest.mark.parametrize("name", SLOTS)
def test_nobody_can_tell_what_they_may_not_know_from_nothing(sweeper, name):
    (operation,) = [each for each in sweeper.operations if each.name == name]
    needs = sweeper.needs[name]
    wrong = []
    for asker in ASKERS:
        shut = asker in NOT_IN or (needs is not None and JOBS[asker] not in jobs_that_may(needs))
        wrong += wrong_in(sweeper, operation, asker, door_is_shut=shut)
        wrong += [] if shut else wrong_with_all(sweeper, operation, asker)
    assert not wrong, "\n".join(wrong)
    for place, slot in SLOTS[name].items():
        seen = sweeper.answered[name, place]
        wanted = {200, 204} if slot.is_made else {slot.answers}
        assert len(sweeper.refused[name, place]) <= 1, f"{place} of {name} is refused in two ways"
        assert seen & wanted, f"nobody's id in {place} of {name} was only answered {seen}"


def writes(sweeper: Sweeper) -> list[Operation]:
    return [each for each in sweeper.operations if each.method != "GET"]


def test_every_request_that_carries_something_has_a_true_one(sweeper):
    described = {
        operation["operationId"]
        for operations in sweeper.document["paths"].values()
        for operation in operations.values()
        if isinstance(operation, dict) and "requestBody" in operation
    }
    assert described == set(BODIES)


def test_no_column_and_no_power_can_be_assigned(sweeper, monkeypatch):
    """Each is named as unknown, at the top and in every object below; the rows stay as they were.

    Here commits are real: what one of these requests wrote would be found.
    """
    told_of, wrong = sweeper.document, []
    askers = {each: sweeper.who_may(each) for each in writes(sweeper) if each.name in BODIES}
    monkeypatch.undo()
    before = everything_stored(sweeper.world.app)
    for operation, asker in askers.items():
        body = sweeper.body(operation, asker)
        for place in objects_in(body):
            more = dict.fromkeys(NAMES - fields_of(told_of, operation.name, place), VALUE)
            answer = sweeper.send(operation, asker, {}, body=with_more(body, place, more))
            refused = {named(place, name): ["unknown"] for name in more}
            if answer.json != {"code": "bad_input", "fields": refused, "status": 422}:
                wrong.append(f"{asker} · {operation.name} · {place}: {answer.text[:300]}")
            assert VALUE not in answer.text
    assert not wrong, "\n".join(wrong)
    assert everything_stored(sweeper.world.app) == before


def test_one_name_alone_is_refused_too(sweeper):
    """A well-formed answer is read by a way of its own, so each name is tried there by itself."""
    (share,) = [each for each in writes(sweeper) if each.name == "share_contribution"]
    body, more = sweeper.body(share, "jaden"), NAMES - {"id", "question", "audience", "wish"}
    for name in more - fields_of(sweeper.document, share.name, ("answers", "0")):
        sent = with_more(body, ("answers", "0"), {name: VALUE})
        answer = sweeper.send(share, "jaden", {}, body=sent)
        assert answer.json["fields"] == {f"answers.0.{name}": ["unknown"]}


def test_what_carries_nothing_takes_nothing(sweeper):
    """A body where none is read changes nothing in the answer."""
    for operation in writes(sweeper):
        if operation.name in BODIES or operation.name in SECRETS_TOLD:
            continue
        asker = sweeper.who_may(operation)
        answer = sweeper.send(operation, asker, {}, body=dict.fromkeys(NAMES, VALUE))
        assert VALUE not in answer.text, operation.name
        assert told(answer) == told(sweeper.send(operation, asker, {})), operation.name


def test_nobody_is_sent_a_field_that_is_not_listed_for_them(sweeper):
    """By role, on real answers in a world with one of everything; nothing is listed in vain."""
    seen, may = sent(sweeper), listed()
    unlisted = [
        f"{operation} sent `{field}` to a {role}, for whom fields.yaml does not list it"
        for role, field, operation in beyond(seen, may)
    ]
    in_vain = [
        f"fields.yaml lists `{field}` of {operation} for a {role}, and nobody was ever sent it"
        for role, field, operation in beyond(may, seen)
    ]
    assert not unlisted, "\n".join(unlisted)
    assert not in_vain, "\n".join(in_vain)


def everything_stored(app: Flask) -> dict[str, list[tuple]]:
    """Every row of every table."""
    with app.app_context(), beyond_councils(db.session):
        connection = db.session.connection()
        return {
            name: sorted(map(repr, connection.execute(table.select())))
            for name, table in Base.metadata.tables.items()
        }
