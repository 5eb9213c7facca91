"""B cannot tell twin worlds apart; and the tool that says so sees what B is meant to see."""

import pytest

from cadair.commands.demo.people import demo_id
from tests.security.twins import stories
from tests.security.twins.comparing import Difference, differences
from tests.security.twins.parties import NOBODY
from tests.security.twins.planting import PAIRS, found_in, leaks
from tests.security.twins.worlds import Council, World, prepare

pytestmark = pytest.mark.forks

SEEDS, TWINS = range(5), 6  # all like the first, so 21 pairs for each seed, 105 in all
TRIED_EVERY_TIME = {  # one of each kind; all of them are tried by `make check-security`
    "everybody_beside_one_is_named",
    "the_same_words_only_once",
    "it_is_not_yours",
    "a_page_kept_for_its_address",
    "ids_that_count_up",
}
B, A = PAIRS["beside"]


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
    """A control: whoever sits beside B with no wall between them is named to B, as it is meant:
    in the plan of the review, and in the room in which it meets."""

    def lowered(world: World) -> None:
        walls = stories._walls

        def and_to_b(world: World) -> None:
            walls(world)
            stories.lower(world, demo_id(world.b.who), agreed=True)

        stories._walls = and_to_b

    assert differences(council, 1, 1, parties=[NOBODY, A], b=B) == []
    found = differences(council, 1, 1, parties=[NOBODY, A], b=B, plant=lowered)
    assert asked(found) == {"reviews", "live", "stream", "stream?after=4"}


def test_the_tool_sees_it_when_the_officer_gives_as_words_to_b(council):
    """A control: what is released through the lowered wall is B's, and else there is nothing."""

    def given(world: World) -> None:
        walls = stories._walls

        def and_to_b(world: World) -> None:
            walls(world)
            b = demo_id(world.b.who)
            stories.lower(world, b, agreed=True)
            lines = stories.lines_of_a(world, b)
            stories.release(world, "a to b", b, lines=lines, minutes_ago=7)

        stories._walls = and_to_b

    b, a = PAIRS["apart"]
    found = differences(council, 1, 1, parties=[NOBODY, a], b=b, plant=given)
    assert asked(found) == {"shared", "shared.pdf"}  # on the screen, and as a file
    assert any("He misses his dog." in one.what for one in found)


def test_twenty_leaks_are_planted_at_the_least():
    planted = {leak.name: leak.tells for leak in leaks()}
    assert len(planted) == len(leaks()) >= 20
    assert all(tells.endswith(".") for tells in planted.values())
    assert planted.keys() >= TRIED_EVERY_TIME


@pytest.mark.parametrize(
    "leak", [leak for leak in leaks() if leak.name in TRIED_EVERY_TIME], ids=lambda leak: leak.name
)
def test_a_planted_leak_is_found(council, leak):
    assert found_in(council, leak)
