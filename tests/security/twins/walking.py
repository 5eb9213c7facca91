"""B walks through a world: asks, and keeps every byte of every answer."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple

from flask.testing import FlaskClient

from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import frozen
from tests.security.twins.parties import PartyA
from tests.security.twins.routes import Route
from tests.security.twins.worlds import NOON, World

NEVER_ISSUED = "00000000-0000-4000-8000-000000000000"


class Answer(NamedTuple):
    """What B asked, and what came: nothing is left out or made alike but the header Date."""

    asked: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Strange(NamedTuple):
    """What B guesses of others, the same in every twin, whether it is there or not."""

    ids: tuple[str, ...]  # A's in any of the twins, another council's, and one never issued
    by_table: dict[str, tuple[str, ...]]  # those of A's, for the slot that is made for them
    names: tuple[str, ...]  # to sign in with
    parties: tuple[PartyA, ...]  # what they are called and said


@dataclass
class Walk:
    """B's way through one world."""

    world: World
    strange: Strange
    client: FlaskClient
    answers: list[Answer] = field(default_factory=list)

    @classmethod
    def begin(cls, world: World, strange: Strange) -> "Walk":
        """B signs in at noon."""
        client = world.browser(world.b.who, 0)
        client.environ_base["REMOTE_ADDR"] = "198.51.100.7"
        return cls(world, strange, client)

    def ask(self, way: str, body: Any = None, **sent: Any) -> Answer:
        """One request of B's; each a fifth of a second after the one before."""
        method, path = way.split(" ", 1)
        self.world.acts_as("b asks")
        client = sent.pop("client", self.client)
        if body is not None:
            sent["json"] = body
        with frozen(NOON + timedelta(milliseconds=200 * len(self.answers))):
            got = client.open(path, method=method, **sent)
        headers = tuple((name, value) for name, value in got.headers if name != "Date")
        answer = Answer(f"{len(self.answers)} {way}", got.status_code, headers, got.data)
        self.answers.append(answer)
        return answer

    def held(self, slot: str) -> str:
        """The id that B holds of what a path asks for, or one that means nothing."""
        return {
            "review_id": self.world.review_id,
            "child_id": str(demo_id("jaden")),
            "person_id": str(demo_id(self.world.b.who)),
            "release_id": self.world.id("release", "to b"),
            "part_id": self.world.id("b's part"),
            "contribution_id": self.world.id("b first"),
        }.get(slot, NEVER_ISSUED)

    def guesses(self, count: int, slot: str = "") -> list[str]:
        """The next few strange ids, one of the slot's own kind first; in turn, so all are tried."""
        turn = self.world.steps["b asks"]
        tables = self.strange.by_table.items()
        like = [one for name, ids in tables for one in ids if slot and f"{name}_id".endswith(slot)]
        first = [like[turn % len(like)]] if like else []
        ids = self.strange.ids
        return [*first, *(ids[(turn * count + at) % len(ids)] for at in range(len(first), count))]

    def fillings(self, route: Route, guesses: int) -> list[dict[str, str]]:
        """Ids for the slots of a path: all held, and each slot in turn with strange ones."""
        held = {slot: self.held(slot) for slot in route.slots}
        strange = [
            {**held, slot: guess} for slot in route.slots for guess in self.guesses(guesses, slot)
        ]
        return [held, *strange]


def crawl(walk: Walk, *, guesses: int) -> None:
    """Everything that B can fetch."""
    for page in ("/", "/what-is-this", "/manifest.webmanifest", "/assets/none.js", "/api/none"):
        walk.ask(f"GET {page}")
    walk.ask("GET /api/me")
    for route in walk.world.council.routes:
        if route.method != "GET":
            continue
        for filling in walk.fillings(route, guesses):
            path = route.path.format(**filling)
            walk.ask(f"GET {path}")
        for name, tried in route.queries:
            for value in tried:
                guess = walk.guesses(1)[0]
                filled = value.format(review_id=walk.world.review_id, guess=guess)
                path = route.path.format(**walk.fillings(route, 0)[0])
                walk.ask(f"GET {path}?{name}={filled}")


def errors(walk: Walk) -> None:
    """What goes wrong says nothing either: unread bodies, methods, places, and nobody signed in."""
    review = f"/api/my/drafts/{walk.world.review_id}"
    walk.ask(f"PATCH {review}")
    walk.ask(f"OPTIONS {review}")
    walk.ask(f"HEAD {review}")
    walk.ask(f"PUT {review}", data="{", content_type="application/json")
    walk.ask(f"PUT {review}", data="x" * (1024 * 1024 + 1), content_type="application/json")
    walk.ask(f"PUT {review}", {"content": {}}, headers={"If-Match": '"2"'})
    walk.ask(f"PUT {review}", {"content": {}}, headers={"Sec-Fetch-Site": "cross-site"})
    stranger = walk.world.council.app.test_client()
    for path in (
        "/api/my/reviews",
        f"/api/reviews/{walk.world.review_id}",
        "/api/sign-in/councils",
    ):
        walk.ask(f"GET {path}", client=stranger)
