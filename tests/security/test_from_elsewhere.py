"""What another site makes somebody's browser ask changes nothing; reading changes nothing (F3)."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from cadair.foundation.database import Base, beyond_councils, db
from tests.access.test_matrix import MATRIX, World, routes_of
from tests.conftest import OwnPages
from tests.world.headers import API, JSON, told
from tests.world.two_councils import signed_in

SAFE = ("GET", "HEAD", "OPTIONS")
UNSAFE_ROUTES = [route for route in MATRIX if not route.startswith(SAFE)]
READING_ROUTES = [route for route in MATRIX if route.startswith("GET ")]

# What a browser, or something that is none, says of where a request began.
ELSEWHERE = {
    "a form or fetch of another site": {
        "Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example",
    },
    "a sibling of our own site": {
        "Sec-Fetch-Site": "same-site", "Origin": "https://shop.localhost",
    },
    "another port of this machine": {
        "Sec-Fetch-Site": "same-site", "Origin": "http://localhost:8001",
    },
    "a frame without an origin": {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
    "a link or an address that was typed": {"Sec-Fetch-Site": "none"},
    "an older browser": {"Origin": "https://elsewhere.example"},
    "an older browser, without an origin": {"Origin": "null"},
    "an older browser that says ours as a part": {"Origin": "http://localhost.elsewhere.example"},
    "a client that says nothing": {},
    "what it says is made up": {"Sec-Fetch-Site": "same-origin, cross-site"},
}  # fmt: skip

# A reading leaves its event in the trail, keeps the session open, and says what was read.
A_READING_WRITES = {
    "audit_event", "contribution_read", "message_read", "release_viewing", "sign_in_session",
}  # fmt: skip


class Remembering(OwnPages):
    """A browser that remembers what it asked last, and can ask it again from elsewhere."""

    last: tuple[tuple[Any, ...], dict[str, Any]]

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        self.last = (args, kwargs)
        return super().open(*args, **kwargs)

    def again(self, said: dict[str, str]) -> TestResponse:
        args, kwargs = self.last
        mine = self.environ_base.pop("HTTP_SEC_FETCH_SITE")
        answer = super().open(*args, **{**kwargs, "headers": {**kwargs.get("headers", {}), **said}})
        self.environ_base["HTTP_SEC_FETCH_SITE"] = mine
        return answer


def remembering(app: Flask, key: str) -> Remembering:
    client = signed_in(app, key)
    made = Remembering(app, client.response_wrapper)
    made._cookies = client._cookies
    made.environ_base |= client.environ_base
    return made


@pytest.fixture(scope="module")
def world(empty_app: Flask) -> World:
    return World(empty_app)


def kept(app: Flask) -> dict[str, list[Any]]:
    """Every row of every table."""
    with app.app_context(), beyond_councils(db.session):
        return {
            table.name: sorted(map(repr, db.session.execute(select(table))))
            for table in Base.metadata.sorted_tables
        }


def asker(route: str) -> str:
    """Somebody for whom the route works."""
    allowed = MATRIX[route]["allowed"] or ["jaden"]
    return {"everyone": "jaden", "signed_in": "jaden", "staff": "priya"}.get(allowed[0], allowed[0])


def asked(world: World, route: str, client: FlaskClient) -> TestResponse:
    return world.send(route, asker(route), client, world.known_ids())


@pytest.mark.parametrize("route", UNSAFE_ROUTES)
def test_no_other_site_changes_anything(world, route):
    client = remembering(world.app, asker(route))
    right = asked(world, route, client)
    works = MATRIX[route].get("answers", 404 if not MATRIX[route]["allowed"] else 200)
    assert right.status_code == works or right.status_code // 100 == works // 100 == 2
    before = kept(world.app)
    for name, said in ELSEWHERE.items():
        refused = client.again(said)
        assert (refused.status_code, refused.json["code"]) == (403, "from_another_site"), name
        assert told(refused) == {**API, **JSON}, name
    assert kept(world.app) == before


@pytest.mark.parametrize("route", READING_ROUTES)
def test_reading_changes_nothing_but_says_that_it_was_read(world, route):
    client = remembering(world.app, asker(route))
    world.a_part_runs()
    before = kept(world.app)
    asked(world, route, client)
    after = kept(world.app)
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= A_READING_WRITES
    for name in changed - {"sign_in_session"}:  # nothing that was there is another
        assert set(before[name]) <= set(after[name]), name
    for said in ELSEWHERE.values():
        if said.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
            assert client.again(said).json["code"] == "from_another_site"
    assert kept(world.app) == after, "nor that, when another site's page reads"


def test_no_route_reads_and_changes_by_one_method(world):
    """Whatever is not a reading is asked for by a method that no link and no image has."""
    methods = {route.split(" ")[0] for route in routes_of(world.app)}
    assert methods == {"GET", "POST", "PUT", "DELETE"}
    assert len(UNSAFE_ROUTES) + len(READING_ROUTES) == len(MATRIX)


@pytest.mark.parametrize("route", MATRIX)
def test_every_route_answers_with_the_headers_of_the_table(world, route):
    """To whoever may, and to whoever may not."""
    for key in (asker(route), "amelia", "anonymous"):
        answer = world.send(route, key, signed_in(world.app, key), world.known_ids())
        given = told(answer, sometimes=True)
        if not answer.data:
            del given["Content-Type"]  # of nothing
        elif given["Content-Type"].startswith("text/event-stream"):
            given |= JSON  # a stream, to whoever may watch it
        kind = JSON
        if "gives" in MATRIX[route] and answer.status_code == 200:  # a file, by kind and name
            sort, name = MATRIX[route]["gives"].split()
            named = f'attachment; filename="{name}"'
            kind = {"Content-Type": sort, "Content-Disposition": named}
        assert given == ({**API, **kind} if answer.data else API), key
