"""A child who wants no trace of what they sent: on the phone it shows only when asked anew."""

from datetime import timedelta

import pytest

from cadair.foundation.clock import frozen, now
from tests.world.two_councils import build_two_councils, open_review, signed_in


@pytest.fixture
def world(app):
    build_two_councils(app)
    return app


@pytest.fixture
def jaden(world):
    client = signed_in(world, "jaden")
    client.put("/api/me/phone", json={"leaves_no_trace": True, "not_safe_to_reply": False})
    return client


def own(client, show: bool = False):
    return client.get("/api/my/contributions" + ("?show=true" if show else ""))


def test_that_it_was_sent_is_told_and_not_a_word_of_it(world, jaden):
    before = own(signed_in(world, "jaden"), show=True).json["contributions"]
    hidden = own(jaden).json["contributions"]
    assert hidden and len(hidden) == len(before)
    assert all(each["hidden"] and each["answers"] == [] for each in hidden)
    assert {each["id"]: each["read_by"] for each in hidden} == {
        each["id"]: each["read_by"] for each in before
    }
    words = [a["words"] for each in before for a in each["answers"] if a["words"]]
    assert words
    assert not [each for each in words if each in own(jaden).text]


def test_asked_for_it_shows_only_to_whoever_has_just_shown_that_it_is_they(world, jaden):
    assert any(each["answers"] for each in own(jaden, show=True).json["contributions"])
    stale = signed_in(world, "jaden", proved_minutes_ago=6)
    refused = own(stale, show=True)
    assert (refused.status_code, refused.json["code"]) == (403, "step_up_needed")


def test_the_officer_reads_it_as_before(world, jaden):
    review_id = open_review(world)
    summary = signed_in(world, "priya").get(f"/api/reviews/{review_id}/summary").json
    assert summary["own_words"]


def test_taken_back_everything_is_there_again(world, jaden):
    with frozen(now() + timedelta(seconds=30)):
        jaden.put("/api/me/phone", json={"leaves_no_trace": False, "not_safe_to_reply": False})
        assert any(each["answers"] for each in own(jaden).json["contributions"])
