"""An officer answers: the party is told, and what it must not learn does not go out by accident."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from cadair.audit.models import AuditEvent
from cadair.children.models import Allocation
from cadair.children.queries import sealing_key
from cadair.foundation.sealing import unseal
from cadair.messages.models import Message
from cadair.messages.queries.values import place_of_reason
from cadair.notifications.models import OutboxItem
from tests.backend.messages.conftest import NOW


def told_of(talk, message_id):
    rows = talk.rows(OutboxItem, OutboxItem.person_id, OutboxItem.subject_id)
    return {row.person_id for row in rows if str(row.subject_id) == message_id}


def told_to(talk, person_id):
    rows = talk.rows(OutboxItem, OutboxItem.person_id, OutboxItem.subject_id, OutboxItem.about)
    return {each.subject_id for each in rows if (each[0], each[2]) == (person_id, "message")}


def test_the_child_is_told_and_reads_the_answer(talk, world):
    talk.sent("Ada", "Can we talk?")
    with talk.at(NOW + timedelta(seconds=1)):
        answer = talk.answer("Priya", "Ada", "Yes. I will come on Tuesday.")
    assert answer.status_code == 200
    assert answer.json["from_me"] is True
    assert told_of(talk, answer.json["id"]) == {world.ids["Ada"]}
    (line,) = talk.browser("Ada").get("/api/my/conversations").json["conversations"]
    assert line["unread"] == 1
    (_, reply) = talk.own("Ada")["messages"]
    assert (reply["words"], reply["from_me"]) == ("Yes. I will come on Tuesday.", False)
    assert reply["author"]["called"] == "Priya"
    assert talk.mark_own("Ada", reply["id"]).status_code == 204
    (line,) = talk.browser("Ada").get("/api/my/conversations").json["conversations"]
    assert line["unread"] == 0
    (_, seen) = talk.opened("Priya", "Ada")["messages"]
    assert [each["who"]["called"] for each in seen["read_by"]] == ["Ada"]


def test_an_officer_may_begin_the_conversation(talk):
    assert talk.answer("Priya", "Ada", "Are things happening?").status_code == 200
    assert [each["words"] for each in talk.own("Ada")["messages"]] == ["Are things happening?"]


def test_an_answer_sent_twice_is_there_once(talk):
    id_ = uuid4()
    first = talk.answer("Priya", "Ada", "Yes.", id_=id_)
    assert talk.answer("Priya", "Ada", "Yes.", id_=id_).json == first.json
    other = talk.answer("Priya", "Ada", "No.", id_=id_)
    assert (other.status_code, other.json["code"]) == (409, "written_differently")
    talk.allocate("Omar", covers=True)
    assert talk.answer("Omar", "Ada", "Yes.", id_=id_).status_code == 404
    assert talk.answer("Priya", "Carol", "Yes.", id_=id_).status_code == 409


@pytest.mark.parametrize("who", ["Omar", "Boss", "Ada", "Carol", "Wendy"])
def test_nobody_but_the_childs_officer_answers(talk, who):
    talk.sent("Ada", "Hello.")
    assert talk.answer(who, "Ada", "Hello.").status_code == 404
    assert len(talk.rows(Message)) == 1


def test_an_officer_who_changed_a_second_ago_answers_nobody(talk, world):
    talk.sent("Ada", "Hello.")
    talk.opened("Priya", "Ada")
    before = len(talk.rows(AuditEvent))
    with world.inside() as session:
        session.execute(update(Allocation).values(until_on=NOW.date() - timedelta(days=1)))
    refused = talk.answer("Priya", "Ada", "Too late.")
    assert (refused.status_code, refused.json) == (404, {"code": "not_found", "status": 404})
    assert len(talk.rows(Message)) == 1
    assert len(talk.rows(AuditEvent)) == before
    assert told_to(talk, world.ids["Ada"]) == set()


def test_whoever_has_left_is_answered_no_more(talk, world):
    talk.sent("Carol", "About the bus.")
    world.leave("Carol")
    assert talk.answer("Priya", "Carol", "Thank you.").status_code == 404


def test_where_the_child_lives_does_not_slip_out_to_a_parent(talk, world):
    fact = {"kind": "address", "words": "14 Harbour Row"}
    path = f"/api/children/{talk.child_id}/protected-facts"
    assert talk.browser("Priya").put(path, json=fact).status_code < 300
    words = "She is settled at 14 Harbour Row now."
    stopped = talk.answer("Priya", "Mum", words)
    assert (stopped.status_code, stopped.json["code"]) == (409, "stopped_by_guard")
    (found,) = stopped.json["current"]["findings"]
    assert (found["why"], found["words"], found["line"]) == ("address", "14 Harbour Row", None)
    assert talk.rows(Message) == []
    assert talk.answer("Priya", "Ada", words).status_code == 200  # she lives there


def test_a_reason_lets_it_out_and_is_kept_sealed(talk, world):
    fact = {"kind": "school", "words": "Harbour School"}
    talk.browser("Priya").put(f"/api/children/{talk.child_id}/protected-facts", json=fact)
    words, reason = "Ring Harbour School.", "Mum is to be there on Friday."
    sent = talk.answer("Priya", "Mum", words, reason=reason)
    assert sent.status_code == 200
    (row,) = (each[0] for each in talk.rows(Message))
    with world.inside() as session:
        key = sealing_key(session, child_id=world.child_id)
    assert unseal(key, row.reason, place_of_reason(row.id)) == reason
    (event,) = (
        each[0] for each in talk.rows(AuditEvent) if each[0].event == "message.sent_by_officer"
    )
    assert event.facts["overridden"] == ["school"]
    assert "Harbour" not in str(event.facts)


def test_what_a_child_wrote_is_not_copied_to_a_carer(talk):
    talk.sent("Ada", "I do not want to see my uncle on Saturdays any more, please.")
    copied = "Ada says: I do not want to see my uncle on Saturdays any more."
    stopped = talk.answer("Priya", "Carol", copied)
    assert stopped.status_code == 409
    (found,) = stopped.json["current"]["findings"]
    assert (found["why"], found["author"]) == ("copied", "Ada Reed")


def test_an_officers_own_phrase_goes_to_many(talk):
    phrase = "Thank you for telling me. I will write to you again by Friday at the latest."
    for who in ("Ada", "Carol", "Mum"):
        assert talk.answer("Priya", who, phrase).status_code == 200


def test_a_release_does_not_carry_what_was_written_between_reviews(talk, world):
    talk.sent("Ada", "I do not want to see my uncle on Saturdays any more, please.")
    path = f"/api/reviews/{world.review_id}/recipients/{world.ids['Mum']}/preview"
    words = "She said: I do not want to see my uncle on Saturdays any more."
    seen = talk.browser("Priya").post(path, json={"lines": [], "words": words})
    assert [each["why"] for each in seen.json["findings"]] == ["copied"]
