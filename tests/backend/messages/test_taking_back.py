"""A message can be unsaid until somebody has read it, and brought to the review at any time."""

from uuid import uuid4

import pytest
from sqlalchemy import update

from cadair.contributions.models import Wish
from cadair.messages.models import Message
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.backend.messages.conftest import NOW


def take_back(talk, who, message_id):
    return talk.browser(who).post(f"/api/messages/{message_id}/take-back")


def bring(talk, who, message_id, brought_as="wish"):
    path = f"/api/messages/{message_id}/bring-to-review"
    return talk.browser(who).post(path, json={"as": brought_as})


def test_what_nobody_has_read_is_taken_back(talk):
    message_id = talk.sent("Ada", "He hit me.")
    taken = take_back(talk, "Ada", message_id)
    assert taken.status_code == 200
    assert taken.json["words"] is None
    assert taken.json["taken_back_at"] == NOW.isoformat()
    assert taken.json["can_take_back"] is False
    (row,) = (each[0] for each in talk.rows(Message))
    assert (row.words, row.raises_safety) == (None, False)
    (seen,) = talk.opened("Priya", "Ada")["messages"]
    assert (seen["words"], seen["safety_words"]) == (None, [])
    assert take_back(talk, "Ada", message_id).json == taken.json
    (thread,) = talk.inbox("Priya")["threads"]
    assert (thread["unread"], thread["since"], thread["safety"]) == (0, None, False)


def test_of_what_was_taken_back_nobody_is_told(talk):
    said, taken = talk.sent("Ada", "Are you there?"), talk.sent("Ada", "He hit me.")
    assert take_back(talk, "Ada", taken).status_code == 200
    told = {
        str(row.subject_id): row.settled_at
        for (row,) in talk.rows(OutboxItem)
        if row.about is About.MESSAGE
    }
    assert told == {said: None, taken: NOW}


def test_what_was_read_stays_said(talk):
    message_id = talk.sent("Ada", "Hello.")
    talk.read("Priya", "Ada", message_id)
    refused = take_back(talk, "Ada", message_id)
    assert (refused.status_code, refused.json["code"]) == (409, "message_was_read")
    assert talk.own("Ada")["messages"][0]["words"] == "Hello."


def test_nobody_takes_back_anothers(talk, never):
    message_id = talk.sent("Ada", "Hello.")
    for who in ("Carol", "Mum", "Wendy"):
        assert take_back(talk, who, message_id).data == take_back(talk, who, never()).data
        assert take_back(talk, who, message_id).status_code == 404
    assert take_back(talk, "Priya", message_id).status_code == 404


@pytest.mark.parametrize("brought_as", ["wish", "agenda"])
def test_a_message_is_brought_to_the_next_review(talk, world, brought_as):
    message_id = talk.sent("Ada", "I would like a dog.")
    brought = bring(talk, "Ada", message_id, brought_as)
    assert brought.json["brought_as"] == brought_as
    assert bring(talk, "Ada", message_id, brought_as).json == brought.json
    (wish,) = (each[0] for each in talk.rows(Wish))
    assert (wish.review_id, str(wish.message_id)) == (world.review_id, message_id)
    summary = talk.browser("Priya").get(f"/api/reviews/{world.review_id}/summary").json
    (line,) = summary["brought"]
    assert line["words"] == "I would like a dog."
    assert (line["source"], line["asks"]) == ("message", brought_as)
    (own,) = talk.own("Ada")["messages"]
    assert [each["who"]["called"] for each in own["read_by"]] == ["Priya"]  # in the summary


def test_brought_as_one_thing_it_is_not_another(talk):
    message_id = talk.sent("Ada", "I would like a dog.")
    bring(talk, "Ada", message_id)
    refused = bring(talk, "Ada", message_id, "agenda")
    assert (refused.status_code, refused.json["code"]) == (409, "brought_differently")


def test_taken_back_it_is_asked_of_the_review_no_more(talk, world):
    message_id = talk.sent("Ada", "I would like a dog.")
    bring(talk, "Ada", message_id)
    assert take_back(talk, "Ada", message_id).status_code == 200
    (wish,) = (each[0] for each in talk.rows(Wish))
    assert wish.closed_because == "taken_back"
    summary = talk.browser("Priya").get(f"/api/reviews/{world.review_id}/summary").json
    assert summary["brought"] == []
    refused = bring(talk, "Ada", message_id)
    assert (refused.status_code, refused.json["code"]) == (409, "message_taken_back")


def test_only_the_child_brings_and_only_their_own(talk, never):
    carols = talk.sent("Carol", "About the bus.")
    answered = talk.answer("Priya", "Ada", "Hello.").json["id"]
    assert bring(talk, "Carol", carols).status_code == 404
    assert bring(talk, "Priya", carols).status_code == 404
    for id_ in (carols, answered):
        assert bring(talk, "Ada", id_).data == bring(talk, "Ada", never()).data
    assert talk.rows(Wish) == []


def test_without_a_review_to_come_nothing_is_brought(talk, world):
    message_id = talk.sent("Ada", "I would like a dog.")
    with world.inside() as session:
        session.execute(update(Review).values(not_owed_at=NOW, stage=Stage.CLOSED))
    refused = bring(talk, "Ada", message_id)
    assert (refused.status_code, refused.json["code"]) == (409, "no_review_owed")
    assert talk.own("Ada")["messages"][0]["brought_as"] is None


def test_the_child_sees_which_of_their_messages_are_in_the_record(talk):
    message_id = talk.sent("Ada", "Hello.")
    path = f"/api/messages/{message_id}/record"
    marked = talk.browser("Priya").post(path, json={"to_record": True}).json
    assert marked["to_record"]["by"]["called"] == "Priya"
    assert talk.own("Ada")["messages"][0]["in_record"] is True
    assert "to_record" not in talk.own("Ada")["messages"][0]
    talk.allocate("Omar", covers=True)
    again = talk.browser("Omar").post(path, json={"to_record": True}).json
    assert again["to_record"] == marked["to_record"]
    talk.browser("Priya").post(path, json={"to_record": False})
    assert talk.own("Ada")["messages"][0]["in_record"] is False


def test_a_message_is_linked_to_a_wish_of_this_child_alone(talk, world):
    message_id = talk.sent("Ada", "I would like a dog.")
    bring(talk, "Ada", message_id)
    (wish,) = (each[0] for each in talk.rows(Wish))
    path = f"/api/messages/{message_id}/record"
    linked = talk.browser("Priya").post(path, json={"to_record": True, "wish_id": str(wish.id)})
    assert linked.json["wish_id"] == str(wish.id)
    other = {"to_record": True, "wish_id": str(uuid4())}
    refused = talk.browser("Priya").post(path, json=other)
    assert (refused.status_code, refused.json["fields"]) == (422, {"wish_id": ["unknown"]})
    for who in ("Omar", "Ada", "Boss"):
        assert talk.browser(who).post(path, json={"to_record": True}).status_code == 404
