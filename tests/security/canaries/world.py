"""The whole world of the canaries: two councils, built by what people themselves do."""

from dataclasses import dataclass, field

from flask import Flask
from flask.testing import FlaskClient

from cadair.people.models import Nation
from tests.backend.contributions.conftest import World
from tests.conftest import browser
from tests.security.canaries import (
    around,
    coming_in,
    deciding,
    lettering,
    living,
    meeting,
    outcomes,
    recording,
    saying,
)
from tests.security.canaries.asking import Asking
from tests.security.canaries.coming_in import Opens
from tests.security.canaries.people import AROUND_ZOE, NORTHMOOR, SOUTHMOOR
from tests.security.canaries.reading import found_in

# Boss, who has just said why she must read; everybody else is as they are.
FOR_A_REASON = "Boss_for_a_reason"
ASKERS = ("anonymous", living.GUEST, *NORTHMOOR, *SOUTHMOOR, FOR_A_REASON)


@dataclass
class Canaries:
    """The world, and everything that each person got."""

    north: World
    south: World
    opens: Opens
    guest: FlaskClient  # in Ada's meeting
    got: dict[bytes, dict[str, str]] = field(default_factory=dict)  # bytes: who, and where first

    def client(self, who: str) -> FlaskClient:
        if who == "anonymous":
            return browser(self.north.app)
        if who == living.GUEST:
            return self.guest
        who = "Boss" if who == FOR_A_REASON else who
        return (self.south if who in SOUTHMOOR else self.north).sign_in(who)


def build(app: Flask) -> Canaries:
    """Everything has happened, and nobody has looked yet."""
    north = around.bring_in_northmoor(app, NORTHMOOR)
    south = around.bring_in(app, "Southmoor", Nation.WALES, SOUTHMOOR)
    south.review_id = around.add_child(south, "Zoe", "Carys", AROUND_ZOE, born=2012)
    saying.share(south, "Zoe", saying.said("school.words", "zoe.said"))
    recording.record(south)
    saying.everybody_speaks(north)
    deciding.plan(north)
    meeting.plan_and_answer(north)
    guest = living.meet(north)
    outcomes.answer_and_decide(north)
    deciding.hold_later(north)
    lettering.letter_and_remark(north)
    deciding.note_tries(north)
    deciding.ask_early(north)
    deciding.ask_and_answer(north)
    deciding.visit(north)
    deciding.dispute(north)
    deciding.go_away(north)
    deciding.write_between(north)
    deciding.give(north)
    deciding.hold_late(north)
    deciding.break_glass(north, "glass.yesterday")
    deciding.glass_is_whole_again(north)
    opens = coming_in.come_in(north)
    opens.cookies(living.GUEST, guest)
    return Canaries(north=north, south=south, opens=opens, guest=guest)


def look(world: Canaries, *, thorough: bool = False) -> None:
    """Everybody asks for everything; the manager last, for a reason."""
    for who in ASKERS:
        if who == FOR_A_REASON:
            deciding.break_glass(world.north, "glass.now")
        asking = Asking(world.north.app, thorough=thorough)
        for where, answer in asking.everything(world.client(who)):
            world.got.setdefault(answer, {}).setdefault(who, where)


def found(world: Canaries, needles: dict[str, str]) -> dict[str, dict[str, str]]:
    """Which needles each person got, each with where they got it first."""
    seen: dict[str, dict[str, str]] = {who: {} for who in ASKERS}
    for answer, those in world.got.items():
        for name in found_in(answer, needles):
            for who, where in those.items():
                seen[who].setdefault(name, where)
    return seen
