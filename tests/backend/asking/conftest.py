"""Ada, whom Priya reviews, and Zoe, whom Omar does; a council beside theirs."""

import pytest
from flask import Flask

from cadair.children import actions as children
from cadair.children.actions import NewAllocation
from tests.backend.reviews.conftest import NOW, World
from tests.backend.reviews.conftest import elsewhere as elsewhere
from tests.backend.reviews.conftest import world as world


@pytest.fixture
def covered(app: Flask, world: World) -> World:
    """Omar covers for Ada's officer this week."""
    with world.inside() as session:
        children.allocate(
            session,
            actor=world.service,
            allocation=NewAllocation(
                child_id=world.ids["Ada"],
                officer_id=world.ids["Omar"],
                covers=True,
                from_on=NOW.date(),
                until_on=NOW.date(),
            ),
            now=NOW,
        )
    return world
