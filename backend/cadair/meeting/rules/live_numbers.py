"""The numbers of a meeting that runs: of its log, and of what each in the room may learn; pure.

Whoever sees the whole meeting is told the number of its last event.  The others are told how often
something changed that they see: an unseen event leaves no gap in their numbers, and of what
concerns one person alone only those hear who may know of that person.  Both counts stand apart in
one number, so that a hand or somebody's coming makes no press late, nor does a wall make one early.
"""

from collections.abc import Mapping
from typing import Any, Final

from cadair.meeting.rules.live_kinds import FULL, MOST_EVENTS, UNSEEN, Kind

OF_ONE_PERSON: Final = frozenset({Kind.CAME, Kind.LEFT, Kind.HAND})
_OF_THE_ROOM: Final = 2 * MOST_EVENTS  # below it stands what concerns single people
LARGEST: Final = _OF_THE_ROOM * _OF_THE_ROOM - 1


def numbers_after(
    state: Mapping[str, Any], event: Mapping[str, Any], changes: Mapping[str, Any]
) -> dict[str, Any]:
    """What the room's numbers are after an event that changes this much of the state."""
    kind = Kind(event["kind"])
    if kind in UNSEEN or all(state.get(name) == value for name, value in changes.items()):
        return {}
    if kind in OF_ONE_PERSON:
        who, moves = event.get("person") or event["by"], moves_in(state)
        return {"moves": {**moves, who: moves.get(who, 0) + 1}}
    return {"room_number": state["room_number"] + 1}


def number_in_room(room_number: int, moves: int) -> int:
    """The number of whoever does not see the whole meeting; it falls when they may know of less."""
    return room_number * _OF_THE_ROOM + moves


def room_number_in(number: int) -> int:
    """How often something had changed that the whole room sees, for whoever was told this."""
    return number // _OF_THE_ROOM


def moves_in(state: Mapping[str, Any]) -> Mapping[str, int]:
    """How often each person came, left or moved their hand; none in what was kept before."""
    moves: Mapping[str, int] = state.get("moves", {})
    return moves


def knew_of(event: Mapping[str, Any], at: Mapping[str, Any], name: str) -> bool:
    """Whether whoever sent an event had seen what happened at these numbers.

    `at` has them as `<name>_on`, of the log, and as `<name>_in_room`, of what the whole room saw.
    """
    if event["role"] in FULL or "in_room" not in event:
        return bool(at[f"{name}_on"] <= event["on"])
    return bool(at.get(f"{name}_in_room", at[f"{name}_on"]) <= event["in_room"])
