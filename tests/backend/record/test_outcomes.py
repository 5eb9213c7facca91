"""Every wish gets an answer, every decision is seen to, and the child is told what came of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from cadair.audit.models import AuditEvent
from cadair.contributions.models import Wish
from cadair.foundation.clock import frozen
from cadair.notifications.models import OutboxItem
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from cadair.service.queries.today import today_of
from tests.backend.contributions.conftest import NOW, World, an_answer
from tests.backend.meeting.live_room import LiveRoom
from tests.backend.record.conftest import hold, share
from tests.backend.record.giving import lower
from tests.world.statements import counted

SOON = (NOW.date() + timedelta(days=20)).isoformat()


class Desk:
    """Priya's side of one held review, and everybody else's of what comes of it."""

    def __init__(self, world: World) -> None:
        self.world = world
        share(world, "Ada", an_answer("school.words", words="I want to see my brother.", wish=True))
        self.review = hold(world)
        with world.inside() as session:
            self.wish = session.scalars(select(Wish.id)).one()

    def get(self, who="Priya", review=None):
        answer = self.world.sign_in(who).get(f"/api/reviews/{review or self.review}/outcomes")
        assert answer.status_code == 200, answer.text
        return answer.json

    def answer(self, answer="agreed", *, id_=None, who="Priya", review=None, **told):
        sent = {"why": None, "who_id": None, "who_words": None, "by_on": None, **told}
        path = f"/api/reviews/{review or self.review}/wishes/{self.wish}/answers/{id_ or uuid4()}"
        return self.world.sign_in(who).put(path, json={"answer": answer, **sent})

    def decide(self, what="Wendy rings Sam's carers.", *, id_=None, read=0, by="Priya", **told):
        who = {"who_id": str(self.world.ids["Wendy"]), "who_words": None}
        sent = {"by_on": SOON, "wish_id": None, "topic": None, "position": 0, **who, **told}
        path = f"/api/reviews/{self.review}/decisions/{id_ or uuid4()}"
        headers = {"If-Match": f'"{read}"'}
        return self.world.sign_in(by).put(path, json={"what": what, **sent}, headers=headers)

    def share(self, reason=None):
        path = f"/api/reviews/{self.review}/outcomes/share"
        return self.world.sign_in("Priya").post(path, json={"reason": reason})

    def report(self, who, decision, kind, words=None, *, id_=None):
        path = f"/api/decisions/{decision}/progress/{id_ or uuid4()}"
        return self.world.sign_in(who).put(path, json={"kind": kind, "words": words})

    def actions(self, who):
        return self.world.sign_in(who).get("/api/my/actions").json["actions"]

    def told(self):
        return self.world.sign_in("Ada").get("/api/my/outcomes").json["reviews"]

    def notices(self):
        with self.world.inside() as session:
            names = {id_: name for name, id_ in self.world.ids.items()}
            rows = session.execute(select(OutboxItem.person_id, OutboxItem.about)).all()
        return {(names[row.person_id], row.about.value) for row in rows}


@pytest.fixture
def desk(world):
    return Desk(world)


def test_a_wish_is_answered_shared_and_replied_to(desk):
    assert desk.told()[0]["wishes"][0]["state"] == "waiting"
    assert desk.told()[0]["answer_by"] is not None

    id_ = uuid4()
    partly = {"why": "He lives far away.", "who_words": "Sam's carers", "by_on": SOON}
    assert desk.answer("partly", id_=id_, **partly).status_code == 200
    assert desk.answer("partly", id_=id_, **partly).status_code == 200  # sent again
    again = desk.answer("no", id_=id_, why="Other words.")
    assert (again.status_code, again.json["code"]) == (409, "answered_differently")
    assert desk.get()["unshared"] == 1
    assert desk.told()[0]["wishes"][0]["answer"] is None  # nothing before it is shared

    assert desk.share().json["unshared"] == 0
    assert ("Ada", "answered") in desk.notices()
    told = desk.told()[0]["wishes"][0]
    assert (told["state"], told["answer"]["why"]) == ("partly", "He lives far away.")

    reply = uuid4()
    path = f"/api/my/answers/{told['answer']['id']}/replies/{reply}"
    said = {"reply": "not_agreed", "words": "It is not far."}
    ada = desk.world.sign_in("Ada")
    assert ada.put(path, json=said).status_code == 200
    assert ada.put(path, json=said).status_code == 200
    assert ada.put(path, json={**said, "words": "No."}).json["code"] == "noted_differently"
    seen = desk.get()["wishes"][0]["replies"]
    assert [(each["words"], each["seen_at"]) for each in seen] == [("It is not far.", None)]
    priya = desk.world.sign_in("Priya")
    assert priya.post(f"/api/wish-replies/{reply}/seen").status_code == 204
    assert desk.get()["wishes"][0]["replies"][0]["seen_at"] is not None


def test_a_no_closes_a_wish_and_a_better_answer_opens_it_again(desk):
    assert desk.answer("no").json["fields"] == {"why": ["required"]}
    assert desk.answer("no", why="The court said so.").status_code == 200
    assert desk.get()["wishes"][0]["closed_at"] is None  # the child does not know yet
    desk.share()
    assert desk.get()["wishes"][0]["closed_because"] == "answered"

    with frozen(NOW + timedelta(minutes=1)):
        assert desk.answer("agreed").status_code == 200
        desk.share()
        wish = desk.get()["wishes"][0]
        assert (wish["closed_at"], len(wish["answers"])) == (None, 2)
        close = f"/api/wishes/{desk.wish}/close"
        closed = desk.world.sign_in("Priya").post(close, json={"words": "You met on Sunday."})
        assert closed.json["closed_because"] == "done"
        told = desk.told()[0]["wishes"][0]
        assert (told["state"], told["done_words"]) == ("done", "You met on Sunday.")


def test_a_wish_is_done_when_all_that_was_decided_for_it_is(desk):
    desk.answer("agreed")
    first = desk.decide(wish_id=str(desk.wish)).json["id"]
    second = desk.decide("Drive there.", wish_id=str(desk.wish),
                         who_id=str(desk.world.ids["Carol"])).json["id"]  # fmt: skip
    assert desk.share().status_code == 200
    assert {("Wendy", "action"), ("Carol", "action")} <= desk.notices()
    assert desk.report("Wendy", first, "done", "I rang them.").json["state"] == "done"
    assert desk.get()["wishes"][0]["closed_at"] is None
    assert desk.report("Carol", second, "confirmed").json["state"] == "confirmed"
    assert desk.report("Carol", second, "done", "Only for Wendy.").json["state"] == "done"
    assert desk.get()["wishes"][0]["closed_because"] == "done"
    steps = {each["what"]: each for each in desk.told()[0]["decisions"]}
    assert steps["Wendy rings Sam's carers."]["last_words"] == "I rang them."
    assert steps["Drive there."]["last_words"] is None  # a carer's words do not pass by themselves

    assert desk.report("Priya", second, "reopened").json["state"] == "waiting"
    assert desk.get()["wishes"][0]["closed_at"] is None


def test_each_sees_what_is_theirs_to_do_and_nobody_elses(desk):
    mine = desk.decide("Write a letter.", who_id=str(desk.world.ids["Mum"])).json["id"]
    other = desk.decide("Cook together.", who_id=str(desk.world.ids["Carol"])).json["id"]
    assert desk.actions("Mum") == []  # nothing before it is shared
    assert desk.report("Mum", mine, "confirmed").status_code == 404
    desk.share()

    assert [each["decision"]["what"] for each in desk.actions("Mum")] == ["Write a letter."]
    assert desk.actions("Dad") == []
    # The social worker sees to all of it, as far as no wall stands between them and who does it.
    assert desk.actions("Wendy") == []
    assert desk.report("Wendy", mine, "done").status_code == 404
    lower(desk.world, "Wendy", "Mum")
    assert [each["decision"]["what"] for each in desk.actions("Wendy")] == ["Write a letter."]
    assert desk.report("Mum", other, "done").status_code == 404
    note = uuid4()
    assert desk.report("Mum", mine, "note", "I have begun.", id_=note).status_code == 200
    assert desk.report("Mum", mine, "note", "Other.", id_=note).json["code"] == "noted_differently"
    assert desk.report("Mum", mine, "not_done").json["fields"] == {"words": ["required"]}
    seen = {each["decision"]["id"]: each["decision"] for each in desk.actions("Wendy")}
    assert seen[mine]["progress"] == []  # what Mum wrote is for the officer
    kept = {each["id"]: each["progress"] for each in desk.get()["decisions"]}
    assert [each["words"] for each in kept[mine]] == ["I have begun."]


def test_the_social_worker_brings_the_care_plan_up_to_date_in_ten_working_days(desk):
    def plans(who):
        return desk.world.sign_in(who).get("/api/my/actions").json["care_plans"]

    assert plans("Wendy") == []  # not before the review is complete
    with desk.world.inside() as session:
        values = {"completed_on": NOW.date(), "stage": Stage.WRITING_UP}
        session.execute(update(Review).where(Review.id == desk.review).values(values))
    assert [(each["review_id"], each["child"]["called"], each["days_left"])
            for each in plans("Wendy")] == [(str(desk.review), "Ada", 10)]  # fmt: skip
    assert plans("Carol") == plans("Mum") == []
    told = f"/api/reviews/{desk.review}/care-plan-updated"
    assert desk.world.sign_in("Carol").post(told).status_code == 404
    assert desk.world.sign_in("Wendy").post(told).status_code == 204
    assert plans("Wendy") == []


def test_a_decision_changes_until_it_is_shared_and_never_after(desk):
    assert desk.decide(who_id=None).json["fields"] == {"who_id": ["required"]}
    assert desk.decide(who_id=str(uuid4())).json["fields"] == {"who_id": ["unknown"]}
    assert desk.decide(topic="weather").json["fields"] == {"topic": ["unknown"]}
    made = desk.decide().json
    stale = desk.decide("Two phones.", id_=made["id"], read=0)
    assert (stale.status_code, stale.json["current"]["what"]) == (412, made["what"])
    changed = desk.decide("Two phones.", id_=made["id"], read=1, topic="family_time").json
    assert changed["revision"] == 2
    dropped = desk.decide("Never mind.").json["id"]
    drop = f"/api/reviews/{desk.review}/decisions/"
    priya = desk.world.sign_in("Priya")
    assert [priya.delete(drop + dropped).status_code for _ in range(2)] == [204, 204]
    assert desk.decide("Never mind.", id_=dropped).json["code"] == "decision_dropped"
    assert desk.report("Priya", made["id"], "done").json["code"] == "decision_not_shared"
    desk.share()
    assert desk.decide("Three.", id_=made["id"], read=2).json["code"] == "decision_shared"
    assert priya.delete(drop + made["id"]).json["code"] == "decision_shared"


def test_the_team_manager_has_five_working_days_and_a_no_does_not_stand(desk):
    made = desk.decide().json
    view = {"view": "disagreed", "words": "There is no money.", "who_words": "Pat Hill"}
    path, priya = f"/api/decisions/{made['id']}/manager-view", desk.world.sign_in("Priya")
    assert priya.put(path, json=view).json["code"] == "decision_not_shared"
    desk.share()
    assert desk.get()["decisions"][0]["stands_on"] > NOW.date().isoformat()
    assert priya.put(path, json={**view, "words": None}).status_code == 422
    said = priya.put(path, json=view).json
    assert (said["stands_on"], said["manager"]["who_words"]) == (None, "Pat Hill")
    agreed = {"view": "agreed", "words": None, "who_words": "Pat Hill"}
    assert priya.put(path, json=agreed).json["stands_on"] == NOW.date().isoformat()


def test_the_guard_stops_a_decision_that_tells_too_much(desk):
    secret = "I am afraid that he comes back to our house at night again"
    only = an_answer("school.words", words=secret, audience="only_my_iro")
    share(desk.world, "Ada", only)
    desk.decide(f"Because {secret}, Mum changes the lock.", who_id=str(desk.world.ids["Mum"]))
    stopped = desk.share()
    assert (stopped.status_code, stopped.json["code"]) == (409, "stopped_by_guard")
    assert {each["to"] for each in stopped.json["current"]["findings"]} == {
        "Mum Reed",
        "Wendy Reed",
    }
    assert desk.actions("Mum") == []
    assert desk.share("Agreed with Ada.").status_code == 200
    assert len(desk.actions("Mum")) == 1


def test_nobody_is_told_before_the_review_has_met(desk):
    with desk.world.inside() as session:
        session.execute(update(Review).where(Review.id == desk.review).values(stage=Stage.READY))
    desk.answer("agreed")
    assert desk.share().json["code"] == "review_not_held_yet"


def test_with_nothing_to_share_the_officer_says_so_once_the_review_is_complete(desk):
    def decisions_told():
        clock = desk.world.sign_in("Priya").get(f"/api/reviews/{desk.review}/clock").json
        return {line["key"]: line["done_at"] for line in clock["lines"]}.get("decisions")

    def complete():
        with desk.world.inside() as session:
            values = {"completed_on": NOW.date(), "stage": Stage.WRITING_UP}
            session.execute(update(Review).where(Review.id == desk.review).values(values))

    assert desk.share().json["unshared"] == 0  # no word of it yet, before it is complete
    complete()
    assert decisions_told() is None
    for _ in range(2):
        assert desk.share().status_code == 200
    assert decisions_told() is not None
    with desk.world.inside() as session:
        noted = select(AuditEvent.id).where(AuditEvent.event == "outcomes.nothing_to_share")
        assert len(session.scalars(noted).all()) == 1
    assert ("Ada", "answered") not in desk.notices()


def test_what_was_shared_before_the_review_was_complete_is_ticked_then(desk):
    desk.decide()
    assert desk.share().status_code == 200
    with desk.world.inside() as session:
        assert session.get(Review, desk.review).decisions_at is not None


def test_what_last_time_left_open_comes_first(desk):
    desk.answer("not_yet", why="We look for a day.")
    desk.decide()
    desk.share()
    later = desk.get(review=desk.world.review_id)
    assert [wish["id"] for wish in later["last_time"]["wishes"]] == [str(desk.wish)]
    assert len(later["last_time"]["decisions"]) == 1
    assert later["wishes"] == later["decisions"] == []
    plan = f"/api/my/reviews/{desk.world.review_id}/meeting-plan"
    promised = desk.world.sign_in("Ada").get(plan).json["last_time"]
    assert [each["words"] for each in promised] == ["Wendy rings Sam's carers."]
    assert desk.answer("agreed", review=desk.world.review_id).status_code == 200
    with counted(desk.world.app) as ran:
        desk.get(review=desk.world.review_id)
    assert len(ran) < 20
    live = f"/api/reviews/{desk.world.review_id}/parts/{desk.world.review_id}/live"
    opened = desk.world.sign_in("Priya").post(live).json["snapshot"]
    first = opened["plan"]["items"][0]
    assert (first["from"], first["words"]) == ("last_time", "Wendy rings Sam's carers.")


def test_a_meeting_goes_through_last_times_decisions_and_the_room_is_not_told_their_words(desk):
    desk.decide()
    desk.share()
    room = LiveRoom(desk.world)
    room.split()
    first = room.open()["plan"]["items"][0]
    assert (first["from"], first["words"]) == ("last_time", "Wendy rings Sam's carers.")
    room.join("bob")
    room.say("Ada", "item", item=first["id"])
    now = {who: room.look(who)["state"]["now"] for who in ("Ada", "Priya", "Carol", "bob")}
    assert {who for who, told in now.items() if told["words"]} == {"Ada", "Priya"}
    assert (now["Carol"]["of"], now["bob"]["of"]) == ("last_time", "last_time")
    assert "Wendy rings" not in str(room.look("Carol")) + str(room.look("bob"))


def test_what_nobody_saw_to_rises_to_the_officers_today(desk):
    def rising(days):
        with desk.world.inside() as session:
            priya, then = desk.world.ids["Priya"], NOW + timedelta(days=days)
            urgent = today_of(session, officer_id=priya, now=then)["urgent"]
        return {each["code"] for line in urgent for each in line["why"]} & {
            "wish_unanswered", "decision_overdue", "child_disagrees", "manager_disagrees",
        }  # fmt: skip

    assert (rising(10), rising(20)) == (set(), {"wish_unanswered"})
    desk.answer("partly", why="We try.")
    made = desk.decide().json["id"]
    assert rising(20) == {"wish_unanswered"}  # until it is shared
    desk.share()
    assert (rising(20), rising(21)) == (set(), {"decision_overdue"})
    view = {"view": "disagreed", "words": "No money.", "who_words": "Pat Hill"}
    path, priya = f"/api/decisions/{made}/manager-view", desk.world.sign_in("Priya")
    assert priya.put(path, json=view).status_code == 200
    assert rising(1) == {"manager_disagrees"}
    assert [each["manager_disagrees"] for each in desk.told()[0]["decisions"]] == [True]
    assert "No money" not in str(desk.told())
    priya.put(path, json={**view, "view": "agreed", "words": None})
    assert rising(1) == set()
    assert [each["manager_disagrees"] for each in desk.told()[0]["decisions"]] == [False]
    told = desk.told()[0]["wishes"][0]["answer"]["id"]
    path, said = f"/api/my/answers/{told}/replies/{uuid4()}", {"reply": "not_understood"}
    desk.world.sign_in("Ada").put(path, json={**said, "words": None})
    assert rising(1) == {"child_disagrees"}
    assert desk.answer("agreed").status_code == 200  # a better answer has read it
    desk.report("Wendy", made, "done")
    assert rising(25) == set()


def test_a_phone_without_traces_is_told_the_answer_without_the_childs_words(desk):
    assert desk.answer("agreed").status_code == 200
    assert desk.share().status_code == 200
    said = desk.told()[0]["wishes"][0]["words"]
    chosen = {"leaves_no_trace": True, "not_safe_to_reply": False}
    assert desk.world.sign_in("Ada").put("/api/me/phone", json=chosen).status_code == 200
    hidden = desk.told()[0]["wishes"][0]
    assert (hidden["words"], hidden["answer"]["answer"]) == (None, "agreed")
    assert said
    assert said not in str(desk.told())
