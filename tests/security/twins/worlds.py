"""Growing worlds: one council in memory, and in each copy of it the same story of B and another A.

Everything is done as people do it: through the application's own addresses, signed in.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import UUID

import werkzeug.http
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from werkzeug.test import TestResponse

from cadair.access.actor import the_service
from cadair.app import create_app
from cadair.commands.demo.people import demo_id
from cadair.commands.serving import bring_up_to_date
from cadair.commands.sweeps import chain_trail, open_reviews, sweep_councils
from cadair.foundation import clock
from cadair.foundation.clock import frozen
from cadair.foundation.database import db, scope_to
from cadair.foundation.settings import PROJECT, Settings
from cadair.people.actions import signing_in
from cadair.reviews import actions as reviews
from cadair.reviews import queries as review_queries
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.security.twins.chance import Chance, device_id, drawn_from
from tests.security.twins.parties import PartyA, SideOfB
from tests.security.twins.routes import Route, routes_of
from tests.world.two_councils import (
    BRO_GWYNFRYN,
    JADEN,
    NORTHMOOR,
    build_two_councils,
    open_review,
    signed_in,
)

BEGAN = datetime(2026, 11, 23, 8, tzinfo=UTC)
NOON = BEGAN + timedelta(hours=6)  # from here on B asks
# Guessing is measured elsewhere; here a passphrase is only right or wrong.
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass(frozen=True)
class Council:
    """The prepared council, in the memory of this process."""

    app: Flask
    review_id: str  # Jaden's, about which views are asked for
    another_review_id: str  # of a child whom B may not know
    held_review_id: str  # Jaden's last, of which decisions came
    routes: tuple[Route, ...]


class _AnyMoment(type):
    def __instancecheck__(cls, thing: object) -> bool:
        return isinstance(thing, datetime)


class _OurClock(datetime, metaclass=_AnyMoment):
    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return clock.now()


@contextmanager
def one_clock() -> Iterator[None]:
    """What writes cookies looks at our own clock, which is frozen, and not at the machine's."""
    with mock.patch.object(werkzeug.http, "datetime", _OurClock):
        yield


@contextmanager
def quick_passphrases() -> Iterator[None]:
    """Passphrases are hashed with next to no work."""
    with mock.patch.object(signing_in, "HASHER", QUICK):
        signing_in._nobody.cache_clear()
        yield
    signing_in._nobody.cache_clear()


def prepare(folder: Path) -> Council:
    """Both councils of the demo, in a database in memory; `folder` holds the keys."""
    with frozen(BEGAN), quick_passphrases(), drawn_from(Chance("council")):
        app = create_app(
            Settings.from_environment(
                {
                    "CADAIR_DATA": str(folder / "data"),
                    "CADAIR_DATABASE_URL": "sqlite://",
                    "CADAIR_CLIENT": str(PROJECT / "web_client" / "dist"),
                    "CADAIR_HOSTS": "localhost",
                }
            )
        )
        with app.app_context():
            bring_up_to_date(app)
        build_two_councils(app)
        return Council(
            app=app,
            review_id=str(open_review(app)),
            another_review_id=str(open_review(app, demo_id("theo"))),
            held_review_id=str(_last_held(app)),
            routes=routes_of(app),
        )


def _last_held(app: Flask) -> UUID:
    with app.app_context():
        scope_to(db.session, NORTHMOOR)
        of_jaden = review_queries.reviews_of_child(db.session, child_id=JADEN)
        return max((each for each in of_jaden if each.held_on), key=lambda each: each.held_on).id


@dataclass
class World:
    """One world while it grows; every step of it draws its own chance."""

    council: Council
    seed: int
    b: SideOfB
    a: PartyA
    chance: Chance
    steps: dict[str, int] = field(default_factory=dict)
    review_id: str = ""  # of which both are to hear

    def __post_init__(self) -> None:
        self.review_id = self.review_id or self.council.review_id

    def id(self, *named: object) -> str:
        """An id that a device made in this world and, if it comes to that, in its twins."""
        return str(device_id(self.seed, *named))

    def acts_as(self, who: str) -> None:
        """Whatever is random from here on is drawn for this person's next step."""
        self.steps[who] = self.steps.get(who, 0) + 1
        self.chance.whose = f"{who} {self.steps[who]}"

    def browser(self, who: str, minutes_ago: float) -> FlaskClient:
        """A browser in which somebody has just signed in."""
        self.acts_as(who)
        with frozen(NOON - timedelta(minutes=minutes_ago)):
            client = signed_in(self.council.app, who)
        client.environ_base["REMOTE_ADDR"] = f"192.0.2.{sum(who.encode()) % 200}"
        return client

    def does(
        self, who: str, way: str, body: Any = None, *, minutes_ago: float, **sent: Any
    ) -> TestResponse:
        """One request of somebody's that is part of the story, and so must be answered well."""
        client = self.browser(who, minutes_ago)
        method, path = way.split(" ", 1)
        if body is not None:
            sent["json"] = body
        with frozen(NOON - timedelta(minutes=minutes_ago)):
            answer = client.open(path, method=method, **sent)
        assert answer.status_code < 300, f"{who}: {way}: {answer.status_code} {answer.text}"
        return answer

    def sweep(self, minutes_ago: float) -> None:
        """What a running server does by itself: ask people, chain the trail."""
        self.acts_as("sweep")
        moment = NOON - timedelta(minutes=minutes_ago)
        with frozen(moment), self.council.app.app_context():
            sweep_councils(open_reviews, moment=moment)
            sweep_councils(chain_trail, moment=moment)

    def begin_meeting(self) -> None:
        """The whole review is in its meeting, if all was settled: no route leads there yet."""
        if self._stage() is Stage.READY:
            self.is_in(Stage.MEETING)

    def is_in(self, stage: Stage) -> None:
        """The review that both are to hear of stands there."""
        with self.council.app.app_context():
            scope_to(db.session, NORTHMOOR)
            of_review = update(Review).where(Review.id == UUID(self.review_id))
            db.session.execute(of_review.values(stage=stage))
            db.session.commit()

    @contextmanager
    def as_it_was(self) -> Iterator[None]:
        """Whatever is done, the review stands where it stood."""
        before = self._stage()
        yield
        self.is_in(before)

    def _stage(self) -> Stage:
        with self.council.app.app_context():
            scope_to(db.session, NORTHMOOR)
            return Stage(db.session.get_one(Review, UUID(self.review_id)).stage)

    def hold(self) -> None:
        """Jaden's review was held yesterday, and the next one is months away."""
        self.acts_as("service")
        moment = NOON - timedelta(minutes=345)
        held = {"held_on": (moment - timedelta(days=1)).date(), "stage": Stage.CLOSED}
        with frozen(moment), self.council.app.app_context():
            scope_to(db.session, NORTHMOOR)
            now = Review.id == UUID(self.council.review_id)
            db.session.execute(update(Review).where(now).values(**held))
            service = the_service(NORTHMOOR)
            reviews.schedule(db.session, actor=service, child_ids=[JADEN], now=moment)
            db.session.commit()
        self.review_id = str(open_review(self.council.app))


def answer_to(question: str, answer_id: str, words: str, **said: Any) -> dict[str, Any]:
    """One answer as a device sends it."""
    return {
        "id": answer_id, "question": question, "skip": None, "face": None, "choices": [],
        "words": words, "helper_words": None, "audience": "everyone_at_my_review",
        "not_people": [], "wish": False, **said,
    }  # fmt: skip


def contribution(
    world: World, form: str, answers: list[dict[str, Any]], **said: Any
) -> dict[str, Any]:
    """What a device sends to share."""
    return {
        "review_id": world.review_id, "form": form, "form_version": 1, "language": "en",
        "helper": None, "replaces": None, "answers": answers, **said,
    }  # fmt: skip


def draft(form: str, words: str) -> dict[str, Any]:
    """What a device sends while somebody is writing."""
    said = answer_to("going_well.words", "", words)
    kept = {name: value for name, value in said.items() if name not in {"id", "question"}}
    return {
        "content": {
            "form": form, "form_version": 1, "language": "en", "helper": None,
            "answers": {"going_well.words": kept},
        }
    }  # fmt: skip


__all__ = ["BRO_GWYNFRYN", "JADEN", "NOON", "Council", "World", "demo_id", "prepare"]
