"""The record of a review: what is known stands beside what its officer writes, until they sign."""

import json
from copy import deepcopy
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from cadair.contributions.rules.forms import form
from cadair.meeting.rules.matters import MATTERS
from cadair.messages.models import Message
from cadair.record.models import RecordVersion, ReviewRecord
from cadair.record.rules.writing import EMPTY
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.backend.contributions.conftest import NOW, World, an_answer
from tests.backend.record.conftest import hold, share
from tests.backend.record.test_outcomes import SOON, Desk
from tests.world.holding import held as held_and_complete
from tests.world.printed import words_of_pdf
from tests.world.statements import counted

HOME = "I like my room but I miss Nan 🏠"


@pytest.fixture
def priya(world: World) -> FlaskClient:
    return world.sign_in("Priya")


def path(world: World, rest: str = "") -> str:
    return f"/api/reviews/{world.review_id}/record{rest}"


def read(world: World, who: FlaskClient) -> dict[str, Any]:
    answer = who.get(path(world))
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def lines(record: dict[str, Any], heading: str) -> list[dict[str, Any]]:
    (section,) = [each for each in record["sections"] if each["key"] == heading]
    return list(section["lines"])


def content(**told: Any) -> dict[str, Any]:
    """A record in which nothing is written but what is told."""
    return {**deepcopy(dict(EMPTY)), **told}


def save(world: World, who: FlaskClient, kept: dict[str, Any], *, revision: int = 0):
    return who.put(path(world), json={"content": kept}, headers={"If-Match": f'"{revision}"'})


def whole(world: World) -> dict[str, Any]:
    """All that a record must say of a review that was held."""
    came = {
        "person_id": str(world.child_id), "who_words": None, "part_id": None, "came": "whole",
        "how": "in_person", "why_words": None,
    }  # fmt: skip
    talked = {"state": "talked_about", "words": None}
    return content(
        written={"plan_and_rights": "The plan is right for Ada."},
        attendance=[came],
        covered={each.key: talked for each in MATTERS["england"]},
        rights=["advocate", "complaint", "court"],
        monitoring={
            **EMPTY["monitoring"], "spoke_alone": "yes", "care_plan_quality": "good",
        },
    )  # fmt: skip


def held(world: World) -> None:
    """The meeting was yesterday, Ada came to it, and the code was confirmed after it."""
    with world.inside() as session:
        session.execute(
            update(Review)
            .where(Review.id == world.review_id)
            .values(held_on=NOW.date() - timedelta(days=1), stage=Stage.WRITING_UP)
        )
    confirmed = world.sign_in("Priya").put(
        f"/api/reviews/{world.review_id}/participation-code",
        json={"code": "PN1", "came": "spoke", "reason": None},
    )
    assert confirmed.status_code == 200, confirmed.text


def sign(world: World, who: FlaskClient, *, revision: int):
    return who.post(path(world, "/sign"), headers={"If-Match": f'"{revision}"'})


def test_what_is_known_stands_under_its_heading_word_for_word_with_its_source(world, priya):
    home = an_answer("home.change", words=HOME, wish=True)
    secret = an_answer("meeting.not_openly", words="Dad", audience="only_my_iro")
    shared = share(world, "Ada", home, secret, helper={"name": "Jo", "who": "advocate"})
    share(world, "Carol", an_answer("going_well.words", words="She sings."))
    tried = {"person_id": str(world.ids["Mum"]), "how": "phone", "reached": False, "note": "Busy."}
    attempt = f"/api/reviews/{world.review_id}/attempts/{uuid4()}"
    assert priya.put(attempt, json=tried).status_code == 200
    found = read(world, priya)
    assert [each["key"] for each in found["sections"]] == [
        "review", "attendance", "participation", "last_decisions", "topics", "wishes",
        "decisions", "plan_and_rights", "disagreements", "next", "distribution",
    ]  # fmt: skip
    said = {each["id"]: each for each in lines(found, "participation")}
    line = said[f"answer:{home['id']}"]
    assert (line["words"], line["fact"], line["source"]) == (HOME, "said", "contribution")
    assert (line["source_id"], line["matter"]) == (shared, "home")
    assert line["said_by"]["person_id"] == str(world.child_id)
    assert said[f"answer:{secret['id']}"]["fact"] == "not_openly"
    assert said[f"contribution:{shared}"]["helper"] == "Jo"
    assert said["code:proposed"]["value"] == "PN6"
    (wish,) = lines(found, "wishes")
    assert (wish["fact"], wish["words"]) == ("wished", HOME)
    (carols,) = lines(found, "topics")
    assert (carols["words"], carols["said_by"]["kind"]) == ("She sings.", "foster_carer")
    asked = {(each["fact"], each["about"]["name"]): each for each in lines(found, "attendance")}
    assert asked["tried", "Mum Reed"]["words"] == "Busy."
    assert asked["asked", "Mum Reed"]["value"] == "not_reached"
    assert asked["asked", "Carol Reed"]["value"] == "answered"
    assert found["attendance"][0]["person"]["person_id"] == str(world.child_id)
    assert found["attendance"][0] | {"person": None} == {
        "person": None, "who_words": None, "part_id": None, "came": None, "how": None,
        "why_words": None, "sent_views": True,
    }  # fmt: skip


def test_what_passed_since_the_last_review_is_in_it_and_who_reads_it_is_told(world, priya):
    message = str(uuid4())
    written = world.sign_in("Ada").put(
        f"/api/my/conversations/{world.child_id}/messages/{message}",
        json={"words": "I got the part!", "start": None, "language": "en",
              "tell_social_worker": False, "waited_seconds": 0},
    )  # fmt: skip
    assert written.status_code == 200, written.text
    with world.inside() as session:
        session.execute(
            update(Message).values(to_record_at=NOW, to_record_by_id=world.ids["Priya"])
        )
    visit = {
        "planned_at": None, "how": "in_person", "done_on": NOW.date().isoformat(),
        "spoke_alone": "refused", "why": "She wanted Carol there.", "wants_recorded": "I am fine.",
        "review_id": str(world.review_id), "request_id": None,
    }  # fmt: skip
    kept = priya.put(
        f"/api/children/{world.child_id}/visits/{uuid4()}",
        json=visit, headers={"If-Match": '"0"'},
    )  # fmt: skip
    assert kept.status_code == 200, kept.text
    shared = share(world, "Ada", an_answer("home.change", words=HOME))
    found = read(world, priya)
    told = {each["fact"]: each for each in lines(found, "participation") if each["words"]}
    assert told["spoke_alone"]["words"] == "She wanted Carol there."
    assert told["wanted_recorded"]["words"] == "I am fine."
    assert "I got the part!" in [each["words"] for each in lines(found, "participation")]
    assert "spoke_alone" not in found["missing"]
    mine = world.sign_in("Ada").get("/api/my/contributions").json["contributions"]
    (said,) = [each for each in mine if each["id"] == shared]
    assert "Priya" in json.dumps(said["read_by"])


def test_two_officers_never_lose_a_line_and_every_version_is_kept(world, priya):
    first = content(written={"topics": "We talked about school."})
    assert save(world, priya, first).json["revision"] == 1
    assert save(world, priya, first, revision=1).json["revision"] == 1
    second = content(written={"topics": "We talked about school.", "next": "In May."})
    assert save(world, priya, second, revision=1).json["revision"] == 2
    late = save(world, priya, content(written={"topics": "Mine."}), revision=1)
    assert late.status_code == 412
    assert late.json["current"]["content"] == second
    assert late.json["current"]["by"] == "Priya Reed"
    assert read(world, priya)["revision"] == 2
    versions = priya.get(path(world, "/versions")).json["versions"]
    assert [each["revision"] for each in versions] == [2, 1]
    assert priya.get(path(world, "/versions/1")).json["content"] == first
    assert priya.get(path(world, "/versions/3")).status_code == 404
    with world.inside() as session:
        for row in [*session.scalars(select(RecordVersion)), session.get_one(
            ReviewRecord, world.review_id
        )]:  # fmt: skip
            assert b"school" not in row.content


def test_a_record_names_only_who_and_what_belongs_to_its_review(world, priya):
    row = whole(world)["attendance"][0]
    for wrong in (
        {"attendance": [row, row]},
        {"attendance": [{**row, "person_id": str(world.ids["Stranger"])}]},
        {"attendance": [{**row, "who_words": "Her aunt"}]},
        {"attendance": [{**row, "part_id": str(uuid4())}]},
        {"covered": {"weather": {"state": "talked_about", "words": None}}},
        {"written": {"gossip": "No."}},
        {"written": {"topics": "   "}},
    ):
        assert save(world, priya, content(**wrong)).status_code == 422, wrong
    aunt = {**row, "person_id": None, "who_words": "Her aunt"}
    assert save(world, priya, content(attendance=[row, aunt])).status_code == 200
    shown = read(world, priya)["attendance"]
    assert (shown[0]["came"], shown[-1]["who_words"]) == ("whole", "Her aunt")


def test_a_signature_is_refused_with_everything_that_is_missing_by_name(world, priya):
    saved = save(world, priya, content(written={"topics": "School."})).json
    matters = [f"covered.{each.key}" for each in MATTERS["england"]]
    lacking = [
        "held", "attendance.child", "participation", "spoke_alone", *matters,
        "written.plan_and_rights", "care_plan_quality",
    ]  # fmt: skip
    assert saved["missing"] == lacking
    refused = sign(world, priya, revision=1)
    assert (refused.status_code, refused.json["code"]) == (409, "record_not_complete")
    assert set(refused.json["fields"]) == set(lacking)
    held(world)
    kept = whole(world)
    kept["covered"]["home"] = {"state": "later", "words": None}
    kept["monitoring"]["spoke_alone"] = "no"
    assert save(world, priya, kept, revision=1).json["missing"] == [
        "spoke_alone.words", "covered.home.words",
    ]  # fmt: skip


def test_a_signed_record_never_changes_whatever_is_said_afterwards(world, priya):
    home = an_answer("home.change", words=HOME)
    share(world, "Ada", home)
    held(world)
    assert save(world, priya, whole(world)).json["missing"] == []
    assert sign(world, priya, revision=0).status_code == 412
    signed = sign(world, priya, revision=1)
    assert signed.status_code == 200, signed.text
    assert signed.json["signed"]["name"] == "Priya Reed"
    world.move_to(Stage.OPEN_FOR_VIEWS)
    share(world, "Ada", an_answer("fun.love", words="Later words"))
    world.move_to(Stage.WRITING_UP)
    again = read(world, priya)
    assert again == signed.json == sign(world, priya, revision=1).json
    assert "Later words" not in json.dumps(again)
    refused = save(world, priya, content(), revision=1)
    assert (refused.status_code, refused.json["code"]) == (409, "record_is_signed")


def test_what_comes_after_the_signature_is_an_addendum(world, priya):
    added = path(world, f"/addenda/{uuid4()}")
    too_early = priya.put(added, json={"words": "Nan rang."})
    assert (too_early.status_code, too_early.json["code"]) == (409, "record_not_signed")
    held(world)
    save(world, priya, whole(world))
    sign(world, priya, revision=1)
    for _ in range(2):
        assert priya.put(added, json={"words": "Nan rang."}).status_code == 200
    other = priya.put(added, json={"words": "Nan wrote."})
    assert (other.status_code, other.json["code"]) == (409, "added_differently")
    (shown,) = read(world, priya)["addenda"]
    assert (shown["words"], shown["by"]["name"]) == ("Nan rang.", "Priya Reed")


def test_a_late_review_says_why_before_it_is_signed(world, priya):
    held(world)
    with world.inside() as session:
        session.execute(update(Review).values(due_by=NOW.date() - timedelta(days=9)))
    kept = whole(world)
    assert save(world, priya, kept).json["missing"] == ["late"]
    assert read(world, priya)["review"]["on_time"] is False
    kept["monitoring"]["late_words"] = "The officer was ill."
    assert save(world, priya, kept, revision=1).json["missing"] == []


def test_the_last_review_and_its_wishes_come_first_in_the_next(world, priya):
    share(world, "Ada", an_answer("fun.love", wish=True, words="A club"))
    before = hold(world)
    found = lines(read(world, priya), "last_decisions")
    assert [(each["fact"], each["words"], each["source_id"]) for each in found][:1] == [
        ("review_before", None, str(before))
    ]
    assert found[1]["words"] == "A club"


def test_what_came_of_a_wish_stands_under_it_and_first_in_the_next_record(world, priya):
    desk = Desk(world)
    before, wished = f"/api/reviews/{desk.review}/record", f"wish.{desk.wish}"
    assert wished in priya.get(before).json["missing"]
    desk.answer("partly", why="He lives far away.", by_on=SOON)
    decision = desk.decide(wish_id=str(desk.wish)).json
    desk.share()
    assert desk.report("Wendy", decision["id"], "note", "I rang them.").status_code == 200
    found = priya.get(before).json
    assert wished not in found["missing"]
    asked, answered = lines(found, "wishes")
    assert (asked["words"], asked["wish_id"]) == ("I want to see my brother.", str(desk.wish))
    assert asked["audience"] == "everyone_at_my_review"
    assert (answered["value"], answered["words"]) == ("partly", "He lives far away.")
    decided, progress = lines(found, "decisions")
    assert (decided["words"], decided["on"]) == ("Wendy rings Sam's carers.", SOON)
    assert (progress["value"], progress["said_by"]["name"]) == ("note", "Wendy Reed")
    next_time = lines(read(world, priya), "last_decisions")
    assert [each["fact"] for each in next_time] == [
        "review_before", "wished_before", "answered", "decided", "progress",
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["Ada", "Omar", "Carol", "Mum", "Wendy", "Boss", "Stranger"])
def test_a_record_is_its_officers_alone(world, priya, who):
    save(world, priya, content(written={"topics": "School."}))
    other = world.sign_in(who)
    assert other.get(path(world)).status_code == 404
    assert save(world, other, content(), revision=1).status_code == 404
    assert sign(world, other, revision=1).status_code == 404


def test_how_much_was_said_does_not_change_what_is_asked_of_the_database(world, app, priya):
    def statements() -> int:
        with counted(app) as ran:
            read(world, priya)
        return len(ran)

    share(world, "Ada", an_answer("home.change", words=HOME))
    few = statements()
    for who, question in (("Ada", "fun.love"), ("Carol", "going_well.words")):
        for _ in range(6):
            share(world, who, *(an_answer(question, words=f"{n}") for n in range(1)))
    assert statements() - few <= 2  # whoever reads is noted once for each contribution, in one
    with counted(app) as ran:
        save(world, priya, content(written={"topics": "School."}))
    assert len(ran) <= 18


def test_a_record_of_400_answers_opens_in_few_statements_is_signed_and_printed(world, app, priya):
    """Nothing of it is cut off, and nothing is asked for answer by answer."""
    with counted(app) as empty:
        read(world, priya)
    asked = form("child_12_to_15", 1).questions
    for time in range(11):
        said = [an_answer(each, words=f"{time}: {each}!") for each in asked]
        share(world, "Ada", *said)
    with counted(app) as ran:
        found = read(world, priya)
    said = [each for each in lines(found, "participation") if each["source"] == "contribution"]
    assert len([each for each in said if each["words"]]) >= 400
    assert len(ran) - len(empty) <= 4
    held(world)
    save(world, priya, whole(world))
    with counted(app) as ran:
        assert sign(world, priya, revision=1).status_code == 200
    assert len(ran) <= 2 * len(empty)
    printed = words_of_pdf(priya.get(path(world, ".pdf")).data)
    assert all(f"{time}: {each}!" in printed for time in range(11) for each in asked)


def test_a_record_that_was_signed_before_anybody_said_when_it_was_held_is_ticked(world, priya):
    held(world)  # as the council's case system knows it
    save(world, priya, whole(world))
    assert sign(world, priya, revision=1).status_code == 200
    said = priya.post(f"/api/reviews/{world.review_id}/hold", json=held_and_complete())
    assert said.status_code == 200, said.text
    done = {line["key"]: line["done_at"] is not None for line in said.json["lines"]}
    assert done == {"decisions": False, "care_plan": False, "record": True, "given_to_all": False}
