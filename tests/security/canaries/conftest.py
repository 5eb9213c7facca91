"""The canaries' world: built once, and then looked at by everybody."""

import io
import logging
from collections.abc import Iterator

import pytest

from cadair.foundation import logs
from cadair.foundation.clock import frozen
from tests.backend.contributions.conftest import NOW
from tests.conftest import _fresh_app
from tests.security.canaries.world import Canaries, build, look


@pytest.fixture(scope="package")
def said_aloud() -> Iterator[io.StringIO]:
    """Everything that is logged while the world is built and looked at, as the server writes it."""
    stream, root = io.StringIO(), logging.getLogger()
    handler, before = logging.StreamHandler(stream), root.level
    handler.setFormatter(logs.WordlessFormatter())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture(scope="package")
def canaries(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    said_aloud: io.StringIO,
) -> Iterator[Canaries]:
    """Everything that happened, and what each person got of it."""
    for app in _fresh_app(request, tmp_path_factory.mktemp("canaries")):
        with frozen(NOW):
            world = build(app)
            look(world)
            yield world
