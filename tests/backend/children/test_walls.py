"""The circle and its walls over HTTP: two people lower a wall, one raises it, and it holds."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from cadair.audit.models import AuditEvent
from cadair.children import actions, queries
from cadair.children.actions import NewAllocation, NewRelationship, allocate
from cadair.children.models import WallProposal
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation.clock import frozen
from cadair.foundation.database import db, scope_to
from cadair.people.models import SignInSession
from tests.backend.reviews.conftest import CARE_BEGAN, NOW, World, a_council

REASON = "They agreed it with the social worker on Monday."


@pytest.fixture
def world(app: Flask) -> Iterator[World]:
    """Ada's circle: her officer Priya, whom Omar covers for, and the manager Boss."""
    with frozen(NOW):
        made = a_council(app, "Northmoor")
        with made.inside() as session:
            cover = NewAllocation(
                child_id=made.ids["Ada"],
                officer_id=made.ids["Omar"],
                covers=True,
                from_on=CARE_BEGAN,
            )
            allocate(session, actor=made.service, allocation=cover, now=NOW)
        yield made


def ada(world: World, path: str) -> str:
    return f"/api/children/{world.ids['Ada']}{path}"


def circle(world: World, who: str = "Priya") -> dict:
    answer = world.sign_in(who).get(ada(world, "/circle"))
    assert answer.status_code == 200, answer.text
    return answer.json


def wall(world: World, one: str, other: str, who: str = "Priya") -> dict:
    both = {str(world.ids[one]), str(world.ids[other])}
    return next(
        each for each in circle(world, who)["walls"] if {each["one_id"], each["other_id"]} == both
    )


def propose(
    world: World, who: str, one: str, other: str, proposal_id: UUID | None = None, **more: str
):
    return world.sign_in(who).put(
        ada(world, f"/wall-proposals/{proposal_id or uuid4()}"),
        json={
            "one_id": str(world.ids[one]),
            "other_id": str(world.ids[other]),
            "reason": REASON,
            **more,
        },
    )


def answer(world: World, who: str, proposal_id: UUID, agrees: bool = True):
    return world.sign_in(who).post(
        f"/api/wall-proposals/{proposal_id}/answer", json={"agrees": agrees}
    )


def lower(world: World, one: str, other: str) -> None:
    proposal_id = uuid4()
    assert propose(world, "Priya", one, other, proposal_id).status_code == 204
    assert answer(world, "Boss", proposal_id).status_code == 204


def raise_(world: World, who: str, one: str, other: str):
    return world.sign_in(who).put(ada(world, f"/walls/{world.ids[one]}/{world.ids[other]}"))


def relate(world: World, who: str) -> None:
    """They join Ada's circle today."""
    with world.inside() as session:
        relationship = NewRelationship(
            child_id=world.ids["Ada"], person_id=world.ids[who], kind=RelationshipKind.SCHOOL
        )
        actions.relate(session, actor=world.service, relationship=relationship, now=NOW)


def events(world: World, *names: str) -> list[AuditEvent]:
    with world.inside() as session:
        found = select(AuditEvent).where(AuditEvent.event.in_(names))
        return list(session.scalars(found))


def test_everybody_is_walled_from_everybody_until_two_have_agreed(world):
    page = circle(world)
    assert page["walls"]
    assert all(each["stands"] for each in page["walls"])
    proposal_id = uuid4()
    assert propose(world, "Priya", "Mum", "Teacher", proposal_id).status_code == 204
    waiting = wall(world, "Teacher", "Mum")
    assert waiting["stands"]
    assert waiting["waiting"]["reason"] == REASON
    assert answer(world, "Boss", proposal_id).status_code == 204
    assert not wall(world, "Mum", "Teacher")["stands"]
    assert [each["stands"] for each in circle(world)["walls"]].count(False) == 1


def test_nobody_agrees_with_themselves_and_two_officers_are_not_enough(world):
    proposal_id = uuid4()
    propose(world, "Priya", "Mum", "Teacher", proposal_id)
    for who in ("Priya", "Omar"):
        refused = answer(world, who, proposal_id)
        assert (refused.status_code, refused.json["code"]) == (409, "needs_another")
    assert wall(world, "Mum", "Teacher")["stands"]


def test_a_manager_proposes_and_the_officer_agrees_as_well(world):
    proposal_id = uuid4()
    assert propose(world, "Boss", "Mum", "Teacher", proposal_id).status_code == 204
    assert answer(world, "Boss", proposal_id).json["code"] == "needs_another"
    assert answer(world, "Omar", proposal_id).status_code == 204
    assert not wall(world, "Mum", "Teacher", "Boss")["stands"]


def test_the_database_itself_refuses_one_person_for_both(world):
    proposal_id = uuid4()
    propose(world, "Priya", "Mum", "Teacher", proposal_id)
    with world.app.app_context():
        scope_to(db.session, world.council_id)
        with pytest.raises(IntegrityError):
            db.session.execute(
                update(WallProposal)
                .where(WallProposal.id == proposal_id)
                .values(outcome="agreed", decided_by_id=world.ids["Priya"], decided_at=NOW)
            )


@pytest.mark.parametrize("who", ["Priya", "Omar", "Boss"])
def test_one_alone_raises_a_wall_and_the_next_request_holds_to_it(world, who):
    lower(world, "Mum", "Teacher")
    assert raise_(world, who, "Teacher", "Mum").status_code == 204
    assert wall(world, "Mum", "Teacher")["stands"]
    assert raise_(world, who, "Teacher", "Mum").status_code == 204
    assert len(events(world, "child.wall_raised")) == 1


def test_raising_overtakes_what_was_proposed_before(world):
    """Somebody saw a danger meanwhile: an older proposal must not lower the wall after all."""
    proposal_id = uuid4()
    propose(world, "Priya", "Mum", "Teacher", proposal_id)
    raise_(world, "Omar", "Mum", "Teacher")
    refused = answer(world, "Boss", proposal_id)
    assert (refused.status_code, refused.json["code"]) == (409, "proposal_decided")
    assert wall(world, "Mum", "Teacher")["stands"]
    (kept,) = circle(world)["decided"]
    assert (kept["outcome"], kept["decided_by"]) == ("overtaken", "Omar Reed")


def test_what_was_refused_or_taken_back_is_kept(world):
    refused, withdrawn = uuid4(), uuid4()
    propose(world, "Priya", "Mum", "Teacher", refused)
    assert answer(world, "Boss", refused, agrees=False).status_code == 204
    propose(world, "Priya", "Mum", "Teacher", withdrawn)
    taking_back = f"/api/wall-proposals/{withdrawn}/withdraw"
    assert world.sign_in("Boss").post(taking_back).json["code"] == "needs_another"
    assert world.sign_in("Priya").post(taking_back).status_code == 204
    assert wall(world, "Mum", "Teacher")["stands"]
    told = {each["id"]: (each["outcome"], each["reason"]) for each in circle(world)["decided"]}
    assert told == {str(refused): ("refused", REASON), str(withdrawn): ("withdrawn", REASON)}


def test_each_step_is_in_the_trail_without_its_reason(world):
    lower(world, "Mum", "Teacher")
    raise_(world, "Boss", "Mum", "Teacher")
    steps = events(world, "child.wall_lowering_proposed", "child.wall_lowered", "child.wall_raised")
    assert {(each.event, each.actor_id) for each in steps} == {
        ("child.wall_lowering_proposed", world.ids["Priya"]),
        ("child.wall_lowered", world.ids["Boss"]),
        ("child.wall_raised", world.ids["Boss"]),
    }
    for each in steps:
        assert each.child_id == world.ids["Ada"]
        assert set(each.facts) == {"between"}


def test_the_reason_lies_sealed(world):
    propose(world, "Priya", "Mum", "Teacher")
    with world.inside() as session:
        (kept,) = session.connection().execute(text("SELECT reason FROM wall_proposal")).one()
    assert REASON.encode() not in bytes(kept)


def test_both_halves_of_lowering_ask_for_proof_and_raising_does_not(world):
    proposal_id = uuid4()
    propose(world, "Priya", "Mum", "Teacher", proposal_id)
    priya, boss = world.sign_in("Priya"), world.sign_in("Boss")
    with world.inside() as session:
        session.execute(
            update(SignInSession)
            .where(SignInSession.person_id.in_([world.ids["Priya"], world.ids["Boss"]]))
            .values(proved_at=NOW - timedelta(minutes=6))
        )
    asked = {
        "one_id": str(world.ids["Dad"]), "other_id": str(world.ids["Wendy"]), "reason": REASON,
    }  # fmt: skip
    for refused in (
        priya.put(ada(world, f"/wall-proposals/{uuid4()}"), json=asked),
        boss.post(f"/api/wall-proposals/{proposal_id}/answer", json={"agrees": True}),
    ):
        assert (refused.status_code, refused.json["code"]) == (403, "step_up_needed")
    for browser in (priya, boss):
        raising = ada(world, f"/walls/{world.ids['Mum']}/{world.ids['Teacher']}")
        assert browser.put(raising).status_code == 204


def test_the_same_proposal_twice_is_one_and_another_waits_its_turn(world):
    proposal_id = uuid4()
    for _ in range(2):
        assert propose(world, "Priya", "Mum", "Teacher", proposal_id).status_code == 204
    other_words = propose(world, "Priya", "Mum", "Teacher", proposal_id, reason="Another.")
    assert (other_words.status_code, other_words.json["code"]) == (409, "already_proposed")
    second = propose(world, "Omar", "Teacher", "Mum")
    assert (second.status_code, second.json["code"]) == (409, "already_proposed")
    lower(world, "Dad", "Teacher")
    assert propose(world, "Priya", "Dad", "Teacher").json["code"] == "wall_is_lowered"


def test_nobody_outside_the_circle_has_walls_in_it(world):
    for one, other in (("Mum", "Stranger"), ("Mum", "Priya"), ("Mum", "Ada")):
        assert propose(world, "Priya", one, other).status_code == 404
        assert raise_(world, "Priya", one, other).status_code == 404
    assert propose(world, "Priya", "Mum", "Mum").status_code == 422


def test_each_waits_for_the_other_and_never_for_oneself(world):
    by_priya, by_boss = uuid4(), uuid4()
    propose(world, "Priya", "Mum", "Teacher", by_priya)
    propose(world, "Boss", "Dad", "Teacher", by_boss)

    def waiting(who: str) -> list[str]:
        told = world.sign_in(who).get("/api/wall-proposals").json["waiting"]
        return [each["proposal"]["id"] for each in told]

    assert waiting("Boss") == [str(by_priya)]
    assert waiting("Priya") == waiting("Omar") == [str(by_boss)]
    with world.inside() as session:
        ended = NewAllocation(
            child_id=world.ids["Ada"],
            officer_id=world.ids["Omar"],
            covers=True,
            from_on=CARE_BEGAN,
            until_on=NOW.date() - timedelta(days=1),
        )
        allocate(session, actor=world.service, allocation=ended, now=NOW)
    assert waiting("Omar") == []
    assert world.sign_in("Wendy").get("/api/wall-proposals").status_code == 404


def test_a_new_party_is_walled_and_one_who_left_comes_back_walled(world):
    priya, gran = world.sign_in("Priya"), uuid4()
    told = {
        "name": "Gran Cole", "kind": "grandparent", "parental_responsibility": False,
        "language": "en",
    }  # fmt: skip
    url = ada(world, f"/circle/{gran}")
    for _ in range(2):
        assert priya.put(url, json=told).status_code == 204
    assert priya.put(url, json={**told, "name": "Somebody"}).json["code"] == "person_already_there"
    assert priya.put(url, json={**told, "kind": "social_worker"}).status_code in (204, 422)
    page = circle(world)
    hers = [each for each in page["walls"] if str(gran) in (each["one_id"], each["other_id"])]
    assert len(hers) == len(page["people"]) - 3  # without herself and the two officers
    assert all(each["stands"] for each in hers)
    lower(world, "Mum", "Teacher")
    ending = ada(world, f"/circle/{world.ids['Teacher']}")
    assert (priya.delete(ending).status_code, priya.delete(ending).status_code) == (204, 404)
    assert str(world.ids["Teacher"]) not in {each["person_id"] for each in circle(world)["people"]}
    relate(world, "Teacher")
    with world.inside() as session:
        assert queries.is_walled(
            session,
            child_id=world.ids["Ada"],
            one_id=world.ids["Mum"],
            other_id=world.ids["Teacher"],
            on=NOW.date(),
        )


def test_an_id_that_is_somebody_elses_is_refused(world):
    told = {"name": "A", "kind": "father", "parental_responsibility": False, "language": "en"}
    for taken in ("Stranger", "Zoe", "Clerk"):
        answer_ = world.sign_in("Priya").put(ada(world, f"/circle/{world.ids[taken]}"), json=told)
        assert (answer_.status_code, answer_.json["code"]) == (409, "person_already_there")


def test_who_may_know_where_the_child_lives_is_said_and_taken_back(world):
    def knows(who: str) -> list[str]:
        people = circle(world)["people"]
        return next(p["knows"] for p in people if p["person_id"] == str(world.ids[who]))

    def say(asker: str, who: str, how: str, what: str = "home"):
        return world.sign_in(asker).put(
            ada(world, f"/circle/{world.ids[who]}/{how}"), json={"what": what}
        )

    assert knows("Carol") == knows("Wendy") == ["home", "carers", "school"]
    assert knows("Teacher") == ["school"]
    assert knows("Mum") == knows("Dad") == []
    assert say("Priya", "Mum", "may-know").status_code == 204
    assert say("Priya", "Mum", "may-know").status_code == 204
    assert knows("Mum") == ["home"]
    assert say("Boss", "Mum", "may-know").status_code == 404
    assert say("Boss", "Mum", "may-not-know").status_code == 204
    assert knows("Mum") == []
    assert say("Priya", "Stranger", "may-know").status_code == 404
    noted = events(world, "child.may_know", "child.may_not_know")
    assert sorted(each.event for each in noted) == ["child.may_know", "child.may_not_know"]


def test_the_vault_is_kept_and_opened_by_the_officer_alone(world):
    url = ada(world, "/protected-facts")
    priya = world.sign_in("Priya")
    for words in ("1 Elm Road", "2 Elm Road"):
        put = priya.put(url, json={"kind": "address", "words": words})
        assert put.status_code == 204
    assert priya.get(url).json["address"] == "2 Elm Road"
    assert priya.put(url, json={"kind": "address", "words": None}).status_code == 204
    assert priya.get(url).json["address"] is None
    assert priya.put(url, json={"kind": "home_postcode", "words": "CF1"}).status_code == 422
    assert len(events(world, "child.protected_facts_read")) == 2
    with world.inside() as session:
        kept = session.connection().execute(text("SELECT sealed FROM protected_fact")).all()
    assert kept
    assert not any(b"Elm" in bytes(row.sealed) for row in kept)
