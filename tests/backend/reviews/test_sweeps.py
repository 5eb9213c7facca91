"""What runs by itself, council by council."""

import importlib

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select

from cadair.audit.models import AuditEvent, AuditLink
from cadair.commands import sweeps
from cadair.commands.main import cli
from cadair.foundation.database import council_of
from cadair.reviews.rules import Stage
from tests.backend.reviews.conftest import NOW


@pytest.fixture
def command(world, elsewhere, monkeypatch):
    """`cadair open-reviews`, for the councils of this test."""
    monkeypatch.setattr(importlib.import_module(sweeps.__name__), "application", lambda: world.app)
    return lambda: CliRunner().invoke(cli, ["open-reviews"])


def test_every_councils_reviews_are_opened_and_counted(world, elsewhere, command) -> None:
    first = command()
    assert first.exit_code == 0
    assert first.output == "Northmoor: 2 opened\nSouthmoor: 2 opened\n"
    assert command().output == "Northmoor: 0 opened\nSouthmoor: 0 opened\n"
    for council in (world, elsewhere):
        assert council.review_of("Ada").stage is Stage.OPEN_FOR_VIEWS


def test_one_councils_trouble_does_not_keep_the_others_waiting(world, elsewhere) -> None:
    def fails_in_northmoor(session, moment) -> int:
        done = sweeps.open_reviews(session, moment)
        if council_of(session) == world.council_id:
            raise RuntimeError
        return done

    with world.app.app_context():
        done = sweeps.sweep_councils(fails_in_northmoor, moment=NOW)
    assert done == {"Southmoor": 2}
    assert world.review_of("Ada").stage is Stage.PLANNED
    assert elsewhere.review_of("Ada").stage is Stage.OPEN_FOR_VIEWS


def test_the_trail_is_chained_to_its_end(world) -> None:
    world.open_reviews()
    with world.app.app_context():
        sweeps.sweep_councils(sweeps.chain_trail, moment=NOW)
    with world.inside() as session:
        events = session.scalar(select(func.count()).select_from(AuditEvent))
        links = session.scalar(select(func.count()).select_from(AuditLink))
    assert events == links
    assert events
