"""What somebody sees, looked at by their reviewing officer: theirs exactly, and no trace of it."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from cadair.audit.models import AuditEvent
from cadair.contributions.models import ContributionRead
from tests.backend.contributions.conftest import World, an_answer
from tests.backend.record.conftest import share

LOOKED_AT = ("Ada", "Carol", "Mum", "Dad", "Wendy", "Teacher")


def look(world: World, who: str, *, asker: str = "Priya"):
    return world.sign_in(asker).get(
        f"/api/children/{world.child_id}/seen-by/{world.ids.get(who) or uuid4()}"
    )


def trail(world: World) -> dict[UUID, AuditEvent]:
    """Every event; they have no order until a sweep has chained them."""
    with world.inside() as session:
        return {each.id: each for each in session.scalars(select(AuditEvent))}


@pytest.mark.parametrize("who", LOOKED_AT)
def test_the_officer_sees_what_that_person_sees(world, who):
    """The same queries served both: the answers are equal, field by field."""
    share(world, "Ada", an_answer("home.face", face="sad", words="Mine"))
    share(world, "Mum")
    plan_with_places(world)
    theirs = world.sign_in(who)
    seen = look(world, who).json
    assert seen["me"] == theirs.get("/api/me").json
    assert seen["reviews"] == theirs.get("/api/my/reviews").json["reviews"]
    assert seen["contributions"] == theirs.get("/api/my/contributions").json["contributions"]
    for given in seen["given"]:
        path = f"/api/my/reviews/{given['review_id']}/shared"
        assert given["shared"] == theirs.get(path).json["shared"]


def plan_with_places(world: World) -> None:
    part = {
        "id": str(uuid4()), "title": "Review meeting", "how": "in_person",
        "starts_at": "2026-03-27T10:00:00+00:00", "minutes": 60, "place": "12 Elm Road",
        "video_link": None, "people": [str(world.ids[who]) for who in LOOKED_AT],
    }  # fmt: skip
    planned = world.sign_in("Priya").put(
        f"/api/reviews/{world.review_id}/plan",
        json={"parts": [part]},
        headers={"If-Match": '"1"'},
    )
    assert planned.status_code == 200, planned.text


def test_a_look_shows_no_draft(world):
    content = {
        "form": "parent", "form_version": 1, "language": "en", "helper": None,
        "answers": {"going_well.words": {"words": "Not yet said", "audience": "only_my_iro"}},
    }  # fmt: skip
    kept = world.sign_in("Mum").put(
        f"/api/my/drafts/{world.review_id}",
        json={"content": content},
        headers={"If-Match": '"0"'},
    )
    assert kept.status_code == 200, kept.text
    assert "Not yet said" not in look(world, "Mum").text


def test_a_look_marks_nothing_as_read_and_is_the_officers_in_the_trail(world):
    contribution_id = share(world, "Ada", an_answer("home.face", face="sad"))
    before = trail(world)
    assert look(world, "Ada").status_code == 200
    (noted,) = (each for key, each in trail(world).items() if key not in before)
    assert (noted.event, noted.actor_id) == ("child.seen_as", world.ids["Priya"])
    assert (noted.child_id, noted.subject_id) == (world.child_id, world.ids["Ada"])
    assert noted.facts["contributions"] == [contribution_id]
    with world.inside() as session:
        assert session.scalars(select(ContributionRead.reader_id)).all() == []


def test_only_the_childs_officer_looks_and_only_at_the_circle(world):
    nobody = look(world, "Nobody at all").data
    for who in ("Priya", "Boss", "Clerk", "Stranger", "Omar"):
        assert look(world, who).data == nobody
    for asker in ("Ada", "Mum", "Carol", "Wendy", "Boss", "Omar", "Clerk"):
        assert look(world, "Mum", asker=asker).data == nobody
    world.leave("Carol")
    assert look(world, "Carol").data == nobody
