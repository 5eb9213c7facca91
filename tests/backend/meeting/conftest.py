"""A child whose review is open, and what they plan for it."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cadair.foundation.clock import frozen
from tests.backend.contributions.conftest import NOW, World, a_world, an_answer
from tests.backend.record.conftest import share

EMPTY: dict[str, Any] = {
    "level": 2, "people": [], "ask_for": [], "supporter": None, "seats": [], "beside_me": [],
    "place": {"where": None, "words": None}, "when": {"times": [], "words": None},
    "minutes": None, "how": None, "breaks": None, "snacks": None, "agenda": [],
    "ground_rules": [], "script": {},
}  # fmt: skip


def a_plan(**told: Any) -> dict[str, Any]:
    """A plan in which nothing is chosen but what is told."""
    return {**EMPTY, **told}


def person(who: Any, wanted: str = "yes", **told: Any) -> dict[str, Any]:
    return {"person_id": str(who), "wanted": wanted, "items": None, "reason": None, **told}


def item(origin: str = "mine", **told: Any) -> dict[str, Any]:
    """A line of the agenda."""
    return {
        "id": str(uuid4()), "from": origin, "of": None,
        "words": "My bike" if origin == "mine" else None, "lead": "me", "minutes": None,
        "without_me": False, "not_while": [], "private": False, **told,
    }  # fmt: skip


@pytest.fixture
def world(app: Flask) -> Iterator[World]:
    with frozen(NOW):
        yield a_world(app)


@pytest.fixture
def elsewhere(app: Flask, world: World) -> World:
    """Another council, with an Ada of its own."""
    return a_world(app, council="Southmoor")


@pytest.fixture
def ada(world: World) -> FlaskClient:
    return world.sign_in("Ada")


@pytest.fixture
def priya(world: World) -> FlaskClient:
    return world.sign_in("Priya")


@pytest.fixture
def save(world: World, ada: FlaskClient) -> Callable[..., TestResponse]:
    """Ada saves a plan; by whom, at which revision and for which review may be told."""

    def saved(
        plan: dict[str, Any], *, read: int = 0, by: FlaskClient = ada, review: Any = None
    ) -> TestResponse:
        path = f"/api/my/reviews/{review or world.review_id}/meeting-plan"
        return by.put(path, json={"plan": plan}, headers={"If-Match": f'"{read}"'})

    return saved


def own(world: World, ada: FlaskClient) -> dict[str, Any]:
    """The plan as Ada has it."""
    answer = ada.get(f"/api/my/reviews/{world.review_id}/meeting-plan")
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def read(world: World, priya: FlaskClient) -> dict[str, Any]:
    """The plan as her officer has it."""
    answer = priya.get(f"/api/reviews/{world.review_id}/meeting-plan")
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def wish(world: World, question: str, words: str) -> None:
    """Ada wishes for something."""
    share(world, "Ada", an_answer(question, words=words, wish=True))
