"""A meeting while it runs: a log of numbered events, and the state that follows from it; pure.

The log is only added to.  Whoever replays it comes to the same state, wherever they begin; an event
that says nothing any more, such as a step that somebody else took already, stays in the log and
changes nothing but the number.  What the server keeps as the state is `replayed` of the log.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from cadair.meeting.rules.live_kinds import (
    AFTER_THE_END,
    LEADING,
    LEVEL_AT_FIRST,
    MAY_SEND,
    MOST_WORDS_WAITING,
    OVER,
    Kind,
    Phase,
    Role,
)
from cadair.meeting.rules.live_numbers import knew_of, numbers_after

State = Mapping[str, Any]  # values of JSON only: it is kept as it is
Event = Mapping[str, Any]  # id, kind, role, by, device, on, at, and what its kind says


def usual_lead(level: int) -> str:
    """Who leads at this level when nobody took over."""
    return "child" if level >= 3 else "officer"


def not_begun() -> State:
    """Before anybody opened it."""
    return {
        "number": 0,
        "room_number": 0,  # how often something changed that the whole room sees
        "moves": {},  # and how often of one person, whom not everybody may know of
        "phase": Phase.WAITING.value,
        "plan": {},
        "item": None,
        "moved_on": 0,
        "moved_in_room": 0,
        "moved_by": None,
        "level": LEVEL_AT_FIRST,
        "led_by": usual_lead(LEVEL_AT_FIRST),
        "pause_minutes": None,
        "words": [],
        "hands": [],
        "here": {},
        "not_ok": False,
        "notes": {},
        "covered": {},
        "visited": [],
        "read_back": [],
        "levels": [],
        "leads": [],
        "led": {},
        "breaks": 0,
        "words_asked": 0,
        "started_at": None,
        "ended_at": None,
    }


def replayed(events: Iterable[Event], *, state: State | None = None) -> State:
    """The state after these events; one that comes twice counts once."""
    seen: set[str] = set()
    after = state if state is not None else not_begun()
    for event in events:
        if event["id"] not in seen:
            seen.add(event["id"])
            after = state_after(after, event)
    return after


def state_after(state: State, event: Event) -> State:
    """The state with one more event; the same state and event give the same, always."""
    kind = Kind(event["kind"])
    counted = {**state, "number": state["number"] + 1}
    if state["phase"] in OVER and kind not in AFTER_THE_END:
        return counted
    if not _counts(state, event, kind):
        return counted
    changes = _CHANGES[kind](counted, event)
    return {**counted, **changes, **numbers_after(state, event, changes)}


def _counts(state: State, event: Event, kind: Kind) -> bool:
    """Whether whoever sent it may change this now: somebody of the circle while they lead."""
    if kind not in MAY_SEND.get(event["role"], ()) and kind is not Kind.STARTED:
        return kind is Kind.CAME  # a guest's is made by the server as they join
    if event["role"] == Role.CIRCLE and kind in LEADING - {Kind.CAME}:
        return bool(state["led_by"] == event["by"])
    return True


def _started(state: State, event: Event) -> State:
    """It begins, or goes on another day; what was before stays, and the plan is that of today."""
    again = state["started_at"] is not None
    level = state["level"] if again else event["plan"]["level"]
    begun = {
        "phase": Phase.RUNNING.value,
        "plan": event["plan"],
        "level": level,
        "led_by": state["led_by"] if again else usual_lead(level),
        "ended_at": None,
        "hands": [],
        "pause_minutes": None,
    }
    if again:
        return begun
    return begun | {
        "started_at": event["at"],
        "levels": [{"level": level, "at": event["at"], "by": None}],
    }


def _item(state: State, event: Event) -> State:
    """Go to one thing, unless another device has gone on since this was decided: two who press
    Next at once move one step.  A device's own steps, made without signal, all count."""
    if state["moved_by"] != event["device"] and not knew_of(event, state, "moved"):
        return {}
    item = event["item"]
    visited = state["visited"] if item in state["visited"] else [*state["visited"], item]
    return {
        "item": item,
        "moved_on": state["number"],
        "moved_in_room": state["room_number"] + 1,
        "moved_by": event["device"],
        "visited": visited,
        "led": {**state["led"], item: leads_now(state, item)},
    }


def leads_now(state: State, item: str | None) -> str:
    """Who leads a thing: whoever took over, else whom the plan names, else whoever leads."""
    if state["led_by"] != usual_lead(state["level"]):
        return str(state["led_by"])
    of_plan = {each["id"]: each["lead"] for each in state["plan"].get("items", ())}
    planned = of_plan.get(item, state["led_by"])
    return "child" if planned == "me" else str(planned)


def _level(state: State, event: Event) -> State:
    """Lead more or less from now on; whoever took over still leads."""
    level, took_over = event["level"], state["led_by"] != usual_lead(state["level"])
    if level == state["level"]:
        return {}
    changed = {"level": level, "at": event["at"], "by": event["role"]}
    return {
        "level": level,
        "led_by": state["led_by"] if took_over else usual_lead(level),
        "levels": [*state["levels"], changed],
    }


def _led_by(state: State, event: Event) -> State:
    if event["led_by"] == state["led_by"]:
        return {}
    changed = {"led_by": event["led_by"], "at": event["at"], "by": event["role"]}
    led = state["led"]
    if state["item"] is not None:
        led = {**led, state["item"]: event["led_by"]}
    return {"led_by": event["led_by"], "leads": [*state["leads"], changed], "led": led}


def _paused(state: State, event: Event) -> State:
    again = state["phase"] == Phase.PAUSED
    return {
        "phase": Phase.PAUSED.value,
        "pause_minutes": event["minutes"],
        "breaks": state["breaks"] + (not again),
    }


def _resumed(state: State, event: Event) -> State:
    return {"phase": Phase.RUNNING.value, "pause_minutes": None}


def _word(state: State, event: Event) -> State:
    if len(state["words"]) >= MOST_WORDS_WAITING:
        return {}
    asked = {"id": event["id"], "word": event["word"]}
    if not state["words"]:
        asked |= _shown_now(state)
    return {"words": [*state["words"], asked], "words_asked": state["words_asked"] + 1}


def _word_done(state: State, event: Event) -> State:
    """The word that is shown was explained; pressed twice at once, the next one stays."""
    if not state["words"] or not knew_of(event, state["words"][0], "shown"):
        return {}
    left = [dict(each) for each in state["words"][1:]]
    if left:
        left[0] |= _shown_now(state)
    return {"words": left}


def _shown_now(state: State) -> dict[str, int]:
    return {"shown_on": state["number"], "shown_in_room": state["room_number"] + 1}


def _hand(state: State, event: Event) -> State:
    others = [each for each in state["hands"] if each != event["by"]]
    return {"hands": [*others, event["by"]] if event["up"] else others}


def _not_ok(state: State, event: Event) -> State:
    """The child says it; that they saw to it, whoever sees it too."""
    if event["up"] and event["role"] != Role.CHILD:
        return {}
    return {"not_ok": event["up"]}


def _came(state: State, event: Event) -> State:
    who = event["person"] or event["by"]
    before = state["here"].get(who)
    if before is not None and before["left_at"] is None:
        return {}
    there = {"came_at": before["came_at"] if before else event["at"], "left_at": None}
    told = {"is": event["is"], "called": event["called"]}
    return {"here": {**state["here"], who: there | told}}


def _left(state: State, event: Event) -> State:
    who = event["person"] or event["by"]
    if who not in state["here"] or state["here"][who]["left_at"] is not None:
        return {}
    gone = {**state["here"][who], "left_at": event["at"]}
    return {
        "here": {**state["here"], who: gone},
        "hands": [each for each in state["hands"] if each != who],
    }


def _note(state: State, event: Event) -> State:
    """What the officer notes beside one thing; emptied, it is gone from the state."""
    kept = {**state["notes"], event["item"] or "": event["words"]}
    return {"notes": {item: words for item, words in kept.items() if words}}


def _covered(state: State, event: Event) -> State:
    return {"covered": {**state["covered"], event["matter"]: event["up"]}}


def _read_back(state: State, event: Event) -> State:
    """Something is read back to the child; in other words it is asked anew, in its place."""
    wanted = {"id": event["read_back"], "of": event["of"], "words": event["words"]}
    asked = wanted | {"reply": None, "reply_words": None}
    for place, there in enumerate(state["read_back"]):
        if there["id"] == asked["id"]:
            if there["words"] == asked["words"]:
                return {}
            before, after = state["read_back"][:place], state["read_back"][place + 1 :]
            return {"read_back": [*before, asked, *after]}
    return {"read_back": [*state["read_back"], asked]}


def _read_back_reply(state: State, event: Event) -> State:
    """What the child says to it; in a later reply they may say it again."""
    said = {"reply": event["reply"], "reply_words": event["words"]}
    return {
        "read_back": [
            each | said if each["id"] == event["read_back"] else each for each in state["read_back"]
        ]
    }


def _over(phase: Phase) -> Callable[[State, Event], State]:
    def over(state: State, event: Event) -> State:
        return {"phase": phase.value, "ended_at": event["at"], "pause_minutes": None, "words": []}

    return over


_CHANGES: Final[Mapping[Kind, Callable[[State, Event], State]]] = MappingProxyType(
    {
        Kind.STARTED: _started,
        Kind.ITEM: _item,
        Kind.LEVEL: _level,
        Kind.LED_BY: _led_by,
        Kind.PAUSED: _paused,
        Kind.RESUMED: _resumed,
        Kind.WORD: _word,
        Kind.WORD_DONE: _word_done,
        Kind.HAND: _hand,
        Kind.NOT_OK: _not_ok,
        Kind.CAME: _came,
        Kind.LEFT: _left,
        Kind.NOTE: _note,
        Kind.COVERED: _covered,
        Kind.READ_BACK: _read_back,
        Kind.READ_BACK_REPLY: _read_back_reply,
        Kind.ENDED: _over(Phase.ENDED),
        Kind.ADJOURNED: _over(Phase.ADJOURNED),
    }
)
