"""A meeting of the demo that is open, and the cookies of everybody who watches it."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from flask.testing import FlaskClient

from cadair.commands.demo.people import demo_id
from cadair.meeting.rules.live_kinds import MOST_GUESTS
from cadair.people.routes import SESSION_COOKIE
from cadair.web.hub import MOST_OF_A_SESSION
from tests.bench.demo_world import Demo
from tests.conftest import browser
from tests.world.two_councils import signed_in

GUEST_COOKIE = "__Host-meeting"
SEATED = ("jaden", "sandra", "priya")
OF_THE_CHILD, OF_THE_CARER = 5, 4  # browsers: with one of the officer's and 40 guests, 300 streams


@dataclass
class Watched:
    """Where the meeting is, and who may open which of its streams: `(path, cookie)`."""

    path: str
    writer: str = ""
    number: int = 0
    seats: list[tuple[str, str]] = field(default_factory=list)

    def streams(self, count: int) -> list[tuple[str, str]]:
        """So many streams, as many of each browser as a person may have tabs."""
        assert count <= len(self.seats) * MOST_OF_A_SESSION, "more than may join one meeting"
        return [self.seats[each % len(self.seats)] for each in range(count)]


def open_room(demo: Demo) -> Watched:
    """Jaden's meeting, open; Priya, Sandra and as many guests as may join are in it."""
    officer = signed_in(demo.app, "priya")
    review_id, part_id = demo.review(), uuid4()
    plan_part(officer, review_id, part_id)
    room = Watched(f"/api/reviews/{review_id}/parts/{part_id}/live")
    opened = officer.post(room.path)
    assert opened.status_code == 200, opened.text
    stream = f"{room.path}/stream"
    for key, count in (("jaden", OF_THE_CHILD), ("sandra", OF_THE_CARER), ("priya", 1)):
        for _ in range(count):
            cookie = _cookie(signed_in(demo.app, key), SESSION_COOKIE)
            room.seats.append((stream, cookie))
    room.writer = room.seats[0][1]
    for number in range(MOST_GUESTS):
        guest = browser(demo.app)
        called = f"Guest {number}" if number else None  # the first is the screen in the room
        joined = guest.post("/api/live/join", json={"code": opened.json["code"], "called": called})
        assert joined.status_code == 200, joined.text
        room.seats.append(("/api/live/stream", _cookie(guest, GUEST_COOKIE)))
    room.number = officer.get(room.path).json["number"]
    return room


def plan_part(officer: FlaskClient, review_id: UUID, part_id: UUID) -> None:
    """Plan one part of a review, with seats for these three."""
    path = f"/api/reviews/{review_id}"
    part = {
        "id": str(part_id), "title": "A part", "how": "in_person", "starts_at": None, "minutes": 45,
        "place": None, "video_link": None, "agenda": [], "told_where": [],
        "people": [str(demo_id(key)) for key in SEATED],
    }  # fmt: skip
    tag = officer.get(path).headers["ETag"]
    planned = officer.put(f"{path}/plan", json={"parts": [part]}, headers={"If-Match": tag})
    assert planned.status_code == 200, planned.text


def _cookie(client: FlaskClient, name: str) -> str:
    kept = client.get_cookie(name)
    assert kept is not None, name
    return f"{name}={kept.value}"
