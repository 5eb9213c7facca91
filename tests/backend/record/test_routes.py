"""The participation summary and the participation code, as the reviewing officer meets them."""

from uuid import uuid4

import pytest
from sqlalchemy import select, update

from cadair.audit.models import AuditEvent
from cadair.record.models import ParticipationCode
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.backend.contributions.conftest import NOW, an_answer
from tests.backend.record.conftest import hold, share
from tests.world.statements import counted

HOME = "I like my room but I miss Nan 🏠"


def open_summary(world, who="Priya"):
    return world.sign_in(who).get(f"/api/reviews/{world.review_id}/summary")


def summary(world) -> dict:
    answer = open_summary(world)
    assert answer.status_code == 200, answer.text
    return answer.json


def confirm(world, code, reason=None, **more):
    return world.sign_in("Priya").put(
        f"/api/reviews/{world.review_id}/participation-code",
        json={"code": code, "reason": reason, **more},
    )


def audited(world) -> list[tuple[str, dict]]:
    with world.inside() as session:
        rows = session.execute(
            select(AuditEvent.event, AuditEvent.facts).where(AuditEvent.child_id == world.child_id)
        )
        return [(row.event, row.facts) for row in rows]


def sayings(lines) -> list[str]:
    return [line["words"] for line in lines]


def test_the_childs_own_words_come_first_word_for_word_and_with_their_source(world):
    home = an_answer("home.change", words=HOME, wish=True, audience="my_iro_and_social_worker")
    shared = share(world, "Ada", an_answer("good_news.words", words="I won"), home)
    read = summary(world)
    assert [topic["topic"] for topic in read["own_words"]] == ["good_news", "home"]
    (line,) = read["own_words"][1]["lines"]
    assert line["words"] == HOME
    assert line["ask"] == "What’s good? What would you change?"
    assert (line["contribution_id"], line["answer_id"]) == (shared, home["id"])
    assert line["shared_at"].startswith("2026-03-16T16:00")
    assert line["audience"] == "my_iro_and_social_worker"
    assert read["wishes"] == [line]
    assert read["contributions"][shared]["lines"][1] == line


def test_choices_are_told_as_the_child_read_them_and_skips_are_answers(world):
    share(
        world,
        "Ada",
        an_answer("family.brothers_sisters", choices=["more"]),
        an_answer("school.words", skip="dont_want_to_say"),
    )
    family, school = (topic["lines"][0] for topic in summary(world)["own_words"])
    assert family["choices"][0]["key"] == "more"
    assert family["choices"][0]["say"]
    assert school["skip"] == "dont_want_to_say"


def test_how_the_child_takes_part_and_what_is_not_to_be_raised_openly(world):
    share(
        world,
        "Ada",
        an_answer("meeting.come", choices=["part"]),
        an_answer("meeting.not_openly", words="Dad", audience="only_my_iro"),
        an_answer("fun.love", words="Dance", not_people=[str(world.ids["Carol"])]),
        an_answer("school.face", face="ok"),
    )
    read = summary(world)
    assert [line["question"] for line in read["taking_part"]] == [
        "meeting.come",
        "meeting.not_openly",
    ]
    assert [line["question"] for line in read["not_openly"]] == ["meeting.not_openly", "fun.love"]
    assert read["not_openly"][1]["not_people"] == [
        {"person_id": str(world.ids["Carol"]), "name": "Carol Reed"}
    ]


def test_a_helpers_words_stand_apart_and_say_whose_they_are(world):
    shared = share(
        world,
        "Ada",
        an_answer("home.change", words="Nan", helper_words="She cried when she said it"),
        helper={"name": "Jo", "who": "advocate"},
    )
    read = summary(world)
    line = read["own_words"][0]["lines"][0]
    assert (line["words"], line["helper_words"]) == ("Nan", "She cried when she said it")
    assert read["contributions"][shared]["helper"] == {"name": "Jo", "who": "advocate"}


def test_faces_stand_beside_those_of_the_last_review_that_heard_the_child(world):
    share(world, "Ada", an_answer("home.face", face="happy"), an_answer("fun.love", wish=True,
          words="A club"))  # fmt: skip
    hold(world)
    share(world, "Ada", an_answer("home.face", face="sad"))
    read = summary(world)
    (pair,) = read["faces"]
    assert (pair["question"], pair["now"]["face"], pair["before"]["face"]) == (
        "home.face",
        "sad",
        "happy",
    )
    assert pair["before"]["shared_at"].startswith("2026-03-16")
    assert sayings(read["wishes_before"]) == ["A club"]
    assert read["wishes"] == []
    assert [each["held_on"] for each in read["earlier"]] == ["2026-03-15"]


def test_others_stand_beside_by_topic_and_differences_show_both(world):
    share(world, "Ada", an_answer("home.face", face="sad"), an_answer("home.change", words=HOME))
    share(world, "Carol", an_answer("home.face", face="happy"),
          an_answer("home.words", words="Very settled"),
          an_answer("family_time.words", words="Hard after"),
          an_answer("private_note.words", words="Gran is ill", audience="only_my_iro"))  # fmt: skip
    share(world, "Mum", an_answer("family_time.words", words="Too short"))
    read = summary(world)
    topics = {topic["topic"]: topic for topic in read["others"]}
    assert [
        (entry["person"]["name"], entry["person"]["kind"], sayings(entry["lines"]))
        for entry in topics["family"]["entries"]
    ] == [
        ("Carol Reed", "foster_carer", ["Hard after"]),
        ("Mum Reed", "mother", ["Too short"]),
    ]
    assert topics["home"]["title"] == "Where I live"  # the child's name for it
    (note,) = topics["private_note"]["entries"][0]["lines"]
    assert note["audience"] == "only_my_iro"
    (difference,) = read["differences"]
    assert [
        (entry["person"]["called"], entry["says"]["face"], sayings(entry["words"]))
        for entry in difference["entries"]
    ] == [("Ada", "sad", [HOME]), ("Carol", "happy", ["Very settled"])]


def test_an_observation_is_marked_as_one_and_never_as_the_childs_words(world):
    world.cannot_say()
    shared = share(world, "Carol", an_answer("shows.happy", words="She claps"), form="observation")
    read = summary(world)
    assert read["own_words"] == []
    assert read["others"] == []
    (seen,) = read["observations"]
    assert (seen["contribution_id"], seen["person"]["called"]) == (shared, "Carol")
    assert sayings(seen["topics"][0]["lines"]) == ["She claps"]
    assert read["participation"]["proposed"] == "PN7"
    assert "observed" in [fact["code"] for fact in read["participation"]["evidence"]]


def test_only_what_counts_is_said_and_what_it_replaced_is_not_opened(world):
    first = share(world, "Ada", an_answer("home.change", words="First"))
    second = share(world, "Ada", an_answer("home.change", words="Second"), replaces=first)
    read = summary(world)
    assert sayings(read["own_words"][0]["lines"]) == ["Second"]
    assert read["contributions"][first]["replaced_by"] == second
    assert read["contributions"][first]["lines"] == []
    own = world.sign_in("Ada").get("/api/my/contributions").json["contributions"]
    assert {each["id"]: len(each["read_by"]) for each in own} == {first: 0, second: 1}


def test_what_was_taken_back_is_gone_and_only_the_taking_back_is_told(world):
    shared = share(world, "Ada", an_answer("home.change", words=HOME))
    assert world.sign_in("Ada").post(f"/api/contributions/{shared}/withdraw").status_code == 200
    answer = open_summary(world)
    assert HOME not in answer.get_data(as_text=True)
    assert answer.json["contributions"][shared]["withdrawn_at"]
    assert "taken_back" in [fact["code"] for fact in answer.json["participation"]["evidence"]]


def test_who_was_asked_and_who_is_missing(world):
    share(world, "Carol")
    world.sign_in("Priya").put(
        f"/api/reviews/{world.review_id}/attempts/{uuid4()}",
        json={
            "person_id": str(world.ids["Mum"]),
            "how": "phone",
            "reached": False,
            "note": "No answer",
        },
    )
    asked = summary(world)["asked"]
    assert [(each["person"]["called"], each["state"]) for each in asked] == [
        ("Ada", "asked"),
        ("Dad", "not_yet_asked"),
        ("Mum", "not_reached"),
        ("Teacher", "asked"),
        ("Wendy", "asked"),
        ("Carol", "answered"),
    ]
    (attempt,) = asked[2]["attempts"]
    assert (attempt["how"], attempt["note"]) == ("phone", "No answer")


def test_opening_the_summary_tells_each_author_by_name_that_it_was_read(world):
    share(world, "Ada", an_answer("home.change", words=HOME))
    share(world, "Carol")
    before = world.sign_in("Ada").get("/api/my/contributions").json["contributions"]
    assert before[0]["read_by"] == []
    summary(world)
    for who in ("Ada", "Carol"):
        (mine,) = world.sign_in(who).get("/api/my/contributions").json["contributions"]
        assert [reader["called"] for reader in mine["read_by"]] == ["Priya"]


def test_planning_reads_how_people_take_part_and_counts_as_read_by_nobody(world):
    share(world, "Ada", an_answer("meeting.come", choices=["yes"]), an_answer("home.change",
          words=HOME))  # fmt: skip
    share(world, "Mum", an_answer("taking_part.how", choices=["apart"],
          audience="my_iro_and_social_worker"))  # fmt: skip
    answer = world.sign_in("Priya").get(f"/api/reviews/{world.review_id}/taking-part")
    assert [line["question"] for line in answer.json["taking_part"]] == ["meeting.come"]
    assert HOME not in answer.get_data(as_text=True)
    (mum,) = answer.json["others"]
    assert (mum["person"]["called"], mum["lines"][0]["choices"][0]["key"]) == ("Mum", "apart")
    (mine,) = world.sign_in("Ada").get("/api/my/contributions").json["contributions"]
    assert mine["read_by"] == []
    assert "review.taking_part_read" in [event for event, _ in audited(world)]


def test_each_opening_leaves_its_trace_without_a_word_of_what_was_read(world):
    shared = share(world, "Ada", an_answer("home.change", words=HOME))
    summary(world)
    summary(world)
    trace = audited(world)
    opened = [facts for event, facts in trace if event == "review.summary_read"]
    assert opened == [{"contributions": [shared]}] * 2
    assert HOME not in str(trace)


@pytest.mark.parametrize(
    "who", ["Ada", "Carol", "Mum", "Wendy", "Teacher", "Omar", "Boss", "Clerk"]
)
def test_nobody_but_the_childs_officer_opens_it(world, who):
    share(world, "Ada", an_answer("home.change", words=HOME))
    nowhere = world.sign_in(who).get(f"/api/reviews/{uuid4()}/summary")
    for path in ("summary", "taking-part"):
        answer = world.sign_in(who).get(f"/api/reviews/{world.review_id}/{path}")
        assert (answer.status_code, answer.data) == (404, nowhere.data)
    refused = world.sign_in(who).put(
        f"/api/reviews/{world.review_id}/participation-code", json={"code": "PN6", "reason": None}
    )
    assert (refused.status_code, refused.data) == (404, nowhere.data)


def test_a_summary_takes_as_many_statements_for_many_voices_as_for_few(world):
    share(world, "Ada", an_answer("home.face", face="sad"))
    priya = world.sign_in("Priya")
    path = f"/api/reviews/{world.review_id}/summary"
    priya.get(path)
    with counted(world.app) as few:
        assert priya.get(path).status_code == 200
    for who in ("Carol", "Mum", "Wendy", "Teacher"):
        share(world, who)
    share(world, "Ada", *(an_answer(key, words="x") for key in ("fun.love", "home.change")))
    priya.get(path)
    with counted(world.app) as many:
        assert len(priya.get(path).json["contributions"]) == 6
    assert len(many) == len(few) <= 8


# The participation code


def test_a_code_is_proposed_with_the_answers_it_rests_on(world):
    shared = share(
        world,
        "Ada",
        an_answer("meeting.come", choices=["no"]),
        an_answer("meeting.speaks", choices=["advocate"]),
        an_answer("home.change", words=HOME),
    )
    participation = summary(world)["participation"]
    assert (participation["proposed"], participation["if_not"]) == ("PN5", True)
    assert participation["in_return"] is True
    named = next(f for f in participation["evidence"] if f["code"] == "speaker_named")
    assert (named["contribution_id"], named["choice"]) == (shared, "advocate")
    assert participation["if_they_come"][0] == {"did": "spoke", "code": "PN1"}
    assert participation["may_be"] == [f"PN{number}" for number in range(1, 8)]
    assert participation["confirmed"] is None


def test_the_officer_confirms_the_proposed_code(world):
    share(world, "Ada", an_answer("home.change", words=HOME))
    answer = confirm(world, "PN6")
    assert answer.status_code == 200
    confirmed = answer.json["confirmed"]
    assert (confirmed["code"], confirmed["proposed"], confirmed["reason"]) == ("PN6", "PN6", None)
    assert confirmed["by"]["called"] == "Priya"
    assert confirmed["before_meeting"] is True
    assert summary(world)["participation"] == answer.json
    assert ("participation.confirmed", {"code": "PN6", "proposed": "PN6", "before": None}) in (
        audited(world)
    )


def test_another_code_needs_a_reason_which_is_sealed(world):
    refused = confirm(world, "PN6")
    assert (refused.status_code, refused.json["fields"]) == (422, {"reason": ["required"]})
    blank = confirm(world, "PN6", " \n ")
    assert blank.json["fields"] == {"reason": ["required"]}
    said = "She rang me on Monday and I wrote it down"
    assert confirm(world, "PN6", said).json["confirmed"]["reason"] == said
    with world.inside() as session:
        kept = session.get(ParticipationCode, world.review_id)
        assert said.encode() not in kept.reason
        assert said not in str(kept.evidence)
    assert said not in str(audited(world))


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        ({"code": "PN0", "reason": "I think so"}, {"code": ["not_at_this_age"]}),
        ({"code": "PN9", "reason": None}, {"code": ["not_valid"]}),
        ({"code": "PN7", "reason": "x" * 2001}, {"reason": ["too_long"]}),
        ({"code": "PN7", "reason": "half \ud83d"}, {"reason": ["not_valid"]}),
        ({"code": "PN1", "reason": None, "came": "spoke"}, {"came": ["not_yet"]}),
        ({"code": "PN7"}, {"reason": ["required"]}),
        ({"code": "PN7", "reason": None, "child": "x"}, {"child": ["unknown"]}),
    ],
)
def test_what_does_not_fit_is_refused_and_says_where(world, sent, fields):
    answer = world.sign_in("Priya").put(
        f"/api/reviews/{world.review_id}/participation-code", json=sent
    )
    assert (answer.status_code, answer.json["fields"]) == (422, fields)


def test_who_came_and_spoke_is_seen_on_the_day_and_needs_no_typing(world):
    with world.inside() as session:
        session.execute(update(Review).where(Review.id == world.review_id).values(meets_at=NOW))
    answer = confirm(world, "PN1", came="spoke")
    assert answer.status_code == 200, answer.text
    assert answer.json["confirmed"]["proposed"] == "PN1"
    assert answer.json["confirmed"]["came"] == "spoke"
    assert answer.json["proposed"] == "PN7"  # what the evidence alone speaks for


def test_a_change_of_mind_replaces_the_code_and_the_trail_keeps_both(world):
    confirm(world, "PN7")
    confirm(world, "PN6", "Her letter came")
    codes = [facts for event, facts in audited(world) if event == "participation.confirmed"]
    assert [(each["before"], each["code"]) for each in codes] == [(None, "PN7"), ("PN7", "PN6")]


def test_a_code_confirmed_after_the_meeting_is_told_beside_the_next(world):
    earlier = hold(world)
    later, world.review_id = world.review_id, earlier
    assert confirm(world, "PN7").json["confirmed"]["before_meeting"] is False
    world.review_id = later
    (before,) = summary(world)["earlier"]
    assert (before["review_id"], before["code"], before["confirmed"]) == (
        str(earlier),
        "PN7",
        True,
    )


def test_a_review_that_is_not_open_has_no_code_yet(world):
    world.move_to(Stage.PLANNED)
    answer = confirm(world, "PN7")
    assert (answer.status_code, answer.json["code"]) == (409, "review_not_open_yet")
