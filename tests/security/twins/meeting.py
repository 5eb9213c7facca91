"""A meeting that runs: B's part in every twin; and only where A is, A beside B or in another part,
a guest by its code, what the officer keeps of it, and how the child says that it was."""

from datetime import timedelta
from typing import Any

from cadair.foundation.clock import frozen
from cadair.reviews.rules import Stage
from tests.security.twins.worlds import NOON, World
from tests.world.live import HOW_IT_WAS

ON = 9999  # whoever speaks has seen everything there is


def b_meets(world: World) -> None:
    """The officer opens the part that B sits in; B comes, raises a hand and asks for a word."""
    _opens(world, world.id("b's part"), minutes_ago=30)
    for at, said in enumerate(({"kind": "came"}, {"kind": "hand", "up": True})):
        _says(world, world.b.who, world.id("b's part"), f"b {at}", said, minutes_ago=29)
    word = {"kind": "word", "word": "placement"}
    _says(world, world.b.who, world.id("b's part"), "b's word", word, minutes_ago=28)


def a_meets(world: World, who: str) -> None:
    """A comes to the same part, or their own one runs; more is said of which B hears nothing."""
    part = world.a.part
    assert part is not None
    where = world.id("b's part" if part.in_bs_part else "a's part")
    code = _opens(world, where, minutes_ago=5)["code"]
    if world.a.card == "used":
        for at, said in enumerate(
            ({"kind": "came"}, {"kind": "hand", "up": True}, {"kind": "left"}, {"kind": "came"})
        ):
            _says(world, who, where, f"a {at}", said, minutes_ago=5)
    _joins(world, code)
    back = {"read_back": world.id("read back")}
    for at, said in enumerate(
        (
            {"kind": "note", "item": None, "words": "They will not look at each other."},
            {"kind": "covered", "matter": "health", "up": True},
            {"kind": "read_back", **back, "of": "decision", "words": "The address is kept."},
            {"kind": "not_ok", "up": False},
        )
    ):
        _says(world, "priya", where, f"kept {at}", said, minutes_ago=4)
    world.is_in(Stage.MEETING)
    how = f"PUT /api/my/reviews/{world.review_id}/how-it-was"
    world.does("jaden", how, HOW_IT_WAS, minutes_ago=3)


def _opens(world: World, part_id: str, *, minutes_ago: float) -> dict[str, Any]:
    """The officer opens a part; that the whole review begins with it is told elsewhere."""
    path = f"POST /api/reviews/{world.review_id}/parts/{part_id}/live"
    with world.as_it_was():
        opened = world.does("priya", path, minutes_ago=minutes_ago)
    return dict(opened.json)


def _says(
    world: World, who: str, part_id: str, named: str, said: dict[str, Any], *, minutes_ago: float
) -> None:
    path = f"POST /api/reviews/{world.review_id}/parts/{part_id}/live/events"
    event = {"id": world.id("live", named), "on": ON, **said}
    world.does(who, path, {"events": [event]}, minutes_ago=minutes_ago)


def _joins(world: World, code: str) -> None:
    """Somebody without an account comes in by the code, and raises a hand."""
    guest = world.browser("anonymous", 4)
    event = {"id": world.id("live", "a guest's"), "kind": "hand", "on": ON, "up": True}
    for path, body in (
        ("join", {"code": code, "called": "Uncle Bob"}),
        ("events", {"events": [event]}),
    ):
        with frozen(NOON - timedelta(minutes=4)):
            answer = guest.post(f"/api/live/{path}", json=body)
        assert answer.status_code == 200, answer.text
