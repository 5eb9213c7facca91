"""The situation that many tests begin with is the same for each, whatever the one before did."""

import pytest
from sqlalchemy import func, select

from cadair.children.models import Relationship
from cadair.people.models import SignInSession


@pytest.mark.parametrize("turn", ["first", "second", "third"])
def test_what_one_test_does_to_ada_the_next_does_not_find(turn, world):
    with world.inside() as session:
        assert session.scalar(select(func.count()).select_from(SignInSession)) == 0
        ended = select(func.count()).where(Relationship.until_on.is_not(None))
        assert session.scalar(ended) == 0
    assert "Carol" in world.ids
    answer = world.sign_in("Carol").get("/api/my/reviews")
    assert [each["child"]["id"] for each in answer.json["reviews"]] == [str(world.child_id)]
    world.leave("Carol")
    del world.ids["Carol"]
