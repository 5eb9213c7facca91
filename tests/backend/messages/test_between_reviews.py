"""What passed since the last review goes to the record of the next one."""

from datetime import timedelta
from uuid import uuid4

from cadair.commands.subject_access import access_of
from tests.backend.messages.conftest import NOW


def between(talk, who="Priya"):
    return talk.browser(who).get(f"/api/children/{talk.child_id}/between-reviews")


def to_record(talk, message_id):
    path = f"/api/messages/{message_id}/record"
    assert talk.browser("Priya").post(path, json={"to_record": True}).status_code == 200


def test_marked_messages_notes_and_reply_times_come_together(talk):
    marked = talk.sent("Ada", "I want to see my sister.")
    talk.sent("Ada", "And I like cake.")
    carols = talk.sent("Carol", "The taxi is late.")
    to_record(talk, marked)
    to_record(talk, carols)
    note = f"{talk.path('Ada')}/notes/{uuid4()}"
    talk.browser("Priya").put(note, json={"words": "Ring the school."})
    with talk.at(NOW + timedelta(days=2)):
        talk.answer("Priya", "Ada", "I will ask.")
        found = between(talk).json
    assert found["since"] == "2026-03-02"  # care began; no review was held yet
    words = {each["with"]["called"]: each["message"]["words"] for each in found["messages"]}
    assert words == {"Ada": "I want to see my sister.", "Carol": "The taxi is late."}
    (kept,) = found["notes"]
    assert (kept["with"]["called"], kept["note"]["words"]) == ("Ada", "Ring the school.")
    assert found["reply_times"] == {"answered": 1, "median_working_days": 2.0, "waiting": 1}


def test_only_the_childs_officer_reads_it(talk):
    for who in ("Omar", "Boss", "Ada", "Carol", "Wendy"):
        assert between(talk, who).status_code == 404


def test_a_persons_bundle_holds_their_own_conversation_and_no_other(talk, world):
    talk.sent("Ada", "I want to see my sister.")
    talk.answer("Priya", "Ada", "I will ask.")
    talk.sent("Carol", "The taxi is late.")
    note = f"{talk.path('Ada')}/notes/{uuid4()}"
    talk.browser("Priya").put(note, json={"words": "Ring the school."})
    with world.inside() as session:
        child_id = world.child_id
        adas = access_of(session, child_id=child_id, person_id=child_id, now=NOW)
        carols = access_of(session, child_id=child_id, person_id=world.ids["Carol"], now=NOW)
    assert [each["words"] for each in adas.own["messages"]] == [
        "I want to see my sister.",
        "I will ask.",
    ]
    assert [each["words"] for each in carols.own["messages"]] == ["The taxi is late."]
    assert "Ring the school" not in str((adas.own, carols.own))
    held = [(each["kind"], each["why"]) for each in adas.held if "message" in each["kind"]]
    assert held == [("message.words", ["said_by_another"])]
    assert any(each["kind"] == "officer_note.words" for each in adas.held)
