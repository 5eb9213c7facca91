"""No id that one may not know is answered otherwise than one that nobody was ever given."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from cadair.access.policy import jobs_that_may
from cadair.web.blueprint import NEEDS
from tests.access.slots import SLOTS, slots_of
from tests.access.sweeping import ASKERS, NOT_IN, Sweeper, operations_of, wrong_in, wrong_with_all
from tests.world.everything import Everything
from tests.world.two_councils import JOBS


@pytest.fixture(scope="module")
def sweeper(empty_app: Flask) -> Sweeper:
    return Sweeper(Everything(empty_app), empty_app)


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "commit", Session.flush)


def document(sweeper: Sweeper) -> dict:
    return sweeper.browser.get("/api/openapi.json").json


def test_every_slot_that_takes_an_id_is_known(sweeper):
    described = {name: sorted(places) for name, places in slots_of(document(sweeper)).items()}
    assert described == {name: sorted(places) for name, places in SLOTS.items()}


@pytest.mark.parametrize("name", SLOTS)
def test_nobody_can_tell_what_they_may_not_know_from_nothing(sweeper, name):
    (operation,) = [each for each in operations_of(document(sweeper)) if each.name == name]
    app = sweeper.world.app
    needs = {each.split(".")[1]: need for each, need in app.extensions[NEEDS].items()}[name]
    wrong = []
    for asker in ASKERS:
        shut = asker in NOT_IN or (needs is not None and JOBS[asker] not in jobs_that_may(needs))
        wrong += wrong_in(sweeper, operation, asker, door_is_shut=shut)
        wrong += [] if shut else wrong_with_all(sweeper, operation, asker)
    assert not wrong, "\n".join(wrong)
    for place, slot in SLOTS[name].items():
        seen = sweeper.answered[name, place]
        wanted = {200, 204} if slot.is_made else {slot.answers}
        assert len(sweeper.refused[name, place]) <= 1, f"{place} of {name} is refused in two ways"
        assert seen & wanted, f"nobody's id in {place} of {name} was only answered {seen}"
