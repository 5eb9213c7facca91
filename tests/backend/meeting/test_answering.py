"""The reviewing officer reads a plan, answers what it asks, and adds to it without surprises."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from cadair.access.actor import the_service
from cadair.audit.models import AuditEvent
from cadair.children import actions as children
from cadair.children.actions import NewAllocation
from cadair.foundation.errors import NotFound
from cadair.record import actions
from cadair.reviews.rules import Stage
from tests.backend.contributions.conftest import NOW
from tests.backend.meeting.conftest import a_plan, item, own, person, read, wish
from tests.backend.meeting.test_planning import told


@pytest.fixture
def answer(world, priya):
    """Priya answers a request; by whom may be told."""

    def answered(request, said="yes", reason=None, *, by=priya, **sent):
        path = f"/api/reviews/{world.review_id}/meeting-plan/answers/{request}"
        return by.put(path, json={"answer": said, "reason": reason}, **sent)

    return answered


@pytest.fixture
def add(world, priya):
    """Priya adds something to the agenda."""

    def added(words, id_=None, *, by=priya):
        path = f"/api/reviews/{world.review_id}/meeting-plan/added/{id_ or uuid4()}"
        return by.put(path, json={"words": words})

    return added


def seen(world, client, id_):
    return client.post(f"/api/my/reviews/{world.review_id}/meeting-plan/added/{id_}/seen")


def test_the_officer_reads_it_beside_what_a_review_must_cover(world, ada, priya, save):
    wish(world, "family.plan", "More time with Sam")
    wished = item("wish", of=own(world, ada)["wishes"][0]["id"])
    must, mine = item("must", of="school", lead="officer"), item(private=True)
    save(a_plan(agenda=[wished, must, mine]))
    page = read(world, priya)
    by = {each["matter"]: each["by"] for each in page["covered"] if each["by"]}
    assert by == {
        "school": [must["id"]], "family_time": [wished["id"]],
        "wishes": [wished["id"], mine["id"]],
    }  # fmt: skip
    assert {each["matter"] for each in page["covered"]} == set(page["matters"])
    assert [each["words"] for each in page["wishes"]] == ["More time with Sam"]


def test_before_there_is_a_plan_the_officer_sees_what_is_to_be_covered(world, priya, answer):
    page = read(world, priya)
    assert (page["plan"], page["requests"], page["revision"]) == (None, [], 0)
    assert all(each["by"] == [] for each in page["covered"])
    assert answer("level").status_code == 404


def test_each_request_says_whom_it_is_about_and_what_the_child_says(world, priya, save):
    dad = world.ids["Dad"]
    save(a_plan(people=[person(dad, "no", reason="He shouts.")], snacks="Crisps"))
    asked = {
        each["request"]: (each["about"] and each["about"]["name"], each["words"], each["answer"])
        for each in read(world, priya)["requests"]
    }
    assert asked == {
        "level": (None, [], None),
        f"person:{dad}": ("Dad Reed", ["He shouts."], None),
        "snacks": (None, ["Crisps"], None),
    }


def test_the_child_sees_the_answer_its_reason_and_who_gave_it(world, ada, priya, save, answer):
    request = f"person:{world.ids['Dad']}"
    save(a_plan(people=[person(world.ids["Dad"], "no")]))
    given = answer(request, "partly", "He comes for the first ten minutes.")
    assert given.status_code == 200
    assert own(world, ada)["answers"] == [given.json]
    assert read(world, priya)["requests"][1]["answer"] == given.json
    assert given.json == {
        "request": request, "answer": "partly", "asked_anew": False,
        "reason": "He comes for the first ten minutes.", "at": given.json["at"],
        "by": {"id": str(world.ids["Priya"]), "called": "Priya", "name": "Priya Reed",
               "chair": given.json["by"]["chair"], "job": "reviewing_officer"},
    }  # fmt: skip


@pytest.mark.parametrize("said", ["no", "partly"])
def test_a_no_without_its_reason_is_refused(world, ada, save, answer, said):
    save(a_plan(minutes=30))
    refused = answer("minutes", said)
    assert (refused.status_code, refused.json["fields"]) == (422, {"reason": ["required"]})
    assert answer("minutes", said, "   ").status_code == 422
    assert own(world, ada)["answers"] == []


@pytest.mark.parametrize("sent", [{"answer": "maybe", "reason": None}, {"answer": "yes"}, {}])
def test_an_answer_that_is_none_is_refused(world, priya, save, sent):
    save(a_plan(minutes=30))
    path = f"/api/reviews/{world.review_id}/meeting-plan/answers/minutes"
    assert priya.put(path, json=sent).status_code == 422


def test_what_the_plan_does_not_ask_has_no_answer(world, save, answer):
    save(a_plan(minutes=30))
    for request in ("snacks", f"person:{world.ids['Dad']}", "person:", str(uuid4()), "x" * 5000):
        assert answer(request).status_code == 404


def test_what_has_changed_since_is_asked_anew(world, ada, save, answer):
    save(a_plan(minutes=30, snacks="Crisps"))
    answer("minutes", "no", "The room is free for an hour.")
    answer("snacks")
    save(a_plan(minutes=45, snacks="Crisps"), read=1)
    assert anew(own(world, ada)) == {"minutes": True, "snacks": False}
    save(a_plan(minutes=30, snacks="Crisps"), read=2)
    assert anew(own(world, ada)) == {"minutes": False, "snacks": False}
    save(a_plan(snacks="Crisps"), read=3)  # not asked any more
    assert anew(own(world, ada)) == {"snacks": False}
    assert answer("snacks", "no", "No crisps.").json["asked_anew"] is False


def anew(page):
    return {each["request"]: each["asked_anew"] for each in page["answers"]}


def test_an_answer_to_a_plan_that_was_not_read_is_refused(world, save, answer):
    save(a_plan(minutes=30))
    save(a_plan(minutes=45), read=1)
    refused = answer("minutes", headers={"If-Match": '"1"'})
    assert (refused.status_code, refused.json["current"]) == (412, {"revision": 2})
    assert answer("minutes", headers={"If-Match": '"2"'}).status_code == 200


def test_the_child_is_told_once_a_day_that_there_is_an_answer(world, save, answer):
    save(a_plan(minutes=30, snacks="Crisps"))
    answer("minutes")
    answer("minutes")
    answer("snacks", "no", "No crisps.")
    assert told(world, "Ada") == ["request_answered"]
    for who in ("Mum", "Dad", "Carol", "Wendy", "Teacher", "Boss"):
        assert told(world, who) == []


def test_the_trail_says_what_sort_was_answered_and_never_whom_it_is_about(world, save, answer):
    save(a_plan(people=[person(world.ids["Dad"], "no")]))
    for _ in range(2):
        answer(f"person:{world.ids['Dad']}", "no", "He has a right to come.")
    with world.inside() as session:
        facts = session.scalars(
            select(AuditEvent.facts).where(AuditEvent.event == "meeting.request_answered")
        ).all()
    assert facts == [{"kind": "person"}]


def test_whoever_covers_answers_too_and_is_named(world, ada, save, answer):
    with world.inside() as session:
        children.allocate(
            session,
            actor=the_service(world.council_id),
            allocation=NewAllocation(
                child_id=world.child_id, officer_id=world.ids["Omar"],
                from_on=NOW.date(), until_on=NOW.date(), covers=True,
            ),
            now=NOW,
        )  # fmt: skip
    save(a_plan(minutes=30))
    assert told(world, "Omar") == ["request"]
    assert answer("minutes", by=world.sign_in("Omar")).status_code == 200
    assert own(world, ada)["answers"][0]["by"]["name"] == "Omar Reed"
    with world.inside() as session, pytest.raises(NotFound):
        actions.read_plan(
            session,
            actor=world.actor("Omar"),
            review_id=world.review_id,
            now=NOW + timedelta(days=1),
        )


def test_what_is_added_is_new_until_the_child_has_seen_it(world, ada, priya, add):
    added = add("We must talk about the dentist.")
    assert added.status_code == 200
    assert added.json["is_new"] is True
    assert own(world, ada)["added"] == [added.json]
    for _ in range(2):
        assert seen(world, ada, added.json["id"]).status_code == 204
    assert own(world, ada)["added"][0]["is_new"] is False
    assert read(world, priya)["added"][0]["is_new"] is False


def test_what_is_added_can_stand_on_the_childs_agenda(world, ada, save, add):
    added = add("We must talk about the dentist.").json["id"]
    plan = a_plan(agenda=[item("added", of=added, lead="officer")])
    assert save(plan).json["plan"] == plan


def test_adding_the_same_again_is_the_same_as_once(world, ada, add):
    id_ = uuid4()
    assert add("The dentist.", id_).json == add("The dentist.", id_).json
    refused = add("Something else.", id_)
    assert (refused.status_code, refused.json["code"]) == (409, "matter_added_differently")
    assert len(own(world, ada)["added"]) == 1


def test_what_is_taken_back_is_gone_with_its_words(world, ada, priya, save, add):
    id_ = uuid4()
    add("The dentist.", id_)
    save(a_plan(agenda=[item("added", of=str(id_))]))
    path = f"/api/reviews/{world.review_id}/meeting-plan/added/{id_}"
    for _ in range(2):
        assert priya.delete(path).status_code == 204
    assert own(world, ada)["added"] == []
    assert seen(world, ada, id_).status_code == 404
    assert add("The dentist.", id_).status_code == 409
    kept = own(world, ada)["plan"]
    assert save({**kept, "minutes": 30}, read=1).status_code == 200  # nothing blocks the child


def test_an_id_that_was_never_added_is_not_there(world, ada, priya):
    path = f"/api/reviews/{world.review_id}/meeting-plan/added/{uuid4()}"
    assert priya.delete(path).status_code == 404
    assert seen(world, ada, uuid4()).status_code == 404


def test_nobody_fills_the_table(add):
    for number in range(30):
        assert add(f"Matter {number}").status_code == 200
    assert add("One more").json["fields"] == {"words": ["too_many"]}


@pytest.mark.parametrize("words", ["", "  ", "x" * 2001, None, 7])
def test_what_is_no_matter_is_refused(add, words):
    assert add(words).status_code == 422


@pytest.mark.parametrize("who", ["Ada", "Omar", "Carol", "Mum", "Dad", "Wendy", "Boss", "Clerk"])
def test_nobody_else_answers_or_adds(world, save, answer, add, who):
    save(a_plan(minutes=30))
    theirs = world.sign_in(who)
    assert answer("minutes", by=theirs).status_code == 404
    assert add("The dentist.", by=theirs).status_code == 404
    path = f"/api/reviews/{world.review_id}/meeting-plan/added/{uuid4()}"
    assert theirs.delete(path).status_code == 404


def test_when_the_meeting_is_over_nothing_is_answered_or_added(
    world, ada, priya, save, answer, add
):
    save(a_plan(minutes=30, snacks="Crisps"))
    given, added = answer("minutes").json, add("The dentist.").json["id"]
    world.move_to(Stage.SHARED)
    assert answer("minutes").json == given  # what was answered before, said again
    assert answer("snacks").json["code"] == "review_has_closed"
    assert add("More").json["code"] == "review_has_closed"
    path = f"/api/reviews/{world.review_id}/meeting-plan/added/{added}"
    assert priya.delete(path).json["code"] == "review_has_closed"
    assert read(world, priya)["stage"] == "shared"
    assert len(own(world, ada)["answers"]) == 1


def test_nothing_of_a_plan_changes_the_other_pages_of_anybody(world, save, answer, add):
    """Not for those whom it is about, and not for whoever reads other things of this child."""
    pages = {
        "Dad": ["/api/my/reviews", "/api/my/contributions"],
        "Mum": ["/api/my/reviews"],
        "Carol": ["/api/my/reviews"],
        "Priya": [
            "/api/today", f"/api/reviews/{world.review_id}", f"/api/children/{world.child_id}",
            f"/api/reviews/{world.review_id}/summary",
            f"/api/reviews/{world.review_id}/taking-part",
        ],
        "Boss": ["/api/caseload", f"/api/children/{world.child_id}"],
    }  # fmt: skip
    clients = {who: world.sign_in(who) for who in pages}

    def all_of_them():
        return {
            (who, path): (answer.status_code, answer.data)
            for who, paths in pages.items()
            for path in paths
            for answer in [clients[who].get(path)]
        }

    all_of_them()
    before = all_of_them()
    assert any(status == 200 for status, _ in before.values())
    save(a_plan(level=0, people=[person(world.ids["Dad"], "no", reason="He shouts.")]))
    answer(f"person:{world.ids['Dad']}", "no", "He has a right to come.")
    add("The dentist.")
    assert all_of_them() == before
