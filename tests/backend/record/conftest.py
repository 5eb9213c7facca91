"""Ada's review, with what people said before it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import update

from cadair.access.actor import the_service
from cadair.foundation.clock import frozen
from cadair.reviews import actions as reviews
from cadair.reviews import queries as review_queries
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.backend.contributions.conftest import NOW, World, a_world, an_answer

FORMS = {
    "Ada": "child_12_to_15",
    "Carol": "carer",
    "Mum": "parent",
    "Wendy": "professional",
    "Teacher": "professional",
    "Priya": "observation",
}


@pytest.fixture
def world(app: Flask):
    with frozen(NOW):
        yield a_world(app)


def share(world: World, who: str, *answers: dict, **told) -> str:
    """Somebody shares answers with the open review; returns the contribution's id."""
    id_ = str(uuid4())
    answer = world.sign_in(who).put(
        f"/api/contributions/{id_}",
        json={
            "review_id": str(world.review_id),
            "form": FORMS[who],
            "form_version": 1,
            "language": "en",
            "helper": None,
            "replaces": None,
            "answers": list(answers) or [an_answer("going_well.words", words="He sings.")],
            **told,
        },
    )
    assert answer.status_code == 200, answer.text
    return id_


def hold(world: World) -> UUID:
    """The open review was held yesterday, and the next one is open; returns the held one's id."""
    held_id = world.review_id
    with world.inside() as session:
        yesterday = NOW.date() - timedelta(days=1)
        session.execute(
            update(Review).where(Review.id == held_id).values(held_on=yesterday, stage=Stage.CLOSED)
        )
        service = the_service(world.council_id)
        reviews.schedule(session, actor=service, child_ids=[world.child_id], now=NOW)
        upcoming = review_queries.upcoming_for(session, child_ids=[world.child_id])
        world.review_id = upcoming[world.child_id].id
    world.move_to(Stage.OPEN_FOR_VIEWS)
    return held_id
