"""An observation is for a child who cannot say it, and takes the place of no child's words."""

import pytest

from cadair.contributions.models import Contribution, Draft
from tests.backend.contributions.conftest import an_answer
from tests.backend.contributions.test_drafting import at, content, save
from tests.backend.contributions.test_sharing import rows, share

NOT_OFFERED = {"code": "observation_not_offered", "status": 422}
OBSERVERS = ("Carol", "Wendy", "Teacher", "Priya")


def seen(words):
    return words(an_answer("shows.happy", words="She hums"), form="observation")


@pytest.mark.parametrize("who", OBSERVERS)
def test_nobody_observes_a_child_who_can_say_it(world, words, who):
    watching = world.sign_in(who)
    assert share(watching, seen(words)).json == NOT_OFFERED
    refused = save(watching, at(world, "observation"), content(form="observation"))
    assert refused.json == NOT_OFFERED
    assert rows(world, Contribution.id) == rows(world, Draft.revision) == []


@pytest.mark.parametrize("who", OBSERVERS)
def test_what_is_taken_is_what_was_offered(world, words, who):
    for band, offered in (("under_4", True), ("12_to_15", False)):
        world.cannot_say(band)
        (review,) = world.sign_in(who).get("/api/my/reviews").json["reviews"]
        assert ("observation" in (review["form"], review["observation"] and "observation")) is (
            offered
        )
        assert (share(world.sign_in(who), seen(words)).status_code == 200) is offered


def test_an_observation_begun_while_it_was_offered_can_be_ended(world, words):
    world.cannot_say()
    carol = world.sign_in("Carol")
    save(carol, at(world, "observation"), content(form="observation"))
    world.cannot_say(None)
    again = save(carol, at(world, "observation"), content("More", form="observation"), 1)
    assert again.json == {"revision": 2}
    assert share(carol, seen(words)).status_code == 200
    assert share(carol, seen(words)).json == NOT_OFFERED


def test_an_observation_that_was_shared_can_be_sent_again(world, words):
    world.cannot_say()
    carol, body = world.sign_in("Carol"), seen(words)
    first = share(carol, body)
    world.cannot_say(None)
    assert share(carol, body, first.json["id"]).json == first.json
