"""A world with one of everything, and who asks it everything."""

import pytest
from flask import Flask

from tests.access.sweeping import Sweeper
from tests.world.everything import Everything


@pytest.fixture(scope="module")
def sweeper(empty_app: Flask) -> Sweeper:
    """Everybody signed in, once for a whole module."""
    return Sweeper(Everything(empty_app), empty_app)
