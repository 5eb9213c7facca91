"""Being away: who covers, from which day to which, for whom, and how long they may read."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from cadair.access.actor import Job
from cadair.children import actions as children
from cadair.children import queries
from cadair.children.actions import NewAllocation
from cadair.children.models import Absence, Allocation
from cadair.foundation.clock import frozen
from cadair.notifications.models import OutboxItem
from cadair.notifications.rules import About
from cadair.people import actions as people
from tests.backend.reviews.conftest import NOW, World

TODAY = NOW.date()
FIRST, LAST = date(2026, 3, 18), date(2026, 3, 27)


def away(world: World, id_: UUID | None = None, who: str = "Priya", **other: Any) -> TestResponse:
    body = {
        "from_on": FIRST.isoformat(), "until_on": LAST.isoformat(),
        "cover_id": str(world.ids["Omar"]), "note": "Ada likes to be rung after school.", **other,
    }  # fmt: skip
    return world.sign_in(who).put(f"/api/my/away/{id_ or uuid4()}", json=body)


def end(world: World, id_: Any, on: date, who: str = "Priya") -> TestResponse:
    return world.sign_in(who).post(f"/api/my/away/{id_}/end", json={"on": on.isoformat()})


def reviews(world: World, who: str, child: str, on: date) -> bool:
    """Whether this officer stands in for the child's officer, or is it, on that day."""
    with world.inside() as session:
        standing = queries.standing(
            session, actor=world.actor(who), child_id=world.ids[child], on=on
        )
    return standing.is_reviewing_officer


def days_of(world: World, who: str, child: str) -> list[date]:
    """The days around the absence on which they do."""
    around = [date(2026, 3, 10) + timedelta(days=number) for number in range(30)]
    return [day for day in around if reviews(world, who, child, day)]


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def a_new_officer(world: World, who: str) -> None:
    with world.inside() as session:
        world.ids[who] = people.add_person(
            session, person_id=uuid4(), job=Job.REVIEWING_OFFICER, name=f"{who} Reed"
        )


def allocate(world: World, child: str, officer: str, from_on: date) -> None:
    with world.inside() as session:
        told = NewAllocation(
            child_id=world.ids[child], officer_id=world.ids[officer], from_on=from_on
        )
        children.allocate(session, actor=world.service, allocation=told, now=NOW)


def test_the_cover_stands_in_from_the_first_day_to_the_last(world: World) -> None:
    made = away(world).json
    assert (made["cover"]["name"], made["ended_on"]) == ("Omar Reed", None)
    assert days_of(world, "Omar", "Ada") == days(FIRST, LAST)
    assert reviews(world, "Priya", "Ada", FIRST)  # it stays her child
    page = world.sign_in("Priya").get("/api/my/away").json
    assert page["absences"] == [made]
    assert [each["name"] for each in page["officers"]] == ["Omar Reed"]


def test_the_child_is_told_when_it_begins_and_the_cover_at_once(world: World) -> None:
    away(world)
    with world.inside() as session:
        told = {
            row.person_id: row.not_before
            for row in session.scalars(select(OutboxItem).where(OutboxItem.about == About.AWAY))
        }
    assert told.keys() == {world.ids["Ada"], world.ids["Omar"]}
    assert told[world.ids["Omar"]] == NOW
    assert told[world.ids["Ada"]].isoformat() == "2026-03-18T00:00:00+00:00"


def test_the_note_lies_sealed_and_opens_for_its_officer_alone(world: World) -> None:
    away(world)
    with world.inside() as session:
        note = session.scalars(select(Absence.note)).one()
    assert b"school" not in (note or b"")
    assert world.sign_in("Omar").get("/api/my/away").json["absences"] == []


def test_the_same_again_changes_nothing_and_other_days_are_refused(world: World) -> None:
    id_ = uuid4()
    assert away(world, id_).json == away(world, id_).json
    other = away(world, id_, until_on="2026-03-28")
    assert (other.status_code, other.json["code"]) == (409, "absence_noted_differently")
    assert len(world.sign_in("Priya").get("/api/my/away").json["absences"]) == 1


def test_an_absence_is_its_officers_alone(world: World, elsewhere: World) -> None:
    id_ = away(world).json["id"]
    nobodys = end(world, uuid4(), LAST)
    for there, who in ((world, "Omar"), (elsewhere, "Priya")):
        cover = {"cover_id": str(there.ids["Priya" if who == "Omar" else "Omar"])}
        assert away(there, id_, who, **cover).data == nobodys.data
        assert end(there, id_, LAST, who).data == nobodys.data
    for who in ("Ada", "Carol", "Boss", "Wendy"):
        assert world.sign_in(who).get("/api/my/away").status_code == 404
        assert away(world, who=who).status_code == 404


def test_back_sooner_ends_the_covering_with_that_day(world: World) -> None:
    id_ = away(world).json["id"]
    last = FIRST + timedelta(days=2)
    assert end(world, id_, last).json["ended_on"] == last.isoformat()
    assert end(world, id_, last).status_code == 200
    assert days_of(world, "Omar", "Ada") == days(FIRST, last)
    again = end(world, id_, LAST)
    assert (again.status_code, again.json["code"]) == (409, "absence_ended")
    assert away(world, from_on="2026-03-21").status_code == 200  # those days are free again


def test_never_away_after_all(world: World) -> None:
    id_ = away(world).json["id"]
    assert end(world, id_, FIRST - timedelta(days=1)).status_code == 200
    assert days_of(world, "Omar", "Ada") == []
    assert away(world).status_code == 200
    assert days_of(world, "Omar", "Ada") == days(FIRST, LAST)


@pytest.mark.parametrize(
    ("on", "fault"),
    [
        (FIRST - timedelta(days=2), "before_it_begins"),
        (LAST + timedelta(days=1), "after_it_ends"),
    ],
)
def test_no_end_outside_the_days(world: World, on: date, fault: str) -> None:
    id_ = away(world).json["id"]
    assert end(world, id_, on).json["fields"] == {"on": [fault]}


def test_a_child_who_comes_meanwhile_is_covered_too(world: World) -> None:
    away(world)
    allocate(world, "Zoe", "Priya", date(2026, 3, 20))
    with world.inside() as session:  # Zoe was Omar's before, who covers now
        rows = session.execute(
            select(Allocation.officer_id, Allocation.from_on, Allocation.until_on).where(
                Allocation.child_id == world.ids["Zoe"], Allocation.covers
            )
        ).all()
    assert rows == [(world.ids["Omar"], date(2026, 3, 20), LAST)]


def test_a_child_who_goes_to_another_officer_is_covered_no_longer(world: World) -> None:
    a_new_officer(world, "Nadia")
    away(world)
    allocate(world, "Ada", "Nadia", date(2026, 3, 20))
    assert days_of(world, "Omar", "Ada") == [FIRST, date(2026, 3, 19)]
    allocate(world, "Ada", "Nadia", TODAY)
    assert not reviews(world, "Omar", "Ada", FIRST + timedelta(days=5))


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"until_on": "2026-03-17"}, "until_on", "before_it_begins"),
        ({"until_on": "2036-03-17"}, "until_on", "out_of_range"),
        ({"from_on": "2026-03-15"}, "from_on", "in_the_past"),
        ({"cover_id": "Priya"}, "cover_id", "not_an_officer"),
        ({"cover_id": "Wendy"}, "cover_id", "not_an_officer"),
        ({"cover_id": "Boss"}, "cover_id", "not_an_officer"),
        ({"cover_id": "nobody"}, "cover_id", "not_an_officer"),
        ({"note": "a" * 4001}, "note", "too_long"),
        ({"note": "a" * 100_000}, "note", "too_long"),
    ],
)
def test_what_cannot_be_is_refused(
    world: World, change: dict[str, Any], field: str, fault: str
) -> None:
    if "cover_id" in change:
        change = {"cover_id": str(world.ids.get(change["cover_id"], uuid4()))}
    refused = away(world, **change)
    assert (refused.status_code, refused.json["fields"]) == (422, {field: [fault]})
    assert days_of(world, "Omar", "Ada") == []


def test_an_officer_of_another_council_covers_for_nobody_here(
    world: World, elsewhere: World
) -> None:
    refused = away(world, cover_id=str(elsewhere.ids["Omar"]))
    assert refused.json["fields"] == {"cover_id": ["not_an_officer"]}


def test_nobody_is_away_twice_or_covers_while_away(world: World) -> None:
    a_new_officer(world, "Nadia")
    away(world)
    twice = away(world, from_on="2026-03-27", until_on="2026-03-29")
    assert twice.json["fields"] == {"from_on": ["overlaps"]}
    cover = away(world, who="Omar", cover_id=str(world.ids["Priya"]))
    assert cover.json["fields"] == {"cover_id": ["away_too"]}
    assert away(world, from_on="2026-03-28", until_on="2026-03-29").status_code == 200


def test_a_cover_reads_today_and_no_longer_than_that(world: World) -> None:
    away(world, from_on=TODAY.isoformat(), until_on=TODAY.isoformat())
    path = f"/api/children/{world.ids['Ada']}/visits"
    assert world.sign_in("Omar").get(path).status_code == 200
    with frozen(NOW + timedelta(hours=8, minutes=30)):  # past midnight, in London
        assert world.sign_in("Omar").get(path).status_code in (401, 404)
    assert not reviews(world, "Omar", "Ada", TODAY + timedelta(days=1))


def test_an_officer_says_on_which_days_they_work_and_who_usually_covers(world: World) -> None:
    priya = world.sign_in("Priya")
    assert priya.get("/api/my/away").json["practice"] == {
        "works_on": [0, 1, 2, 3, 4], "usual_cover": None,
    }  # fmt: skip
    said = {"works_on": [3, 0, 1], "usual_cover_id": str(world.ids["Omar"])}
    for _ in range(2):
        kept = priya.put("/api/my/practice", json=said)
        assert kept.json["works_on"] == [0, 1, 3]
        assert kept.json["usual_cover"]["name"] == "Omar Reed"
    assert priya.get("/api/my/away").json["practice"] == kept.json


def test_a_child_is_told_the_days_and_who_usually_covers_before_they_write(world: World) -> None:
    said = {"works_on": [3, 0, 1], "usual_cover_id": str(world.ids["Omar"])}
    world.sign_in("Priya").put("/api/my/practice", json=said)
    ada = world.sign_in("Ada")
    told = ada.get(f"/api/my/conversations/{world.ids['Ada']}").json["who_reads"]
    assert told["works_on"] == [0, 1, 3]
    assert told["usual_cover"]["called"] == "Omar"
    away(world, from_on=TODAY.isoformat(), until_on=LAST.isoformat())
    told = ada.get(f"/api/my/conversations/{world.ids['Ada']}").json["who_reads"]
    assert told["cover"]["who"]["called"] == "Omar"
    assert told["works_on"] == [0, 1, 2, 3, 4]  # whoever covers has said nothing else


@pytest.mark.parametrize(
    ("works_on", "fault"),
    [([], "required"), ([1, 1], "said_twice"), ([7], None), (["1"], None), ([0] * 8, None)],
)
def test_a_week_that_is_none_is_refused(
    world: World, works_on: list[Any], fault: str | None
) -> None:
    said = {"works_on": works_on, "usual_cover_id": None}
    refused = world.sign_in("Priya").put("/api/my/practice", json=said)
    assert refused.status_code == 422
    assert fault is None or refused.json["fields"] == {"works_on": [fault]}


@pytest.mark.parametrize("who", ["Priya", "Boss", "Carol"])
def test_nobody_covers_who_is_no_other_officer(world: World, who: str) -> None:
    said = {"works_on": [0], "usual_cover_id": str(world.ids[who])}
    refused = world.sign_in("Priya").put("/api/my/practice", json=said)
    assert refused.json["fields"] == {"usual_cover_id": ["not_an_officer"]}
