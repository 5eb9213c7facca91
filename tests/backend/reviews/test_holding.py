"""A review begins, is adjourned, held, and followed by its papers; who may, and what follows."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from cadair.audit.models import AuditEvent
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from cadair.reviews import actions
from cadair.reviews.models import Postponement, Review
from cadair.reviews.queries import review_of
from cadair.reviews.rules import Paper, Stage
from tests.backend.reviews.conftest import NOW, World
from tests.world.holding import WORDS_TO_CHILD, adjourning, held, postponing

TODAY = NOW.date()
WHY = "Wendy was ill and nobody knew about the school."


@pytest.fixture
def review(world: World) -> str:
    """Ada's first review, open for views and due by 30 March."""
    world.open_reviews()
    return f"/api/reviews/{world.review_of('Ada').id}"


def put_due_by(world: World, day: date) -> None:
    with world.inside() as session:
        session.execute(
            update(Review).where(Review.child_id == world.ids["Ada"]).values(due_by=day)
        )


def refused(answer: TestResponse) -> tuple[int, Any]:
    return answer.status_code, answer.json.get("fields") or answer.json["code"]


def test_a_meeting_begins_once_and_for_its_officer_alone(world: World, review: str) -> None:
    for who in ("Ada", "Carol", "Wendy", "Omar", "Boss"):
        assert world.sign_in(who).post(f"{review}/begin").status_code == 404
    priya = world.sign_in("Priya")
    assert [priya.post(f"{review}/begin").json["stage"] for _ in range(2)] == ["meeting"] * 2
    assert priya.get(f"{review}/clock").json["met_on"] == TODAY.isoformat()
    with world.inside() as session:
        begun = session.scalars(select(AuditEvent.id).where(AuditEvent.event == "review.begun"))
        assert len(begun.all()) == 1


def test_held_its_papers_are_due_and_the_next_review_is_wound(world: World, review: str) -> None:
    priya = world.sign_in("Priya")
    clock = priya.post(f"{review}/hold", json=held()).json  # without a meeting here, too
    assert (clock["stage"], clock["held_on"], clock["late"]) == ("writing_up", "2026-03-16", None)
    assert {line["key"]: (line["by"], line["days_left"]) for line in clock["lines"]} == {
        "decisions": ("2026-03-23", 5),
        "care_plan": ("2026-03-30", 10),
        "record": ("2026-04-08", 15),  # over Easter
        "given_to_all": ("2026-04-15", 20),
    }
    assert not any(line["confirmed"] for line in clock["lines"])
    assert (clock["next_due_by"], clock["midpoint_on"]) == ("2026-06-16", "2026-05-01")
    assert world.review_of("Ada").due_by == date(2026, 6, 16)
    earlier = (TODAY - timedelta(days=2)).isoformat()  # put right while it is written up
    assert priya.post(f"{review}/hold", json=held(held_on=earlier)).json["held_on"] == earlier
    assert world.review_of("Ada").due_by == date(2026, 6, 14)
    assert refused(priya.post(f"{review}/begin")) == (409, "review_has_closed")


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"completed_on": "2026-03-17"}, "completed_on", "in_the_future"),
        ({"completed_on": "2026-03-15"}, "completed_on", "before_it_was_held"),
        ({"late_reason": "sickness"}, "late_reason", "not_late"),
    ],
)
def test_a_day_that_cannot_be_is_refused(
    world: World, review: str, change: dict[str, Any], field: str, fault: str
) -> None:
    answer = world.sign_in("Priya").post(f"{review}/hold", json=held(**change))
    assert refused(answer) == (422, {field: [fault]})


def test_a_late_review_has_its_reason_and_the_words_lie_sealed(world: World, review: str) -> None:
    put_due_by(world, TODAY - timedelta(days=1))
    priya = world.sign_in("Priya")
    assert refused(priya.post(f"{review}/hold", json=held())) == (
        422, {"late_reason": ["required"]},
    )  # fmt: skip
    told = held(late_reason="sickness", late_words=WHY)
    clock = priya.post(f"{review}/hold", json=told).json
    assert clock["late"] == {"reason": "sickness", "words": WHY}
    with world.inside() as session:
        kept = session.scalar(select(Review.late_words).where(Review.late_words.is_not(None)))
        trail = str(list(session.scalars(select(AuditEvent.facts))))
    assert kept is not None
    assert WHY.encode() not in kept
    assert "Wendy" not in trail


def test_a_review_is_adjourned_once_and_comes_back_as_it_was(world: World, review: str) -> None:
    priya = world.sign_in("Priya")
    priya.post(f"{review}/begin")
    for until, fault in (("2026-04-16", "too_far"), ("2026-03-16", "in_the_past")):
        answer = priya.post(f"{review}/adjourn", json=adjourning(until=until))
        assert refused(answer) == (422, {"until": [fault]})
    clock = priya.post(f"{review}/adjourn", json=adjourning(until="2026-04-15")).json
    assert (clock["stage"], clock["adjourn_until_at_most"]) == ("open_for_views", None)
    assert (clock["adjourned"]["on"], clock["adjourned"]["until"]) == ("2026-03-16", "2026-04-15")
    assert world.review_of("Ada").is_adjourned
    (today,) = priya.get("/api/today").json["urgent"]
    told = [each for each in today["why"] if each["code"] == "adjourned"]
    assert [(each["date"], each["days"]) for each in told] == [("2026-04-15", 20)]
    assert refused(priya.post(f"{review}/adjourn", json=adjourning())) == (409, "adjourned_before")
    priya.post(f"{review}/begin")
    assert world.review_of("Ada").is_adjourned  # until it is complete
    review_id = world.review_of("Ada").id
    with world.inside() as session:  # time passes
        session.execute(
            update(Review)
            .where(Review.id == review_id)
            .values(adjourned_until=TODAY - timedelta(days=1))
        )
    assert refused(priya.post(f"{review}/hold", json=held())) == (
        422, {"late_reason": ["required"]},
    )  # fmt: skip
    assert priya.post(f"{review}/hold", json=held(late_reason="court")).status_code == 200
    with world.inside() as session:
        assert not review_of(session, review_id=review_id).is_adjourned


def told_of(world: World, about: About) -> set[str]:
    with world.inside() as session:
        told = session.scalars(select(OutboxItem.person_id).where(OutboxItem.about == about))
        names = {person_id: who for who, person_id in world.ids.items()}
        return {names[person_id] for person_id in told}


def test_postponing_takes_a_manager_and_the_child_is_told_then(world: World, review: str) -> None:
    priya, boss, asked = world.sign_in("Priya"), world.sign_in("Boss"), uuid4()
    path = f"{review}/postponements/{asked}"
    assert boss.put(path, json=postponing()).status_code == 404
    made = [priya.put(path, json=postponing()).json for _ in range(2)]
    assert made[0] == made[1]
    other = priya.put(path, json=postponing(why="Something else."))
    assert refused(other) == (409, "postponement_asked_differently")
    again = priya.put(f"{review}/postponements/{uuid4()}", json=postponing())
    assert refused(again) == (409, "postponement_waits")
    assert (told_of(world, About.POSTPONEMENT), told_of(world, About.REVIEW_MOVED)) == (
        {"Boss"}, set(),
    )  # fmt: skip
    assert priya.get("/api/postponements").status_code == 404
    assert [one["id"] for one in boss.get("/api/postponements").json["waiting"]] == [str(asked)]
    answer = f"/api/postponements/{asked}/answer"
    yes = {"answer": "yes", "words": None}
    assert priya.post(answer, json=yes).status_code == 404
    assert boss.post(answer, json=yes).json["answered_by"] == "Boss Reed"
    assert boss.post(answer, json=yes).status_code == 200
    no = boss.post(answer, json={"answer": "no", "words": "No."})
    assert refused(no) == (409, "postponement_answered_differently")
    assert told_of(world, About.REVIEW_MOVED) == {"Ada"}
    assert told_of(world, About.POSTPONEMENT_ANSWERED) == {"Priya"}
    clock = priya.get(f"{review}/clock").json
    assert (clock["postponed_to"], clock["due_by"]) == ("2026-04-15", "2026-03-30")
    assert clock["postponement"]["words_to_child"] == WORDS_TO_CHILD
    assert boss.get("/api/postponements").json["waiting"] == []
    (own,) = world.sign_in("Ada").get("/api/my/reviews").json["reviews"]
    assert own["moved"] == {"to_on": "2026-04-15", "words": WORDS_TO_CHILD}
    (theirs,) = world.sign_in("Carol").get("/api/my/reviews").json["reviews"]
    assert theirs["moved"] is None
    with world.inside() as session:
        kept = session.scalars(select(Postponement.words_to_child)).one()
    assert b"sister" not in kept


def test_a_manager_who_says_no_says_why_and_nothing_moves(world: World, review: str) -> None:
    priya, boss, asked = world.sign_in("Priya"), world.sign_in("Boss"), uuid4()
    priya.put(f"{review}/postponements/{asked}", json=postponing())
    answer = f"/api/postponements/{asked}/answer"
    without = boss.post(answer, json={"answer": "no", "words": None})
    assert refused(without) == (422, {"words": ["required"]})
    said = boss.post(answer, json={"answer": "no", "words": "Keep the day."})
    assert said.json["answer_words"] == "Keep the day."
    assert priya.get(f"{review}/clock").json["postponed_to"] is None
    assert told_of(world, About.REVIEW_MOVED) == set()


def test_papers_are_ticked_off_as_they_are_done(world: World, review: str) -> None:
    wendy, priya = world.sign_in("Wendy"), world.sign_in("Priya")
    early = wendy.post(f"{review}/care-plan-updated")
    assert refused(early) == (409, "review_not_held_yet")
    review_id = world.review_of("Ada").id
    priya.post(f"{review}/hold", json=held())
    for who in ("Ada", "Carol", "Teacher", "Boss", "Omar"):
        assert world.sign_in(who).post(f"{review}/care-plan-updated").status_code == 404
    assert wendy.post(f"{review}/care-plan-updated").status_code == 204
    with world.inside() as session:
        for paper in (Paper.DECISIONS, Paper.GIVEN_TO_ALL):
            assert actions.paper_done(session, review_id=review_id, paper=paper, now=NOW)
            later = NOW + timedelta(days=1)
            assert not actions.paper_done(session, review_id=review_id, paper=paper, now=later)
    clock = priya.get(f"{review}/clock").json
    assert clock["stage"] == Stage.SHARED.value
    done = {line["key"]: line["done_at"] for line in clock["lines"]}
    at = "2026-03-16T16:00:00+00:00"
    assert done == {"decisions": at, "care_plan": at, "record": None, "given_to_all": at}


def test_what_was_done_before_a_review_was_complete_is_kept_but_not_over_an_adjournment(
    world: World, review: str
) -> None:
    priya, review_id = world.sign_in("Priya"), world.review_of("Ada").id
    priya.post(f"{review}/begin")
    with world.inside() as session:
        assert actions.paper_done(session, review_id=review_id, paper=Paper.DECISIONS, now=NOW)
        assert actions.paper_done(session, review_id=review_id, paper=Paper.GIVEN_TO_ALL, now=NOW)
    priya.post(f"{review}/adjourn", json=adjourning())
    clock = priya.post(f"{review}/hold", json=held()).json
    done = {line["key"] for line in clock["lines"] if line["done_at"]}
    assert (done, clock["stage"]) == ({"given_to_all"}, Stage.SHARED.value)
