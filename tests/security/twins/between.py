"""What passes outside the review: letters to the officer, and what somebody was given to do."""

from typing import Any

from tests.security.twins.parties import WORDS
from tests.security.twins.worlds import JADEN, NOON, World, demo_id

MINE = f"/api/my/conversations/{JADEN}"


def b_has_a_mailbox(world: World) -> None:
    """B writes, the officer reads and answers, and B has something to do; in every twin."""
    b = world.b.who
    _writes(world, b, "b writes", "Can family time be on Sunday?", minutes_ago=280)
    _answers(world, b, demo_id(b), "b writes", "I will ask, and write again.", minutes_ago=275)
    _has_to(world, "b's task", b, demo_id(b), "We find out who can bring you on Sunday.", 272)


def a_has_a_mailbox(world: World, who: str, a_id: Any) -> None:
    """The same of A, with what only officers see: a note, marks; and what A was given to do."""
    signed_in = world.a.card == "used"
    said = world.a.contributions[0].words if world.a.contributions else WORDS[:1]
    for at, words in enumerate(said if signed_in else ()):
        _writes(world, who, f"a writes {at}", words, minutes_ago=12)
    if signed_in:
        _answers(world, who, a_id, "a writes 0", "Thank you for telling me.", minutes_ago=10)
        marked = {"to_record": True, "wish_id": None, "decision_id": None}
        path = f"POST /api/messages/{world.id('message', 'a writes 0')}/record"
        world.does("priya", path, marked, minutes_ago=9)
    note = f"/api/children/{JADEN}/conversations/{a_id}/notes/{world.id('note')}"
    world.does("priya", f"PUT {note}", {"words": "They sounded worried."}, minutes_ago=9)
    _has_to(world, "a's task", who if signed_in else None, a_id, "The address is kept safe.", 8)


def _writes(world: World, who: str, named: str, words: str, *, minutes_ago: float) -> None:
    body = {
        "words": words, "start": None, "language": "en", "tell_social_worker": False,
        "waited_seconds": 0,
    }  # fmt: skip
    path = f"PUT {MINE}/messages/{world.id('message', named)}"
    world.does(who, path, body, minutes_ago=minutes_ago)


def _answers(
    world: World, who: str, person_id: Any, named: str, words: str, *, minutes_ago: float
) -> None:
    path = f"/api/children/{JADEN}/conversations/{person_id}"
    read = {"up_to": world.id("message", named)}
    world.does("priya", f"POST {path}/read", read, minutes_ago=minutes_ago)
    answer = world.id("message", named, "answered")
    body = {"words": words, "language": "en", "waited_seconds": 0, "reason": None}
    world.does("priya", f"PUT {path}/messages/{answer}", body, minutes_ago=minutes_ago)
    world.does(who, f"POST {MINE}/read", {"up_to": answer}, minutes_ago=minutes_ago - 1)


def _has_to(
    world: World, named: str, who: str | None, person_id: Any, what: str, minutes_ago: float
) -> None:
    """The last review gives somebody something to do; they say that they will."""
    path = f"/api/reviews/{world.council.held_review_id}"
    decided = {
        "what": what, "who_id": str(person_id), "who_words": None, "by_on": f"{NOON:%Y-%m-%d}",
        "wish_id": None, "topic": None, "position": 0,
    }  # fmt: skip
    decision, new = world.id("decision", named), {"If-Match": '"0"'}
    world.does(
        "priya", f"PUT {path}/decisions/{decision}", decided, minutes_ago=minutes_ago, headers=new
    )
    told = {"reason": "It was asked for."}
    world.does("priya", f"POST {path}/outcomes/share", told, minutes_ago=minutes_ago)
    if who is not None:
        confirmed = f"PUT /api/decisions/{decision}/progress/{world.id('progress', named)}"
        body = {"kind": "confirmed", "words": None}
        world.does(who, confirmed, body, minutes_ago=minutes_ago - 0.5)
