"""A child whose review is open, the people around them, and a browser for each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job, the_service
from cadair.children import actions as children
from cadair.children import queries as child_queries
from cadair.children.actions import NewAllocation, NewRelationship
from cadair.children.models import Child, Relationship
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation.clock import frozen
from cadair.foundation.database import db, scope_to
from cadair.people import actions as people
from cadair.people.models import Device, Nation, SignInSession
from cadair.people.rules import DeviceKind, digest
from cadair.people.rules.second_step import SecondStep
from cadair.reviews import actions as reviews
from cadair.reviews import queries as review_queries
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.conftest import browser
from tests.world.kept import begin_with

NOW = datetime(2026, 3, 16, 16, 0, tzinfo=UTC)
CARE_BEGAN = date(2026, 3, 2)


@dataclass
class World:
    """One council with one child, Ada, whose first review is open for views."""

    app: Flask
    council_id: UUID
    child_id: UUID
    review_id: UUID
    ids: dict[str, UUID] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)

    def actor(self, who: str) -> Actor:
        return Actor(person_id=self.ids[who], council_id=self.council_id, job=self.jobs[who])

    def standing(self, session: Session, who: str):
        return child_queries.standing(
            session, actor=self.actor(who), child_id=self.child_id, on=NOW.date()
        )

    def move_to(self, stage: Stage) -> None:
        with self.inside() as session:
            session.execute(update(Review).where(Review.id == self.review_id).values(stage=stage))

    @contextmanager
    def inside(self) -> Iterator[Session]:
        """A session of this council; to be left before a browser writes."""
        with self.app.app_context():
            scope_to(db.session, self.council_id)
            yield db.session
            db.session.commit()

    def cannot_say(self, band: str | None = "under_4") -> None:
        """The reviewing officer marked that the child cannot say it: an observation is offered."""
        with self.inside() as session:
            session.execute(update(Child).values(band_override=band))

    def leave(self, who: str) -> None:
        """From today on, this person is nothing to the child any more."""
        with self.inside() as session:
            session.execute(
                update(Relationship)
                .where(Relationship.person_id == self.ids[who])
                .values(until_on=NOW.date() - timedelta(days=1))
            )

    def sign_in(self, who: str) -> FlaskClient:
        """A browser in which this person is signed in, as people.signing_in leaves it."""
        device_id = uuid4()
        token = f"token of {device_id}"
        with self.inside() as session:
            session.add(
                Device(
                    id=device_id,
                    person_id=self.ids[who],
                    token_digest=device_id.bytes,
                    kind=DeviceKind.PHONE,
                    first_seen_at=NOW,
                )
            )
            session.flush()
            session.add(
                SignInSession(
                    digest=digest("session", token),
                    person_id=self.ids[who],
                    device_id=device_id,
                    started_at=NOW,
                    seen_at=NOW,
                    proved_at=NOW,
                    second_step=SecondStep.AUTHENTICATOR,
                    expires_at=NOW + timedelta(hours=8),
                )
            )
        made = browser(self.app)
        made.set_cookie("__Host-sid", token)
        return made


def a_world(app: Flask, *, council: str = "Northmoor") -> World:
    return begin_with(app, f"Ada in {council}", lambda: _made(app, council))


def _made(app: Flask, council: str) -> World:
    with app.app_context():
        session = db.session
        council_id = people.add_council(
            session,
            keyring=app.extensions["cadair.keyring"],
            name=council,
            nation=Nation.ENGLAND,
        )
        service = the_service(council_id)
        world = World(app=app, council_id=council_id, child_id=uuid4(), review_id=uuid4())
        for who, job in (
            ("Ada", Job.CHILD),
            ("Priya", Job.REVIEWING_OFFICER),
            ("Omar", Job.REVIEWING_OFFICER),
            ("Carol", Job.CARER),
            ("Mum", Job.PARENT),
            ("Dad", Job.PARENT),
            ("Wendy", Job.SOCIAL_WORKER),
            ("Teacher", Job.PROFESSIONAL),
            ("Stranger", Job.CARER),
            ("Boss", Job.SERVICE_MANAGER),
            ("Clerk", Job.ADMINISTRATOR),
        ):
            world.ids[who] = world.child_id if who == "Ada" else uuid4()
            world.jobs[who] = job
            people.add_person(session, person_id=world.ids[who], job=job, name=f"{who} Reed")
        session.flush()
        _bring_in_ada(session, world, service)
        session.commit()
    return world


def _bring_in_ada(session: Session, world: World, service: Actor) -> None:
    children.add_child(
        session,
        actor=service,
        person_id=world.child_id,
        record=ChildRecord(
            case_number="A1",
            born_on=date(2012, 5, 1),
            sex="2",
            episodes=(
                EpisodeFacts(began_on=CARE_BEGAN, reason_began="S", legal_status="C2", place="U1"),
            ),
        ),
        now=NOW,
    )
    children.allocate(
        session,
        actor=service,
        allocation=NewAllocation(
            child_id=world.child_id, officer_id=world.ids["Priya"], from_on=CARE_BEGAN
        ),
        now=NOW,
    )
    for who, kind in (
        ("Carol", RelationshipKind.FOSTER_CARER),
        ("Mum", RelationshipKind.MOTHER),
        ("Wendy", RelationshipKind.SOCIAL_WORKER),
        ("Teacher", RelationshipKind.SCHOOL),
    ):
        _relate(session, world, service, who, kind)
    reviews.schedule(session, actor=service, child_ids=[world.child_id], now=NOW)
    reviews.open_due(session, actor=service, now=NOW)
    # Dad joined the circle after everybody was asked, and has not been asked himself.
    _relate(session, world, service, "Dad", RelationshipKind.FATHER)
    upcoming = review_queries.upcoming_for(session, child_ids=[world.child_id])
    world.review_id = upcoming[world.child_id].id


def _relate(
    session: Session, world: World, service: Actor, who: str, kind: RelationshipKind
) -> None:
    children.relate(
        session,
        actor=service,
        relationship=NewRelationship(
            child_id=world.child_id, person_id=world.ids[who], kind=kind, from_on=CARE_BEGAN
        ),
        now=NOW,
    )


@pytest.fixture
def world(app: Flask):
    with frozen(NOW):
        yield a_world(app)


@pytest.fixture
def elsewhere(app: Flask, world: World) -> World:
    """Another council, with an Ada of its own."""
    return a_world(app, council="Southmoor")


@pytest.fixture
def ada(world: World) -> FlaskClient:
    return world.sign_in("Ada")


def an_answer(question: str, **said) -> dict:
    return {
        "id": str(uuid4()),
        "question": question,
        "skip": None,
        "face": None,
        "choices": [],
        "words": None,
        "helper_words": None,
        "audience": "everyone_at_my_review",
        "not_people": [],
        "wish": False,
        **said,
    }


@pytest.fixture
def words(world: World) -> Callable[..., dict]:
    """What a device sends to share: Ada's answers unless others are given."""

    def body(*answers: dict, **told) -> dict:
        return {
            "review_id": str(world.review_id),
            "form": "child_12_to_15",
            "form_version": 1,
            "language": "en",
            "helper": None,
            "replaces": None,
            "answers": list(answers) or [an_answer("home.face", face="happy", words="My room!")],
            **told,
        }

    return body
