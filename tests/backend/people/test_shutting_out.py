"""Whoever has left the council is out at once, and nothing that they kept lets them in again."""

from uuid import UUID, uuid4

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import select

from cadair.access.actor import the_service
from cadair.audit.models import AuditEvent
from cadair.commands import shutting_out
from cadair.commands.main import cli
from cadair.foundation.clock import now
from cadair.foundation.database import beyond_councils, db, scope_to
from cadair.people import actions as people
from cadair.people import queries
from tests.backend.people.test_second_step import EMAIL, enrol, priya, say_password
from tests.conftest import browser

__all__ = ["priya"]


def shut_out(app: Flask, monkeypatch: pytest.MonkeyPatch, who: str, council: str) -> Result:
    monkeypatch.setattr(shutting_out, "application", lambda: app)
    return CliRunner().invoke(cli, ["shut-out", who, "--council", council])


def unused_card(app: Flask, person_id: UUID) -> str:
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
        return card.token


def test_a_leaver_is_out_at_once_and_nothing_lets_them_in_again(app, priya, monkeypatch):
    client = browser(app)
    enrol(client)
    assert client.get("/api/today").status_code == 200
    token = unused_card(app, priya)
    done = shut_out(app, monkeypatch, EMAIL.upper(), "Northmoor")
    assert done.exit_code == 0, done.output
    assert client.get("/api/today").json["code"] == "not_signed_in"
    assert say_password(client).json["code"] == "wrong_sign_in"
    used = browser(app).post(
        "/api/cards/use", json={"card": token, "passphrase": "another longer password"}
    )
    assert used.json["code"] == "card_not_valid"
    with app.app_context(), beyond_councils(db.session):
        assert "person.every_device_closed" in db.session.scalars(select(AuditEvent.event)).all()
    assert "sign-on" not in done.output  # this council has none that would let them in


def test_nobody_is_shut_out_by_a_slip_of_the_pen(app, priya, monkeypatch):
    client = browser(app)
    enrol(client)
    for who, council in (("priya@northmoor.example", "Northmoor"), (EMAIL, "Southmoor")):
        assert shut_out(app, monkeypatch, who, council).exit_code == 1
    assert client.get("/api/today").status_code == 200
