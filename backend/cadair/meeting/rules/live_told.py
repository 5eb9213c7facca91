"""What each person in a meeting is told of it: made for them, field by field; pure.

The room is told the thing that is talked about now, what it asks to be explained and whether there
is a break.  What was decided before was told to the child and to whoever must do it: that it is
talked about reaches the others, its words do not.  Notes, "I am not OK", what is read back to the
child and who asked for a word never reach the room, nor does that any of these happened.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cadair.meeting.rules.live import State
from cadair.meeting.rules.live_kinds import FULL, Role
from cadair.meeting.rules.live_numbers import moves_in, number_in_room

ITEM: Final = ("id", "from", "of", "words", "lead", "minutes")
APART: Final = "apart"  # what is talked about now is not for whoever looks
LAST_TIME: Final = "last_time"
SOMEBODY: Final = "person"  # who leads, where it may not be known who that is


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who looks: what they are here, their id, and of whom they may know."""

    role: Role
    id: str
    may_know: frozenset[str]  # ids of people and guests; the child and the officer know of all


def told(state: State, viewer: Viewer, people: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """How the meeting stands, for one viewer; `people` are those of this part, by id.

    Its number is `number_for` them.
    """
    whole = viewer.role in FULL
    officer, cares = viewer.role is Role.OFFICER, viewer.role in (Role.OFFICER, Role.HELPER)
    now = _now(state, viewer)
    hidden = now is None and state["item"] in {each["id"] for each in _all_items(state)}
    return {
        "phase": state["phase"],
        "item": APART if hidden else state["item"],
        "now": now,
        "level": state["level"],
        "led_by": _who(state["led_by"], viewer),
        "pause_minutes": state["pause_minutes"],
        "word": _word(state),
        "hands": [who for who in state["hands"] if who in viewer.may_know or who == viewer.id],
        "people": [dict(each) for who, each in people.items() if who in viewer.may_know],
        "covered": covered_in(state) if officer else [],
        "read_back": [dict(each) for each in state["read_back"]] if whole else [],
        "not_ok": state["not_ok"] if cares else False,
        "notes": [{"item": item or None, "words": words} for item, words in state["notes"].items()]
        if officer
        else [],
    }


def number_for(viewer: Viewer, state: State) -> int:
    """How far the meeting is for whoever looks: another with what they may see, and else not."""
    if viewer.role in FULL:
        return int(state["number"])
    return number_in_room(state["room_number"], moves_known(viewer, state))


def moves_known(viewer: Viewer, state: State) -> int:
    """How often somebody of whom they may know came, left or moved their hand."""
    known = viewer.may_know | {viewer.id}
    return sum(times for who, times in moves_in(state).items() if who in known)


def plan_told(state: State, viewer: Viewer) -> dict[str, Any]:
    """The run of the meeting, for whoever leads or helps; the others are told one thing at a time.

    How the child wants it to be said (`script`) is for the child and their helper.
    """
    plan = state["plan"]
    whole = viewer.role in FULL
    return {
        "items": [_item(each, viewer) for each in _all_items(state) if _may_see(each, viewer)]
        if whole
        else [],
        "ground_rules": [dict(rule) for rule in plan.get("ground_rules", ())],
        "script": dict(plan.get("script", {})) if viewer.role in (Role.CHILD, Role.HELPER) else {},
    }


def covered_in(state: State) -> list[str]:
    """The matters of the law's list that were talked about: ticked, or by what was gone through."""
    by_itself = {
        matter
        for each in _all_items(state)
        if each["id"] in state["visited"]
        for matter in each["covers"]
    }
    ticked = {matter for matter, up in state["covered"].items() if up}
    return sorted((by_itself | ticked) - {m for m, up in state["covered"].items() if not up})


def everybody(state: State) -> Collection[str]:
    """Everybody who ever came, by id."""
    return tuple(state["here"])


def _all_items(state: State) -> Sequence[Mapping[str, Any]]:
    items: Sequence[Mapping[str, Any]] = state["plan"].get("items", ())
    return items


def _now(state: State, viewer: Viewer) -> dict[str, Any] | None:
    for each in _all_items(state):
        if each["id"] == state["item"]:
            return _item(each, viewer) if _may_see(each, viewer) else None
    return None


def _may_see(item: Mapping[str, Any], viewer: Viewer) -> bool:
    """What the child wants kept from some is not shown to whoever might be one of them."""
    if viewer.role in (Role.CHILD, Role.OFFICER):
        return True
    if item["private"]:
        return False
    if viewer.role in (Role.GUEST, Role.SCREEN):
        return not item["not_while"]
    return viewer.id not in item["not_while"]


def _item(item: Mapping[str, Any], viewer: Viewer) -> dict[str, Any]:
    shown = {name: item[name] for name in ITEM}
    lead = item["lead"] if item["lead"] in ("me", "officer") else _who(item["lead"], viewer)
    if item["from"] == LAST_TIME and viewer.role not in (Role.CHILD, Role.OFFICER):
        return shown | {"lead": lead, "words": None, "of": LAST_TIME}  # a matter of the law's list
    if viewer.role in FULL:
        return shown | {"lead": lead}
    of_the_law = item["of"] if item["from"] == "must" else None  # whose words the client has
    return shown | {"lead": lead, "of": of_the_law}


def _who(who: str, viewer: Viewer) -> str:
    return who if who in ("child", "officer") or who in viewer.may_know else SOMEBODY


def _word(state: State) -> dict[str, Any] | None:
    if not state["words"]:
        return None
    return {name: state["words"][0][name] for name in ("id", "word")}
