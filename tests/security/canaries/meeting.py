"""How Ada wants her meeting, and what her officer says to it."""

from typing import Any
from uuid import uuid4

from tests.backend.contributions.conftest import World
from tests.security.canaries.words import canary
from tests.world.meetings import a_meeting_plan


def plan_and_answer(world: World) -> None:
    """She would rather not see Dad, and Priya says why he has to come."""
    priya, dad = world.sign_in("Priya"), world.ids["Dad"]
    path = f"/api/reviews/{world.review_id}/meeting-plan"
    for name in ("meeting.added", "meeting.taken_back"):
        matter = f"{path}/added/{uuid4()}"
        added = priya.put(matter, json={"words": f"About {canary(name)}"})
        assert added.status_code == 200, added.text
    assert priya.delete(matter).status_code == 204
    plan: dict[str, Any] = a_meeting_plan(dad)
    plan["people"][0] |= {"wanted": "no", "items": None, "reason": canary("meeting.reason")}
    plan["ask_for"][0]["who"] = canary("meeting.ask_for")
    plan["place"]["words"] = f"In {canary('meeting.place')} Park"
    plan["agenda"][0]["words"] = canary("meeting.mine")
    plan["script"]["welcome"] = f"Welcome, {canary('meeting.script')}."
    saved = world.sign_in("Ada").put(
        f"/api/my/reviews/{world.review_id}/meeting-plan",
        json={"plan": plan},
        headers={"If-Match": '"0"'},
    )
    assert saved.status_code == 200, saved.text
    answered = priya.put(
        f"{path}/answers/person:{dad}",
        json={"answer": "no", "reason": f"{canary('meeting.no')}, so he comes."},
    )
    assert answered.status_code == 200, answered.text
