"""Twins side by side: grown, walked through by B, and compared byte for byte."""

from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from typing import Any, NamedTuple

from sqlalchemy import Uuid, select

from cadair.commands.demo.people import demo_id
from cadair.foundation.database import Base, db
from cadair.people.models import Person
from tests.security.twins.apart import Apart
from tests.security.twins.chance import Chance, drawn_from
from tests.security.twins.parties import PartyA, SideOfB, a_party, a_side_of_b
from tests.security.twins.stories import A_ID, grow
from tests.security.twins.walking import (
    NEVER_ISSUED,
    Answer,
    Strange,
    Walk,
    crawl,
    errors,
)
from tests.security.twins.worlds import Council, World, one_clock, quick_passphrases
from tests.security.twins.writing import write

Plant = Callable[[World], None]


class Difference(NamedTuple):
    """Where a twin is not like the first: B could tell them apart here."""

    seed: int
    number: int  # which twin of this seed
    asked: str
    what: str


class Grown(NamedTuple):
    """What a grown world lets the next ones guess."""

    ids: dict[str, frozenset[str]]  # by table
    names: tuple[str, ...]


def differences(
    council: Council,
    seed: int,
    twins: int,
    *,
    guesses: int = 1,
    plant: Plant | None = None,
    parties: Sequence[PartyA] | None = None,
    b: SideOfB | None = None,
) -> list[Difference]:
    """What B can tell the twins of one seed apart by; the first world has no party A.

    `twins` says how many others there are beside the first.  When all are like the first, each is
    like every other, so n worlds are n(n - 1)/2 pairs.
    """
    b = b or a_side_of_b(seed)
    drawn = parties or [a_party(seed, number) for number in range(twins + 1)]
    worlds = [Apart(_life(council, seed, b, party, guesses, plant)) for party in drawn]
    try:
        grown: list[Grown] = [world.next() for world in worlds]
        walks = iter([world.next(_strange(grown, drawn, council)) for world in worlds])
        first = next(walks)
        return [
            Difference(seed, number, *told)
            for number, walk in enumerate(walks, 1)
            for told in compared(first, walk)
        ]
    finally:
        for world in worlds:
            world.end()


def compared(one: Sequence[Answer], other: Sequence[Answer]) -> list[tuple[str, str]]:
    """What was asked and answered differently, and where the answers part."""
    return [
        (mine.asked, "; ".join(_parting(str(a), str(b)) for a, b in zip(mine, theirs, strict=True)))
        for mine, theirs in zip(one, other, strict=True)
        if mine != theirs
    ]


def _parting(one: str, other: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return "the same" if one == other else "one is shorter"
    around = slice(max(0, at - 60), at + 400)
    return f"…{one[around]}… is here …{other[around]}…"


def _life(
    council: Council, seed: int, b: SideOfB, a: PartyA, guesses: int, plant: Plant | None
) -> Generator[Any, Any, None]:
    """One world: it grows, tells what can be guessed of it, and is walked through."""
    with ExitStack() as around:
        chance = around.enter_context(drawn_from(Chance(seed)))
        around.enter_context(quick_passphrases())
        around.enter_context(one_clock())
        world = World(council, seed, b, a, chance)
        if plant is not None:
            plant(world)
        grow(world)
        strange: Strange = yield _grown(council)
        walk = Walk.begin(world, strange)
        walk.ask("GET /api/openapi.json")
        crawl(walk, guesses=guesses)
        errors(walk)
        write(walk, guesses=guesses)
        crawl(walk, guesses=guesses)
        assert all(answer.status < 500 for answer in walk.answers)
        yield walk.answers


def _grown(council: Council) -> Grown:
    ids: dict[str, frozenset[str]] = {}
    with council.app.app_context(), db.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            keys = [key for key in table.primary_key if isinstance(key.type, Uuid)]
            found = (connection.scalars(select(key)) for key in keys)
            ids[table.name] = frozenset(str(one) for those in found for one in those)
        names = connection.scalars(select(Person.sign_in_name).where(Person.id == A_ID))
        return Grown(ids, tuple(names))


def _strange(grown: Sequence[Grown], parties: Sequence[PartyA], council: Council) -> Strange:
    """The ids that are in some of the twins and not in the first, with others' and nobody's."""
    news = {
        table: sorted(frozenset[str]().union(*(each.ids[table] for each in grown)) - known)
        for table, known in grown[0].ids.items()
    }
    others = [str(A_ID), NEVER_ISSUED, str(demo_id("elin")), council.another_review_id]
    every = dict.fromkeys([*others, *(one for those in news.values() for one in those)])
    return Strange(
        ids=tuple(every),
        by_table={table: tuple(those) for table, those in news.items() if those},
        names=tuple(sorted({name for each in grown for name in each.names})),
        parties=tuple([each for each in parties if each.exists][:2]),
    )
