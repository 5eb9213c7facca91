"""Sharing, as a phone meets it: once, whole, theirs alone, and never over other words."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, true

from cadair.audit.models import AuditEvent
from cadair.contributions.models import (
    AnswerException,
    Contribution,
    ContributionAnswer,
    Draft,
    Wish,
)
from cadair.contributions.schemas import OwnContributionsSchema
from cadair.foundation.clock import frozen
from cadair.reviews import queries as reviews
from cadair.reviews.rules import Asked, Stage
from tests.backend.contributions.conftest import NOW, an_answer


def share(browser, body, contribution_id=None):
    return browser.put(f"/api/contributions/{contribution_id or uuid4()}", json=body)


def rows(world, *columns, where=None):
    with world.inside() as session:
        return session.execute(select(*columns).where(true() if where is None else where)).all()


def test_what_ada_shares_comes_back_word_for_word(ada, world, words):
    body = words(
        an_answer("home.face", face="happy", words="  I ❤ my room. \n"),
        an_answer("meeting.lead", choices=["level_5"]),
        an_answer("family.see_more", choices=["mum", "pets"], wish=True, words="Rex!"),
        an_answer("safe.feel", skip="dont_want_to_say", audience="only_my_iro"),
        helper={"name": "Carol", "who": "my carer"},
    )
    shared = share(ada, body)
    assert shared.status_code == 200, shared.json
    assert [
        {name: answer[name] for name in sent}
        for answer, sent in zip(shared.json["answers"], body["answers"], strict=True)
    ] == body["answers"]
    assert shared.json["answers"][0]["topic"] == "home"
    assert shared.json["helper"] == {"name": "Carol", "who": "my carer"}
    assert shared.json["withdrawn_at"] is None
    own = ada.get("/api/my/contributions").json
    assert own == {"contributions": [shared.json]}
    assert not OwnContributionsSchema().validate(own)


def test_nothing_a_child_said_lies_readable_in_the_database(ada, world, words):
    body = words(
        an_answer("home.change", words="A secret den"),
        helper={"name": "Carol", "who": "my carer"},
    )
    assert share(ada, body).status_code == 200
    for table in (Contribution, ContributionAnswer, Wish, AuditEvent, Draft):
        for row in rows(world, *(getattr(table, key) for key in table.__annotations__)):
            assert "secret" not in str(row)
            assert "Carol" not in str(row)


def test_the_same_words_again_are_the_same_contribution(ada, world, words):
    body, id_ = words(an_answer("home.face", face="sad", wish=True)), uuid4()
    first = share(ada, body, id_)
    with frozen(NOW + timedelta(minutes=1)):
        assert share(ada, body, id_).json == first.json
    assert len(rows(world, Wish.id)) == 1
    shared = AuditEvent.event == "contribution.shared"
    assert len(rows(world, AuditEvent.id, where=shared)) == 1


def test_the_same_words_again_are_no_fault_after_the_review_has_closed(ada, world, words):
    body, id_ = words(), uuid4()
    first = share(ada, body, id_)
    world.move_to(Stage.MEETING)
    assert share(ada, body, id_).json == first.json
    refused = share(ada, body)
    assert (refused.status_code, refused.json["code"]) == (409, "review_has_closed")


@pytest.mark.parametrize("stage", [Stage.MEETING, Stage.WRITING_UP, Stage.SHARED, Stage.CLOSED])
def test_a_view_cannot_be_shared_once_the_meeting_has_begun(ada, world, words, stage):
    world.move_to(stage)
    assert share(ada, words()).json == {"code": "review_has_closed", "status": 409}
    assert rows(world, Contribution.id) == []


def test_a_view_cannot_be_shared_before_the_review_opens(ada, world, words):
    world.move_to(Stage.PLANNED)
    assert share(ada, words()).json == {"code": "review_not_open_yet", "status": 409}


def test_other_words_under_the_same_id_are_refused_and_the_first_stay(ada, world, words):
    answer, id_ = an_answer("home.face", face="sad"), uuid4()
    first = share(ada, words(answer), id_)
    for other in (
        words({**answer, "face": "happy"}),
        words({**answer, "words": "more"}),
        words({**answer, "audience": "only_my_iro"}),
        words(answer, language="cy"),
        words(answer, helper={"name": "Carol", "who": "carer"}),
    ):
        refused = share(ada, other, id_)
        assert refused.json == {"code": "already_shared_differently", "status": 409}
    assert ada.get("/api/my/contributions").json["contributions"] == [first.json]


def test_a_contribution_that_replaces_another_keeps_it(ada, world, words):
    first = share(ada, words(an_answer("home.face", face="sad", wish=True))).json
    anew = words(an_answer("home.face", face="ok", wish=True), replaces=first["id"])
    with frozen(NOW + timedelta(minutes=1)):
        second = share(ada, anew).json
    kept, now = ada.get("/api/my/contributions").json["contributions"]
    assert kept["replaced_by"] == second["id"] == now["id"]
    assert kept["answers"] == first["answers"]
    wishes = rows(world, Wish.contribution_id, Wish.closed_because)
    assert {str(id_): why and why.value for id_, why in wishes} == {
        first["id"]: "replaced",
        second["id"]: None,
    }


def test_a_contribution_is_replaced_once(ada, words):
    first = share(ada, words()).json["id"]
    body, id_ = words(replaces=first), uuid4()
    again = share(ada, body, id_)
    assert again.status_code == 200
    assert share(ada, body, id_).json == again.json
    assert share(ada, words(replaces=first)).json == {"code": "already_replaced", "status": 409}


def test_only_ones_own_contribution_to_the_same_review_can_be_replaced(ada, world, words):
    carer = world.sign_in("Carol")
    theirs = share(carer, words(an_answer("going_well.words", words="Judo"), form="carer"))
    assert theirs.status_code == 200
    for unknown in (theirs.json["id"], str(uuid4())):
        refused = share(ada, words(replaces=unknown))
        assert refused.json["fields"] == {"replaces": ["unknown"]}


def test_sharing_closes_the_draft(ada, world, words):
    content = {"form": "child_12_to_15", "form_version": 1, "language": "en", "answers": {}}
    address = f"/api/my/drafts/{world.review_id}"
    ada.put(address, json={"content": content}, headers={"If-Match": '"0"'})
    assert share(ada, words()).status_code == 200
    assert ada.get(address).json == {"content": None, "revision": 2}
    assert rows(world, Draft.content) == [(None,)]


def test_sharing_marks_the_one_who_was_asked_as_answered(world, words):
    carer = world.sign_in("Carol")
    shared = share(carer, words(an_answer("going_well.words", words="Judo"), form="carer"))
    assert _state(world, "Carol") is Asked.ANSWERED
    carer.post(f"/api/contributions/{shared.json['id']}/withdraw")
    assert _state(world, "Carol") is Asked.ASKED
    assert _state(world, "Mum") is Asked.ASKED


def _state(world, who):
    with world.inside() as session:
        asked = reviews.asked(session, review_id=world.review_id, key=b"")
        return asked[world.ids[who]].state


def test_an_answer_can_be_kept_from_people_of_the_circle(ada, world, words):
    left_out = sorted(str(world.ids[who]) for who in ("Mum", "Carol"))
    shared = share(ada, words(an_answer("home.face", face="ok", not_people=left_out)))
    assert shared.json["answers"][0]["not_people"] == left_out
    kept = {str(row.person_id) for row in rows(world, AnswerException.person_id)}
    assert kept == set(left_out)


@pytest.mark.parametrize("who", ["Stranger", "Priya", "Ada"])
def test_an_answer_cannot_be_kept_from_strangers_or_the_reviewing_officer(ada, world, words, who):
    answer = an_answer("home.face", face="ok", not_people=[str(world.ids[who])])
    refused = share(ada, words(answer))
    assert refused.json["fields"] == {"answers.0.not_people": ["unknown"]}


def test_an_answer_id_that_is_taken_is_refused_and_nothing_is_written(ada, world, words):
    answer = an_answer("home.face", face="ok")
    assert share(ada, words(answer)).status_code == 200
    refused = share(ada, words(answer))
    assert refused.json == {"code": "answer_id_taken", "status": 409}
    assert len(rows(world, Contribution.id)) == 1


def test_blank_answers_are_left_out(ada, words):
    shared = share(ada, words(an_answer("home.face"), an_answer("school.face", face="ok")))
    assert [answer["question"] for answer in shared.json["answers"]] == ["school.face"]


def test_an_emoji_cut_in_half_does_not_stop_a_child(ada, words):
    shared = share(ada, words(an_answer("home.change", words="so happy \ud83d")))
    assert shared.json["answers"][0]["words"] == "so happy \ufffd"


@pytest.mark.parametrize(
    ("told", "field", "code"),
    [
        ({"form": "child_99"}, "form", "unknown"),
        ({"form": "carer"}, "form", "unknown"),
        ({"form_version": 2}, "form_version", "unknown"),
        ({"form_version": "1"}, "form_version", "not_valid"),
        ({"language": "../en"}, "language", "not_valid"),
        ({"language": "en-not-a-place-for-words"}, "language", "not_valid"),
        ({"helper": {"name": "", "who": "carer"}}, "helper.name", "required"),
        ({"helper": {"name": "x" * 101, "who": "carer"}}, "helper.name", "too_long"),
        ({"answers": []}, "answers", "nothing_said"),
        ({"answers": "happy"}, "answers", "not_valid"),
        ({"replaces": "1"}, "replaces", "not_valid"),
        ({"note": "x"}, "note", "unknown"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(ada, world, words, told, field, code):
    refused = share(ada, {**words(), **told})
    assert refused.status_code == 422
    assert refused.json["fields"][field] == [code]
    assert rows(world, Contribution.id) == []


@pytest.mark.parametrize(
    ("said", "field", "code"),
    [
        ({"question": "home.nothing"}, "question", "unknown"),
        ({"question": "home.face", "words": "x" * 10_001}, "words", "too_long"),
        ({"question": "home.face", "face": "angry"}, "face", "not_valid"),
        ({"question": "home.change", "face": "sad"}, "face", "not_asked"),
        ({"question": "home.face", "choices": ["safe"]}, "choices", "not_asked"),
        ({"question": "home.feel", "choices": ["rich"]}, "choices", "unknown"),
        ({"question": "meeting.lead", "choices": ["level_1", "level_2"]}, "choices", "too_many"),
        ({"question": "home.feel", "choices": ["safe", "safe"]}, "choices", "too_many"),
        ({"question": "home.face", "face": "sad", "skip": "dont_know"}, "skip", "answered_as_well"),
        ({"question": "home.face", "helper_words": "sad"}, "helper_words", "no_helper"),
        ({"question": "home.face", "words": 7}, "words", "not_valid"),
        ({"question": "home.face", "words": "x", "wish": "yes"}, "wish", "not_valid"),
        ({"question": "home.face", "words": "x", "audience": "all"}, "audience", "not_valid"),
        ({"question": "home.face", "words": "x", "score": 5}, "score", "unknown"),
        ({"question": "home.face", "words": "x", "id": "1"}, "id", "not_valid"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_by_place(ada, world, words, said, field, code):
    good = an_answer("school.face", face="ok")
    refused = share(ada, words(good, {**an_answer("home.face"), **said}))
    assert (refused.status_code, refused.json["code"]) == (422, "bad_input")
    assert refused.json["fields"] == {f"answers.1.{field}": [code]}
    assert rows(world, Contribution.id) == []


def test_too_many_answers_and_repeated_ones_are_refused(ada, words):
    many = [an_answer("home.face", face="ok") for _ in range(81)]
    assert share(ada, words(*many)).json["fields"]["answers"] == ["too_many"]
    twice = [an_answer("home.face", face="ok"), an_answer("home.face", face="sad")]
    refused = share(ada, words(*twice))
    assert refused.json["fields"] == {"answers.1.question": ["repeated"]}
