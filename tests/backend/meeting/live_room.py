"""A split review whose first part is opened: Ada, Carol and Wendy in one, Mum in the other."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.backend.contributions.conftest import World
from tests.conftest import browser

IN_PART = ("Ada", "Carol", "Wendy")


@dataclass
class LiveRoom:
    """Browsers of everybody, and the two parts of Ada's review."""

    world: World
    part_id: UUID = field(default_factory=uuid4)
    mums_part_id: UUID = field(default_factory=uuid4)
    code: str = ""
    browsers: dict[str, FlaskClient] = field(default_factory=dict)

    def by(self, who: str) -> FlaskClient:
        """Whose browser; a name that nobody has is a browser without an account."""
        if who not in self.browsers:
            known = who in self.world.ids
            self.browsers[who] = self.world.sign_in(who) if known else browser(self.world.app)
        return self.browsers[who]

    def path(self, part: UUID | None = None) -> str:
        return f"/api/reviews/{self.world.review_id}/parts/{part or self.part_id}/live"

    def split(self) -> None:
        """Priya plans the two parts."""
        seats = ((self.part_id, IN_PART), (self.mums_part_id, ("Mum",)))
        parts = [
            {
                "id": str(id_), "title": "A part", "how": "in_person", "starts_at": None,
                "minutes": 45, "place": None, "video_link": None, "agenda": [],
                "people": [str(self.world.ids[who]) for who in people], "told_where": [],
            }
            for id_, people in seats
        ]  # fmt: skip
        path = f"/api/reviews/{self.world.review_id}"
        read = self.by("Priya").get(path)
        sent = {"json": {"parts": parts}, "headers": {"If-Match": read.headers["ETag"]}}
        answer = self.by("Priya").put(f"{path}/plan", **sent)
        assert answer.status_code == 200, answer.text

    def open(self, part: UUID | None = None) -> dict[str, Any]:
        answer = self.by("Priya").post(self.path(part))
        assert answer.status_code == 200, answer.text
        self.code = answer.json["code"]
        return dict(answer.json["snapshot"])

    def say(self, who: str, kind: str, *, on: int | None = None, **told: Any) -> dict[str, Any]:
        """Say one thing; when nothing else is told, as somebody who has seen all there is."""
        answer = self.send(who, [event(kind, on=self.number(who) if on is None else on, **told)])
        assert answer.status_code == 200, answer.text
        return dict(answer.json)

    def send(self, who: str, events: list[dict[str, Any]]) -> TestResponse:
        path = f"{self.path()}/events" if who in self.world.ids else "/api/live/events"
        return self.by(who).post(path, json={"events": events})

    def look(self, who: str, part: UUID | None = None) -> dict[str, Any]:
        path = self.path(part) if who in self.world.ids else "/api/live"
        answer = self.by(who).get(path)
        assert answer.status_code == 200, answer.text
        return dict(answer.json)

    def number(self, who: str = "Priya") -> int:
        return int(self.look(who)["number"])

    def join(self, who: str, called: str | None = "Uncle Bob", code: str = "") -> TestResponse:
        sent = {"code": code or self.code, "called": called}
        return self.by(who).post("/api/live/join", json=sent)


def event(kind: str, *, on: int = 0, **told: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "kind": kind, "on": on, **told}


def called(snapshot: dict[str, Any]) -> list[str | None]:
    """Whom somebody is told of."""
    return [each["called"] for each in snapshot["state"]["people"]]
