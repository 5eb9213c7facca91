"""What happened in the meeting stands in the record beside what its officer writes, verbatim."""

from uuid import uuid4

import pytest

from tests.backend.contributions.conftest import World
from tests.backend.meeting.conftest import a_plan, item
from tests.backend.meeting.live_room import LiveRoom
from tests.backend.record.test_records import read


@pytest.fixture
def room(world: World) -> LiveRoom:
    """Ada's meeting in two parts, of which the first is open and goes through two things."""
    made = LiveRoom(world)
    made.split()
    bike, school = item(words="My bike"), item("must", of="school", lead="officer")
    plan = f"/api/my/reviews/{world.review_id}/meeting-plan"
    sent = {"plan": a_plan(level=3, agenda=[bike, school])}
    saved = made.by("Ada").put(plan, json=sent, headers={"If-Match": '"0"'})
    assert saved.status_code == 200, saved.text
    made.items = [bike["id"], school["id"]]
    made.open()
    return made


def code_of(room: LiveRoom):
    path = f"/api/reviews/{room.world.review_id}/summary"
    return room.by("Priya").get(path).json["participation"]


def test_who_came_who_led_and_what_was_read_back_stand_in_the_record(room, world):
    room.join("bob", called="Uncle Bob")
    room.say("Ada", "came")
    room.say("Carol", "came")
    for thing in ("welcome", *room.items):
        room.say("Ada", "item", item=thing)
    room.say("Ada", "level", level=5)
    decided, answered = str(uuid4()), str(uuid4())
    room.say("Priya", "read_back", read_back=decided, of="decision", words="Tom finds a team.")
    room.say("Priya", "read_back", read_back=answered, of="answer", words="Yes, on Friday.")
    not_so = {"reply": "not_quite", "words": "He tries."}
    room.say("Ada", "read_back_reply", read_back=decided, **not_so)
    room.say("Priya", "note", item=None, words="My own note of it")
    room.by("Priya").post(f"{room.path()}/end", json={"adjourned": False})

    found = read(world, room.by("Priya"))
    of_meeting = {
        section["key"]: [line for line in section["lines"] if line["source"] == "meeting"]
        for section in found["sections"]
    }
    came = {each["who_words"] or each["about"]["name"]: each for each in of_meeting["attendance"]}
    assert {"Ada Reed", "Carol Reed", "Uncle Bob"} <= set(came)
    assert {each["source_id"] for each in came.values()} == {str(room.part_id)}
    assert came["Ada Reed"]["value"] == "A part", "there is another, so that it is named"
    led = [
        (each["words"] or each["matter"] or each["topic"], each["about"] and each["about"]["name"])
        for each in of_meeting["participation"]
        if each["fact"] == "led"
    ]
    assert led == [("welcome", "Ada Reed"), ("My bike", "Ada Reed"), ("school", None)]
    changed = [each for each in of_meeting["participation"] if each["fact"] == "level_changed"]
    assert [(each["value"], each["said_by"]["name"]) for each in changed] == [("5", "Ada Reed")]
    assert [each["matter"] for each in of_meeting["topics"]] == ["school", "wishes"]
    assert [(each["fact"], each["value"], each["words"]) for each in of_meeting["decisions"]] == [
        ("read_back", None, "Tom finds a team."),
        ("replied", "not_quite", "He tries."),
    ]
    assert [(each["value"], each["words"]) for each in of_meeting["wishes"]] == [
        ("unanswered", "Yes, on Friday."),
    ]
    assert "My own note" not in str(found)
    printed = room.by("Priya").get(f"/api/reviews/{world.review_id}/record.txt").text
    assert all(each in printed for each in ("Uncle Bob", "He tries.", "School and progress"))


def test_how_it_was_stands_in_the_record_only_where_the_child_says_so(room, world):
    path = f"/api/my/reviews/{world.review_id}/how-it-was"
    said = {"face": "not_good", "words": "It was too long.", "change": "More biscuits."}

    def in_record() -> list[tuple[str, str | None, str | None, str]]:
        sections = read(world, room.by("Priya"))["sections"]
        lines = next(each["lines"] for each in sections if each["key"] == "participation")
        return [
            (each["fact"], each["value"], each["words"], each["said_by"]["name"])
            for each in lines
            if each["source_id"] == str(world.review_id) and each["source"] == "meeting"
        ]

    room.by("Ada").put(path, json={**said, "told": False})
    assert in_record() == []
    room.by("Ada").put(path, json={**said, "told": True})
    assert in_record() == [
        ("how_it_was", "not_good", "It was too long.", "Ada Reed"),
        ("would_change", None, "More biscuits.", "Ada Reed"),
    ]
    printed = room.by("Priya").get(f"/api/reviews/{world.review_id}/record.txt").text
    assert "How the meeting was for the child · Ada Reed · not good" in printed
    room.by("Ada").put(path, json={**said, "told": False})
    assert in_record() == [], "they took it back before it was signed"


def test_a_child_who_led_their_meeting_is_proposed_as_one_who_spoke(room):
    assert (code_of(room)["proposed"], code_of(room)["if_not"]) == ("PN7", True)
    room.say("Ada", "came")
    there = code_of(room)
    assert (there["proposed"], there["if_not"]) == ("PN4", False)
    assert "came_to_meeting" in {each["code"] for each in there["evidence"]}
    room.say("Ada", "item", item=room.items[0])
    led = code_of(room)
    assert led["proposed"] == "PN1"
    assert [each["code"] for each in led["evidence"]][-2:] == ["came_to_meeting", "led_in_meeting"]
