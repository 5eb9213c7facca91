"""Whoever watches a meeting is told what they see when they look, and only while they may."""

import json

from sqlalchemy import select

from cadair.meeting.models import LiveGuest, LivePart
from cadair.meeting.queries import live_streams
from cadair.meeting.queries.live_streams import JOINED, SEATED
from cadair.people.models import SignInSession
from cadair.web.hub import Watch
from cadair.web.streams import STREAMS
from tests.backend.meeting.test_live import room as room


def watching(room):
    """What the hub keeps of Ada's, Carol's and a guest's streams that have told nothing yet."""
    world = room.world
    with world.inside() as session:
        topic = session.scalars(select(LivePart.id)).one()
        guest = session.execute(select(LiveGuest.id, LiveGuest.token_digest)).one()
        kept = session.execute(select(SignInSession.person_id, SignInSession.digest))
        sessions = {row.person_id: row.digest for row in kept}
    told = {"topic": topic, "council_id": world.council_id, "revision": 0}
    watches = {
        who: Watch(source=SEATED, session_id=sessions[id_].hex(), person_id=id_, **told)
        for who in ("Ada", "Carol", "Priya")
        for id_ in (world.ids[who],)
    }
    digest = guest.token_digest.hex()
    watches["bob"] = Watch(source=JOINED, session_id=digest, person_id=guest.id, **told)
    return watches


def test_a_stream_tells_each_what_they_see_and_ends_with_their_right(room, world):
    room.open()
    guest = room.join("bob").json["me"]["id"]
    for who in ("Ada", "Carol", "Priya"):
        room.look(who)
    first = room.by("Ada").get(f"{room.path()}/stream")
    assert first.mimetype == "text/event-stream"
    seen = room.look("Ada")
    told = json.loads(first.text.split("data: ")[1])
    assert told == {name: seen[name] for name in ("number", "state")}
    again = room.by("Ada").get(f"{room.path()}/stream?after={seen['number']}")
    assert "data:" not in again.text
    streams, watches = world.app.extensions[STREAMS], watching(room)
    tellings = streams._tellings(watches.values())
    for who, watch in watches.items():
        data = json.loads(tellings[watch].split(b"data: ")[1])
        now = room.look(who)
        assert data == {name: now[name] for name in ("number", "state")}, who
    room.say("Priya", "note", item=None, words="She is tired.")
    tellings = streams._tellings(watches.values())
    assert tellings[watches["Carol"]] == tellings[watches["bob"]] == b"", "nor that one was made"
    assert tellings[watches["Priya"]]
    room.by("Priya").post(f"{room.path()}/guests/{guest}/leave")
    world.leave("Carol")
    told_to = set(streams._tellings(watches.values()))
    assert told_to == {watches["Ada"], watches["Priya"]}


def test_a_meeting_is_read_once_for_all_who_watch_and_anew_for_each_telling(
    room, world, monkeypatch
):
    room.open()
    room.join("bob")
    for who in ("Ada", "Carol", "Priya"):
        room.look(who)
    streams, watches = world.app.extensions[STREAMS], watching(room)
    read = []
    for name in ("rooms_watched", "state_of"):
        real = getattr(live_streams, name)
        monkeypatch.setattr(
            live_streams,
            name,
            lambda *a, real=real, **k: read.append(real.__name__) or real(*a, **k),
        )
    streams._tellings(watches.values())
    assert sorted(read) == ["rooms_watched", "state_of"]
    room.say("Ada", "item", item="welcome")
    read.clear()
    streams._tellings(watches.values())
    assert sorted(read) == ["rooms_watched", "state_of"]


def test_before_it_is_opened_a_stream_says_so_and_comes_again(room):
    waiting = room.by("Ada").get(f"{room.path()}/stream").text
    assert waiting.startswith("retry: 3000\nid: 0\n")
    assert '"phase":"waiting"' in waiting
