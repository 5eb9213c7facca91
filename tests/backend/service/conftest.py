"""Priya's caseload: Ada alone, or with as many more as a test needs."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import update

from cadair.access.actor import Job, the_service
from cadair.children import actions as children
from cadair.children.actions import NewAllocation
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.foundation.clock import frozen
from cadair.people import actions as people
from cadair.reviews import actions as reviews
from cadair.reviews.models import Review
from tests.backend.contributions.conftest import CARE_BEGAN, NOW, World, a_world


@pytest.fixture
def world(app: Flask):
    with frozen(NOW):
        yield a_world(app)


def add_children(world: World, count: int, *, officer: str = "Priya", **more) -> list[UUID]:
    """More children for an officer, each with a first review of its own."""
    service = the_service(world.council_id)
    ids = [uuid4() for _ in range(count)]
    with world.inside() as session:
        for number, child_id in enumerate(ids):
            people.add_person(
                session, person_id=child_id, job=Job.CHILD, name=f"Child{number:03} Reed"
            )
            children.add_child(
                session,
                actor=service,
                person_id=child_id,
                record=_record(f"B{child_id}", CARE_BEGAN - timedelta(days=number % 30), **more),
                now=NOW,
            )
            children.allocate(
                session,
                actor=service,
                allocation=NewAllocation(
                    child_id=child_id, officer_id=world.ids[officer], from_on=CARE_BEGAN
                ),
                now=NOW,
            )
        reviews.schedule(session, actor=service, child_ids=ids, now=NOW)
        reviews.open_due(session, actor=service, now=NOW)
    return ids


def _record(number: str, began_on: date, *, born_on: date = date(2014, 5, 1)) -> ChildRecord:
    episode = EpisodeFacts(began_on=began_on, reason_began="S", legal_status="C2", place="U1")
    return ChildRecord(case_number=number, born_on=born_on, sex="1", episodes=(episode,))


def change_review(world: World, **values) -> None:
    """Ada's review becomes another."""
    with world.inside() as session:
        session.execute(update(Review).where(Review.id == world.review_id).values(**values))
