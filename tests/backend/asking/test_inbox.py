"""What was said at once and asked for stands in the inbox, before every conversation."""

from uuid import uuid4

from sqlalchemy import select

from cadair.audit.models import AuditEvent
from cadair.messages.schemas.inbox import InboxSchema
from tests.backend.reviews.conftest import World


def test_unsafe_and_requests_of_own_and_covered_children(covered: World) -> None:
    ada = covered.sign_in("Ada")
    said = {"words": "He shouts.", "waited_seconds": 0}
    ada.put(f"/api/my/unsafe/{uuid4()}", json=said)
    for kind in ("visit", "sooner"):
        asked = {"kind": kind, "words": "Soon, please."}
        ada.put(f"/api/my/requests/{uuid4()}", json=asked)
    for who in ("Priya", "Omar"):
        client = covered.sign_in(who)
        read = client.get("/api/inbox").json
        assert InboxSchema().validate(read) == {}
        assert read["unsafe"] == client.get("/api/unsafe").json["reports"]
        assert {(one["kind"], one["words"]) for one in read["requests"]} == {
            ("visit", "Soon, please."), ("sooner", "Soon, please."),
        }  # fmt: skip
    with covered.inside() as session:
        read_by = set(
            session.scalars(
                select(AuditEvent.actor_id).where(AuditEvent.event == "child.requests_read")
            )
        )
    assert read_by == {covered.ids["Priya"], covered.ids["Omar"]}


def test_who_took_it_on_stands_on_the_line_and_closed_it_is_gone(world: World) -> None:
    id_, priya = uuid4(), world.sign_in("Priya")
    world.sign_in("Ada").put(f"/api/my/unsafe/{id_}", json={"words": None, "waited_seconds": 0})
    priya.post(f"/api/unsafe/{id_}/acknowledge")
    (line,) = priya.get("/api/inbox").json["unsafe"]
    assert line["acknowledged"]["by"]["name"] == "Priya Reed"
    priya.post(f"/api/unsafe/{id_}/close", json={"what_was_done": "We went there."})
    assert priya.get("/api/inbox").json["unsafe"] == []


def test_it_stands_in_nobody_elses(world: World, elsewhere: World) -> None:
    world.sign_in("Ada").put(f"/api/my/requests/{uuid4()}", json={"kind": "visit", "words": None})
    for there, who in ((world, "Omar"), (elsewhere, "Priya")):
        read = there.sign_in(who).get("/api/inbox").json
        assert (read["unsafe"], read["requests"]) == ([], [])
