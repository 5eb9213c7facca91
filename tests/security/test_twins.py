"""B cannot tell twin worlds apart; and the tool that says so sees what B is meant to see."""

import pytest

from cadair.children.rules.kinds import RelationshipKind
from cadair.commands.demo.people import demo_id
from tests.security.twins import stories
from tests.security.twins.comparing import Difference, differences
from tests.security.twins.parties import NOBODY, Given, OwnPart, PartyA, SideOfB
from tests.security.twins.worlds import Council, World, prepare

SEEDS, TWINS = range(5), 10  # 50 pairs
SAID = Given(
    number=0, minutes_ago=200, words=("He misses his dog.",), audience="everyone_at_my_review",
    wish=False, helped=False, then="kept",
)  # fmt: skip
BESIDE_B = OwnPart(
    in_bs_part=True, comes_first=False, title="Ours", how="in_person", days_ahead=9, minutes=45,
    place=None, agenda=(), told_where=False,
)  # fmt: skip
A = PartyA(
    exists=True, kind=RelationshipKind.FATHER, card="used", contributions=(SAID,), part=BESIDE_B
)
B = SideOfB(who="karen", seat="timed")


@pytest.fixture(scope="module")
def council(tmp_path_factory) -> Council:
    return prepare(tmp_path_factory.mktemp("twins"))


@pytest.mark.parametrize("seed", SEEDS)
def test_another_party_leaves_no_byte_in_what_b_can_fetch(council, seed):
    assert differences(council, seed, TWINS) == []


def asked(found: list[Difference]) -> set[str]:
    """Where B saw a difference, by the last word of the address."""
    return {one.asked.rsplit("/", 1)[1] for one in found}


def test_the_tool_sees_it_when_the_wall_to_b_is_lowered(council):
    """A control: whoever sits beside B with no wall between them is named to B, as it is meant."""

    def lowered(world: World) -> None:
        walls = stories._walls

        def and_to_b(world: World) -> None:
            walls(world)
            stories.lower(world, demo_id(world.b.who), agreed=True)

        stories._walls = and_to_b

    assert differences(council, 1, 1, parties=[NOBODY, A], b=B) == []
    found = differences(council, 1, 1, parties=[NOBODY, A], b=B, plant=lowered)
    assert asked(found) == {"reviews"}


def test_the_tool_sees_it_when_the_officer_gives_as_words_to_b(council):
    """A control: what was released while the wall was down is B's, and else there is nothing."""

    def given(world: World) -> None:
        walls = stories._walls

        def and_to_b(world: World) -> None:
            walls(world)
            b = demo_id(world.b.who)
            stories.lower(world, b, agreed=True)
            lines = stories.lines_of_a(world, b)
            stories.release(world, "a to b", b, lines=lines, minutes_ago=7)
            stories.raise_wall(world, b, minutes_ago=6)

        stories._walls = and_to_b

    found = differences(council, 1, 1, parties=[NOBODY, A], b=B, plant=given)
    assert asked(found) == {"shared"}
    assert any("He misses his dog." in one.what for one in found)
