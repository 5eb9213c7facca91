"""A meeting while it runs: who is told what, two who press Next, and who may come in."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cadair.foundation.clock import frozen
from tests.backend.contributions.conftest import NOW, an_answer
from tests.backend.meeting.conftest import a_plan, item
from tests.backend.meeting.live_room import LiveRoom, called, event
from tests.backend.record.conftest import share


@pytest.fixture
def room(world, save):
    made = LiveRoom(world)
    made.split()
    school = item("must", of="school", lead="officer", minutes=5)
    not_for_carol = item(words="Sweets", not_while=[str(world.ids["Carol"])])
    secret = item(words="My letter", private=True)
    bike = item(words="My bike", lead=str(world.ids["Carol"]))
    plan = a_plan(
        level=5,
        agenda=[bike, school, not_for_carol, secret],
        supporter={"person_id": str(world.ids["Wendy"]), "who": None},
        ground_rules=[{"key": "kind_words"}],
        script={"welcome": "Hi."},
    )
    answer = save(plan)
    assert answer.status_code == 200, answer.text
    made.items = [each["id"] for each in (bike, school, not_for_carol, secret)]
    return made


def test_a_meeting_waits_is_opened_and_is_shown_to_each_as_they_may_see_it(room):
    assert room.look("Ada")["state"]["phase"] == "waiting"
    opened = room.open()
    assert (opened["state"]["phase"], opened["me"]["role"]) == ("running", "officer")
    assert room.open()["number"] == opened["number"], "opening it again changes nothing"
    room.join("bob")
    room.say("Ada", "item", item=room.items[0])
    child, officer, carol = room.look("Ada"), room.look("Priya"), room.look("Carol")
    helper, guest = room.look("Wendy"), room.look("bob")
    assert [each["me"]["role"] for each in (child, officer, helper, carol, guest)] == [
        "child", "officer", "helper", "circle", "guest",
    ]  # fmt: skip
    assert {each["state"]["now"]["words"] for each in (child, officer, carol, guest)} == {"My bike"}
    assert len(child["plan"]["items"]) > 4, "and what the law asks for"
    assert child["plan"]["script"] == {"welcome": "Hi."}
    assert officer["plan"]["script"] == {}
    assert "Uncle Bob" in called(child)
    assert "Uncle Bob" not in called(carol)
    assert called(guest) == ["Uncle Bob"]
    assert guest["plan"]["items"] == carol["plan"]["items"] == []
    assert guest["state"]["now"]["lead"] == "person", "a guest learns of nobody"


def test_what_is_not_for_somebody_is_not_shown_to_them_while_it_is_talked_about(room):
    room.open()
    room.join("bob")
    for name, sees in (("Sweets", {"Ada", "Priya", "Wendy"}), ("My letter", {"Ada", "Priya"})):
        room.say("Ada", "item", item=room.items[2 if name == "Sweets" else 3])
        for who in ("Ada", "Priya", "Wendy", "Carol", "bob"):
            state = room.look(who)["state"]
            assert ((state["now"] or {}).get("words") == name) == (who in sees), who
            assert (state["item"] == "apart") == (who not in sees), who
    assert "My letter" not in str(room.look("Wendy"))


def test_notes_not_ok_and_what_is_read_back_never_reach_the_room_nor_that_they_happened(room):
    room.open()
    room.join("bob")
    before = {who: room.look(who) for who in ("Carol", "bob")}
    decision = str(uuid4())
    room.say("Priya", "note", item=None, words="She looks tired.")
    room.say("Ada", "not_ok")
    room.say("Priya", "covered", matter="health")
    room.say("Priya", "read_back", read_back=decision, of="decision", words="A new bike by May.")
    room.say("Ada", "read_back_reply", read_back=decision, reply="not_quite", words="By April!")
    assert {who: room.look(who) for who in before} == before
    officer, helper, child = (room.look(who)["state"] for who in ("Priya", "Wendy", "Ada"))
    assert officer["notes"] == [{"item": None, "words": "She looks tired."}]
    assert helper["notes"] == child["notes"] == []
    assert (officer["not_ok"], helper["not_ok"], child["not_ok"]) == (True, True, False)
    assert child["read_back"][0]["reply_words"] == "By April!"
    assert officer["covered"] == ["health"]
    assert not room.say("Wendy", "not_ok", up=False)["state"]["not_ok"]


def test_two_who_press_next_at_once_move_one_step(room):
    at = room.open()["number"]
    room.say("Ada", "item", on=at, item=room.items[0])
    room.say("Priya", "item", on=at, item=room.items[1])
    assert room.look("Ada")["state"]["item"] == room.items[0]


def test_a_phone_without_signal_catches_up_and_what_it_sends_twice_counts_once(room):
    at = room.open()["number"]
    waited = [event("item", on=at, item=each) for each in ("welcome", *room.items[:2])]
    waited.append(event("level", on=at, level=2))
    first = room.send("Ada", waited[:2])
    assert first.status_code == 200, first.text
    again = room.send("Ada", waited)
    assert again.json["number"] == at + 4
    assert again.json["state"]["item"] == room.items[1]
    assert (again.json["state"]["level"], again.json["state"]["led_by"]) == (2, "officer")
    other = room.send("Ada", [{**waited[0], "item": "goodbye"}])
    assert (other.status_code, other.json["code"]) == (409, "event_sent_differently")


def test_whoever_takes_over_may_go_on_and_nobody_else_of_the_circle(room, world):
    room.open()
    room.say("Carol", "item", item="goodbye")
    assert room.look("Ada")["state"]["item"] is None
    room.say("Ada", "led_by", led_by=str(world.ids["Carol"]))
    room.say("Carol", "item", item="goodbye")
    assert room.look("Ada")["state"]["item"] == "goodbye"
    mum = room.send("Ada", [event("led_by", led_by=str(world.ids["Mum"]))])
    assert mum.status_code == 422, "she is in another part"


def test_a_hand_or_a_wall_between_seeing_and_pressing_makes_no_press_late_or_early(room, world):
    room.open()
    room.say("Ada", "led_by", led_by=str(world.ids["Carol"]))
    room.say("Ada", "item", item="welcome")
    at = room.number("Carol")
    room.say("Ada", "hand", up=True)
    assert room.number("Carol") > at
    assert room.say("Carol", "item", on=at, item="rules")["state"]["item"] == "rules"
    at = room.number("Carol")
    room.say("Ada", "item", item="welcome")
    room.say("Ada", "hand", up=False)
    assert room.say("Carol", "item", on=at, item="goodbye")["state"]["item"] == "welcome"


def test_nobody_finds_out_by_handing_on_who_sits_behind_a_wall(room, world):
    room.open()
    assert "Wendy" not in called(room.look("Carol"))
    there = room.send("Carol", [event("led_by", led_by=str(world.ids["Wendy"]))])
    nowhere = room.send("Carol", [event("led_by", led_by=str(uuid4()))])
    assert (there.status_code, there.data) == (422, nowhere.data)


def test_who_asks_for_a_word_is_kept_nowhere(room):
    room.open()
    room.join("bob")
    said = room.say("bob", "word", word="placement")
    assert said["state"]["word"]["word"] == "placement"
    room.say("bob", "word", word="LAC")
    at = room.number()
    room.say("Priya", "word_done", on=at)
    room.say("Ada", "word_done", on=at)
    assert room.look("Carol")["state"]["word"]["word"] == "LAC", "pressed twice, the next one stays"
    assert room.send("bob", [event("item", item="goodbye")]).status_code == 403


def test_only_those_with_a_seat_come_in_and_the_code_opens_no_way_round(room, world):
    room.open()
    nobody = room.by("Ada").get(room.path(uuid4()))
    for who in ("Mum", "Dad", "Stranger", "Omar", "Boss"):
        answer = room.by(who).get(room.path())
        assert (answer.status_code, answer.data) == (404, nobody.data), who
        assert room.send(who, [event("came")]).status_code == 404, who
    assert room.by("Ada").get(room.path(room.mums_part_id)).status_code == 404
    wrong = room.join("nobody", code="222222")
    walled = room.join("Mum")
    assert (walled.status_code, walled.data) == (wrong.status_code, wrong.data) == (404, wrong.data)
    assert room.join("carl").status_code == 200


def test_a_code_that_has_run_out_opens_nothing(room):
    room.open()
    with frozen(NOW + timedelta(hours=4, minutes=1)):
        late = room.join("carl")
    assert (late.status_code, late.json["code"]) == (404, "meeting_code_not_valid")


def test_two_windows_of_the_officer_are_one_meeting(room, world):
    number, code = room.open()["number"], room.code
    room.browsers["Priya"] = world.sign_in("Priya")
    assert (room.open()["number"], room.code) == (number, code)
    first, second = room.by("Priya"), world.sign_in("Priya")
    for window, thing in ((first, room.items[0]), (second, room.items[1])):
        sent = {"events": [event("item", on=number, item=thing)]}
        assert window.post(f"{room.path()}/events", json=sent).status_code == 200
    assert room.look("Priya")["state"]["item"] == room.items[0], "both pressed Next: one step"
    for window in (first, second):
        assert (
            window.post(f"{room.path()}/end", json={"adjourned": False}).json["state"]["phase"]
            == "ended"
        )
    facts = f"/api/reviews/{world.review_id}/meeting-facts"
    assert len(room.by("Priya").get(facts).json["parts"][0]["led"]) == 1


def test_ten_wrong_codes_in_a_minute_and_then_a_pause(room):
    room.open()
    for _ in range(10):
        assert room.join("guesser", code="222222").status_code == 404
    paused = room.join("guesser")
    assert (paused.status_code, paused.json["code"]) == (429, "try_again_later")
    assert 0 < int(paused.headers["Retry-After"]) <= 60


def test_a_guest_is_sent_out_at_once_and_a_new_code_keeps_them_out(room):
    room.open()
    guest = room.join("bob").json["me"]["id"]
    assert room.join("bob").json["me"]["id"] == guest, "joining twice is joining once"
    path = f"{room.path()}/guests/{guest}/leave"
    assert room.by("Ada").post(path).status_code == 404
    assert room.by("Priya").post(path).status_code == 204
    assert room.by("bob").get("/api/live").json["code"] == "not_joined"
    assert "Uncle Bob" not in called(room.look("Priya"))
    before, room.code = room.code, room.by("Priya").post(f"{room.path()}/code").json["code"]
    assert before != room.code
    assert room.join("bob", code=before).status_code == 404
    assert room.join("bob", code=room.code.lower()).status_code == 200


def test_a_meeting_that_ends_opens_to_nobody_and_goes_on_with_all_it_had(room):
    room.open()
    room.join("bob")
    room.say("Ada", "item", item=room.items[1])
    ended = room.by("Priya").post(f"{room.path()}/end", json={"adjourned": True})
    assert ended.json["state"]["phase"] == "adjourned"
    assert room.join("late").status_code == 404
    assert room.look("bob")["state"]["phase"] == "adjourned"
    late = room.say("Ada", "item", item=room.items[0])
    assert late["state"]["item"] == room.items[1], "it is kept, and changes nothing"
    again = room.open()
    assert (again["state"]["phase"], again["state"]["item"]) == ("running", room.items[1])
    assert again["state"]["level"] == 5


def test_no_session_rests_or_locks_in_a_meeting_and_all_do_after_it(room):
    room.open()
    for who in ("Ada", "Priya"):
        room.look(who)
    with frozen(NOW + timedelta(minutes=100)):
        assert room.look("Ada")["me"]["role"] == "child"
        assert (
            room.by("Priya").post(f"{room.path()}/end", json={"adjourned": False}).status_code
            == 200
        )
    with frozen(NOW + timedelta(minutes=145)):
        assert room.by("Ada").get(room.path()).status_code in (401, 403)
        assert room.by("Priya").get(room.path()).status_code == 401


def test_how_it_was_is_the_childs_to_say(room, world):
    path = f"/api/my/reviews/{world.review_id}/how-it-was"
    said = {"face": "good", "words": "It was short.", "change": None, "told": True}
    early = room.by("Ada").put(path, json=said)
    assert early.json["code"] == "meeting_not_over"
    room.open()
    assert room.by("Ada").put(path, json=said).json["said"] == said
    assert room.by("Ada").put(path, json={**said, "face": None}).status_code == 200
    assert room.by("Ada").get(path).json["said"] == {**said, "face": None}
    assert room.by("Priya").get(path).status_code == 404
    facts = f"/api/reviews/{world.review_id}/meeting-facts"
    there = room.by("Priya").get(facts).json["how_it_was"]
    assert (there["face"], there["words"]) == (None, "It was short.")
    of_an_old_phone = {name: it for name, it in said.items() if name != "told"}
    assert room.by("Ada").put(path, json=of_an_old_phone).json["said"]["told"] is False
    assert room.by("Priya").get(facts).json["how_it_was"] is None


def test_what_goes_to_the_record_is_kept_word_for_word(room, world):
    room.open()
    room.join("bob")
    room.join("tv", called=None)
    room.say("Carol", "came")
    room.say("Priya", "came", person=str(world.ids["Wendy"]))
    room.say("Ada", "item", item=room.items[0])
    room.say("Ada", "led_by", led_by="officer")
    room.say("Ada", "item", item=room.items[1])
    answer = str(uuid4())
    room.say("Priya", "read_back", read_back=answer, of="answer", words="Yes, on Friday.")
    room.say("Ada", "read_back_reply", read_back=answer, reply="right")
    room.by("Priya").post(f"{room.path()}/end", json={"adjourned": False})
    path = f"/api/reviews/{world.review_id}/meeting-facts"
    (part,) = room.by("Priya").get(path).json["parts"]
    assert {each["called"] or each["person_id"] for each in part["attended"]} == {
        "Uncle Bob", str(world.ids["Carol"]), str(world.ids["Wendy"]),
    }  # fmt: skip
    led = [(each["words"] or each["matter"], each["by"]) for each in part["led"]]
    assert led == [("My bike", "officer"), ("school", "officer")]
    assert part["read_back"][0]["reply"] == "right"
    assert part["covered"] == ["school", "wishes"]
    assert (part["adjourned"], part["levels"][0]["level"]) == (False, 5)
    assert room.by("Ada").get(path).status_code == 404


def test_a_wish_that_was_said_in_confidence_is_read_by_nobody_else_in_the_room(world, save):
    """Whatever the agenda holds: a wish goes no further than where it was said."""
    room, not_carol = LiveRoom(world), [str(world.ids["Carol"])]
    room.split()
    share(
        world,
        "Ada",
        an_answer("family.plan", words="To see my dog", wish=True),
        an_answer("home.change", words="To move", wish=True, audience="only_my_iro"),
        an_answer("fun.love", words="No more chess", wish=True, not_people=not_carol),
    )
    room.open()
    room.join("bob")
    seen: dict[str, set[str]] = {}
    items = [each for each in room.look("Ada")["plan"]["items"] if each["from"] == "wish"]
    for each in items:
        room.say("Ada", "item", item=each["id"])
        looks = {who: room.look(who)["state"]["now"] for who in ("Priya", "Carol", "Wendy", "bob")}
        seen[each["words"]] = {who for who, now in looks.items() if now and now["words"]}
    assert seen == {
        "To see my dog": {"Priya", "Carol", "Wendy", "bob"},
        "To move": {"Priya"},
        "No more chess": {"Priya", "Wendy"},
    }
