"""How long B waits, with nothing of A's there and with a thousand things: it must not tell.

One process serves both worlds, one after the other for a few requests each: two processes that are
alike to the byte differ by more than a leak would.  What is measured is the time that the server
works on an answer; whatever else a machine does, or a slow network, would only hide what there is.
"""

import random
import sqlite3
import time
from collections.abc import Generator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from statistics import median
from typing import Any, NamedTuple
from unittest import mock

from flask.testing import FlaskClient

from cadair.contributions.actions import sharing
from cadair.foundation.clock import frozen
from cadair.foundation.database import db
from tests.security.twins.apart import Apart
from tests.security.twins.chance import Chance, drawn_from
from tests.security.twins.comparing import Plant
from tests.security.twins.parties import PartyA, SideOfB
from tests.security.twins.stories import PARTY_A, grow
from tests.security.twins.worlds import (
    NOON,
    Council,
    World,
    answer_to,
    contribution,
    one_clock,
    quick_passphrases,
)

B = SideOfB(who="karen", seat="timed")
NOTHING_OF_A = PartyA(exists=True, card="used")
THINGS = 1000
ROUNDS = 3  # of requests to one world before the other has its turn

Took = tuple[list[int], list[int]]  # nanoseconds, in the world without and in that with it


class Timed(NamedTuple):
    """One page of B's: how long it takes without and with what A holds, in milliseconds."""

    page: str
    without: float
    with_it: float
    auc: float  # how well one answer's time tells which world it came from; 0.5 is by chance

    @property
    def holds(self) -> bool:
        """Whether it stays within what the bar allows (B4)."""
        allowed = max(2.0, 0.05 * self.without)
        return abs(self.with_it - self.without) <= allowed and 0.45 <= self.auc <= 0.55


def waits(council: Council, *, times: int, plant: Plant | None = None) -> list[Timed]:
    """How long B waits for each of their pages, asked `times` in each world."""
    world = Apart(_life(council, times, plant))
    try:
        took: dict[str, Took] = world.next()
    finally:
        world.end()
    return [
        Timed(
            page.replace(council.review_id, "…"),
            median(without) / 1e6,
            median(with_it) / 1e6,
            _auc(without, with_it),
        )
        for page, (without, with_it) in took.items()
    ]


def _life(council: Council, times: int, plant: Plant | None) -> Generator[Any, Any, None]:
    with ExitStack() as around:
        chance = around.enter_context(drawn_from(Chance("time")))
        around.enter_context(quick_passphrases())
        around.enter_context(one_clock())
        world = World(council, 4, B, NOTHING_OF_A, chance)
        if plant is not None:
            plant(world)
        grow(world)
        client = world.browser(B.who, 0)
        with council.app.app_context(), db.engine.connect() as connection:
            database: sqlite3.Connection = connection.connection.dbapi_connection
        without = database.serialize()
        _hold(world, THINGS)
        both = without, database.serialize()
        with frozen(NOON):
            yield _asked_in_turn(client, database, both, _pages(world), times)


def _pages(world: World) -> list[str]:
    mine = f"my/reviews/{world.review_id}/shared", f"my/drafts/{world.review_id}"
    return [f"/api/{page}" for page in ("me", "my/reviews", "my/contributions", *mine)]


def _asked_in_turn(
    client: FlaskClient,
    database: sqlite3.Connection,
    worlds: tuple[bytes, bytes],
    pages: Sequence[str],
    times: int,
) -> dict[str, Took]:
    chance = random.Random(4)
    took: dict[str, Took] = {page: ([], []) for page in pages}
    for _ in range(times // ROUNDS):
        for which in chance.sample((0, 1), 2):
            database.deserialize(worlds[which])
            for turn in range(ROUNDS + 1):
                for page in pages:
                    began = time.process_time_ns()
                    answer = client.get(page)
                    nanoseconds = time.process_time_ns() - began
                    assert answer.status_code == 200, answer.text
                    if turn:  # the first answers find nothing prepared
                        took[page][which].append(nanoseconds)
    return took


def _hold(world: World, things: int) -> None:
    """A has shared that many contributions: more than one person may, so nobody counts them."""
    client = world.browser(PARTY_A, 200)
    uncounted = mock.patch.object(sharing, "check_not_flooding", return_value=None)
    with frozen(NOON - timedelta(minutes=200)), uncounted:
        for number in range(things):
            said = [answer_to("going_well.words", world.id("a holds", number), "He is well.")]
            path = f"/api/contributions/{world.id('a held', number)}"
            answer = client.put(path, json=contribution(world, "parent", said))
            assert answer.status_code == 200, answer.text


def _auc(one: Sequence[int], other: Sequence[int]) -> float:
    """How often a time of the other world is the longer: ranks, ties counted by half."""
    both = sorted([(each, 0) for each in one] + [(each, 1) for each in other])
    ranks, at = 0.0, 0
    while at < len(both):
        end = at
        while end < len(both) and both[end][0] == both[at][0]:
            end += 1
        ranks += sum(world for _, world in both[at:end]) * (at + end + 1) / 2
        at = end
    count = len(other)
    return (ranks - count * (count + 1) / 2) / (len(one) * count)
