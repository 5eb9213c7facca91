"""Two councils with everyone who could ask: the demo's people, and those who no longer may."""

from datetime import timedelta
from functools import cache
from unittest.mock import patch
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from cadair.access.actor import STAFF, Job, the_service
from cadair.children import actions as children
from cadair.children.actions import NewAllocation, NewRelationship
from cadair.children.rules.kinds import RelationshipKind
from cadair.commands.demo.building import build
from cadair.commands.demo.people import demo_id, demo_secret
from cadair.foundation.clock import now, today
from cadair.foundation.database import db, scope_to
from cadair.people import actions as people
from cadair.people.actions import signing_in
from cadair.people.actions.signing_in import start_session
from cadair.people.models import SignInSession
from cadair.people.routes import SESSION_COOKIE
from cadair.people.rules import digest
from cadair.people.rules.second_step import SecondStep
from cadair.reviews import queries as reviews
from tests.conftest import browser

NORTHMOOR = demo_id("Northmoor")
BRO_GWYNFRYN = demo_id("Bro Gwynfryn")
JADEN = demo_id("jaden")

JOBS = {
    "jaden": Job.CHILD, "amelia": Job.CHILD, "sandra": Job.CARER, "karen": Job.PARENT,
    "lee": Job.PARENT, "okafor": Job.PROFESSIONAL, "yusuf": Job.PROFESSIONAL,
    "tom": Job.SOCIAL_WORKER, "priya": Job.REVIEWING_OFFICER, "daniel": Job.REVIEWING_OFFICER,
    "helen": Job.SERVICE_MANAGER, "maud": Job.CARER, "nadia": Job.REVIEWING_OFFICER,
    "olu": Job.REVIEWING_OFFICER, "ade": Job.ADMINISTRATOR,
    "elin": Job.CHILD, "mair": Job.CARER, "carys": Job.REVIEWING_OFFICER,
    "rhian": Job.SERVICE_MANAGER,
}  # fmt: skip
# Who is there too, and of whom the matrix does not ask.
ALSO = {"ifan": Job.SOCIAL_WORKER, "dewi": Job.PARENT, "efa": Job.REVIEWING_OFFICER}
HALF_SIGNED_IN = "half_signed_in"
IN_WALES = {"elin", "mair", "carys", "rhian", *ALSO}


# Everybody of the demo has one passphrase: hashing it twenty times for every world is most of a
# world's cost, and tells no test anything.
_hashed_once = cache(signing_in._hash)


def build_two_councils(app: Flask) -> None:
    """The demo, and beside it: a carer and an officer from before, a cover, an administrator."""
    with app.app_context():
        moment, day = now(), today(now())
        with patch.object(signing_in, "_hash", _hashed_once):
            build(db.session, keyring=app.extensions["cadair.keyring"], now=moment, caseload=6)
        scope_to(db.session, NORTHMOOR)
        service = the_service(NORTHMOOR)
        for key, name in (
            ("maud", "Maud Ellery"),
            ("nadia", "Nadia Rahman"),
            ("olu", "Olu Bankole"),
            ("ade", "Ade Fashola"),
        ):
            people.add_person(db.session, person_id=demo_id(key), job=JOBS[key], name=name)
            if JOBS[key] in STAFF:
                people.add_authenticator(
                    db.session, person_id=demo_id(key), secret=demo_secret(key), now=moment
                )
        children.relate(
            db.session,
            actor=service,
            relationship=NewRelationship(
                child_id=JADEN,
                person_id=demo_id("maud"),
                kind=RelationshipKind.FOSTER_CARER,
                from_on=day - timedelta(days=900),
                until_on=day - timedelta(days=1),
            ),
            now=moment,
        )
        for officer, covers, first, last in (
            ("olu", True, 400, 300),
            ("nadia", True, 2, -10),
        ):
            children.allocate(
                db.session,
                actor=service,
                allocation=NewAllocation(
                    child_id=JADEN,
                    officer_id=demo_id(officer),
                    covers=covers,
                    from_on=day - timedelta(days=first),
                    until_on=day - timedelta(days=last),
                ),
                now=moment,
            )
        scope_to(db.session, BRO_GWYNFRYN)  # where Carys would have nobody to cover for her
        people.add_person(
            db.session, person_id=demo_id("efa"), job=Job.REVIEWING_OFFICER, name="Efa Wynne"
        )
        db.session.commit()


def signed_in(app: Flask, key: str, *, proved_minutes_ago: int = 0) -> FlaskClient:
    """A browser in which this person has just signed in, staff with both steps.

    Nobody, for `anonymous`; Priya with her password alone, for `half_signed_in`.
    """
    if key == "anonymous":
        return browser(app)
    half = key == HALF_SIGNED_IN
    key = "priya" if half else key
    job = (JOBS | ALSO)[key]
    with app.app_context():
        session = start_session(
            db.session,
            person_id=demo_id(key),
            council_id=BRO_GWYNFRYN if key in IN_WALES else NORTHMOOR,
            job=job,
            device_token=None,
            now=now(),
            step=SecondStep.AUTHENTICATOR if job in STAFF and not half else None,
        )
        db.session.flush()
        kept = db.session.get_one(SignInSession, digest("session", session.session_token))
        kept.proved_at -= timedelta(minutes=proved_minutes_ago)
        db.session.commit()
    client = browser(app)
    client.set_cookie(SESSION_COOKIE, session.session_token, secure=True)
    return client


def open_review(app: Flask, child: UUID = JADEN) -> UUID:
    """The id of the child's next review."""
    with app.app_context():
        scope_to(db.session, NORTHMOOR)
        return reviews.upcoming_for(db.session, child_ids=[child])[child].id
