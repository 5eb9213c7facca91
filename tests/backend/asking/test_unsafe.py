"""A child says that they are not safe: who is told, who takes it on, and who never learns of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from cadair.audit.models import AuditEvent
from cadair.foundation.clock import frozen
from cadair.messages.models import UnsafeReport
from cadair.messages.rules.unsafe import MOST_SAID
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from tests.backend.reviews.conftest import JOBS, NOW, World

WORDS = "He shouts and I hide."
DONE = {"what_was_done": "I rang her; she is with her aunt tonight."}


def say(
    world: World, words: str | None = WORDS, id_: UUID | None = None, who: str = "Ada",
    waited: Any = 0,
) -> TestResponse:  # fmt: skip
    body = {"words": words, "waited_seconds": waited}
    return world.sign_in(who).put(f"/api/my/unsafe/{id_ or uuid4()}", json=body)


def acknowledge(world: World, id_: Any, who: str = "Priya") -> TestResponse:
    return world.sign_in(who).post(f"/api/unsafe/{id_}/acknowledge")


def close(
    world: World, id_: Any, who: str = "Priya", done: dict[str, Any] | None = None
) -> TestResponse:
    return world.sign_in(who).post(f"/api/unsafe/{id_}/close", json=done or DONE)


def listed(world: World, who: str) -> list[dict[str, Any]]:
    return world.sign_in(who).get("/api/unsafe").json["reports"]


def test_officer_cover_and_managers_are_told_at_once_and_nobody_else(covered: World) -> None:
    assert say(covered).status_code == 200
    with covered.inside() as session:
        told = session.execute(select(OutboxItem.person_id, OutboxItem.about)).all()
    assert set(told) == {(covered.ids[who], About.NOT_SAFE) for who in ("Priya", "Omar", "Boss")}


def test_it_stands_open_until_somebody_closes_it(world: World) -> None:
    id_ = say(world).json["id"]
    with frozen(NOW + timedelta(days=400)), world.inside() as session:
        assert session.scalars(select(UnsafeReport)).one().closed_at is None
    (line,) = listed(world, "Priya")
    assert (line["id"], line["words"], line["acknowledged"]) == (id_, WORDS, None)
    assert line["child"] == {
        "id": str(world.ids["Ada"]), "called": "Ada", "name": "Ada Reed", "case_number": "Ada 1",
    }  # fmt: skip
    assert listed(world, "Boss") == [line]
    assert listed(world, "Omar") == []


def test_the_child_is_told_who_has_taken_it_on_and_when(world: World) -> None:
    id_ = say(world).json["id"]
    first = acknowledge(world, id_, "Boss").json
    assert first["acknowledged"]["by"]["name"] == "Boss Reed"
    with frozen(NOW + timedelta(minutes=5)):
        assert acknowledge(world, id_, "Priya").json["acknowledged"] == first["acknowledged"]
    (seen,) = world.sign_in("Ada").get("/api/my/unsafe").json["reports"]
    assert seen["acknowledged"] == first["acknowledged"]
    assert seen["closed_at"] is None


def test_a_manager_breaks_no_glass_to_read_it_and_the_trail_says_who_read(world: World) -> None:
    say(world)
    listed(world, "Boss")
    with world.inside() as session:
        read = session.execute(
            select(AuditEvent.actor_id, AuditEvent.child_id).where(
                AuditEvent.event == "child.unsafe_read"
            )
        ).all()
        trail = str(list(session.scalars(select(AuditEvent.facts))))
    assert read == [(world.ids["Boss"], world.ids["Ada"])]
    assert "shouts" not in trail


def test_it_is_closed_by_whoever_says_what_was_done_once_it_was_taken_on(world: World) -> None:
    id_ = say(world).json["id"]
    early = close(world, id_)
    assert (early.status_code, early.json["code"]) == (409, "not_taken_on")
    acknowledge(world, id_)
    closed = close(world, id_)
    assert closed.json["closed_at"]
    assert close(world, id_).json["closed_at"] == closed.json["closed_at"]
    for who, done in (("Boss", DONE), ("Priya", {"what_was_done": "Something else."})):
        other = close(world, id_, who, done)
        assert (other.status_code, other.json["code"]) == (409, "closed_differently")
    assert listed(world, "Priya") == listed(world, "Boss") == []
    (seen,) = world.sign_in("Ada").get("/api/my/unsafe").json["reports"]
    assert seen["closed_at"]
    with world.inside() as session:
        row = session.scalars(select(UnsafeReport)).one()
    assert b"aunt" not in (row.what_was_done or b"")
    assert b"shouts" not in (row.words or b"")


def test_nobody_around_the_child_learns_of_it(world: World) -> None:
    """What they get is byte for byte what they get for a report that nobody ever made."""
    id_ = say(world).json["id"]
    acknowledge(world, id_)
    for who in set(JOBS) - {"Ada", "Priya", "Boss"}:
        client = world.sign_in(who)
        asked = client.get("/api/unsafe")
        if who == "Omar":
            assert asked.json == {"reports": []}
        else:
            assert asked.status_code == 404
        for rest, sent in (("acknowledge", None), ("close", DONE)):
            there = client.post(f"/api/unsafe/{id_}/{rest}", json=sent)
            nobodys = client.post(f"/api/unsafe/{uuid4()}/{rest}", json=sent)
            assert (there.status_code, there.data) == (404, nobodys.data), who


def test_sent_again_it_is_said_once(world: World, elsewhere: World) -> None:
    id_ = uuid4()
    first = say(world, id_=id_, waited=30)
    assert say(world, id_=id_, waited=900).json == first.json
    other = say(world, "Other words", id_)
    assert (other.status_code, other.json["code"]) == (409, "unsafe_said_differently")
    assert say(world, id_=id_, who="Zoe").status_code == 404
    assert say(elsewhere, id_=id_).status_code == 404
    with world.inside() as session:
        assert len(session.scalars(select(OutboxItem)).all()) == 2  # Priya and the manager


@pytest.mark.parametrize(
    ("waited", "minutes"),
    [(0, 0), (3600, 60), (10**9, 30 * 24 * 60)],
)
def test_it_was_said_when_the_phone_was_out_of_reach(
    world: World, waited: int, minutes: int
) -> None:
    """However wrong the phone's clock is: it says how long it waited, not what time it is."""
    assert say(world, waited=waited).status_code == 200
    assert listed(world, "Priya")[0]["minutes_waiting"] == minutes


@pytest.mark.parametrize(
    ("words", "kept"),
    [(None, None), (" \u202e ", None), ("\u202ehelp\x07", "help"), ("ساعدني", "ساعدني")],
)
def test_it_needs_no_words(world: World, words: str | None, kept: str | None) -> None:
    assert say(world, words).status_code == 200
    assert listed(world, "Priya")[0]["words"] == kept


@pytest.mark.parametrize(
    ("words", "waited"),
    [("a" * 2001, 0), ("a" * 100_000, 0), (7, 0), (None, 1.5), (None, -60), (None, 10**99)],
)
def test_what_is_no_report_is_refused(world: World, words: Any, waited: Any) -> None:
    assert say(world, words, waited=waited).status_code == 422


@pytest.mark.parametrize("done", ["", " \u200e ", "a" * 2001])
def test_it_is_not_closed_without_a_word(world: World, done: str) -> None:
    id_ = say(world).json["id"]
    acknowledge(world, id_)
    assert close(world, id_, done={"what_was_done": done}).status_code == 422
    assert listed(world, "Priya")


def test_a_childs_mark_that_replies_are_not_safe_stands_on_the_line(world: World) -> None:
    say(world)
    marked = {"leaves_no_trace": False, "not_safe_to_reply": True}
    world.sign_in("Ada").put("/api/me/phone", json=marked)
    assert listed(world, "Priya")[0]["not_safe_to_reply"] is True


def test_sixty_in_an_hour_and_all_of_them_stand(world: World) -> None:
    ada = world.sign_in("Ada")
    for _ in range(MOST_SAID):
        body = {"words": None, "waited_seconds": 0}
        assert ada.put(f"/api/my/unsafe/{uuid4()}", json=body).status_code == 200
    assert say(world).status_code == 429
    assert len(listed(world, "Boss")) == MOST_SAID
