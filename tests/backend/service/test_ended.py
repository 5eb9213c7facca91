"""A review that is not needed any more does not vanish from an officer's lists with its words."""

from datetime import timedelta

from tests.backend.contributions.conftest import NOW, an_answer
from tests.backend.record.conftest import share
from tests.backend.service.conftest import change_review
from tests.backend.service.test_routes import caseload, today


def end(world, who="Priya"):
    return world.sign_in(who).put(
        f"/api/reviews/{world.review_id}/ending", json={"because": "came_home"}
    )


def whys(world) -> list[str]:
    return [why["code"] for each in today(world)["urgent"] for why in each["why"]]


def test_todays_list_says_so_for_a_week_while_somebody_had_spoken(world):
    share(world, "Ada", an_answer("home.face", face="ok"))
    assert end(world).status_code == 204
    assert whys(world) == ["views_unread", "not_needed"]
    assert today(world)["coming"] == []
    world.sign_in("Priya").get(f"/api/reviews/{world.review_id}/summary")
    assert whys(world) == ["not_needed"]
    change_review(world, not_owed_at=NOW - timedelta(days=7))
    assert whys(world) == []


def test_a_review_without_words_needs_no_word_on_today(world):
    end(world)
    assert whys(world) == []


def test_the_caseload_says_that_it_is_not_needed(world):
    end(world)
    (ada,) = [child for child in caseload(world) if child["id"] == str(world.child_id)]
    assert (ada["ended_on"], ada["due_by"], ada["stage"]) == (NOW.date().isoformat(), None, None)
    change_review(world, not_owed_at=NOW - timedelta(days=29))
    (ada,) = [child for child in caseload(world) if child["id"] == str(world.child_id)]
    assert ada["ended_on"] is None


def test_what_was_said_stays_readable_and_may_still_be_taken_back(world):
    share(world, "Ada", an_answer("home.face", face="ok"))
    end(world)
    ada = world.sign_in("Ada")
    (kept,) = ada.get("/api/my/contributions").json["contributions"]
    assert kept["withdrawn_at"] is None
    answer = ada.post(f"/api/contributions/{kept['id']}/withdraw")
    assert answer.status_code == 200, answer.text
    assert answer.json["withdrawn_at"] is not None


def test_the_page_of_the_child_lists_it_with_its_reason(world):
    end(world)
    page = world.sign_in("Priya").get(f"/api/children/{world.child_id}").json
    (review,) = page["reviews"]
    assert (review["ended_because"], review["over_on"]) == ("came_home", NOW.date().isoformat())
