"""When the council will not: what an officer takes up, level by level, and what Ada is told."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from cadair.audit.models import AuditEvent
from cadair.children.models import Allocation
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from cadair.people.models import Nation
from cadair.people.rules import COUNCIL_SETTINGS
from cadair.record.rules.disputes import (
    Begun,
    Rung,
    StageDays,
    Step,
    check_ladder,
    days_over,
    days_used,
    due_on,
    ladder_of,
)
from cadair.reviews.queries import bank_holidays
from tests.backend.contributions.conftest import NOW, World, a_world

TODAY = NOW.date()
ENGLAND = bank_holidays(Nation.ENGLAND.value)
LADDER = ladder_of(COUNCIL_SETTINGS["dispute_ladder"])


class Disputing:
    """Priya's browser, and what she asks of Ada's disputes."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.of_ada = f"/api/children/{world.child_id}"
        self.priya: FlaskClient = world.sign_in("Priya")

    def raised(self, id_: UUID | None = None, first: dict | None = None, **told):
        body = {
            "about": "delay", "subject_id": None, "concern": "No school since May.",
            "raised_on": TODAY.isoformat(), "childs_view": "I miss my friends.",
            "words_to_child": "I am asking for a school for you.", "not_told_because": None,
            "first_stage": {
                "id": str(uuid4()), "stage": "informal", "with_words": "Wendy Moss",
                "bypassed_because": None, **(first or {}),
            },
            **told,
        }  # fmt: skip
        return self.priya.put(f"{self.of_ada}/disputes/{id_ or uuid4()}", json=body)

    def up(self, dispute: dict, stage: str, *, because: str | None = None, on: date = TODAY):
        body = {
            "stage": stage, "began_on": on.isoformat(), "with_words": "Ann Bell",
            "bypassed_because": because,
        }  # fmt: skip
        return self.priya.put(self.path(dispute, f"stages/{uuid4()}"), json=body)

    def path(self, dispute: dict, rest: str) -> str:
        return f"{self.of_ada}/disputes/{dispute['id']}/{rest}"

    def told(self) -> list[dict]:
        return self.world.sign_in("Ada").get("/api/my/disputes").json["disputes"]


@pytest.fixture
def asking(world) -> Disputing:
    return Disputing(world)


def test_a_dispute_climbs_is_answered_and_ends_and_ada_is_told_in_plain_words(asking):
    dispute = asking.raised().json
    assert (dispute["days_used"], dispute["last_day"]) == (0, None)  # while it is informal
    assert [one["due_on"] for one in dispute["stages"]] == ["2026-03-23"]
    (told,) = asking.told()
    assert (told["words"], told["stage"]) == ("I am asking for a school for you.", "informal")
    up = asking.up(dispute, "team_manager").json
    assert up["last_day"] == "2026-04-15"  # twenty working days, Easter among them
    said = {"answered_on": TODAY.isoformat(), "answer": "There is no place."}
    stage = up["stages"][1]["id"]
    for _ in range(2):  # the same again is the same as once
        answered = asking.priya.post(asking.path(dispute, f"stages/{stage}/answer"), json=said)
        assert answered.status_code == 200
    other = {**said, "answer": "There is."}
    refused = asking.priya.post(asking.path(dispute, f"stages/{stage}/answer"), json=other)
    assert (refused.status_code, refused.json["code"]) == (409, "stage_answered")
    over = {"resolved_on": TODAY.isoformat(), "outcome": "A place from Monday."}
    silent = asking.priya.post(
        asking.path(dispute, "resolve"), json={**over, "words_to_child": None}
    )
    assert silent.json["fields"] == {"words_to_child": ["required"]}
    to_ada = {**over, "words_to_child": "You start on Monday."}
    ended = asking.priya.post(asking.path(dispute, "resolve"), json=to_ada).json
    assert (ended["state"], ended["outcome"]) == ("resolved", "A place from Monday.")
    (told,) = asking.told()
    assert (told["words"], told["state"]) == ("You start on Monday.", "resolved")
    assert set(told) == {
        "id", "about", "subject_id", "words", "raised_on", "stage", "state", "resolved_on",
    }  # fmt: skip
    assert asking.up(dispute, "director", because="Late.").json["code"] == "dispute_is_resolved"
    with asking.world.inside() as session:
        about = select(OutboxItem.person_id).where(OutboxItem.about == About.DISPUTE)
        assert list(session.scalars(about)) == [asking.world.child_id] * 2


def test_a_level_is_passed_over_only_with_a_reason_and_none_is_gone_down_to(asking):
    dispute = asking.raised().json
    silent = asking.up(dispute, "director")
    assert silent.json["fields"] == {"bypassed_because": ["required"]}
    passed = asking.up(dispute, "director", because="He leaves on Friday.").json
    assert passed["stages"][1]["bypassed_because"] == "He leaves on Friday."
    assert asking.up(passed, "team_manager").json["code"] == "stage_out_of_turn"
    straight = asking.raised(first={"stage": "team_manager"})
    assert straight.json["fields"] == {"bypassed_because": ["required"]}


def test_whom_it_would_not_be_safe_to_tell_learns_nothing_and_the_trail_says_so(asking):
    told_both = asking.raised(not_told_because="Her father reads her phone.")
    assert told_both.json["fields"] == {"words_to_child": ["not_valid"]}
    nothing = asking.raised(words_to_child=None)
    assert nothing.json["fields"] == {"words_to_child": ["required"]}
    kept = asking.raised(words_to_child=None, not_told_because="Her father reads her phone.")
    assert kept.json["not_told_because"] == "Her father reads her phone."
    assert asking.told() == []
    with asking.world.inside() as session:
        noted = session.scalars(select(AuditEvent).where(AuditEvent.event == "dispute.raised"))
        (event,) = noted
        assert event.facts == {"about": "delay", "child_told": False}
        assert session.scalars(select(OutboxItem.about)).all().count(About.DISPUTE) == 0


def test_what_stands_beside_is_kept_by_revision_and_what_was_raised_never_changes(asking):
    dispute_id, first = uuid4(), {"id": str(uuid4())}
    dispute = asking.raised(dispute_id, first).json
    assert asking.raised(dispute_id, first).json == dispute
    other = asking.raised(dispute_id, first, concern="Something else.")
    assert (other.status_code, other.json["code"]) == (409, "dispute_raised_differently")
    beside = {
        "childs_view": "I want the old school.", "cafcass_on": TODAY.isoformat(),
        "legal_advice": {"on": TODAY.isoformat(), "words": "Seek an order."},
        "words_to_child": dispute["words_to_child"], "not_told_because": None,
    }  # fmt: skip
    path = asking.path(dispute, "beside")
    kept = asking.priya.put(path, json=beside, headers={"If-Match": '"1"'})
    assert kept.json["legal_advice"] == beside["legal_advice"]
    late = {**beside, "childs_view": "I do not mind."}
    stale = asking.priya.put(path, json=late, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json["current"]) == (412, {"revision": 2})
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    early = asking.priya.put(
        path, json={**beside, "cafcass_on": tomorrow}, headers={"If-Match": '"2"'}
    )
    assert early.json["fields"] == {"cafcass_on": ["in_the_future"]}
    assert asking.raised(about="wish", subject_id=str(uuid4())).json["fields"] == {
        "subject_id": ["unknown"]
    }


def test_it_is_the_officers_alone_and_other_councils_and_children_have_none(app, asking):
    dispute = asking.raised().json
    well = {"words": "Wendy rang every day.", "on": TODAY.isoformat()}
    noted = asking.priya.put(f"{asking.of_ada}/good-practice/{uuid4()}", json=well)
    assert noted.json["by"]["called"] == "Priya"
    seen = asking.priya.get(f"{asking.of_ada}/disputes").json
    assert [one["words"] for one in seen["good_practice"]] == ["Wendy rang every day."]
    assert [one["stage"] for one in seen["ladder"]] == list(Rung)
    for who in ("Boss", "Ada", "Wendy", "Carol"):
        assert asking.world.sign_in(who).get(f"{asking.of_ada}/disputes").status_code == 404
    south = Disputing(a_world(app, council="Southmoor"))
    assert south.raised(UUID(dispute["id"])).status_code == 404
    asking.world.leave("Priya")
    with asking.world.inside() as session:
        session.execute(update(Allocation).values(until_on=TODAY - timedelta(days=1)))
    assert asking.raised().status_code == 404


def test_a_level_past_its_day_rises_on_today_until_the_dispute_is_over(asking):
    def why():
        read = asking.priya.get("/api/today").json["urgent"]
        return [
            (each["code"], each["days"], each["date"])
            for line in read
            for each in line["why"]
            if each["code"] == "dispute_overdue"
        ]

    asking.raised(raised_on="2026-03-09")  # today is the last of its five working days
    assert why() == []
    late = asking.raised(raised_on="2026-03-05").json
    assert why() == [("dispute_overdue", 2, "2026-03-12")]
    asking.up(late, "team_manager")
    assert why() == []


def test_twenty_working_days_hold_all_formal_levels_whatever_each_may_take():
    informal = StageDays(Rung.INFORMAL, date(2026, 3, 2), date(2026, 3, 9), None)
    first = StageDays(Rung.TEAM_MANAGER, date(2026, 3, 9), date(2026, 3, 16), None)
    last = Begun(
        stage=Rung.CHIEF_EXECUTIVE, began_on=date(2026, 4, 2), with_words="Cy", bypassed_because="x"
    )
    stages = [informal, first]
    end = due_on(last, before=stages, ladder=LADDER, bank_holidays=ENGLAND)
    assert end == date(2026, 4, 8)  # its own three working days over Easter; the twentieth, too
    used = days_used(stages, until=date(2026, 4, 8), bank_holidays=ENGLAND)
    assert used == 20
    assert days_over(first, on=date(2026, 3, 18), bank_holidays=ENGLAND) == 2
    late = Begun(
        stage=Rung.DIRECTOR, began_on=date(2026, 5, 1), with_words="Di", bypassed_because="x"
    )
    assert due_on(late, before=stages, ladder=LADDER, bank_holidays=ENGLAND) == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ([("team_manager", 5)], "begins with informal"),
        ([("informal", 5)], "at least one formal"),
        ([("informal", 5), ("director", 3), ("team_manager", 3)], "in this order"),
        ([("informal", 5), ("director", 21)], "at most 20"),
        ([("informal", 0), ("director", 3)], "at least one working day"),
    ],
)
def test_a_councils_ladder_goes_up_once_and_has_twenty_days(told, says):
    assert says in (check_ladder([Step(Rung(rung), days) for rung, days in told]) or "")
    assert check_ladder(LADDER) is None
