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
    talk.let_rest("Priya", "Mum", talk.sent("Mum", "Thank you."))
    to_record(talk, marked)
    to_record(talk, carols)
    note = f"{talk.path('Ada')}/notes/{uuid4()}"
    talk.browser("Priya").put(note, json={"words": "Ring the school."})
    with talk.at(NOW + timedelta(days=2)):
        talk.answer("Priya", "Ada", "I will ask.")
        found = between(talk).json
    assert found["since"] == "2026-03-02"  # care began; no review was held yet
    said = {each["author"]["called"]: each["words"] for each in found["messages"]}
    assert said == {"Ada": "I want to see my sister.", "Carol": "The taxi is late."}
    assert [each["words"] for each in found["notes"]] == ["Ring the school."]
    assert found["reply_times"] == {"answered": 1, "median_working_days": 2.0, "waiting": 1}


def test_what_she_asked_and_that_she_was_not_safe_stand_beside_it(talk):
    asked = {"kind": "visit", "words": "Please come."}
    assert talk.browser("Ada").put(f"/api/my/requests/{uuid4()}", json=asked).status_code == 200
    report = uuid4()
    said = {"words": "He shouts.", "waited_seconds": 0}
    assert talk.browser("Ada").put(f"/api/my/unsafe/{report}", json=said).status_code == 200
    assert talk.browser("Priya").post(f"/api/unsafe/{report}/acknowledge").status_code == 200
    done = {"what_was_done": "Visited at once."}
    assert talk.browser("Priya").post(f"/api/unsafe/{report}/close", json=done).status_code == 200
    found = between(talk).json
    assert [(each["kind"], each["words"]) for each in found["requests"]] == [
        ("visit", "Please come.")
    ]
    (told,) = found["unsafe"]
    assert (told["words"], told["what_was_done"]) == ("He shouts.", "Visited at once.")
    assert told["acknowledged"]["by"]["called"] == "Priya"


def test_a_visit_and_what_she_wanted_recorded_stand_beside_it(talk):
    visit = {
        "planned_at": None, "how": "in_person", "done_on": NOW.date().isoformat(),
        "spoke_alone": "yes", "why": None, "wants_recorded": "I like my room.",
        "review_id": None, "request_id": None,
    }  # fmt: skip
    path = f"/api/children/{talk.child_id}/visits/{uuid4()}"
    kept = talk.browser("Priya").put(path, json=visit, headers={"If-Match": '"0"'})
    assert kept.status_code == 200
    (told,) = between(talk).json["visits"]
    assert (told["wants_recorded"], told["officer"]["called"]) == ("I like my room.", "Priya")


def test_only_the_childs_officer_reads_it(talk):
    for who in ("Omar", "Boss", "Ada", "Carol", "Wendy"):
        assert between(talk, who).status_code == 404


def test_a_persons_bundle_holds_their_own_conversation_and_no_other(talk, world):
    talk.sent("Ada", "I want to see my sister.")
    with talk.at(NOW + timedelta(seconds=1)):
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
