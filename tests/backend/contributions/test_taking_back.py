"""Taking back: before the meeting, all of it, and only by the one who said it."""

from uuid import uuid4

import pytest

from cadair.contributions.models import AnswerException, Contribution, ContributionAnswer, Wish
from cadair.reviews.rules import Stage
from tests.backend.contributions.conftest import an_answer
from tests.backend.contributions.test_sharing import rows, share


def take_back(browser, contribution_id):
    return browser.post(f"/api/contributions/{contribution_id}/withdraw")


def test_taking_back_empties_the_words_and_keeps_that_there_were_some(ada, world, words):
    answer = an_answer("home.change", words="A den", wish=True, not_people=[str(world.ids["Mum"])])
    body, id_ = words(answer, helper={"name": "Carol", "who": "carer"}), uuid4()
    share(ada, body, id_)
    gone = take_back(ada, id_).json
    assert (gone["answers"], gone["helper"]) == ([], None)
    assert gone["withdrawn_at"] is not None
    assert rows(world, ContributionAnswer.value) == [(None,)]
    assert rows(world, Contribution.helper) == [(None,)]
    assert rows(world, AnswerException.person_id) == []
    assert [row.closed_because.value for row in rows(world, Wish.closed_because)] == ["taken_back"]
    assert take_back(ada, id_).json == gone
    assert share(ada, body, id_).json == gone
    assert ada.get("/api/my/contributions").json["contributions"] == [gone]


def test_taking_back_also_empties_what_was_replaced(ada, world, words):
    first = share(ada, words()).json["id"]
    second = share(ada, words(replaces=first)).json["id"]
    beside = share(ada, words(an_answer("good_news.words", words="I won"))).json["id"]
    assert take_back(ada, second).status_code == 200
    own = {each["id"]: each for each in ada.get("/api/my/contributions").json["contributions"]}
    assert own[first]["answers"] == own[second]["answers"] == []
    assert own[beside]["answers"]


def test_what_was_taken_back_cannot_be_replaced(ada, words):
    first = share(ada, words()).json["id"]
    take_back(ada, first)
    assert share(ada, words(replaces=first)).json["code"] == "already_replaced"


@pytest.mark.parametrize("stage", [Stage.MEETING, Stage.WRITING_UP, Stage.SHARED, Stage.CLOSED])
def test_nothing_is_taken_back_once_the_meeting_has_begun(ada, world, words, stage):
    shared = share(ada, words()).json
    world.move_to(stage)
    assert take_back(ada, shared["id"]).json == {"code": "too_late_to_take_back", "status": 409}
    assert ada.get("/api/my/contributions").json["contributions"] == [shared]


def test_nobody_takes_back_for_another(ada, world, elsewhere, words):
    id_ = share(ada, words()).json["id"]
    nothing = take_back(ada, uuid4())
    assert nothing.status_code == 404
    for who in ("Carol", "Priya", "Mum", "Boss", "Stranger"):
        assert take_back(world.sign_in(who), id_).data == nothing.data
    assert take_back(elsewhere.sign_in("Ada"), id_).data == nothing.data
    assert rows(world, Contribution.withdrawn_at) == [(None,)]


def test_an_author_who_has_left_the_circle_still_takes_back_what_is_theirs(world, words):
    carol = world.sign_in("Carol")
    body = words(an_answer("going_well.words", words="Judo"), form="carer")
    id_ = share(carol, body).json["id"]
    world.leave("Carol")
    assert share(carol, words(an_answer("home.face", face="ok"), form="carer")).status_code == 404
    assert take_back(carol, id_).status_code == 200
