"""A child is handed over: the officer before introduces the one who comes, from a day on."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from cadair.children import queries
from cadair.messages.models import OfficerNote
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from tests.backend.reviews.conftest import NOW, World

TODAY = NOW.date()
SOON = date(2026, 3, 18)


def hand_over(
    world: World, id_: UUID | None = None, who: str = "Priya", **other: Any
) -> TestResponse:
    body = {
        "to_id": str(world.ids["Omar"]), "from_on": SOON.isoformat(),
        "words_to_child": "Omar is kind, and has a dog.", "note": "Ring her after school.", **other,
    }  # fmt: skip
    path = f"/api/children/{world.ids['Ada']}/hand-overs/{id_ or uuid4()}"
    return world.sign_in(who).put(path, json=body)


def officer_on(world: World, day: date) -> UUID | None:
    with world.inside() as session:
        found = queries.reviewing_officer(session, child_id=world.ids["Ada"], on=day)
    return found.person_id if found else None


@pytest.mark.parametrize("who", ["Priya", "Boss"])
def test_from_that_day_on_it_is_another_officers_child(world: World, who: str) -> None:
    made = hand_over(world, who=who)
    assert made.json["to"]["name"] == "Omar Reed"
    assert officer_on(world, SOON - timedelta(days=1)) == world.ids["Priya"]
    assert officer_on(world, SOON) == world.ids["Omar"]


def test_the_child_reads_the_words_and_never_the_note(world: World) -> None:
    hand_over(world)
    talk = world.sign_in("Ada").get(f"/api/my/conversations/{world.ids['Ada']}")
    assert [each["words"] for each in talk.json["messages"]] == ["Omar is kind, and has a dog."]
    assert talk.json["messages"][0]["author"]["name"] == "Priya Reed"
    assert "school" not in talk.text
    with world.inside() as session:
        assert len(session.scalars(select(OfficerNote)).all()) == 1
        told = set(
            session.scalars(
                select(OutboxItem.person_id).where(OutboxItem.about == About.NEW_OFFICER)
            )
        )
    assert told == {world.ids["Ada"], world.ids["Omar"]}


def test_sent_again_it_is_done_once_although_the_child_is_no_longer_theirs(world: World) -> None:
    id_, today = uuid4(), TODAY.isoformat()
    first = hand_over(world, id_, from_on=today)
    assert officer_on(world, TODAY) == world.ids["Omar"]
    assert hand_over(world, id_, from_on=today).json == first.json
    other = hand_over(world, id_, from_on=today, note="Something else.")
    assert (other.status_code, other.json["code"]) == (409, "handed_over_differently")
    assert hand_over(world, from_on=today).status_code == 404
    assert hand_over(world, id_, "Boss", from_on=today).status_code == 404


@pytest.mark.parametrize("who", ["Ada", "Carol", "Mum", "Wendy", "Omar", "Clerk"])
def test_nobody_else_hands_a_child_over(world: World, who: str) -> None:
    assert hand_over(world, who=who).status_code == 404
    assert officer_on(world, SOON) == world.ids["Priya"]


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"to_id": "Priya"}, "to_id", "not_an_officer"),
        ({"to_id": "Wendy"}, "to_id", "not_an_officer"),
        ({"to_id": "nobody"}, "to_id", "not_an_officer"),
        ({"from_on": "2026-03-15"}, "from_on", "in_the_past"),
        ({"from_on": "2036-03-15"}, "from_on", "out_of_range"),
        ({"words_to_child": "a" * 10_001}, "words_to_child", "too_long"),
        ({"note": "a" * 100_000}, "note", "too_long"),
    ],
)
def test_what_cannot_be_is_refused(
    world: World, change: dict[str, Any], field: str, fault: str
) -> None:
    if "to_id" in change:
        change = {"to_id": str(world.ids.get(change["to_id"], uuid4()))}
    refused = hand_over(world, **change)
    assert (refused.status_code, refused.json["fields"]) == (422, {field: [fault]})
    assert officer_on(world, SOON) == world.ids["Priya"]


def test_without_words_nothing_is_said(world: World) -> None:
    assert hand_over(world, words_to_child=None, note=" ").status_code == 200
    talk = world.sign_in("Ada").get(f"/api/my/conversations/{world.ids['Ada']}").json
    assert talk["messages"] == []
