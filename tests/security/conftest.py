"""A world with one of everything, and who asks it everything, always on the same day."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from cadair.foundation.clock import frozen
from tests.access.sweeping import Sweeper
from tests.world.everything import Everything

# A Wednesday in term, with no bank holiday near: what is told of a date is told in every run.
DAY = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def sweeper(empty_app: Flask) -> Sweeper:
    """Everybody signed in, once for a whole module."""
    with frozen(DAY):
        return Sweeper(Everything(empty_app), empty_app)
