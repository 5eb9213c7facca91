"""Who may share, and that nobody learns sideways what another did."""

from uuid import uuid4

import pytest

from cadair.contributions.models import Contribution
from tests.backend.contributions.conftest import an_answer
from tests.backend.contributions.test_sharing import rows, share

FORMS = {
    "Carol": ("carer", "going_well.words"),
    "Mum": ("parent", "going_well.words"),
    "Wendy": ("professional", "going_well.words"),
    "Teacher": ("professional", "going_well.words"),
    "Priya": ("observation", "seen.when"),
}


def own_form(words, who, **said):
    form, question = FORMS[who]
    return words(an_answer(question, words="As I see it", **said), form=form)


@pytest.mark.parametrize("who", FORMS)
def test_everybody_who_was_asked_shares_in_their_own_form(world, words, who):
    world.cannot_say()
    assert share(world.sign_in(who), own_form(words, who)).status_code == 200


@pytest.mark.parametrize("who", ["Carol", "Wendy", "Teacher", "Priya"])
def test_whoever_cares_for_a_child_may_write_an_observation(world, words, who):
    world.cannot_say()
    body = words(an_answer("shows.happy", words="She hums"), form="observation")
    assert share(world.sign_in(who), body).json["form"] == "observation"


@pytest.mark.parametrize(
    ("who", "form"),
    [
        ("Ada", "observation"),
        ("Mum", "observation"),
        ("Mum", "carer"),
        ("Carol", "child_12_to_15"),
        ("Priya", "professional"),
    ],
)
def test_nobody_speaks_in_anothers_form(world, words, who, form):
    refused = share(world.sign_in(who), words(form=form))
    assert refused.json["fields"] == {"form": ["unknown"]}


@pytest.mark.parametrize("who", ["Dad", "Omar", "Stranger", "Boss", "Clerk"])
def test_whoever_was_not_asked_finds_no_review(world, words, who):
    browser = world.sign_in(who)
    refused = share(browser, words(form="carer"))
    nowhere = share(browser, words(form="carer", review_id=str(uuid4())))
    assert (refused.status_code, refused.data) == (404, nowhere.data)


def test_nobody_shares_without_signing_in(client, world, words):
    assert share(client, words()).json == {"code": "not_signed_in", "status": 401}


def test_another_councils_review_does_not_exist(world, elsewhere, words):
    for who in ("Ada", "Carol", "Priya"):
        refused = share(elsewhere.sign_in(who), words())
        assert refused.json == {"code": "not_found", "status": 404}


def test_an_id_that_another_council_has_used_stays_unknown(ada, world, elsewhere, words):
    id_ = share(ada, words()).json["id"]
    theirs = {**words(), "review_id": str(elsewhere.review_id)}
    refused = share(elsewhere.sign_in("Ada"), theirs, id_)
    assert refused.json == {"code": "not_found", "status": 404}
    assert rows(elsewhere, Contribution.id) == []


def test_an_id_that_another_person_has_used_stays_unknown(ada, world, words):
    id_ = share(ada, words()).json["id"]
    refused = share(world.sign_in("Carol"), own_form(words, "Carol"), id_)
    assert refused.json == {"code": "not_found", "status": 404}


def test_what_anybody_is_told_is_the_same_whether_others_have_spoken_or_not(ada, world, words):
    mum = world.sign_in("Mum")
    pages = ("/api/my/contributions", f"/api/my/drafts/{world.review_id}", "/api/my/reviews")
    before = [mum.get(page).data for page in pages]
    share(ada, words())
    share(world.sign_in("Carol"), own_form(words, "Carol"))
    assert [mum.get(page).data for page in pages] == before


@pytest.mark.parametrize("who", ["Carol", "Mum", "Teacher"])
def test_an_adults_private_note_stays_with_the_reviewing_officer(world, words, who):
    form = FORMS[who][0]
    for audience in ("everyone_at_my_review", "my_iro_and_social_worker"):
        note = an_answer("private_note.words", words="In confidence", audience=audience)
        refused = share(world.sign_in(who), words(note, form=form))
        assert refused.json["fields"] == {"answers.0.audience": ["fixed"]}


def test_an_adult_neither_wishes_nor_leaves_people_out(world, words):
    carol = world.sign_in("Carol")
    for field, value in (("wish", True), ("not_people", [str(world.ids["Mum"])])):
        refused = share(carol, own_form(words, "Carol", **{field: value}))
        assert refused.json["fields"] == {f"answers.0.{field}": ["not_on_this_form"]}
