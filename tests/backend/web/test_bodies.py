"""What a request carries: never in the way of others, and never our fault when it is odd."""

import io
from uuid import uuid4

import pytest
from flask import Flask

from cadair.access.actor import Job
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people import actions as people
from cadair.people.actions.signing_in import start_session
from cadair.people.models import Nation
from cadair.people.routes import SESSION_COOKIE
from tests.conftest import browser


class SlowBody(io.BytesIO):
    """A body that notes whether the database was held while it was waited for."""

    held = False

    def read(self, *args: int) -> bytes:
        self.held |= db.session.in_transaction()
        return super().read(*args)

    def readinto(self, *args: bytearray) -> int:
        self.held |= db.session.in_transaction()
        return super().readinto(*args)


def signed_in(app: Flask):
    with app.app_context():
        council_id = people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name="Northmoor",
            nation=Nation.ENGLAND,
        )
        person_id = people.add_person(db.session, person_id=uuid4(), job=Job.CHILD, name="Sam Reed")
        session = start_session(
            db.session,
            person_id=person_id,
            council_id=council_id,
            job=Job.CHILD,
            device_token=None,
            now=now(),
        )
        db.session.commit()
    client = browser(app)
    client.set_cookie(SESSION_COOKIE, session.session_token, secure=True)
    return client


def test_nobody_waits_for_the_database_while_a_body_is_on_its_way(app):
    body = SlowBody(b'{"language": "cy"}')
    answer = signed_in(app).put(
        "/api/me/language",
        input_stream=body,
        content_length=18,
        content_type="application/json",
    )
    assert answer.status_code == 204
    assert not body.held


@pytest.mark.parametrize(
    "odd",
    [
        b"[" * 200_000,
        b'{"who":' * 100_000,
        b'{"who": ' + b"9" * 10_000 + b"}",
        b'{"who": "\xff"}',
        b"{",
    ],
    ids=["deep list", "deep object", "long number", "no text", "half"],
)
def test_a_body_that_nobody_could_read_is_the_senders_fault(app, odd):
    answer = browser(app).post("/api/sign-in", data=odd, content_type="application/json")
    assert (answer.status_code, answer.json["code"]) == (400, "bad_request")


def test_a_body_that_is_too_large_is_refused(app):
    answer = browser(app).post(
        "/api/sign-in", data=b"[" * 1_100_000, content_type="application/json"
    )
    assert (answer.status_code, answer.json["code"]) == (413, "too_large")


def test_a_name_that_a_query_says_twice_is_refused(app):
    client = signed_in(app)
    one, two = "review_id=" + str(uuid4()), "review_id=" + str(uuid4())
    assert client.get(f"/api/contributions?{one}").status_code == 404  # there is no such review
    for twice in (f"{one}&{two}", f"{one}&{one}", f"review_id=&{one}"):
        answer = client.get(f"/api/contributions?{twice}")
        assert (answer.status_code, answer.json["fields"]) == (422, {"query": ["repeated"]})
