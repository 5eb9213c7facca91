"""A council with two children, the people around them, and a browser for each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job, the_service
from cadair.children import actions as children
from cadair.children.actions import NewAllocation, NewRelationship
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation.clock import frozen
from cadair.foundation.database import db, scope_to
from cadair.people import actions as people
from cadair.people.models import Device, Nation, SignInSession
from cadair.people.rules import DeviceKind, digest
from cadair.people.rules.second_step import SecondStep
from cadair.reviews import actions as reviews
from cadair.reviews import queries
from tests.conftest import browser
from tests.world.kept import begin_with

NOW = datetime(2026, 3, 16, 16, 0, tzinfo=UTC)
CARE_BEGAN = date(2026, 3, 2)  # so the first review is due by 30 March

JOBS = {
    "Ada": Job.CHILD,
    "Zoe": Job.CHILD,
    "Priya": Job.REVIEWING_OFFICER,
    "Omar": Job.REVIEWING_OFFICER,
    "Carol": Job.CARER,
    "Mum": Job.PARENT,
    "Dad": Job.PARENT,
    "Wendy": Job.SOCIAL_WORKER,
    "Teacher": Job.PROFESSIONAL,
    "Stranger": Job.PARENT,
    "Boss": Job.SERVICE_MANAGER,
    "Clerk": Job.ADMINISTRATOR,
}
AROUND_ADA = {
    "Carol": RelationshipKind.FOSTER_CARER,
    "Mum": RelationshipKind.MOTHER,
    "Dad": RelationshipKind.FATHER,
    "Wendy": RelationshipKind.SOCIAL_WORKER,
    "Teacher": RelationshipKind.SCHOOL,
}
AROUND_ZOE = {"Wendy": RelationshipKind.SOCIAL_WORKER}


@dataclass
class World:
    """One council.  Ada's reviewing officer is Priya, Zoe's is Omar."""

    app: Flask
    council_id: UUID
    ids: dict[str, UUID] = field(default_factory=dict)

    @property
    def service(self) -> Actor:
        return the_service(self.council_id)

    def actor(self, who: str) -> Actor:
        return Actor(person_id=self.ids[who], council_id=self.council_id, job=JOBS[who])

    @contextmanager
    def inside(self) -> Iterator[Session]:
        """A session of this council, kept when all went well."""
        with self.app.app_context():
            scope_to(db.session, self.council_id)
            yield db.session
            db.session.commit()

    def review_of(self, who: str) -> queries.ReviewFacts:
        with self.inside() as session:
            return queries.upcoming_for(session, child_ids=[self.ids[who]])[self.ids[who]]

    def open_reviews(self, now: datetime = NOW) -> int:
        with self.inside() as session:
            return reviews.open_due(session, actor=self.service, now=now)

    def schedule(self, *who: str, now: datetime = NOW) -> int:
        with self.inside() as session:
            return reviews.schedule(
                session, actor=self.service, child_ids=[self.ids[name] for name in who], now=now
            )

    def sign_in(self, who: str) -> FlaskClient:
        token, device_id = f"token {uuid4()}", uuid4()
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


def a_council(app: Flask, name: str, **settings: object) -> World:
    situation = f"Ada and Zoe in {name} {settings}"
    return begin_with(app, situation, lambda: _made(app, name, settings))


def _made(app: Flask, name: str, settings: dict[str, object]) -> World:
    with app.app_context():
        session = db.session
        council_id = people.add_council(
            session,
            keyring=app.extensions["cadair.keyring"],
            name=name,
            nation=Nation.ENGLAND,
            settings=settings,
        )
        world = World(app=app, council_id=council_id)
        for who, job in JOBS.items():
            world.ids[who] = people.add_person(
                session, person_id=uuid4(), job=job, name=f"{who} Reed"
            )
        for child, officer, circle in (
            ("Ada", "Priya", AROUND_ADA),
            ("Zoe", "Omar", AROUND_ZOE),
        ):
            add_child(session, world, child, officer, circle)
        session.commit()
    world.schedule("Ada", "Zoe")
    return world


def add_child(
    session: Session,
    world: World,
    child: str,
    officer: str,
    circle: dict[str, RelationshipKind],
) -> None:
    children.add_child(
        session,
        actor=world.service,
        person_id=world.ids[child],
        record=ChildRecord(
            case_number=f"{child} 1",
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
        actor=world.service,
        allocation=NewAllocation(
            child_id=world.ids[child], officer_id=world.ids[officer], from_on=CARE_BEGAN
        ),
        now=NOW,
    )
    for who, kind in circle.items():
        relate(session, world, child, who, kind)


def relate(
    session: Session,
    world: World,
    child: str,
    who: str,
    kind: RelationshipKind,
    until_on: date | None = None,
) -> None:
    children.relate(
        session,
        actor=world.service,
        relationship=NewRelationship(
            child_id=world.ids[child],
            person_id=world.ids[who],
            kind=kind,
            from_on=CARE_BEGAN,
            until_on=until_on,
        ),
        now=NOW,
    )


@pytest.fixture
def world(app: Flask) -> Iterator[World]:
    """Northmoor, on the day that Ada's and Zoe's reviews come into their window."""
    with frozen(NOW):
        yield a_council(app, "Northmoor")


@pytest.fixture
def elsewhere(app: Flask, world: World) -> World:
    """Another council, with an Ada of its own."""
    return a_council(app, "Southmoor")


@pytest.fixture
def statements(app: Flask) -> Callable[[], Iterator[list[str]]]:
    """Counts what is said to the database: `with statements() as said: …`."""

    @contextmanager
    def listening() -> Iterator[list[str]]:
        said: list[str] = []

        def hear(_connection, _cursor, statement, *_rest) -> None:
            said.append(statement)

        with app.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", hear)
        try:
            yield said
        finally:
            event.remove(engine, "before_cursor_execute", hear)

    return listening
