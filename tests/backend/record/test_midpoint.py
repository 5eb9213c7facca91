"""Half way between two reviews: the child is asked, and an officer looks at what was promised."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from cadair.access.actor import the_service
from cadair.audit.models import AuditEvent
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from cadair.record import actions
from cadair.record.models import MidpointCheck
from cadair.reviews import actions as reviews
from cadair.reviews.models import Review
from cadair.reviews.rules import Paper, Stage
from tests.backend.contributions.conftest import NOW, World, an_answer
from tests.backend.record.conftest import share
from tests.world.holding import checked, held

ANSWER = "Nobody rang my brother yet."


@pytest.fixture
def after(world: World) -> World:
    """Ada's review was held today, here; the next is due in three months."""
    share(world, "Ada", an_answer("school.words", words="I want to see my brother.", wish=True))
    done = world.sign_in("Priya").post(f"/api/reviews/{world.review_id}/hold", json=held())
    assert done.status_code == 200, done.text
    return world


def path(world: World) -> str:
    return f"/api/children/{world.child_id}/midpoint"


def held_ago(world: World, *, days: int) -> None:
    """Move the review that was held back, as if so many days had passed."""
    day = NOW.date() - timedelta(days=days)
    with world.inside() as session:
        session.execute(
            update(Review).where(Review.id == world.review_id).values(held_on=day, completed_on=day)
        )


def ask(world: World, at: datetime) -> int:
    with world.inside() as session:
        return actions.ask_half_way(session, actor=the_service(world.council_id), now=at)


def put(world: World, who: str, revision: int, **other: Any) -> Any:
    headers = {"If-Match": f'"{revision}"'}
    return world.sign_in(who).put(path(world), json=checked(**other), headers=headers)


def test_a_child_is_asked_two_weeks_before_and_their_answer_stands_first(after: World) -> None:
    held_ago(after, days=80)
    due = datetime.fromisoformat(after.sign_in("Priya").get(path(after)).json["due_on"])
    asked = NOW.replace(month=due.month, day=due.day) - timedelta(days=14)
    assert asked <= NOW
    assert ask(after, asked - timedelta(days=1)) == 0
    assert [ask(after, asked) for _ in range(2)] == [1, 0]
    with after.inside() as session:
        told = session.scalars(
            select(OutboxItem.person_id).where(OutboxItem.about == About.MIDPOINT_QUESTION)
        ).all()
    assert told == [after.child_id]
    ada = after.sign_in("Ada")
    assert ada.get("/api/my/midpoint-question").json["is_answered"] is False
    message = f"/api/my/conversations/{after.child_id}/messages/{uuid4()}"
    said = {"words": ANSWER, "start": "midpoint", "language": "en"}
    assert ada.put(message, json=said).status_code == 200
    assert ada.get("/api/my/midpoint-question").json["is_answered"] is True
    page = after.sign_in("Priya").get(path(after)).json
    assert page["answer"]["words"] == ANSWER
    assert [wish["words"] for wish in page["wishes"]] == ["I want to see my brother."]
    assert put(after, "Priya", page["revision"]).status_code == 200
    nothing = {"asked_at": None, "held_on": None, "is_answered": False}
    assert ada.get("/api/my/midpoint-question").json == nothing  # once it was looked at


def test_what_was_found_is_noted_once_and_by_the_officer_alone(after: World) -> None:
    for who in ("Ada", "Carol", "Wendy", "Boss"):
        assert after.sign_in(who).get(path(after)).status_code == 404
        assert put(after, who, 0).status_code == 404
    first = put(after, "Priya", 0).json
    assert (first["found"], first["revision"], first["done_by"]["name"]) == (
        checked(), 1, "Priya Reed",
    )  # fmt: skip
    assert put(after, "Priya", 0).json["revision"] == 1  # the same again
    assert put(after, "Priya", 0, concerns="He is sad.").status_code == 412
    assert put(after, "Priya", 1, concerns="He is sad.").json["found"]["concerns"] == "He is sad."
    with after.inside() as session:
        content = session.scalars(select(MidpointCheck.content)).one()
        trail = str(session.scalars(select(AuditEvent.facts)).all())
    assert content is not None
    assert b"sister" not in content
    assert "sister" not in trail


def test_a_review_all_were_told_of_is_closed_by_the_check(after: World) -> None:
    with after.inside() as session:
        reviews.paper_done(session, review_id=after.review_id, paper=Paper.GIVEN_TO_ALL, now=NOW)
    put(after, "Priya", 0)
    with after.inside() as session:
        stage = session.scalar(select(Review.stage).where(Review.id == after.review_id))
    assert stage is Stage.CLOSED


def test_before_any_review_was_held_there_is_nothing_to_look_at(world: World) -> None:
    answer = world.sign_in("Priya").get(path(world))
    assert (answer.status_code, answer.json["code"]) == (409, "review_not_held_yet")


def todays(world: World) -> dict[str, int]:
    urgent = world.sign_in("Priya").get("/api/today").json["urgent"]
    return {why["code"]: why["days"] for line in urgent for why in line["why"]}


def test_today_counts_the_days_of_what_follows_a_review(after: World) -> None:
    first = todays(after)
    assert first["decisions_due"] == 5
    assert not {"record_due", "care_plan_due", "share_due", "midpoint_due"} & first.keys()
    held_ago(after, days=80)
    with after.inside() as session:
        for paper in (Paper.DECISIONS, Paper.CARE_PLAN):
            reviews.paper_done(session, review_id=after.review_id, paper=paper, now=NOW)
    later = todays(after)
    assert later["record_due"] < later["share_due"] < 0
    assert 0 <= later["midpoint_due"] <= 5
    assert not {"decisions_due", "care_plan_due"} & later.keys()
    put(after, "Priya", 0)
    assert "midpoint_due" not in todays(after)
