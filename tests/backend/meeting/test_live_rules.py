"""A log of events comes to one state, however it is replayed and whatever comes twice."""

from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as some

from cadair.meeting.rules.live import not_begun, replayed, state_after
from cadair.meeting.rules.live_kinds import MAY_SEND, UNSEEN, Kind, Role
from cadair.meeting.rules.live_numbers import OF_ONE_PERSON, room_number_in
from cadair.meeting.rules.live_told import Viewer, number_for, told
from cadair.meeting.schemas.live import SAYS

PEOPLE = {Role.CHILD: "c", Role.OFFICER: "o", Role.HELPER: "h", Role.CIRCLE: "p", Role.GUEST: "g"}
PLAN = {
    "level": 4, "helper": "h", "seats": [], "ground_rules": [], "script": {},
    "items": [
        {"id": each, "from": "mine", "of": None, "words": each, "lead": "me", "minutes": None,
         "private": False, "not_while": [], "covers": []}
        for each in ("a", "b")
    ],
}  # fmt: skip
VALUES = {
    "item": some.sampled_from(["welcome", "a", "b"]),
    "level": some.integers(0, 5),
    "led_by": some.sampled_from(["child", "officer", "p"]),
    "minutes": some.sampled_from([None, 5]),
    "word": some.sampled_from([None, "LAC"]),
    "up": some.booleans(),
    "person": some.none(),
    "words": some.sampled_from(["", "By May."]),
    "matter": some.sampled_from(["school", "health"]),
    "read_back": some.sampled_from(["r1", "r2"]),
    "of": some.just("decision"),
    "reply": some.sampled_from(["right", "not_quite"]),
}


@some.composite
def events(draw: Any) -> dict[str, Any]:
    role = draw(some.sampled_from([*PEOPLE]))
    kind = draw(some.sampled_from(sorted(MAY_SEND[role] | {Kind.STARTED})))
    said = {name: draw(VALUES[name]) for name in SAYS.get(kind, {})}
    extra = {"plan": PLAN} if kind is Kind.STARTED else {}
    return {
        "id": str(UUID(int=draw(some.integers(0, 40)))),
        "kind": kind.value, "role": role.value, "by": PEOPLE[role], "device": role.value,
        "on": draw(some.integers(0, 8)), "at": "2026-03-16T16:00:00+00:00",
        "called": None, "is": "person", **extra, **said,
    }  # fmt: skip


def once_each(log: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [*{each["id"]: each for each in reversed(log)}.values()][::-1]


@settings(max_examples=200)
@given(some.lists(events(), max_size=25), some.integers(0, 25))
def test_a_log_replays_to_the_same_state_from_wherever_and_twice_is_once(log, cut):
    seen: set[str] = set()
    unique = [each for each in log if not (each["id"] in seen or seen.add(each["id"]))]
    whole = replayed(unique)
    assert replayed(log) == whole
    assert replayed([*log, *log]) == whole
    assert replayed(unique[cut:], state=replayed(unique[:cut])) == whole
    assert whole["number"] == len(unique)
    step = not_begun()
    for each in unique:
        before = repr(step)
        after = state_after(step, each)
        assert repr(step) == before, "the state before is left as it was"
        assert after["room_number"] - step["room_number"] in (0, 1), "no gap tells of more"
        step = after
    assert step == whole


@given(some.lists(events(), max_size=25))
def test_what_the_room_is_told_changes_only_with_its_number(log):
    guest = Viewer(role=Role.GUEST, id="g", may_know=frozenset({"g"}))
    state = not_begun()
    for each in once_each(log):
        after = state_after(state, each)
        seen = told(after, guest, {}) != told(state, guest, {})
        of_another = each["by"] != "g" and each["kind"] in {*UNSEEN, *OF_ONE_PERSON}
        before, now = number_for(guest, state), number_for(guest, after)
        moved = room_number_in(now) - room_number_in(before) or now - before
        assert moved in ({1} if seen else {0} if of_another else {0, 1})
        state = after


def test_a_device_goes_on_by_itself_and_nobody_goes_back_by_an_old_press():
    def press(item: str, device: str, on: int) -> dict[str, Any]:
        return {
            "id": f"{item}{device}{on}", "kind": "item", "role": "child", "by": "c",
            "device": device, "on": on, "at": "", "item": item,
        }  # fmt: skip

    state = replayed([press("a", "phone", 0), press("b", "phone", 0)])
    assert state["item"] == "b", "its own steps, made without signal, all count"
    assert state_after(state, press("a", "tablet", 1))["item"] == "b"
    assert state_after(state, press("a", "tablet", 2))["item"] == "a"
