"""A service manager reads a child's words only after saying why: one hour, that child alone."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from cadair.access.actor import Job
from cadair.audit import queries as audit
from cadair.foundation.clock import frozen
from cadair.foundation.database import db
from cadair.people import actions as people
from cadair.reviews.models import Review
from tests.backend.contributions.conftest import NOW, World, a_world, an_answer
from tests.backend.record.conftest import share
from tests.backend.service.conftest import add_children

REASON = "The police ask tonight what Ada said about the house."
WORDS = "I sleep in the bath."


@pytest.fixture
def world(app):
    with frozen(NOW):
        yield a_world(app)


@pytest.fixture
def said(world: World) -> str:
    """Ada has shared something that only her officer may know."""
    answer = an_answer("home.face", face="sad", words=WORDS, audience="only_my_iro")
    return share(world, "Ada", answer)


def summary(world: World, who: str, review_id: UUID | None = None):
    path = f"/api/reviews/{review_id or world.review_id}/summary-for-a-reason"
    return world.sign_in(who).get(path)


def break_glass(world: World, who: str = "Boss", *, unsafe: bool = False, **sent):
    glass_id = uuid4()
    answer = world.sign_in(who).put(
        f"/api/children/{world.child_id}/broken-glass/{glass_id}",
        json={"reason": REASON, "unsafe_to_tell": unsafe, **sent},
    )
    return glass_id, answer


def test_without_a_reason_a_manager_reads_nothing_and_with_one_everything(world, said):
    assert summary(world, "Boss").status_code == 404
    _, broken = break_glass(world)
    assert broken.status_code == 200
    read = summary(world, "Boss")
    assert read.status_code == 200
    assert WORDS in read.text
    # The officer's own address stays closed to a manager all the while.
    assert world.sign_in("Boss").get(f"/api/reviews/{world.review_id}/summary").status_code == 404


@pytest.mark.parametrize(("minutes", "status"), [(59, 200), (60, 404), (90, 404)])
def test_after_an_hour_it_is_closed_again(world, said, minutes, status):
    with frozen(NOW - timedelta(minutes=minutes)):
        assert break_glass(world)[1].status_code == 200
    assert summary(world, "Boss").status_code == status


def test_it_opens_one_child_to_one_manager(world, said):
    break_glass(world)
    with world.inside() as session:
        world.ids["Chief"] = people.add_person(
            session, person_id=uuid4(), job=Job.SERVICE_MANAGER, name="Chief Reed"
        )
    assert summary(world, "Chief").status_code == 404
    add_children(world, 1)
    with world.inside() as session:
        other = session.scalar(select(Review.id).where(Review.child_id != world.child_id))
    assert summary(world, "Boss", other).status_code == 404
    for who in ("Priya", "Clerk", "Wendy", "Carol", "Ada"):
        assert summary(world, who).status_code == 404
        assert break_glass(world, who)[1].status_code == 404


@pytest.mark.parametrize(
    ("sent", "code"),
    [({"reason": "urgent"}, "too_short"), ({"reason": " " * 40}, "required"),
     ({"reason": "x" * 2001}, "too_long")],
)  # fmt: skip
def test_a_reason_says_something(world, sent, code):
    answer = break_glass(world, **sent)[1]
    assert answer.status_code == 422
    assert code in answer.json["fields"]["reason"]


def test_saying_it_twice_is_saying_it_once_and_the_reason_is_sealed(app, world):
    glass_id, first = break_glass(world)
    again = world.sign_in("Boss").put(
        f"/api/children/{world.child_id}/broken-glass/{glass_id}",
        json={"reason": "Something else entirely this time.", "unsafe_to_tell": True},
    )
    assert again.json == first.json
    with world.inside() as session:
        rows = session.connection().exec_driver_sql("SELECT reason FROM broken_glass").fetchall()
    assert len(rows) == 1
    assert REASON.encode() not in bytes(rows[0][0])


def test_the_officer_is_told_on_today_until_they_have_noted_it(world, said):
    glass_id, _ = break_glass(world, unsafe=True)
    priya, omar = world.sign_in("Priya"), world.sign_in("Omar")
    told = priya.get("/api/today").json["readings"]
    assert [(one["id"], one["manager_name"]) for one in told] == [(str(glass_id), "Boss Reed")]
    assert omar.get("/api/today").json["readings"] == []
    listed = priya.get(f"/api/children/{world.child_id}/broken-glass").json["readings"]
    assert (listed[0]["reason"], listed[0]["unsafe_to_tell"]) == (REASON, True)
    path = f"/api/children/{world.child_id}/broken-glass/{glass_id}/noted"
    assert omar.post(path, json={"tell_child": False}).status_code == 404
    assert priya.post(path, json={"tell_child": False}).json["seen_at"] is not None
    assert priya.get("/api/today").json["readings"] == []


def what_ada_sees(world: World) -> dict[str, list[str]]:
    days = world.sign_in("Ada").get("/api/my/who-has-seen").json["days"]
    return {one["name"]: one["what"] for day in days for one in day["seen"]}


def readers(world: World) -> set[str]:
    said = world.sign_in("Ada").get("/api/my/contributions").json["contributions"]
    return {one["name"] for each in said for one in each["read_by"]}


def test_the_child_is_told_by_name(world, said):
    break_glass(world)
    assert "Boss Reed" not in what_ada_sees(world)
    summary(world, "Boss")
    assert what_ada_sees(world)["Boss Reed"] == ["said_for_a_reason"]
    assert "Boss Reed" in readers(world)


def test_the_child_is_not_told_while_that_would_not_be_safe(world, said):
    glass_id, _ = break_glass(world, unsafe=True)
    summary(world, "Boss")
    assert "Boss Reed" not in what_ada_sees(world)
    assert "Boss Reed" not in readers(world)
    world.sign_in("Priya").post(
        f"/api/children/{world.child_id}/broken-glass/{glass_id}/noted", json={"tell_child": True}
    )
    assert what_ada_sees(world)["Boss Reed"] == ["said_for_a_reason"]


def test_every_step_is_in_the_trail_and_no_word_of_it(world, said):
    glass_id, _ = break_glass(world)
    summary(world, "Boss")
    with world.inside():
        events = audit.of_child(db.session, child_id=world.child_id)
    noted = {event["event"]: event for event in events}
    assert noted["child.glass_broken"]["subject_id"] == str(glass_id)
    assert noted["review.summary_read_for_a_reason"]["facts"]["glass"] == str(glass_id)
    assert "police" not in str(events)
