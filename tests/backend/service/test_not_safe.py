"""A child's mark that it is not safe to reply: their officer sees it first, and nobody else."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from cadair.audit import queries as audit
from cadair.foundation.clock import frozen, now
from cadair.foundation.database import db, scope_to
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.world.two_councils import (
    JADEN,
    NORTHMOOR,
    build_two_councils,
    open_review,
    signed_in,
)


@pytest.fixture
def world(app):
    build_two_councils(app)
    return app


def mark(app, *, on: bool, no_trace: bool = False):
    answer = signed_in(app, "jaden").put(
        "/api/me/phone", json={"leaves_no_trace": no_trace, "not_safe_to_reply": on}
    )
    assert answer.status_code == 200, answer.text
    return answer.json


def today_row(app) -> dict:
    said = signed_in(app, "priya").get("/api/today").json
    rows = [row for row in said["urgent"] + said["coming"] if row["child"]["id"] == str(JADEN)]
    assert rows
    return rows[0]


def test_the_officer_sees_it_on_the_childs_page_the_summary_and_today(world):
    review_id = open_review(world)
    assert today_row(world)["not_safe_to_reply"] is False
    since = mark(world, on=True)["not_safe_since"]
    priya = signed_in(world, "priya")
    assert priya.get(f"/api/children/{JADEN}").json["phone"]["not_safe_since"] == since
    summary = priya.get(f"/api/reviews/{review_id}/summary").json
    assert summary["child"]["not_safe_since"] == since
    assert today_row(world)["not_safe_to_reply"] is True


def test_it_stands_before_everything_else_that_needs_the_officer(world):
    """Also before a review that is overdue, and whether or not a review is owed at all."""
    with frozen(now() + timedelta(days=400)):
        before = signed_in(world, "priya").get("/api/today").json["urgent"]
        assert before[0]["why"][0]["code"] == "overdue"
        mark(world, on=True)
        first = signed_in(world, "priya").get("/api/today").json["urgent"][0]
    assert first["child"]["id"] == str(JADEN)
    assert first["why"][0]["code"] == "not_safe"


def test_a_child_who_is_owed_no_review_is_there_too(world):
    with world.app_context():
        scope_to(db.session, NORTHMOOR)
        ended = {"not_owed_at": now(), "stage": Stage.CLOSED}
        db.session.execute(update(Review).where(Review.child_id == JADEN).values(ended))
        db.session.commit()
    mark(world, on=True)
    first = signed_in(world, "priya").get("/api/today").json["urgent"][0]
    assert first["child"]["id"] == str(JADEN)
    assert first["review_id"] is None
    assert first["why"][0]["code"] == "not_safe"


def test_the_officer_sees_that_it_was_taken_back(world):
    """Whoever holds the phone may have done that."""
    mark(world, on=True)
    with frozen(now() + timedelta(days=1)):
        mark(world, on=False)
        page = signed_in(world, "priya").get(f"/api/children/{JADEN}").json["phone"]
    assert page["not_safe_since"] is None
    assert page["safe_again_since"] is not None
    assert today_row(world)["not_safe_to_reply"] is False


def test_saying_it_again_keeps_the_first_day(world):
    first = mark(world, on=True)
    with frozen(now() + timedelta(days=1)):
        assert mark(world, on=True, no_trace=True)["not_safe_since"] == first["not_safe_since"]


def test_nobody_else_is_told(world):
    mark(world, on=True)
    assert signed_in(world, "helen").get(f"/api/children/{JADEN}").json["phone"] is None
    for key in ("sandra", "karen", "tom", "okafor"):
        theirs = signed_in(world, key)
        assert "not_safe" not in theirs.get("/api/my/reviews").text
        assert theirs.get("/api/me/phone").status_code == 404


def test_it_is_in_the_trail_of_the_child(world):
    mark(world, on=True)
    with world.app_context():
        scope_to(db.session, NORTHMOOR)
        events = audit.of_child(db.session, child_id=JADEN)
    [event] = [each for each in events if each["event"] == "child.phone_choices_made"]
    assert event["facts"] == {"leaves_no_trace": False, "not_safe_to_reply": True}
    assert event["actor_id"] == str(JADEN)
