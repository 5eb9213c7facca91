"""How long B waits, with nothing of A's there and with a thousand things: it must not tell.

Two worlds in two processes, forked from one and so alike in memory, are asked in turn.  What is
measured is the time that the server works on an answer: another process on the same machine,
or a slow network, would only hide what there is to see.
"""

import random
import time
from collections.abc import Generator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from statistics import median
from typing import Any, NamedTuple
from unittest import mock

from cadair.contributions.actions import sharing
from cadair.foundation.clock import frozen
from tests.security.twins.apart import Apart
from tests.security.twins.chance import Chance, drawn_from
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


class Timed(NamedTuple):
    """One page of B's: how long it takes without and with what A holds, in milliseconds."""

    page: str
    without: float
    with_it: float
    auc: float  # how well one answer's time tells which world it came from; 0.5 is by chance

    @property
    def apart(self) -> float:
        """How much of what the bar allows is used: above 1 it does not hold."""
        allowed = max(2.0, 0.05 * self.without)
        return max(abs(self.with_it - self.without) / allowed, abs(self.auc - 0.5) / 0.05)


def waits(council: Council, *, times: int, things: int = 1000) -> list[Timed]:
    """How long B waits for each of their pages, asked `times` in each world, in turn."""
    worlds = [Apart(_life(council, held)) for held in (0, things)]
    try:
        for world in worlds:
            world.next()
        pages = [
            "/api/me", "/api/my/reviews", "/api/my/contributions",
            f"/api/my/drafts/{council.review_id}", f"/api/my/reviews/{council.review_id}/shared",
        ]  # fmt: skip
        took = _asked_in_turn(worlds, pages, times)
        return [
            Timed(
                page.replace(council.review_id, "…"),
                median(took[page][0]) / 1e6,
                median(took[page][1]) / 1e6,
                _auc(*took[page]),
            )
            for page in pages
        ]
    finally:
        for world in worlds:
            world.end()


def _asked_in_turn(
    worlds: Sequence[Apart], pages: Sequence[str], times: int
) -> dict[str, tuple[list[int], list[int]]]:
    chance = random.Random(4)
    took: dict[str, tuple[list[int], list[int]]] = {page: ([], []) for page in pages}
    for turn in range(times + 5):
        for page in pages:
            for at in chance.sample((0, 1), 2):
                nanoseconds = worlds[at].next(page)
                if turn >= 5:  # the first few answers find nothing prepared
                    took[page][at].append(nanoseconds)
    return took


def _life(council: Council, things: int) -> Generator[Any, Any, None]:
    with ExitStack() as around:
        chance = around.enter_context(drawn_from(Chance("time")))
        around.enter_context(quick_passphrases())
        around.enter_context(one_clock())
        world = World(council, 4, B, NOTHING_OF_A, chance)
        grow(world)
        _hold(world, things)
        client = world.browser(B.who, 0)
        with frozen(NOON):
            client.get("/api/me")
            page = yield
            while True:
                began = time.process_time_ns()
                answer = client.get(page)
                took = time.process_time_ns() - began
                assert answer.status_code == 200, answer.text
                page = yield took


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
