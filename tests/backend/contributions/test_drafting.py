"""Drafts: one's own alone, on every device, and never written over in silence."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from cadair.audit.models import AuditEvent
from cadair.contributions.models import Draft
from cadair.reviews.rules import Stage


def content(words="I want a dog", form="child_12_to_15", **told):
    answer = {
        "skip": None,
        "face": None,
        "choices": [],
        "words": words,
        "helper_words": None,
        "audience": "only_my_iro",
        "not_people": [],
        "wish": True,
    }
    return {
        "form": form,
        "form_version": 1,
        "language": "en",
        "helper": None,
        "answers": {"home.change": answer},
        **told,
    }


def at(world, form=None):
    return f"/api/my/drafts/{world.review_id}" + (f"?form={form}" if form else "")


def save(browser, address, body, revision=0):
    return browser.put(address, json={"content": body}, headers={"If-Match": f'"{revision}"'})


def test_a_draft_goes_on_on_another_device(ada, world):
    assert ada.get(at(world)).json == {"content": None, "revision": 0}
    assert save(ada, at(world), content()).json == {"revision": 1}
    assert save(ada, at(world), content("I want two dogs"), 1).json == {"revision": 2}
    another = world.sign_in("Ada")
    assert another.get(at(world)).json == {"content": content("I want two dogs"), "revision": 2}


def test_a_stale_save_answers_with_the_current_draft_and_changes_nothing(ada, world):
    save(ada, at(world), content("first"))
    save(ada, at(world), content("second"), 1)
    current = {"content": content("second"), "revision": 2}
    for revision in (0, 1, 3):
        stale = save(ada, at(world), content("third"), revision)
        assert (stale.status_code, stale.json) == (
            412,
            {"code": "stale", "status": 412, "current": current},
        )
    assert ada.get(at(world)).json == current


def test_going_on_with_a_draft_that_was_never_there_is_stale_and_no_fault(ada, world):
    stale = save(ada, at(world), content(), 1)
    assert (stale.status_code, stale.json["current"]) == (412, {"content": None, "revision": 0})
    assert save(ada, at(world), content()).json == {"revision": 1}


def test_a_save_whose_answer_was_lost_can_be_sent_again(ada, world):
    save(ada, at(world), content("first"))
    for _ in range(2):
        assert save(ada, at(world), content("second"), 1).json == {"revision": 2}
    for _ in range(2):
        assert save(ada, at(world), content("second")).json == {"revision": 2}


def test_what_two_devices_wrote_for_one_question_is_kept_until_the_person_chooses(ada, world):
    other = content("on my tablet")["answers"]["home.change"]
    both = content("on my phone", other_words={"home.change": [other]})
    assert save(ada, at(world), both).json == {"revision": 1}
    assert ada.get(at(world)).json["content"] == both


def test_a_save_must_say_what_it_read(ada, world):
    refused = ada.put(at(world), json={"content": content()})
    assert (refused.status_code, refused.json["code"]) == (428, "revision_missing")


def test_a_discarded_draft_is_gone_and_a_device_that_was_away_cannot_bring_it_back(ada, world):
    save(ada, at(world), content("first"))
    assert ada.delete(at(world)).status_code == 204
    assert ada.delete(at(world)).status_code == 204
    assert ada.get(at(world)).json == {"content": None, "revision": 2}
    assert save(ada, at(world), content("late"), 1).json["code"] == "stale"
    assert save(ada, at(world), content("anew"), 0).json == {"revision": 3}
    assert save(ada, at(world), content("late"), 1).json["code"] == "stale"


def test_only_the_draft_that_was_read_is_discarded(ada, world):
    save(ada, at(world), content("first"))
    save(ada, at(world), content("second"), 1)
    stale = ada.delete(at(world), headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json["current"]["revision"]) == (412, 2)
    assert ada.delete(at(world), headers={"If-Match": '"2"'}).status_code == 204


def test_a_draft_is_its_authors_alone(ada, world):
    save(ada, at(world), content())
    for who in ("Carol", "Mum", "Wendy", "Teacher"):
        assert world.sign_in(who).get(at(world)).json == {"content": None, "revision": 0}
    assert world.sign_in("Priya").get(at(world)).json == {"content": None, "revision": 0}


@pytest.mark.parametrize("who", ["Dad", "Omar", "Stranger", "Boss", "Clerk"])
def test_whoever_was_not_asked_finds_no_review_to_write_for(world, who):
    browser = world.sign_in(who)
    nothing = browser.get(f"/api/my/drafts/{uuid4()}")
    for answer in (
        browser.get(at(world)),
        save(browser, at(world), content(form="carer")),
        browser.delete(at(world)),
    ):
        assert (answer.status_code, answer.data) == (404, nothing.data)


def test_another_councils_review_does_not_exist(world, elsewhere):
    answer = save(world.sign_in("Carol"), at(elsewhere), content(form="carer"))
    assert answer.json == {"code": "not_found", "status": 404}


def test_a_carers_observation_lies_beside_their_own_form(world):
    world.cannot_say()
    carol = world.sign_in("Carol")
    save(carol, at(world), content("well", form="carer"))
    save(carol, at(world, "observation"), content("seen", form="observation"))
    assert carol.get(at(world)).json["content"]["form"] == "carer"
    assert carol.get(at(world, "observation")).json["content"]["form"] == "observation"
    shared = carol.put(
        f"/api/contributions/{uuid4()}",
        json={
            "review_id": str(world.review_id),
            "form": "observation",
            "form_version": 1,
            "language": "en",
            "answers": [
                {
                    "id": str(uuid4()),
                    "question": "seen.when",
                    "words": "Today",
                    "audience": "only_my_iro",
                }
            ],
        },
    )
    assert shared.status_code == 200
    assert carol.get(at(world)).json["content"]["form"] == "carer"
    assert carol.get(at(world, "observation")).json["content"] is None


def test_a_draft_lies_under_the_form_that_it_is_for(world):
    carol = world.sign_in("Carol")
    for address, form in ((at(world), "observation"), (at(world, "observation"), "carer")):
        refused = save(carol, address, content(form=form))
        assert refused.json["fields"] == {"content.form": ["unknown"]}
    assert carol.get(at(world, "carers")).json["fields"] == {"form": ["unknown"]}


def test_a_reviewing_officer_writes_nothing_but_observations(world):
    world.cannot_say()
    priya = world.sign_in("Priya")
    assert save(priya, at(world), content(form="observation")).json == {"revision": 1}
    assert priya.get(at(world, "observation")).json["revision"] == 1


def test_a_draft_can_be_half_written(ada, world):
    half = content(
        answers={"home.change": {"audience": "only_my_iro"}}, helper={"name": "", "who": ""}
    )
    assert save(ada, at(world), half).status_code == 200
    kept = ada.get(at(world)).json["content"]
    assert kept["answers"]["home.change"]["words"] is None
    assert kept["helper"] == {"name": "", "who": ""}


@pytest.mark.parametrize(
    ("told", "field", "code"),
    [
        ({"form_version": "one"}, "content.form_version", "not_valid"),
        ({"answers": []}, "content.answers", "not_valid"),
        ({"answers": {"home.change": 3}}, "content.answers.home.change.value", None),
        ({"note": 1}, "content.note", "unknown"),
        ({"helper": {"name": "x" * 101, "who": ""}}, "content.helper.name", "too_long"),
    ],
)
def test_a_draft_of_the_wrong_shape_is_refused(ada, world, told, field, code):
    refused = save(ada, at(world), content(**told))
    assert (refused.status_code, refused.json["code"]) == (422, "bad_input")
    said = refused.json["fields"]
    assert said.get(field) == [code] if code else any(key.startswith(field) for key in said)


def test_a_draft_longer_than_the_server_keeps_is_refused_and_the_last_one_stays(ada, world):
    save(ada, at(world), content("short"))
    refused = save(ada, at(world), content("x" * 256 * 1024), 1)
    assert refused.json == {"code": "too_large", "status": 413}
    assert ada.get(at(world)).json == {"content": content("short"), "revision": 1}


@pytest.mark.parametrize(
    ("stage", "status"),
    [(Stage.PLANNED, 200), (Stage.READY, 200), (Stage.MEETING, 409), (Stage.CLOSED, 409)],
)
def test_a_draft_is_kept_until_the_meeting_begins(ada, world, stage, status):
    world.move_to(stage)
    assert save(ada, at(world), content()).status_code == status


def test_a_draft_is_sealed_to_its_place_and_leaves_a_trace_when_begun(ada, world):
    save(ada, at(world), content("my secret"))
    save(ada, at(world), content("my other secret"), 1)
    save(world.sign_in("Carol"), at(world), content("hers", form="carer"))
    with world.inside() as session:
        drafts = session.scalars(select(Draft)).all()
        assert len(drafts) == 2
        assert all(b"secret" not in draft.content for draft in drafts)
        hers, adas = sorted(drafts, key=lambda draft: draft.revision)
        adas.content = hers.content
        begun = session.scalars(
            select(AuditEvent.actor_id).where(AuditEvent.event == "draft.begun")
        ).all()
    assert set(begun) == {world.ids["Ada"], world.ids["Carol"]}
    moved = ada.get(at(world))
    assert (moved.status_code, moved.json["code"]) == (500, "our_fault")
