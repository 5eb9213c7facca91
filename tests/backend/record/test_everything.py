"""Everything that a child ever said is theirs, word for word, and nobody else's."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from cadair.audit.models import AuditEvent
from cadair.foundation.clock import frozen
from cadair.record.documents import came_of
from cadair.record.documents import everything as document
from cadair.record.documents.everything import as_page
from cadair.record.queries.taken import taken
from tests.backend.contributions.conftest import NOW, World, a_world, an_answer
from tests.backend.record.conftest import hold, share


def everything(world: World, **asked):
    answer = world.sign_in("Ada").get("/api/my/everything", query_string=asked)
    assert answer.status_code == 200, answer.text
    return answer.json


def write(world: World, who: str, words: str) -> None:
    message = {
        "words": words, "start": None, "language": "en", "tell_social_worker": False,
        "waited_seconds": 0,
    }  # fmt: skip
    path = f"/api/my/conversations/{world.child_id}/messages/{uuid4()}"
    assert world.sign_in(who).put(path, json=message).status_code == 200


def plan(world: World, words: str, rule: str) -> None:
    ada = world.sign_in("Ada")
    path = f"/api/my/reviews/{world.review_id}/meeting-plan"
    item = {"id": str(uuid4()), "from": "mine", "of": None, "words": words, "lead": "me",
            "minutes": None, "without_me": False, "not_while": [], "private": False}  # fmt: skip
    made = {"level": 2, "people": [], "ask_for": [], "supporter": None, "seats": [],
            "beside_me": [], "place": {"where": None, "words": None},
            "when": {"times": [], "words": None}, "minutes": None, "how": None, "breaks": None,
            "snacks": None, "agenda": [item], "ground_rules": [{"words": rule}],
            "script": {}}  # fmt: skip
    answer = ada.put(path, json={"plan": made}, headers={"If-Match": '"0"'})
    assert answer.status_code == 200, answer.text


def test_all_that_a_child_said_is_there_by_review_and_topic_and_no_word_of_others(world):
    with frozen(NOW - timedelta(days=2)):
        write(world, "Ada", "Can I see my brother?")
        write(world, "Carol", "She misses him.")
    first = share(
        world,
        "Ada",
        an_answer("home.face", face="happy", words="My room!", wish=True),
        an_answer("school.face", face="sad", helper_words="She finds maths hard."),
        an_answer("health.face", skip="dont_want_to_say"),
        helper={"name": "Yusuf", "who": "advocate"},
    )
    share(
        world,
        "Ada",
        an_answer("home.face", face="happy", words="My room!"),
        an_answer("school.face", face="ok", words="Better."),
        replaces=first,
    )
    share(world, "Mum", an_answer("going_well.words", words="What mum said."))
    held = hold(world)
    plan(world, "My phone", "No shouting")
    asked = {"kind": "visit", "words": "Soon please"}
    told = world.sign_in("Ada").put(f"/api/my/requests/{uuid4()}", json=asked)
    assert told.status_code == 200, told.text

    found = everything(world)
    assert found["hidden"] is False
    assert found["called"] == "Ada"
    assert {(one["id"], one["held_on"]) for one in found["reviews"]} == {
        (str(held), "2026-03-15"),
        (str(world.review_id), None),
    }
    before = [one for one in found["said"] if one["source"] == "review"]
    assert {one["review_id"] for one in before} == {str(held)}
    assert sorted(
        (one["topic"], one["face"], one["words"], one["helper_words"], one["changed_later"])
        for one in before
    ) == [
        ("home", "happy", "My room!", None, False),
        ("school", "ok", "Better.", None, False),
        ("school", "sad", None, "She finds maths hard.", True),
    ]
    home = next(one for one in before if one["topic"] == "home")
    assert (home["topic_title"], bool(home["asked"])) == ("Where I live", True)
    rest = {(one["source"], one["kind"], one["words"], one["review_id"])
            for one in found["said"] if one["source"] != "review"}  # fmt: skip
    assert rest == {
        ("message", None, "Can I see my brother?", str(held)),
        ("asked", "visit", "Soon please", str(world.review_id)),
        ("meeting", None, "My phone", str(world.review_id)),
        ("meeting", None, "No shouting", str(world.review_id)),
    }
    assert "mum" not in str(found)
    assert "misses" not in str(found)


def test_what_was_taken_back_is_gone(world):
    shared = share(world, "Ada", an_answer("home.face", words="Not this."))
    assert world.sign_in("Ada").post(f"/api/contributions/{shared}/withdraw").status_code == 200
    assert everything(world)["said"] == []


def test_it_is_nobody_elses_and_only_theirs(app, world):
    elsewhere = a_world(app, council="Southmoor")
    share(elsewhere, "Ada", an_answer("home.face", words="Of the other Ada."))
    assert everything(world)["said"] == []
    for who in ("Priya", "Carol", "Mum", "Boss"):
        for path in ("", "/json"):
            assert world.sign_in(who).get(f"/api/my/everything{path}").status_code == 404


def test_a_phone_without_traces_shows_no_word_until_they_say_that_it_is_they(world):
    share(world, "Ada", an_answer("home.face", words="My room!"))
    ada = world.sign_in("Ada")
    chosen = {"leaves_no_trace": True, "not_safe_to_reply": False}
    assert ada.put("/api/me/phone", json=chosen).status_code == 200
    hidden = everything(world)
    assert hidden["hidden"] is True
    assert hidden["said"] == []
    assert "My room!" in str(everything(world, show="true"))
    for minute in range(1, 7):
        with frozen(NOW + timedelta(minutes=minute)):
            late = ada.get("/api/my/everything?show=true")
    assert (late.status_code, late.json["code"]) == (403, "step_up_needed")


def test_it_can_be_taken_along_and_the_trail_says_so(world):
    share(world, "Ada", an_answer("home.face", words="My room!"))
    ada = world.sign_in("Ada")
    got = ada.get("/api/my/everything/json")
    assert got.json["said"][0]["words"] == "My room!"
    with world.inside() as session:
        events = session.query(AuditEvent).where(AuditEvent.event.like("everything.%")).all()
        assert [(one.event, one.facts) for one in events] == [
            ("everything.taken_by_child", {"kind": "json"})
        ]


def test_as_a_pdf_it_says_each_thing_once_in_the_childs_language(world):
    share(world, "Ada", an_answer("home.face", face="sad", words="#panic() <b>My room!</b>"))
    got = world.sign_in("Ada").get("/api/my/everything/pdf")
    assert (got.status_code, got.content_type) == (200, "application/pdf")
    assert got.data.startswith(b"%PDF-")
    with world.inside() as session:
        found = taken(session, actor=world.actor("Ada"), now=NOW)
    for language, asked, face in (
        ("en", "How is it where you live?", "Not good."),
        ("cy", "Sut mae pethau lle rwyt ti’n byw?", "Ddim yn dda."),
    ):
        page = as_page(found, language=language, now=NOW)
        assert [each.words for each in page.blocks][2:] == [
            asked,
            face,
            "#panic() <b>My room!</b>",
        ]


def test_every_word_of_the_file_is_one_of_the_screens():
    screens = Path("web_client/src")
    on_screen = "".join(
        path.read_text("utf-8")
        for folder in ("decided", "ui")
        for path in (screens / folder).rglob("*.ts*")
    )
    code = "".join(Path(each.__file__).read_text("utf-8") for each in (document, came_of))
    said = set(re.findall(r'said_in\(\s*language, "([^"]+)"', code))
    for words in (document.FACES, document.ASKED, document.REPLIED, document.RATED,
                  came_of.ANSWERS, came_of.STATES):  # fmt: skip
        said |= set(words.values())
    said.add(document.NOTHING)
    assert len(said) > 40
    assert [each for each in said if f"t('{each}'" not in on_screen] == []
