"""The first part of Ada's meeting, which runs: who says what in it, and how she found it."""

from uuid import uuid4

from flask.testing import FlaskClient

from tests.backend.contributions.conftest import World
from tests.backend.meeting.live_room import LiveRoom
from tests.security.canaries.words import canary

GUEST = "Guest"  # somebody who joined by the code, without an account


def meet(world: World) -> FlaskClient:
    """Ada, Carol and Wendy are there, and a guest, whose browser is returned; nobody ends it."""
    room = LiveRoom(world=world, part_id=_part_of(world, "Ada"))
    room.open()
    joined = room.join(GUEST, called=canary("live.guest"))
    assert joined.status_code == 200, joined.text
    for who in ("Ada", "Carol", "Wendy"):
        room.say(who, "came")
    room.say("Priya", "item", item=_first_item(room))
    room.say(GUEST, "word", word=canary("live.word"))
    room.say("Priya", "note", item=None, words=f"She is {canary('live.note')}.")
    said = str(uuid4())
    room.say("Priya", "read_back", read_back=said, of="decision", words=canary("live.read_back"))
    answer = {"read_back": said, "reply": "not_quite", "words": canary("live.reply")}
    room.say("Ada", "read_back_reply", **answer)
    rated = room.by("Ada").put(
        f"/api/my/reviews/{world.review_id}/how-it-was",
        json={
            "face": "ok",
            "words": canary("rated.words"),
            "change": canary("rated.change"),
            "told": True,
        },
    )
    assert rated.status_code == 200, rated.text
    return room.by(GUEST)


def _part_of(world: World, who: str) -> str:
    parts = world.sign_in("Priya").get(f"/api/reviews/{world.review_id}").json["parts"]
    seated = str(world.ids[who])
    return next(part["id"] for part in parts if seated in part["people"])


def _first_item(room: LiveRoom) -> str:
    """What Ada wants to talk about when only her officer is there."""
    return str(room.look("Ada")["plan"]["items"][0]["id"])
