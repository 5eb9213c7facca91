"""Visits: planned, done, spoken in private or why not, and what the child wants written down."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from cadair.audit.models import AuditEvent
from cadair.messages.models import Visit
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.backend.reviews.conftest import NOW, World

PLANNED = {
    "planned_at": "2026-03-20T15:30:00+00:00", "how": "in_person", "done_on": None,
    "spoke_alone": None, "why": None, "wants_recorded": None, "review_id": None,
    "request_id": None,
}  # fmt: skip
DONE = {**PLANNED, "done_on": "2026-03-16", "spoke_alone": "yes", "wants_recorded": "My dog."}
REFUSED = {**DONE, "spoke_alone": "refused", "why": "She wanted Carol there."}


def keep(
    world: World, visit: dict[str, Any], id_: UUID, revision: int = 0, who: str = "Priya",
    child: str = "Ada",
) -> TestResponse:  # fmt: skip
    path = f"/api/children/{world.ids[child]}/visits/{id_}"
    return world.sign_in(who).put(path, json=visit, headers={"If-Match": f'"{revision}"'})


def page(world: World, who: str = "Priya") -> dict[str, Any]:
    return world.sign_in(who).get(f"/api/children/{world.ids['Ada']}/visits").json


def test_a_visit_is_planned_and_what_came_of_it_is_written_down(world: World) -> None:
    id_ = uuid4()
    planned = keep(world, PLANNED, id_)
    assert (planned.status_code, planned.headers["ETag"]) == (200, '"1"')
    assert page(world)["spoken_alone"] is None
    done = keep(world, DONE, id_, 1)
    assert done.json["revision"] == 2
    assert done.json["officer"]["name"] == "Priya Reed"
    seen = page(world)
    assert seen["visits"] == [done.json]
    assert (seen["must_speak_alone_before"], seen["spoken_alone"]) == ("2026-03-30", str(id_))


@pytest.mark.parametrize("spoke", ["refused", "not_appropriate"])
def test_a_refusal_ends_the_duty_with_its_reason(world: World, spoke: str) -> None:
    id_ = uuid4()
    keep(world, {**REFUSED, "spoke_alone": spoke}, id_)
    assert page(world)["spoken_alone"] == str(id_)


def test_a_visit_where_they_did_not_try_to_speak_alone_does_not(world: World) -> None:
    keep(world, {**DONE, "spoke_alone": None}, uuid4())
    assert page(world)["spoken_alone"] is None


def test_a_word_spoken_stands_before_a_word_refused(world: World) -> None:
    spoken = uuid4()
    keep(world, REFUSED, uuid4())
    keep(world, DONE, spoken)
    keep(world, REFUSED, uuid4())
    assert page(world)["spoken_alone"] == str(spoken)


def test_it_counts_for_one_review_and_the_next_wants_its_own(world: World) -> None:
    keep(world, DONE, uuid4())
    review_id = world.review_of("Ada").id
    with world.inside() as session:
        held = update(Review).where(Review.id == review_id)
        session.execute(held.values(held_on=NOW.date(), stage=Stage.CLOSED))
    world.schedule("Ada", now=NOW + timedelta(days=1))
    seen = page(world)
    assert seen["spoken_alone"] is None
    assert seen["must_speak_alone_before"] == "2026-06-16"
    assert seen["visits"][0]["review_id"] == str(review_id)


def test_who_wrote_meanwhile_is_shown_and_nothing_is_overwritten(world: World) -> None:
    id_ = uuid4()
    keep(world, PLANNED, id_)
    keep(world, DONE, id_, 1)
    for revision in (0, 1, 7):
        stale = keep(world, REFUSED, id_, revision)
        assert (stale.status_code, stale.json["code"]) == (412, "stale")
        assert stale.json["current"]["revision"] == 2
        assert stale.json["current"]["wants_recorded"] == "My dog."
        assert keep(world, DONE, id_, revision).json["revision"] == 2
    client = world.sign_in("Priya")
    path = f"/api/children/{world.ids['Ada']}/visits/{id_}"
    assert client.put(path, json=DONE).status_code == 428


def test_an_id_of_another_child_or_council_is_as_if_it_were_nobodys(
    world: World, elsewhere: World
) -> None:
    id_ = uuid4()
    keep(world, PLANNED, id_)
    nobodys = keep(world, PLANNED, uuid4(), 1)
    assert nobodys.status_code == 404
    for there, child, who in ((world, "Zoe", "Omar"), (elsewhere, "Ada", "Priya")):
        for revision in (0, 1):
            answer = keep(there, DONE, id_, revision, who, child)
            assert (answer.status_code, answer.data) == (404, nobodys.data)


@pytest.mark.parametrize("who", ["Ada", "Carol", "Mum", "Wendy", "Omar", "Boss", "Clerk"])
def test_nobody_but_the_officer_sees_or_keeps_them(world: World, who: str) -> None:
    keep(world, DONE, uuid4())
    assert world.sign_in(who).get(f"/api/children/{world.ids['Ada']}/visits").status_code == 404
    assert keep(world, DONE, uuid4(), who=who).status_code == 404


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({**PLANNED, "planned_at": None}, "planned_at", "required"),
        ({**PLANNED, "planned_at": "1026-03-20T15:30:00Z"}, "planned_at", "out_of_range"),
        ({**PLANNED, "spoke_alone": "yes"}, "spoke_alone", "not_done_yet"),
        ({**PLANNED, "why": "Why"}, "why", "not_done_yet"),
        ({**DONE, "done_on": "2026-03-17"}, "done_on", "in_the_future"),
        ({**DONE, "done_on": "1999-03-17"}, "done_on", "out_of_range"),
        ({**DONE, "why": "Why"}, "why", "not_valid"),
        ({**REFUSED, "why": None}, "why", "required"),
        ({**REFUSED, "why": " \u202e"}, "why", "required"),
        ({**DONE, "wants_recorded": "a" * 4001}, "wants_recorded", "too_long"),
        ({**DONE, "wants_recorded": "a" * 100_000}, "wants_recorded", "too_long"),
        ({**DONE, "review_id": str(uuid4())}, "review_id", "not_of_this_child"),
        ({**DONE, "request_id": str(uuid4())}, "request_id", "not_of_this_child"),
    ],
)
def test_what_cannot_be_is_refused(
    world: World, change: dict[str, Any], field: str, fault: str
) -> None:
    refused = keep(world, change, uuid4())
    assert (refused.status_code, refused.json["fields"]) == (422, {field: [fault]})
    assert page(world)["visits"] == []


def test_a_visit_answers_a_request_of_this_child_alone(world: World) -> None:
    asked = {who: uuid4() for who in ("Ada", "Zoe")}
    for who, id_ in asked.items():
        wanted = {"kind": "visit", "words": None}
        world.sign_in(who).put(f"/api/my/requests/{id_}", json=wanted)
    assert keep(world, {**PLANNED, "request_id": str(asked["Ada"])}, uuid4()).status_code == 200
    refused = keep(world, {**PLANNED, "request_id": str(asked["Zoe"])}, uuid4())
    assert refused.json["fields"] == {"request_id": ["not_of_this_child"]}
    others = {**DONE, "review_id": str(world.review_of("Zoe").id)}
    assert keep(world, others, uuid4()).status_code == 422


def test_words_lie_sealed_and_the_trail_has_none(world: World) -> None:
    keep(world, REFUSED, uuid4())
    page(world)
    with world.inside() as session:
        row = session.scalars(select(Visit)).one()
        trail = str(list(session.scalars(select(AuditEvent.facts))))
        events = set(session.scalars(select(AuditEvent.event)))
    assert b"Carol" not in (row.why or b"")
    assert b"dog" not in (row.wants_recorded or b"")
    assert "Carol" not in trail
    assert {"child.visit_kept", "child.visits_read"} <= events
