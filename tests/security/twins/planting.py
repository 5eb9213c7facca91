"""Planted leaks: faults that a party's pages could have, and the worlds in which each one shows.

They live in these files and nowhere else: a plant changes the application in the memory of one
world's process, which ends with that world.  Every one must be found (security bar B3).
"""

import importlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from flask import Response, make_response
from sqlalchemy import Select, func, select

from cadair.children.rules.kinds import RelationshipKind
from cadair.contributions.models import Contribution
from cadair.foundation.database import db
from tests.security.twins.comparing import Difference, differences
from tests.security.twins.parties import NOBODY, Given, OwnPart, PartyA, SideOfB
from tests.security.twins.worlds import Council, World

MY_REVIEWS = "contributions.get_my_reviews"
MY_CONTRIBUTIONS = "contributions.get_own_contributions"

SAID = Given(
    number=0, minutes_ago=200, words=("He misses his dog.",), audience="everyone_at_my_review",
    wish=False, helped=False, then="kept",
)  # fmt: skip


def a_part(*, beside_b: bool = False, days_ahead: int | None = 1) -> OwnPart:
    """A seat of A's: in a part of their own that comes before B's, or beside B."""
    return OwnPart(
        in_bs_part=beside_b, comes_first=True, title="Dad’s part", how="in_person",
        days_ahead=days_ahead, minutes=45, place="9 Rowan Close", agenda=("Homework",),
        told_where=True,
    )  # fmt: skip


def a_father(part: OwnPart) -> PartyA:
    """Somebody who has said something, is writing more, and was told something."""
    return PartyA(
        exists=True, kind=RelationshipKind.FATHER, card="used", devices=1, contributions=(SAID,),
        draft="And then", part=part, was_given=True, meanwhile=("shares",),
    )  # fmt: skip


B = SideOfB(who="karen", seat="timed")
PAIRS = {
    "apart": (B, a_father(a_part())),
    "untimed": (B, a_father(a_part(days_ahead=None))),
    "beside": (B, a_father(a_part(beside_b=True))),
    "in_the_room": (
        SideOfB(who="karen", seat="timed", meets=True),
        a_father(a_part(beside_b=True)),
    ),
    "of_a_carer": (SideOfB(who="sandra", seat="none"), a_father(a_part())),
    "later": (SideOfB(who="karen", seat="timed", opens_later=True), a_father(a_part())),
    "flooding": (SideOfB(who="karen", seat="timed", floods=True), a_father(a_part())),
}
SEED = 77


class Planted(NamedTuple):
    """One leak: what it is called and tells, how it is switched on, and where it shows."""

    name: str
    tells: str
    plant: Callable[[World], None]
    pair: str


PLANTS: list[Planted] = []


def planted(pair: str = "apart") -> Callable[[Callable[[World], None]], Callable[[World], None]]:
    """Take a leak among those that must be found, in the pair of worlds of this name."""

    def take(plant: Callable[[World], None]) -> Callable[[World], None]:
        PLANTS.append(Planted(plant.__name__, plant.__doc__ or "", plant, pair))
        return plant

    return take


def leaks() -> list[Planted]:
    """All that are planted, on pages and in rules."""
    for name in ("plants_on_pages", "plants_in_rules"):
        importlib.import_module(f"tests.security.twins.{name}")
    return PLANTS


def found_in(council: Council, leak: Planted) -> list[Difference]:
    """What B can tell a world with A from one without by, when this leak is there."""
    b, a = PAIRS[leak.pair]
    return differences(council, SEED, 1, parties=[NOBODY, a], b=b, plant=leak.plant)


def in_place_of(world: World, endpoint: str, made: Callable[[Callable[..., Any]], Any]) -> None:
    """Serve a route with what `made` makes of its function."""
    views = world.council.app.view_functions
    views[endpoint] = wraps(views[endpoint])(made(views[endpoint]))


def retold(world: World, endpoint: str, change: Callable[[Any, Response], Any]) -> None:
    """Have `change` look at every answer of a route; what it returns becomes the body."""

    def made(view: Callable[..., Any]) -> Callable[..., Response]:
        def told_otherwise(*args: Any, **kwargs: Any) -> Response:
            answer = make_response(view(*args, **kwargs))
            body = change(answer.get_json(), answer)
            if body is not None:
                answer.set_data(json.dumps(body))
            return answer

        return told_otherwise

    in_place_of(world, endpoint, made)


def each_review(world: World, name: str, told: Callable[[dict[str, Any]], Any]) -> None:
    """Put one thing more into every review of "my reviews"."""

    def change(body: Any, _answer: Response) -> Any:
        return {"reviews": [{**review, name: told(review)} for review in body["reviews"]]}

    retold(world, MY_REVIEWS, change)


def count_of(model: type[Any]) -> Select[int]:
    """How many rows there are, to be narrowed down."""
    return select(func.count()).select_from(model)


def ask(statement: Select[Any]) -> Any:
    """One value, asked of the database in the middle of a request."""
    return db.session.scalar(statement)


def everything_said() -> int:
    """How many contributions of the council there are, whoever wrote them."""
    return int(ask(count_of(Contribution)))
