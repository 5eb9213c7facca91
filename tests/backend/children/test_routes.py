"""Choosing the questions that suit a child, over HTTP."""

from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cadair.access.actor import Job
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation import clock
from cadair.foundation.database import db
from cadair.people import queries as people_queries
from cadair.people.actions.signing_in import start_session
from cadair.people.models import Nation
from cadair.people.routes import SESSION_COOKIE
from cadair.people.rules.second_step import SecondStep
from tests.backend.children.conftest import a_council
from tests.backend.children.test_queries import World
from tests.conftest import browser


@pytest.fixture
def people(app: Flask) -> dict[str, tuple[UUID, Job]]:
    """Sam, whom Priya reviews, and those who may not choose for Sam."""
    with app.app_context():
        world = World(db.session, a_council(app, db.session, "Northmoor", Nation.ENGLAND))
        world.allocate(world.priya)
        found = {
            "Sam": (world.sam, Job.CHILD),
            "Priya": (world.priya, Job.REVIEWING_OFFICER),
            "Omar": (world.person(Job.REVIEWING_OFFICER, "Omar"), Job.REVIEWING_OFFICER),
            "Owen": (world.person(Job.SERVICE_MANAGER, "Owen"), Job.SERVICE_MANAGER),
            "Jo": (world.relate(RelationshipKind.MOTHER, "Jo"), Job.PARENT),
        }
        db.session.commit()
    return found


def signed_in(app: Flask, whom: tuple[UUID, Job]) -> FlaskClient:
    with app.app_context():
        [council_id] = people_queries.councils(db.session).values()
        session = start_session(
            db.session,
            person_id=whom[0],
            council_id=council_id,
            job=whom[1],
            device_token=None,
            now=clock.now(),
            step=SecondStep.AUTHENTICATOR,
        )
        db.session.commit()
    client = browser(app)
    client.set_cookie(SESSION_COOKIE, session.session_token, secure=True)
    return client


def band(child: UUID) -> str:
    return f"/api/children/{child}/band"


def test_a_reviewing_officer_chooses_the_band_and_goes_back_to_age(app, people):
    priya, sam = signed_in(app, people["Priya"]), people["Sam"][0]
    chosen = priya.put(band(sam), json={"band": "16_plus"})
    assert chosen.status_code == 200
    assert chosen.json == {"id": str(sam), "band": "16_plus", "band_suggested": "12_to_15"}
    again = priya.put(band(sam), json={"band": None})
    assert again.json["band"] == "12_to_15"


def test_nobody_else_chooses_the_band(app, people):
    for who in ("Sam", "Omar", "Owen", "Jo"):
        client = signed_in(app, people[who])
        refused = client.put(band(people["Sam"][0]), json={"band": "16_plus"})
        unknown = client.put(band(uuid4()), json={"band": "16_plus"})
        assert (who, refused.status_code) == (who, 404)
        assert refused.data == unknown.data


def test_a_band_that_is_none_is_refused(app, people):
    priya = signed_in(app, people["Priya"])
    for body in ({"band": "adult"}, {}, {"band": "16_plus", "why": "x"}):
        assert priya.put(band(people["Sam"][0]), json=body).status_code == 422
