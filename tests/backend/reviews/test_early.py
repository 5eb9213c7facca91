"""Bringing a review forward: who may, what follows, and what everybody is told."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from cadair.audit.models import AuditEvent
from cadair.children.models import Episode
from cadair.foundation.errors import BadInput, NotFound
from cadair.reviews import actions
from cadair.reviews.models import Decision, EarlyAsk
from cadair.reviews.queries.early import Ask
from cadair.reviews.rules import (
    EarlyReviewDecidedDifferently,
    EarlyReviewNotedDifferently,
    ReasonCode,
    Stage,
    Trigger,
)
from tests.backend.reviews.conftest import NOW, World

TODAY = NOW.date()
SOON = TODAY + timedelta(days=7)
WHY = "He moved to new carers without notice."
BODY = {
    "trigger": "home_changed",
    "asked_by_id": None,
    "asked_on": TODAY.isoformat(),
    "why": WHY,
    "decision": "yes",
    "hold_by": SOON.isoformat(),
    "reason": None,
}


def path(world: World, ask_id: UUID | None = None, rest: str = "") -> str:
    end = f"/{ask_id}" if ask_id else ""
    return f"/api/children/{world.ids['Ada']}/early-reviews{end}{rest}"


def child_asks(world: World, ask_id: UUID, who: str = "Ada", **other: Any) -> Ask:
    asked = {
        "trigger": Trigger.CHILD_ASKS,
        "asked_by_id": world.ids["Ada"],
        "asked_on": TODAY,
        "why": "I want to see my brother.",
        **other,
    }
    with world.inside() as session:
        return actions.ask(
            session,
            actor=world.actor(who),
            child_id=world.ids["Ada"],
            ask_id=ask_id,
            asked=actions.Asked(**asked),
            now=NOW,
        )


def decide(world: World, ask_id: UUID, decision: Decision, **other: Any) -> Ask:
    with world.inside() as session:
        return actions.decide(
            session,
            actor=world.actor("Priya"),
            child_id=world.ids["Ada"],
            ask_id=ask_id,
            decided=actions.Decided(
                **{"decision": decision, "hold_by": None, "reason": None, **other}
            ),
            now=NOW,
        )


def test_a_review_is_brought_forward_and_opens_at_once(world: World) -> None:
    priya, ask_id = world.sign_in("Priya"), uuid4()
    first = priya.put(path(world, ask_id), json=BODY)
    assert first.status_code == 200, first.text
    assert priya.put(path(world, ask_id), json=BODY).json == first.json
    review = world.review_of("Ada")
    assert review.due_by == SOON
    assert review.stage is Stage.OPEN_FOR_VIEWS
    assert review.reason is not None
    assert (review.reason.code, review.reason.trigger) == (
        ReasonCode.BROUGHT_FORWARD,
        Trigger.HOME_CHANGED,
    )
    page = priya.get(path(world)).json
    assert page["due_by"] == "2026-03-30"  # the law's own day
    (listed,) = page["asks"]
    assert (listed["why"], listed["decided_by"], listed["decision"]) == (WHY, "Priya Reed", "yes")
    assert {ground["trigger"] for ground in page["grounds"]} >= {"child_asks", "harm_enquiry"}
    assert "unregulated_move" not in {ground["trigger"] for ground in page["grounds"]}


def test_why_lies_sealed_and_the_trail_holds_no_words(world: World) -> None:
    ask_id = uuid4()
    world.sign_in("Priya").put(path(world, ask_id), json=BODY)
    with world.inside() as session:
        kept = session.scalar(select(EarlyAsk.why).where(EarlyAsk.id == ask_id))
        facts = session.scalars(
            select(AuditEvent.facts).where(AuditEvent.child_id == world.ids["Ada"])
        )
        trail = str(list(facts))
        noted = set(session.scalars(select(AuditEvent.event)))
    assert kept is not None
    assert WHY.encode() not in kept
    assert "carers" not in trail
    assert {"review.asked_for_early", "review.early_decided"} <= noted


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"trigger": "unregulated_move"}, "trigger", "not_for_this_review"),
        ({"asked_on": "2026-03-17"}, "asked_on", "in_the_future"),
        ({"asked_on": "2026-03-01"}, "asked_on", "before_this_time_in_care"),
        ({"hold_by": None}, "hold_by", "required"),
        ({"hold_by": "2026-03-15"}, "hold_by", "in_the_past"),
        ({"hold_by": "2026-03-31"}, "hold_by", "not_sooner"),
        ({"decision": "no", "reason": "Not needed."}, "decision", "must_be_held"),
        ({"decision": "taken_back", "reason": "Oh."}, "decision", "must_be_held"),
        ({"trigger": "child_asks", "decision": "no"}, "reason", "required"),
        ({"asked_by_id": str(uuid4())}, "asked_by_id", "not_in_circle"),
        ({"why": "x" * 2001}, "why", "too_long"),
    ],
)
def test_what_does_not_fit_is_told_by_field(
    world: World, change: dict[str, Any], field: str, fault: str
) -> None:
    answer = world.sign_in("Priya").put(path(world, uuid4()), json={**BODY, **change})
    assert (answer.status_code, answer.json["fields"]) == (422, {field: [fault]})
    assert world.review_of("Ada").due_by == date(2026, 3, 30)
    with world.inside() as session:
        assert session.scalar(select(EarlyAsk.id)) is None  # nothing half noted


def test_a_child_out_of_care_is_owed_none(world: World) -> None:
    with world.inside() as session:
        session.execute(
            update(Episode)
            .where(Episode.child_id == world.ids["Ada"])
            .values(ended_on=TODAY - timedelta(days=1), reason_ended="E4")
        )
    answer = world.sign_in("Priya").put(path(world, uuid4()), json=BODY)
    assert (answer.status_code, answer.json["code"]) == (409, "no_review_owed")


def test_a_child_asks_and_the_officer_answers(world: World) -> None:
    ask_id = uuid4()
    child_asks(world, ask_id)
    assert child_asks(world, ask_id).decision is None
    assert world.review_of("Ada").due_by == date(2026, 3, 30)  # asking alone moves nothing
    with pytest.raises(BadInput):
        decide(world, ask_id, Decision.NO)
    said = decide(world, ask_id, Decision.NO, reason="Your review is in two weeks.")
    assert (said.decision, said.reason) == (Decision.NO, "Your review is in two weeks.")
    with pytest.raises(EarlyReviewDecidedDifferently):
        decide(world, ask_id, Decision.YES, hold_by=SOON)
    assert world.review_of("Ada").due_by == date(2026, 3, 30)


def test_a_child_asks_for_themselves_and_nothing_else(world: World) -> None:
    for other in ({"trigger": Trigger.RISK_OF_HARM}, {"asked_by_id": world.ids["Mum"]}):
        with pytest.raises(BadInput):
            child_asks(world, uuid4(), **other)
    for who in ("Zoe", "Mum", "Carol", "Wendy", "Omar", "Boss"):
        with pytest.raises(NotFound):
            child_asks(world, uuid4(), who)


def test_nothing_is_overwritten_in_silence(world: World) -> None:
    ask_id = uuid4()
    child_asks(world, ask_id)
    with pytest.raises(EarlyReviewNotedDifferently):
        child_asks(world, ask_id, why="Something else.")


def test_a_yes_is_taken_back_and_the_laws_day_holds_again(world: World) -> None:
    priya, ask_id = world.sign_in("Priya"), uuid4()
    priya.put(path(world, ask_id), json=BODY)
    back = {"decision": "taken_back", "hold_by": None, "reason": "The wrong child."}
    answer = priya.put(path(world, ask_id, "/decision"), json=back)
    assert (answer.status_code, answer.json["hold_by"]) == (200, SOON.isoformat())
    assert priya.put(path(world, ask_id, "/decision"), json=back).json == answer.json
    review = world.review_of("Ada")
    assert review.due_by == date(2026, 3, 30)
    assert review.reason is not None
    assert review.reason.trigger is None


@pytest.mark.parametrize(
    ("trigger", "told"), [("home_changed", "home_changed"), ("harm_enquiry", "officer_asks")]
)
def test_the_child_is_told_why_but_not_of_what_is_grave(
    world: World, trigger: str, told: str
) -> None:
    world.sign_in("Priya").put(path(world, uuid4()), json={**BODY, "trigger": trigger})
    (mine,) = world.sign_in("Ada").get("/api/my/reviews").json["reviews"]
    assert (mine["due_by"], mine["reason"]["trigger"]) == (SOON.isoformat(), told)
    (mums,) = world.sign_in("Mum").get("/api/my/reviews").json["reviews"]
    assert (mums["due_by"], mums["reason"]) == (None, None)


def test_another_childs_asking_is_not_met(world: World) -> None:
    ask_id = uuid4()
    child_asks(world, ask_id)
    omar = world.sign_in("Omar")
    at_zoe = f"/api/children/{world.ids['Zoe']}/early-reviews/{ask_id}/decision"
    decision = {"decision": "yes", "hold_by": SOON.isoformat(), "reason": None}
    assert omar.put(at_zoe, json=decision).status_code == 404
    assert omar.put(path(world, ask_id, "/decision"), json=decision).status_code == 404
