"""Wrong tries come into the trail afterwards, of whom they were, once, and without a word."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from cadair.audit.models import AuditEvent
from cadair.commands.sweeps import sweep_councils, tell_of_tries
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.people import queries
from tests.backend.people.test_abuse import add, sign_in
from tests.backend.people.test_limits import NAME
from tests.backend.people.test_second_step import enrol, priya, say_password, step
from tests.conftest import browser

__all__ = ["priya"]


def told(app: Flask) -> int:
    with app.app_context():
        return sum(sweep_councils(tell_of_tries, moment=now()).values())


def refused(app: Flask, council_id: object) -> list[AuditEvent]:
    with app.app_context():
        scope_to(db.session, council_id)
        chosen = select(AuditEvent).where(AuditEvent.event.like("%_refused"))
        return list(db.session.scalars(chosen))


def test_wrong_sign_ins_are_told_once_from_here_and_from_elsewhere(app):
    council_id, person_id = add(app, "Northmoor", "Sam Reed", NAME)
    add(app, "Bro Gwynfryn", "Elin Rees", "quiet-heron-17")
    own = browser(app)
    sign_in(own, NAME)
    for client in (own, browser(app), browser(app)):
        assert sign_in(client, NAME, "guess guess guess").status_code == 401
    sign_in(browser(app), "nobody-here-12", "guess guess guess")
    assert refused(app, council_id) == []  # not at once: its time would tell who there is
    assert told(app) == 3
    assert told(app) == 0
    events = refused(app, council_id)
    assert [one.event for one in events] == ["person.sign_in_refused"] * 3
    assert {(one.subject_id, one.actor_id) for one in events} == {(person_id, None)}
    assert all(one.facts == {} and now() - one.at < timedelta(minutes=5) for one in events)


def test_wrong_codes_and_wrong_proofs_are_told_too(app, priya):
    own = browser(app)
    enrol(own)
    thief = browser(app)
    say_password(thief)
    assert step(thief, code="000000").status_code == 403
    changing = {"current": "not the right one", "new": "harbour lantern biscuit"}
    assert own.put("/api/me/passphrase", json=changing).status_code == 401
    assert told(app) == 2
    with app.app_context():
        [council_id] = queries.councils(db.session).values()
    events = {one.event for one in refused(app, council_id)}
    assert events == {"person.code_refused", "person.proof_refused"}
