"""One tap: a child asks for a visit, an advocate or their review sooner, and is answered."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from cadair.audit.models import AuditEvent
from cadair.children.models import Child, Episode
from cadair.foundation.clock import frozen
from cadair.messages.actions import asking
from cadair.messages.models import ChildRequest
from cadair.messages.rules.asking import MOST_ASKED, RequestKind
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from cadair.reviews.models import EarlyAsk
from tests.backend.reviews.conftest import NOW, World

DAY = timedelta(days=1)
WORDS = "Please come and see my new room."
NO = {"answer": "no", "reason": "I am away that week.", "on": None}
YES = {"answer": "yes", "reason": None, "on": "2026-03-20"}


def ask(
    world: World, kind: str = "visit", words: str | None = WORDS, id_: UUID | None = None,
    who: str = "Ada",
) -> TestResponse:  # fmt: skip
    path = f"/api/my/requests/{id_ or uuid4()}"
    return world.sign_in(who).put(path, json={"kind": kind, "words": words})


def answer(world: World, id_: Any, said: dict[str, Any], who: str = "Priya") -> TestResponse:
    return world.sign_in(who).post(f"/api/requests/{id_}/answer", json=said)


def told(world: World, about: About) -> set[UUID]:
    with world.inside() as session:
        return set(session.scalars(select(OutboxItem.person_id).where(OutboxItem.about == about)))


def test_a_child_asks_for_a_visit_and_the_officer_and_cover_are_told(covered: World) -> None:
    made = ask(covered).json
    assert (made["kind"], made["words"], made["answer"]) == ("visit", WORDS, None)
    assert told(covered, About.REQUEST) == {covered.ids["Priya"], covered.ids["Omar"]}
    assert covered.sign_in("Ada").get("/api/my/requests").json == {"requests": [made]}
    assert covered.sign_in("Zoe").get("/api/my/requests").json == {"requests": []}


def test_sent_again_it_is_asked_once_and_other_words_are_refused(world: World) -> None:
    id_ = uuid4()
    assert ask(world, id_=id_).json == ask(world, id_=id_).json
    for kind, words in (("advocate", WORDS), ("visit", "Other"), ("sooner", WORDS)):
        refused = ask(world, kind, words, id_=id_)
        assert (refused.status_code, refused.json["code"]) == (409, "asked_differently")
    with world.inside() as session:
        assert len(session.scalars(select(ChildRequest)).all()) == 1


def test_an_id_of_another_child_or_council_is_as_if_it_were_nobodys(
    world: World, elsewhere: World
) -> None:
    id_ = uuid4()
    ask(world, id_=id_)
    nobodys = world.sign_in("Zoe").post(f"/api/my/requests/{uuid4()}/take-back")
    for who, there in (("Zoe", world), ("Ada", elsewhere)):
        assert ask(there, id_=id_, who=who).data == nobodys.data
        back = there.sign_in(who).post(f"/api/my/requests/{id_}/take-back")
        assert (back.status_code, back.data) == (404, nobodys.data)
    for who, there in (("Omar", world), ("Boss", world), ("Carol", world), ("Priya", elsewhere)):
        assert answer(there, id_, YES, who).data == nobodys.data


def test_words_lie_sealed_and_the_trail_has_none(world: World) -> None:
    id_ = ask(world).json["id"]
    answer(world, id_, NO)
    with world.inside() as session:
        row = session.scalars(select(ChildRequest)).one()
        trail = str(list(session.scalars(select(AuditEvent.facts))))
    assert WORDS.encode() not in (row.words or b"")
    assert b"away" not in (row.reason or b"")
    assert "room" not in trail
    assert "away" not in trail


def test_the_officer_answers_and_the_child_gets_the_reason(world: World) -> None:
    id_ = ask(world, "advocate", None).json["id"]
    line = answer(world, id_, NO).json
    assert (line["child"]["name"], line["kind"], line["words"]) == ("Ada Reed", "advocate", None)
    assert answer(world, id_, NO).json == line
    assert told(world, About.REQUEST_ANSWERED) == {world.ids["Ada"]}
    (seen,) = world.sign_in("Ada").get("/api/my/requests").json["requests"]
    assert (seen["answer"], seen["reason"]) == ("no", NO["reason"])
    assert seen["answered_by"]["name"] == "Priya Reed"
    again = answer(world, id_, YES)
    assert (again.status_code, again.json["code"]) == (409, "request_was_answered")
    back = world.sign_in("Ada").post(f"/api/my/requests/{id_}/take-back")
    assert (back.status_code, back.json["code"]) == (409, "request_was_answered")


def test_a_cover_answers_too(covered: World) -> None:
    id_ = ask(covered).json["id"]
    assert answer(covered, id_, YES, "Omar").json["on"] == "2026-03-20"


@pytest.mark.parametrize(
    ("said", "field", "fault"),
    [
        ({**NO, "reason": None}, "reason", "required"),
        ({**NO, "reason": " \u202e "}, "reason", "required"),
        ({**NO, "reason": "a" * 2001}, "reason", "too_long"),
        ({**NO, "on": "2026-03-20"}, "on", "not_valid"),
        ({**YES, "on": "2026-03-15"}, "on", "in_the_past"),
        ({**YES, "on": "2046-03-15"}, "on", "out_of_range"),
        ({**YES, "answer": "maybe"}, "answer", None),
    ],
)
def test_no_answer_without_what_it_needs(
    world: World, said: dict[str, Any], field: str, fault: str | None
) -> None:
    id_ = ask(world).json["id"]
    refused = answer(world, id_, said)
    assert refused.status_code == 422
    assert fault is None or refused.json["fields"] == {field: [fault]}
    assert answer(world, id_, YES).status_code == 200


def test_it_is_taken_back_while_it_waits(world: World) -> None:
    id_ = ask(world).json["id"]
    path, ada = f"/api/my/requests/{id_}/take-back", world.sign_in("Ada")
    taken = ada.post(path)
    assert taken.json["taken_back_at"]
    assert ada.post(path).json == taken.json
    refused = answer(world, id_, YES)
    assert (refused.status_code, refused.json["code"]) == (409, "request_was_taken_back")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (None, None),
        ("  \n ", None),
        ("\u202ecome\u2069 \x00now\r\nplease", "come now\nplease"),
        ("تعال من فضلك", "تعال من فضلك"),
        ("a" * 2000, "a" * 2000),
    ],
)
def test_what_nobody_sees_is_taken_out(world: World, words: str | None, kept: str | None) -> None:
    assert ask(world, words=words).json["words"] == kept


@pytest.mark.parametrize("words", ["a" * 2001, "a" * 100_000, 7, ["x"], "\ud83d"])
def test_what_is_no_request_is_refused(world: World, words: Any) -> None:
    assert ask(world, words=words).status_code == 422


def test_thirty_in_an_hour_and_then_it_waits(world: World) -> None:
    ada = world.sign_in("Ada")
    for number in range(MOST_ASKED):
        asked = {"kind": ("visit", "advocate", "sooner")[number % 3], "words": None}
        made = ada.put(f"/api/my/requests/{uuid4()}", json=asked)
        assert made.status_code == 200
    for kind in ("visit", "sooner"):
        refused = ada.put(f"/api/my/requests/{uuid4()}", json={"kind": kind, "words": None})
        assert (refused.status_code, refused.headers["Retry-After"]) == (429, "3600")


# A review sooner: the law's own ask, in the reviews room.


def decide(world: World, ask_id: Any, **said: Any) -> TestResponse:
    path = f"/api/children/{world.ids['Ada']}/early-reviews/{ask_id}/decision"
    body = {"decision": "no", "hold_by": None, "reason": None, **said}
    return world.sign_in("Priya").put(path, json=body)


def test_a_review_sooner_is_held_by_the_officers_yes_and_the_child_is_told(world: World) -> None:
    id_ = uuid4()
    made = ask(world, "sooner", "I want to move.", id_).json
    assert (made["kind"], made["answer"]) == ("sooner", None)
    assert ask(world, "sooner", "I want to move.", id_).json == made
    assert told(world, About.REQUEST) == {world.ids["Priya"]}
    assert decide(world, id_, decision="yes", hold_by="2026-03-23").status_code == 200
    (seen,) = world.sign_in("Ada").get("/api/my/requests").json["requests"]
    assert (seen["answer"], seen["on"], seen["reason"]) == ("yes", "2026-03-23", None)
    assert seen["answered_by"]["name"] == "Priya Reed"
    assert told(world, About.REQUEST_ANSWERED) == {world.ids["Ada"]}
    assert str(world.review_of("Ada").due_by) == "2026-03-23"


def test_it_is_the_same_request_the_day_after(world: World) -> None:
    id_ = uuid4()
    made = ask(world, "sooner", None, id_).json
    with frozen(NOW + DAY), world.inside() as session:
        again = asking.ask(
            session,
            actor=world.actor("Ada"),
            request_id=id_,
            kind=RequestKind.SOONER,
            words=None,
            now=NOW + DAY,
        )
    assert again.asked_at.isoformat() == made["asked_at"]


def test_a_no_comes_with_its_reason(world: World) -> None:
    id_ = ask(world, "sooner").json["id"]
    assert decide(world, id_).json["fields"] == {"reason": ["required"]}
    decide(world, id_, reason="It is next week already.")
    (seen,) = world.sign_in("Ada").get("/api/my/requests").json["requests"]
    assert (seen["answer"], seen["reason"]) == ("no", "It is next week already.")


def test_a_yes_that_the_officer_takes_back_is_a_no_with_its_reason(world: World) -> None:
    id_ = ask(world, "sooner").json["id"]
    decide(world, id_, decision="yes", hold_by="2026-03-23")
    decide(world, id_, decision="taken_back", reason="You told me that it can wait.")
    (seen,) = world.sign_in("Ada").get("/api/my/requests").json["requests"]
    assert (seen["answer"], seen["on"]) == ("no", None)
    assert seen["reason"] == "You told me that it can wait."


def test_the_child_takes_it_back_and_nothing_is_left_to_decide(world: World) -> None:
    id_ = ask(world, "sooner").json["id"]
    ada, path = world.sign_in("Ada"), f"/api/my/requests/{id_}/take-back"
    assert ada.post(path).json["taken_back_at"]
    assert ada.post(path).status_code == 200
    refused = decide(world, id_, decision="yes", hold_by="2026-03-23")
    assert (refused.status_code, refused.json["code"]) == (409, "early_ask_dropped")


def test_once_decided_it_is_not_taken_back(world: World) -> None:
    id_ = ask(world, "sooner").json["id"]
    decide(world, id_, reason="It is next week already.")
    refused = world.sign_in("Ada").post(f"/api/my/requests/{id_}/take-back")
    assert (refused.status_code, refused.json["code"]) == (409, "request_was_answered")


def test_none_is_asked_for_where_the_law_owes_no_review(world: World) -> None:
    with world.inside() as session:
        child = Child.person_id == world.ids["Ada"]
        session.execute(update(Child).where(child).values(care_ended_on=NOW.date()))
        left = update(Episode).where(Episode.child_id == world.ids["Ada"])
        session.execute(left.values(ended_on=NOW.date(), reason_ended="E4A"))
    refused = ask(world, "sooner")
    assert (refused.status_code, refused.json["code"]) == (409, "no_review_owed")
    assert ask(world, "advocate").status_code == 200


def test_what_an_officer_noted_for_the_child_is_not_the_childs_page(world: World) -> None:
    noted = uuid4()
    body = {
        "trigger": "child_asks", "asked_by_id": str(world.ids["Ada"]), "asked_on": "2026-03-16",
        "why": "She told me on the phone.", "decision": "no", "hold_by": None, "reason": "Soon.",
    }  # fmt: skip
    path = f"/api/children/{world.ids['Ada']}/early-reviews/{noted}"
    assert world.sign_in("Priya").put(path, json=body).status_code == 200
    assert world.sign_in("Ada").get("/api/my/requests").json == {"requests": []}
    assert ask(world, "sooner", id_=noted).json["code"] == "asked_differently"
    with world.inside() as session:
        assert len(session.scalars(select(EarlyAsk)).all()) == 1
