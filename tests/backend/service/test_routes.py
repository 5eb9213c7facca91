"""Today, the caseload and a child's page, as officers and managers meet them."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from cadair.access.actor import the_service
from cadair.audit.models import AuditEvent
from cadair.children import actions as children
from cadair.children.actions import NewAllocation
from cadair.children.models import Allocation
from cadair.people.actions import set_passphrase
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from cadair.service.schemas import CaseloadSchema, TodaySchema
from tests.backend.contributions.conftest import CARE_BEGAN, NOW, a_world, an_answer
from tests.backend.record.conftest import share
from tests.backend.service.conftest import add_children, change_review
from tests.world.statements import counted


def today(world, who="Priya") -> dict:
    answer = world.sign_in(who).get("/api/today")
    assert answer.status_code == 200, answer.text
    return answer.json


def caseload(world, who="Priya") -> list[dict]:
    answer = world.sign_in(who).get("/api/caseload")
    assert answer.status_code == 200, answer.text
    return answer.json["children"]


def whys_of(urgent: dict) -> list[tuple]:
    return [(why["code"], why["days"], why["date"]) for why in urgent["why"]]


def test_today_says_who_needs_something_and_why(world):
    (ada,) = today(world)["urgent"]
    assert (ada["child"]["called"], ada["child"]["case_number"]) == ("Ada", "A1")
    assert ada["review_id"] == str(world.review_id)
    assert whys_of(ada) == [
        ("no_child_views", 10, "2026-03-30"),
        ("not_signed_in", 10, "2026-03-30"),
        ("not_planned", 10, "2026-03-30"),
        ("speak_alone", 10, "2026-03-30"),
    ]


def test_coming_reviews_say_when_and_whose_views_are_in(world):
    world.cannot_say()
    share(world, "Ada", an_answer("home.face", face="ok"))
    share(world, "Carol")
    share(world, "Priya", an_answer("shows.happy", words="She sang"))
    change_review(world, meets_at=NOW + timedelta(days=8), stage=Stage.READY)
    read = today(world)
    (coming,) = read["coming"]
    assert (coming["due_by"], coming["starts_at"]) == ("2026-03-30", "2026-03-24T16:00:00+00:00")
    assert (coming["working_days_left"], coming["stage"]) == (6, "ready")
    assert coming["child_views"] is True
    assert (coming["others_in"], coming["others_asked"]) == (1, 4)
    assert read["counts"] == {"children": 1, "urgent": 1, "coming": 1}
    (ada,) = read["urgent"]
    assert whys_of(ada) == [("views_unread", 0, "2026-03-16"), ("speak_alone", 6, "2026-03-24")]


def test_opening_the_summary_takes_unread_views_off_today(world):
    share(world, "Ada", an_answer("home.face", face="ok"))
    change_review(world, meets_at=NOW + timedelta(days=8))
    priya = world.sign_in("Priya")
    assert [why["code"] for why in priya.get("/api/today").json["urgent"][0]["why"]] == [
        "views_unread",
        "speak_alone",
    ]
    priya.get(f"/api/reviews/{world.review_id}/summary")
    (ada,) = priya.get("/api/today").json["urgent"]
    assert [why["code"] for why in ada["why"]] == ["speak_alone"]
    share(world, "Carol")
    assert len(priya.get("/api/today").json["urgent"][0]["why"]) == 2


def test_adults_who_were_not_reached_are_counted(world):
    share(world, "Ada", an_answer("home.face", face="ok"))
    for who in ("Mum", "Carol"):
        world.sign_in("Priya").put(
            f"/api/reviews/{world.review_id}/attempts/{uuid4()}",
            json={"person_id": str(world.ids[who]), "how": "phone", "reached": False, "note": None},
        )
    share(world, "Carol")
    (ada,) = today(world)["urgent"]
    (why,) = [why for why in ada["why"] if why["code"] == "not_reached"]
    assert (why["people"], why["days"]) == (1, 10)
    world.sign_in("Priya").put(
        f"/api/reviews/{world.review_id}/attempts/{uuid4()}",
        json={"person_id": str(world.ids["Mum"]), "how": "text", "reached": True, "note": None},
    )
    (ada,) = today(world)["urgent"]
    assert "not_reached" not in [why["code"] for why in ada["why"]]


def test_the_latest_is_first_and_a_review_far_off_is_on_no_list(world):
    change_review(world, due_by=date(2026, 3, 13))
    late, far = add_children(world, 2)
    with world.inside() as session:
        for child_id, due_by in ((late, date(2026, 3, 2)), (far, date(2026, 9, 1))):
            review = session.scalars(select(Review).where(Review.child_id == child_id)).one()
            review.due_by = due_by
    read = today(world)
    assert [each["child"]["id"] for each in read["urgent"]] == [str(late), str(world.child_id)]
    assert whys_of(read["urgent"][0])[0] == ("overdue", 14, "2026-03-02")
    assert read["coming"] == []
    assert read["counts"]["children"] == 3


def test_a_held_review_without_a_code_is_named_until_somebody_confirms_one(world):
    change_review(world, held_on=date(2026, 3, 12), stage=Stage.CLOSED)
    (ada,) = today(world)["urgent"]
    assert whys_of(ada) == [("participation_unconfirmed", 4, "2026-03-12")]
    assert ada["review_id"] == str(world.review_id)
    confirmed = world.sign_in("Priya").put(
        f"/api/reviews/{world.review_id}/participation-code", json={"code": "PN7", "reason": None}
    )
    assert confirmed.status_code == 200
    assert today(world)["urgent"] == []


def test_a_code_from_before_the_meeting_does_not_stand_and_a_returned_one_does(world):
    path = f"/api/reviews/{world.review_id}/participation-code"
    world.sign_in("Priya").put(path, json={"code": "PN7", "reason": None})
    change_review(world, held_on=date(2026, 3, 12), stage=Stage.CLOSED)
    assert today(world)["counts"]["urgent"] == 1
    change_review(world, returned_code="PN1")
    assert today(world)["counts"]["urgent"] == 0


def test_a_child_covered_and_reviewed_by_the_same_officer_is_one_child(world):
    with world.inside() as session:
        children.allocate(
            session,
            actor=the_service(world.council_id),
            allocation=NewAllocation(
                child_id=world.child_id,
                officer_id=world.ids["Priya"],
                from_on=NOW.date(),
                covers=True,
            ),
            now=NOW,
        )
    (coming,) = today(world)["coming"]
    assert coming["others_asked"] == 4
    assert len(caseload(world)) == 1


def test_the_caseload_is_ones_own_and_late_reviews_lead_it(world):
    others = add_children(world, 2, officer="Omar")
    (mine,) = add_children(world, 1)
    change_review(world, due_by=date(2026, 3, 10))
    read = caseload(world)
    assert [child["id"] for child in read] == [str(world.child_id), str(mine)]
    assert (read[0]["overdue"], read[1]["overdue"]) == (True, False)
    assert (read[0]["age"], read[0]["band"]) == (13, "12_to_15")
    assert read[0]["reviewing_officer"] is None
    assert {child["id"] for child in caseload(world, "Omar")} == {str(each) for each in others}


def test_the_list_says_whether_a_childs_words_are_new_read_or_shown_by_others(world):
    def words() -> str:
        return caseload(world)[0]["child_words"]

    assert words() == "none"
    share(world, "Carol")  # another's words are not the child's
    assert words() == "none"
    share(world, "Ada", an_answer("home.face", face="ok"))
    assert words() == "new"
    assert words() == "new", "a look at the list reads nothing"
    world.sign_in("Priya").get(f"/api/reviews/{world.review_id}/summary")
    assert words() == "read"


def test_a_child_who_cannot_say_is_shown_by_others(world):
    world.cannot_say()
    share(world, "Priya", an_answer("shows.happy", words="She sang"))
    assert caseload(world)[0]["child_words"] == "shown"


def test_a_manager_sees_the_whole_council_with_officers_and_facts_alone(world, app):
    a_world(app, council="Southmoor")
    share(world, "Ada", an_answer("home.face", face="ok"))
    add_children(world, 2, officer="Omar")
    read = caseload(world, "Boss")
    assert sorted(child["reviewing_officer"]["name"] for child in read) == [
        "Omar Reed",
        "Omar Reed",
        "Priya Reed",
    ]
    assert {child["child_words"] for child in read} == {None}


def test_a_child_without_an_officer_is_on_the_managers_list(world):
    with world.inside() as session:
        session.scalars(select(Allocation)).one().until_on = CARE_BEGAN
    (ada,) = caseload(world, "Boss")
    assert ada["reviewing_officer"] is None
    assert caseload(world) == []
    assert today(world)["urgent"] == []


def test_who_has_signed_in_is_told(world):
    with world.inside() as session:
        set_passphrase(
            session, person_id=world.child_id, passphrase="violet kettle galaxy", now=NOW
        )
    assert caseload(world)[0]["has_signed_in"] is True
    assert "not_signed_in" not in [why["code"] for why in today(world)["urgent"][0]["why"]]


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("/api/today", "Ada Carol Mum Wendy Teacher Boss Clerk"),
        ("/api/caseload", "Ada Carol Mum Wendy Teacher Clerk"),
    ],
)
def test_the_lists_exist_for_officers_and_managers_alone(world, path, who):
    for each in who.split():
        assert world.sign_in(each).get(path).status_code == 404


def test_a_childs_page_tells_facts_and_nobodys_words(world):
    share(world, "Ada", an_answer("home.change", words="I miss Nan"))
    for who in ("Priya", "Boss"):
        page = world.sign_in(who).get(f"/api/children/{world.child_id}")
        assert page.status_code == 200
        assert "Nan" not in page.get_data(as_text=True)
        assert page.json["reviewing_officer"]["name"] == "Priya Reed"
        assert [person["called"] for person in page.json["circle"]] == [
            "Priya",
            "Carol",
            "Dad",
            "Mum",
            "Teacher",
            "Wendy",
        ]
        (review,) = page.json["reviews"]
        assert review["reason"]["code"] == "first_working_days"
        assert (review["participation_code"], review["code_confirmed"]) == (None, False)


@pytest.mark.parametrize("who", ["Ada", "Carol", "Mum", "Wendy", "Omar", "Clerk"])
def test_nobody_else_learns_that_there_is_such_a_child(world, who):
    nowhere = world.sign_in(who).get(f"/api/children/{uuid4()}")
    answer = world.sign_in(who).get(f"/api/children/{world.child_id}")
    assert (answer.status_code, answer.data) == (404, nowhere.data)


def test_every_reading_leaves_its_trace(world):
    today(world)
    caseload(world)
    world.sign_in("Boss").get(f"/api/children/{world.child_id}")
    with world.inside() as session:
        rows = session.execute(select(AuditEvent.event, AuditEvent.facts, AuditEvent.child_id))
        trace = {row.event: row for row in rows}
    assert trace["today.read"].facts == {"children": 1}
    assert trace["caseload.read"].facts == {"children": 1}
    assert trace["child.read"].child_id == world.child_id


def test_what_goes_out_is_what_the_description_says(world):
    """These lists are not dumped by their schemas, so here the schemas read what went out."""
    share(world, "Carol")
    add_children(world, 30)
    change_review(world, meets_at=NOW + timedelta(days=3))
    for read, schema in (
        (today(world), TodaySchema()),
        ({"children": caseload(world)}, CaseloadSchema()),
        ({"children": caseload(world, "Boss")}, CaseloadSchema()),
    ):
        assert schema.validate(read) == {}


@pytest.mark.parametrize(("path", "most"), [("/api/today", 9), ("/api/caseload", 5)])
def test_a_list_takes_the_same_few_statements_for_118_children_as_for_one(world, path, most):
    share(world, "Ada", an_answer("home.face", face="ok"))
    priya = world.sign_in("Priya")
    with counted(world.app) as for_one:
        assert priya.get(path).status_code == 200
    add_children(world, 117)
    with counted(world.app) as for_many:
        read = priya.get(path).json
    assert (read.get("counts") or {"children": len(read["children"])})["children"] == 118
    assert len(for_many) == len(for_one) <= most


def test_no_statement_of_the_lists_forgets_its_council(world):
    """They stand on bare tables, which nothing scopes by itself."""
    share(world, "Ada", an_answer("home.face", face="ok"))
    priya, boss = world.sign_in("Priya"), world.sign_in("Boss")
    with counted(world.app) as ran:
        priya.get("/api/today")
        priya.get("/api/caseload")
        boss.get("/api/caseload")
    lists = [each for each in ran if each.startswith("SELECT") and "sign_in_session" not in each]
    assert len(lists) == 12
    for statement in lists:
        assert "council_id = " in statement
