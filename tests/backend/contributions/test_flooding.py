"""Nobody fills a review with a script, and nobody learns from it what another did."""

from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from cadair.contributions.models import Contribution, Draft
from cadair.contributions.rules import flooding
from cadair.foundation.clock import frozen
from cadair.people.models import SignInSession
from tests.backend.contributions.conftest import NOW
from tests.backend.contributions.test_drafting import at, content, save
from tests.backend.contributions.test_sharing import rows, share
from tests.backend.contributions.test_taking_back import take_back
from tests.backend.contributions.test_who_may import own_form

LATER = {"code": "try_again_later", "status": 429}
MOST = flooding.MOST_SHARED


@contextmanager
def later(world, *, minutes):
    """Then, with everybody still at their device."""
    at = NOW + timedelta(minutes=minutes)
    with world.inside() as session:
        session.execute(update(SignInSession).values(seen_at=at))
    with frozen(at):
        yield


def share_until_refused(browser, body):
    for number in range(MOST + 5):
        answer = share(browser, body())
        if answer.status_code != 200:
            return number, answer
    return None, None


def test_thirty_in_an_hour_and_the_next_when_the_first_is_an_hour_old(ada, world, words):
    share(ada, words())
    with later(world, minutes=20):
        shared, refused = share_until_refused(ada, words)
    assert (shared, refused.json) == (MOST - 1, LATER)
    assert refused.headers["Retry-After"] == str(40 * 60)
    with later(world, minutes=60):
        assert share(ada, words()).status_code == 200
        assert share(ada, words()).status_code == 429


def test_what_was_refused_is_not_there_and_what_was_shared_is(ada, world, words):
    share_until_refused(ada, words)
    assert len(rows(world, Contribution.id)) == MOST
    assert len(ada.get("/api/my/contributions").json["contributions"]) == MOST


def test_taking_back_makes_no_room_for_more(ada, words):
    taken = share(ada, words()).json["id"]
    share_until_refused(ada, words)
    take_back(ada, taken)
    assert share(ada, words()).status_code == 429


def test_a_second_sending_of_what_was_shared_is_never_refused(ada, words):
    body = words()
    first = share(ada, body)
    share_until_refused(ada, words)
    assert share(ada, body, first.json["id"]).json == first.json


def test_one_persons_flood_stops_nobody_else_and_shows_to_nobody(ada, world, words):
    mum = world.sign_in("Mum")
    pages = ("/api/my/contributions", "/api/my/reviews", f"/api/my/drafts/{world.review_id}")
    before = [mum.get(page).data for page in pages]
    share_until_refused(ada, words)
    assert [mum.get(page).data for page in pages] == before
    shared, _ = share_until_refused(mum, lambda: own_form(words, "Mum"))
    assert shared == MOST


@pytest.fixture
def saved_as_often_as_can_be(ada, world):
    save(ada, at(world), content("One"))
    with world.inside() as session:
        session.execute(update(Draft).values(saved_since=flooding.MOST_SAVED - 1))


@pytest.mark.usefixtures("saved_as_often_as_can_be")
def test_a_draft_is_saved_so_often_in_an_hour_and_then_again(ada, world):
    assert save(ada, at(world), content("Two"), 1).json == {"revision": 2}
    with later(world, minutes=10):
        refused = save(ada, at(world), content("Three"), 2)
    assert (refused.json, refused.headers["Retry-After"]) == (LATER, str(50 * 60))
    assert ada.get(at(world)).json["revision"] == 2
    assert ada.get(at(world)).json["content"] == content("Two")
    with later(world, minutes=60):
        assert save(ada, at(world), content("Three"), 2).json == {"revision": 3}
    assert rows(world, Draft.saved_since) == [(1,)]


@pytest.mark.usefixtures("saved_as_often_as_can_be")
def test_throwing_a_draft_away_makes_no_room_for_more(ada, world):
    save(ada, at(world), content("Two"), 1)
    ada.delete(at(world))
    assert save(ada, at(world), content("Three"), 0).json == LATER
    assert save(ada, at(world), content("Three"), 3).json == LATER


@pytest.mark.usefixtures("saved_as_often_as_can_be")
def test_a_flooded_draft_still_tells_that_another_device_was_quicker(ada, world):
    save(ada, at(world), content("Two"), 1)
    stale = save(ada, at(world), content("Other"), 1)
    assert stale.json["code"] == "stale"
    assert stale.json["current"]["revision"] == 2
    assert save(ada, at(world), content("Two"), 1).json == {"revision": 2}  # the answer was lost


def test_an_unknown_review_is_unknown_to_a_flood_too(ada, words):
    share_until_refused(ada, words)
    nowhere = {**words(), "review_id": str(uuid4())}
    assert share(ada, nowhere).json == {"code": "not_found", "status": 404}
