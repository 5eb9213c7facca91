"""Ada between two reviews: what she, her circle and her officers send each other."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from cadair.children.models import Allocation
from cadair.foundation.clock import frozen, now
from cadair.people.models import SignInSession
from tests.backend.contributions.conftest import NOW, World, a_world

__all__ = ["NOW", "World"]


@pytest.fixture
def world(app: Flask):
    with frozen(NOW):
        yield a_world(app)


@pytest.fixture
def elsewhere(app: Flask, world: World) -> World:
    return a_world(app, council="Southmoor")


class Talk:
    """Everybody's own browser, signed in once, and what they may ask of conversations."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.child_id = world.child_id
        self._browsers: dict[str, FlaskClient] = {}

    def browser(self, who: str) -> FlaskClient:
        if who not in self._browsers:
            self._browsers[who] = self.world.sign_in(who)
            self._at_their_device(now())
        return self._browsers[who]

    def send(self, who: str, words: str, *, id_: UUID | None = None, **told) -> TestResponse:
        """Somebody writes to Ada's officers."""
        body = {"words": words, "language": "en", **told}
        path = f"/api/my/conversations/{self.child_id}/messages/{id_ or uuid4()}"
        return self.browser(who).put(path, json=body)

    def sent(self, who: str, words: str, **told) -> str:
        """The same, taken in: the id of the message."""
        answer = self.send(who, words, **told)
        assert answer.status_code == 200, answer.text
        return answer.json["id"]

    def own(self, who: str, **query) -> dict:
        """Their own conversation."""
        path = f"/api/my/conversations/{self.child_id}"
        return self.browser(who).get(path, query_string=query).json

    def mark_own(self, who: str, up_to: str) -> TestResponse:
        path = f"/api/my/conversations/{self.child_id}/read"
        return self.browser(who).post(path, json={"up_to": up_to})

    def path(self, with_: str) -> str:
        return f"/api/children/{self.child_id}/conversations/{self.world.ids[with_]}"

    def opened(self, officer: str, with_: str, **query) -> dict:
        """A conversation as an officer opens it."""
        return self.browser(officer).get(self.path(with_), query_string=query).json

    def answer(
        self, officer: str, with_: str, words: str, *, id_: UUID | None = None, reason=None
    ) -> TestResponse:
        """An officer writes to somebody."""
        body = {"words": words, "language": "en", "waited_seconds": 0, "reason": reason}
        return self.browser(officer).put(f"{self.path(with_)}/messages/{id_ or uuid4()}", json=body)

    def inbox(self, officer: str) -> dict:
        return self.browser(officer).get("/api/inbox").json

    def read(self, officer: str, with_: str, up_to: str) -> TestResponse:
        return self.browser(officer).post(f"{self.path(with_)}/read", json={"up_to": up_to})

    def let_rest(self, officer: str, with_: str, up_to: str) -> TestResponse:
        return self.browser(officer).post(f"{self.path(with_)}/rest", json={"up_to": up_to})

    def allocate(self, who: str, *, covers: bool, until: date | None = None) -> None:
        """From yesterday on, this officer reviews Ada too, or covers."""
        with self.world.inside() as session:
            session.add(
                Allocation(
                    id=uuid4(),
                    child_id=self.child_id,
                    officer_id=self.world.ids[who],
                    from_on=NOW.date() - timedelta(days=1),
                    until_on=until,
                    covers=covers,
                )
            )

    def rows(self, model, *columns) -> list:
        """What stands in a table."""
        with self.world.inside() as session:
            return session.execute(select(*(columns or (model,)))).all()

    @contextmanager
    def at(self, moment: datetime):
        """Then, with everybody still at their device."""
        self._at_their_device(moment)
        with frozen(moment):
            yield

    def _at_their_device(self, moment: datetime) -> None:
        with self.world.inside() as session:
            session.execute(
                update(SignInSession).values(
                    seen_at=moment, proved_at=moment, expires_at=moment + timedelta(hours=8)
                )
            )


@pytest.fixture
def talk(world: World) -> Talk:
    return Talk(world)


@pytest.fixture
def never() -> Callable[[], str]:
    """An id that nobody was ever given."""
    return lambda: str(uuid4())
