"""What a child takes along is all that is theirs: what they said, and what they were told."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import update

from cadair.children.models import Allocation, Relationship
from cadair.foundation.clock import frozen
from cadair.record.documents.everything import as_page
from cadair.record.documents.plain import as_text
from cadair.record.queries.taken import taken
from tests.backend.contributions.conftest import NOW
from tests.backend.record.test_disputes import Disputing
from tests.backend.record.test_everything import write
from tests.backend.record.test_letters import Letters
from tests.backend.record.test_outcomes import Desk

# What nobody has told Ada: the officer's own, and what is not shared yet.
OFFICERS_OWN = (
    "No school since May.",
    "The council has no money.",
    "Nobody is told this yet.",
    "Carol is tired.",
    "Not for Ada.",
)


def test_a_child_takes_along_all_that_is_theirs_and_nothing_of_the_officers(world):
    desk = Desk(world)
    letters, ada = Letters(desk), world.sign_in("Ada")
    assert desk.answer("no", why="He lives far away.").status_code == 200
    made = desk.decide("Carol drives you.", who_id=str(world.ids["Carol"])).json["id"]
    assert desk.share().status_code == 200
    assert desk.report("Carol", made, "done", "Carol is tired.").status_code == 200
    first = desk.told()[0]["wishes"][0]["answer"]["id"]
    reply = {"reply": "not_agreed", "words": "It is not far."}
    assert ada.put(f"/api/my/answers/{first}/replies/{uuid4()}", json=reply).status_code == 200
    with frozen(NOW + timedelta(minutes=1)):
        assert desk.answer("agreed").status_code == 200
        assert desk.share().status_code == 200
        assert desk.decide("Nobody is told this yet.").status_code == 200
        assert letters.save().status_code == 200
        assert letters.give().status_code == 200
        assert letters.say("I never said Sam.").status_code == 200
        found = {"face": "not_good", "words": "Too long.", "change": "More biscuits."}
        rated = ada.put(f"/api/my/reviews/{desk.review}/how-it-was", json=found)
        assert rated.status_code == 200, rated.text
        disputing = Disputing(world)
        assert disputing.raised().status_code == 200
        silent = {"words_to_child": None, "not_told_because": "Not for Ada."}
        assert disputing.raised(**silent, concern="The council has no money.").status_code == 200
        write(world, "Ada", "Can I see my brother?")
        path = f"/api/children/{world.child_id}/conversations/{world.ids['Ada']}/messages/{uuid4()}"
        answer = {"words": "I will ask.", "language": "en", "reason": None, "waited_seconds": 0}
        sent = world.sign_in("Priya").put(path, json=answer)
        assert sent.status_code == 200, sent.text

        got = ada.get("/api/my/everything/json")
        assert got.status_code == 200, got.text
        own = got.json
        with world.inside() as session:
            page = as_page(
                taken(session, actor=world.actor("Ada"), now=NOW), language="en", now=NOW
            )
        assert ada.get("/api/my/everything/pdf").data.startswith(b"%PDF-")

    (review,) = own["outcomes"]
    (wish,) = review["wishes"]
    assert (wish["answer"]["answer"], wish["earlier"][0]["why"]) == ("agreed", "He lives far away.")
    assert [(each["what"], each["state"]) for each in review["decisions"]] == [
        ("Carol drives you.", "done")
    ]
    (letter,) = own["letters"]
    assert letter["paragraphs"][0]["words"] == "Dear Ada, Wendy rings Sam."
    assert [each["words"] for each in letter["remarks"]] == ["I never said Sam."]
    assert [each["words"] for each in own["disputes"]] == ["I am asking for a school for you."]
    assert own["certificates"] == [{"review_id": str(desk.review), "held_on": "2026-03-15"}]
    assert [each["words"] for each in own["messages"]] == ["I will ask."]
    after = {(each["source"], each["kind"], each["face"], each["words"], each["about"])
             for each in own["said"] if each["source"] not in ("review", "message")}  # fmt: skip
    assert after == {
        ("answer", "not_agreed", None, "It is not far.", "I want to see my brother."),
        ("letter", None, None, "I never said Sam.", "Dear Ada, Wendy rings Sam."),
        ("rating", "felt", "sad", "Too long.", None),
        ("rating", "change", None, "More biscuits.", None),
    }
    text = as_text(page)
    for words in ("Carol drives you.", "He lives far away.", "Dear Ada, Wendy rings Sam.",
                  "I am asking for a school for you.", "I will ask.", "MY CERTIFICATES",
                  "It is not far.", "Too long."):  # fmt: skip
        assert words in text
    for words in OFFICERS_OWN:
        assert words not in got.text + text


def test_whoever_has_left_care_takes_it_along_all_the_same(world):
    desk = Desk(world)
    assert desk.answer("agreed").status_code == 200
    assert desk.share().status_code == 200
    with world.inside() as session:
        ago = NOW.date() - timedelta(days=1)
        for model in (Allocation, Relationship):
            one = update(model).where(model.child_id == world.child_id)
            session.execute(one.values(until_on=ago))
    ada = world.sign_in("Ada")
    own = ada.get("/api/my/everything/json")
    assert own.status_code == 200, own.text
    assert [each["words"] for each in own.json["said"]] == ["I want to see my brother."]
    assert own.json["outcomes"][0]["wishes"][0]["state"] == "agreed"
    assert ada.get("/api/my/letters").json["certificates"] == own.json["certificates"] != []
    review = own.json["certificates"][0]["review_id"]
    assert ada.get(f"/api/my/reviews/{review}/certificate").status_code == 200
