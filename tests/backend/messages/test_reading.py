"""Each party has a conversation of its own, and a name stands behind every reading."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from cadair.audit.models import AuditEvent
from cadair.children.models import Allocation
from cadair.messages.models import MessageRead, OfficerNote
from cadair.people.models import PhoneChoices, SignInSession
from tests.backend.messages.conftest import NOW


def test_the_child_is_told_who_read_it_and_when(talk):
    message_id = talk.sent("Ada", "Hello.")
    talk.browser("Priya")
    with talk.at(NOW + timedelta(hours=18)):
        assert talk.read("Priya", "Ada", message_id).status_code == 204
        talk.read("Priya", "Ada", message_id)
        (message,) = talk.own("Ada")["messages"]
    (read,) = message["read_by"]
    assert read["who"]["called"] == "Priya"
    assert read["at"] == (NOW + timedelta(hours=18)).isoformat()
    assert message["can_take_back"] is False


def test_opening_marks_nothing(talk):
    talk.sent("Ada", "Hello.")
    talk.opened("Priya", "Ada")
    talk.own("Ada")
    assert talk.rows(MessageRead) == []


def test_reading_goes_up_to_a_message_and_no_further(talk):
    with talk.at(NOW):
        first = talk.sent("Ada", "First.")
    with talk.at(NOW + timedelta(seconds=1)):
        talk.sent("Ada", "Second.")
        talk.read("Priya", "Ada", first)
        read = [bool(each["read_by"]) for each in talk.own("Ada")["messages"]]
    assert read == [True, False]


def test_each_party_meets_only_its_own_conversation(talk):
    for who in ("Ada", "Carol", "Mum", "Dad", "Wendy", "Teacher"):
        talk.sent(who, f"From {who}.")
    for who in ("Ada", "Carol", "Mum", "Dad", "Wendy", "Teacher"):
        assert [each["words"] for each in talk.own(who)["messages"]] == [f"From {who}."]
        words = [each["words"] for each in talk.opened("Priya", who)["messages"]]
        assert words == [f"From {who}."]


def test_a_page_before_a_message_of_another_conversation_is_not_found(talk, never):
    carols = talk.sent("Carol", "About the bus.")
    talk.sent("Ada", "Hello.")
    browser = talk.browser("Ada")
    path = f"/api/my/conversations/{talk.child_id}"
    answers = [browser.get(path, query_string={"before": id_}) for id_ in (carols, never())]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].data == answers[1].data
    assert talk.mark_own("Ada", carols).status_code == 404
    assert talk.read("Priya", "Ada", carols).status_code == 404


@pytest.mark.parametrize("who", ["Omar", "Boss", "Clerk", "Carol", "Ada", "Wendy"])
def test_nobody_but_the_childs_officer_opens_a_conversation(talk, who):
    message_id = talk.sent("Ada", "Hello.")
    assert talk.browser(who).get(talk.path("Ada")).status_code == 404
    assert talk.read(who, "Ada", message_id).status_code == 404


def test_an_officer_who_changed_a_second_ago_opens_and_writes_nothing(talk, world):
    message_id = talk.sent("Ada", "Hello.")
    talk.opened("Priya", "Ada")
    before = len(talk.rows(AuditEvent))
    with world.inside() as session:
        session.execute(update(Allocation).values(until_on=NOW.date() - timedelta(days=1)))
    note = f"{talk.path('Ada')}/notes/{uuid4()}"
    assert talk.browser("Priya").get(talk.path("Ada")).status_code == 404
    assert talk.read("Priya", "Ada", message_id).status_code == 404
    assert talk.browser("Priya").put(note, json={"words": "Hm."}).status_code == 404
    assert talk.rows(MessageRead) == []
    assert talk.rows(OfficerNote) == []
    assert len(talk.rows(AuditEvent)) == before


def test_the_conversation_stays_with_the_child_when_the_officer_changes(talk, world):
    message_id = talk.sent("Ada", "Hello.")
    talk.read("Priya", "Ada", message_id)
    with world.inside() as session:
        session.execute(update(Allocation).values(until_on=NOW.date() - timedelta(days=1)))
    talk.allocate("Omar", covers=False)
    (message,) = talk.opened("Omar", "Ada")["messages"]
    assert message["words"] == "Hello."
    assert message["read_by"][0]["who"]["called"] == "Priya"
    assert talk.own("Ada")["messages"][0]["read_by"][0]["who"]["called"] == "Priya"
    assert talk.own("Ada")["who_reads"]["officer"]["called"] == "Omar"


def test_a_party_that_left_can_still_be_read(talk, world):
    talk.sent("Carol", "About the bus.")
    world.leave("Carol")
    world.leave("Teacher")
    assert talk.opened("Priya", "Carol")["messages"][0]["words"] == "About the bus."
    assert talk.browser("Priya").get(talk.path("Teacher")).status_code == 404  # never wrote


def test_a_child_who_wants_no_trace_is_shown_their_words_on_asking(talk, world):
    talk.sent("Ada", "Nobody may see this.")
    with world.inside() as session:
        session.add(PhoneChoices(person_id=world.ids["Ada"], leaves_no_trace=True))
    (message,) = talk.own("Ada")["messages"]
    assert (message["words"], message["hidden"]) == (None, True)
    (message,) = talk.own("Ada", show="true")["messages"]
    assert (message["words"], message["hidden"]) == ("Nobody may see this.", False)
    path = f"/api/my/conversations/{talk.child_id}"
    with world.inside() as session:
        session.execute(update(SignInSession).values(proved_at=NOW - timedelta(minutes=6)))
    refused = talk.browser("Ada").get(path, query_string={"show": "true"})
    assert (refused.status_code, refused.json["code"]) == (403, "step_up_needed")


def test_a_carer_of_two_children_has_a_conversation_for_each(talk, world):
    (line,) = talk.browser("Carol").get("/api/my/conversations").json["conversations"]
    assert line["child_id"] == str(world.child_id)
    assert line["is_me"] is False
    assert line["officer"]["called"] == "Priya"
    (line,) = talk.browser("Ada").get("/api/my/conversations").json["conversations"]
    assert line["is_me"] is True
    assert talk.browser("Stranger").get("/api/my/conversations").json == {"conversations": []}


def test_a_note_is_kept_for_officers_and_never_shown_to_the_child(talk):
    talk.sent("Ada", "Hello.")
    path = f"{talk.path('Ada')}/notes/{uuid4()}"
    noted = talk.browser("Priya").put(path, json={"words": "Ring the school."})
    assert noted.json["words"] == "Ring the school."
    again = talk.browser("Priya").put(path, json={"words": "Ring the school."})
    assert again.json == noted.json
    other = talk.browser("Priya").put(path, json={"words": "Do not ring."})
    assert (other.status_code, other.json["code"]) == (409, "written_differently")
    assert talk.opened("Priya", "Ada")["notes"] == [noted.json]
    assert "Ring" not in talk.browser("Ada").get(f"/api/my/conversations/{talk.child_id}").text
    talk.allocate("Omar", covers=True)
    assert talk.opened("Omar", "Ada")["notes"] == [noted.json]
    taken = talk.browser("Omar").put(path, json={"words": "Ring the school."})
    assert taken.status_code == 404  # another's id
