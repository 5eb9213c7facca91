"""A child's own page: who has seen what I said, by day and name, and never a word of it."""

from datetime import timedelta
from uuid import uuid4

from cadair.foundation.clock import frozen
from cadair.service.queries import who_has_seen
from tests.backend.contributions.conftest import NOW, World, a_world, an_answer
from tests.backend.record.conftest import share


def page(world: World, **asked):
    return world.sign_in("Ada").get("/api/my/who-has-seen", query_string=asked).json


def read_summary(world: World, who: str = "Priya"):
    assert world.sign_in(who).get(f"/api/reviews/{world.review_id}/summary").status_code == 200


def test_nobody_has_looked_yet(world):
    assert page(world) == {"days": [], "before": None}


def test_days_come_latest_first_with_names_jobs_and_what(world):
    share(world, "Ada", an_answer("home.face", face="happy", words="My room!"))
    with frozen(NOW - timedelta(days=1)):
        read_summary(world)
        read_summary(world)
        world.sign_in("Boss").get(f"/api/children/{world.child_id}")
    world.sign_in("Priya").get(f"/api/children/{world.child_id}")
    world.sign_in("Priya").get(f"/api/reviews/{world.review_id}/taking-part")
    seen = page(world)
    assert [(day["on"], [(one["name"], one["job"], one["what"]) for one in day["seen"]])
            for day in seen["days"]] == [
        ("2026-03-16", [("Priya Reed", "reviewing_officer", ["taking_part", "page"])]),
        ("2026-03-15", [("Boss Reed", "service_manager", ["page"]),
                        ("Priya Reed", "reviewing_officer", ["said"])]),
    ]  # fmt: skip
    assert "My room!" not in str(seen)


def test_what_the_child_and_the_service_did_is_not_on_it(world):
    ada = world.sign_in("Ada")
    ada.get("/api/my/reviews")
    ada.get("/api/my/contributions")
    assert page(world)["days"] == []


def test_that_a_parent_or_carer_came_is_theirs_to_tell(world):
    share(world, "Mum")
    for who in ("Mum", "Carol", "Teacher"):
        world.sign_in(who).get("/api/my/reviews")
        world.sign_in(who).get("/api/my/contributions")
    assert page(world)["days"] == []


def test_messages_and_calls_for_help_are_told_but_not_that_others_write(world):
    for who, words in (("Ada", "Hello."), ("Carol", "The taxi was late.")):
        path = f"/api/my/conversations/{world.child_id}/messages/{uuid4()}"
        message = {
            "words": words, "start": None, "language": "en", "tell_social_worker": False,
            "waited_seconds": 0,
        }  # fmt: skip
        assert world.sign_in(who).put(path, json=message).status_code == 200
    priya = world.sign_in("Priya")
    priya.get(f"/api/children/{world.child_id}/conversations/{world.ids['Carol']}")
    assert page(world)["days"] == []
    said = {"words": None, "waited_seconds": 0}
    assert world.sign_in("Ada").put(f"/api/my/unsafe/{uuid4()}", json=said).status_code == 200
    priya.get("/api/inbox")
    priya.get(f"/api/children/{world.child_id}/conversations/{world.child_id}")
    (day,) = page(world)["days"]
    assert [one["what"] for one in day["seen"]] == [["not_safe", "messages"]]


def test_another_childs_trail_is_not_to_be_seen(app, world):
    read_summary(a_world(app, council="Southmoor"))
    assert page(world)["days"] == []
    assert world.sign_in("Mum").get("/api/my/who-has-seen").status_code == 404


def test_a_long_trail_comes_in_whole_days(world, monkeypatch):
    monkeypatch.setattr(who_has_seen, "EVENTS_AT_ONCE", 5)
    for back in range(6):
        with frozen(NOW - timedelta(days=back)):
            for _ in range(2):
                world.sign_in("Boss").get(f"/api/children/{world.child_id}")
    on, before = [], None
    for _ in range(10):
        got = page(world, **({"before": before} if before else {}))
        on += [day["on"] for day in got["days"]]
        before = got["before"]
        if before is None:
            break
    assert on == [f"2026-03-{day}" for day in range(16, 10, -1)]


def test_a_day_with_very_many_events_does_not_stop_the_page(world, monkeypatch):
    monkeypatch.setattr(who_has_seen, "EVENTS_AT_ONCE", 3)
    with frozen(NOW - timedelta(days=1)):
        world.sign_in("Priya").get(f"/api/children/{world.child_id}")
    for _ in range(7):
        world.sign_in("Boss").get(f"/api/children/{world.child_id}")
    first = page(world)
    assert [day["on"] for day in first["days"]] == ["2026-03-16"]
    assert [day["on"] for day in page(world, before=first["before"])["days"]] == ["2026-03-15"]


def test_a_day_that_is_no_day_is_refused(world):
    answer = world.sign_in("Ada").get("/api/my/who-has-seen?before=yesterday")
    assert answer.status_code == 422
