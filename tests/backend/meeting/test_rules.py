"""What may stand in a plan, what it asks, and what covers what: read as facts."""

from datetime import date
from uuid import uuid4

import pytest

from cadair.foundation.errors import BadInput
from cadair.meeting.rules.checking import BadPlan, Known, check_plan
from cadair.meeting.rules.matters import MATTERS, OF_TOPIC, covered
from cadair.meeting.rules.requests import (
    Answer,
    check_answer,
    fingerprint,
    kind_of,
    person_of,
    requests_of,
    words_of,
)
from cadair.meeting.rules.saving import check_may_answer, check_may_save, told_of
from cadair.reviews.rules import ReviewHasClosed, Stage
from tests.backend.meeting.conftest import a_plan, item, person

MUM, DAD, WISH, ADDED = (str(uuid4()) for _ in range(4))
KNOWN = Known(
    people=frozenset({MUM, DAD}),
    wishes=frozenset({WISH}),
    last_time=frozenset(),
    matters=frozenset({"school", "home"}),
    added=frozenset({ADDED}),
)
SOMEBODY = str(uuid4())
BIKE = item()


def faults(plan, known=KNOWN):
    with pytest.raises(BadPlan) as refused:
        check_plan(plan, known=known)
    return {place: codes[0] for place, codes in refused.value.fields.items()}


def test_a_plan_of_people_and_things_that_the_child_knows_is_fine():
    plan = a_plan(
        people=[person(MUM, "part", items=[BIKE["id"]]), person(DAD, "no", reason="He shouts.")],
        supporter={"person_id": None, "who": "My friend Ash"},
        seats=[MUM, DAD], beside_me=[MUM],
        agenda=[BIKE, item("wish", of=WISH), item("must", of="school", lead="officer"),
                item("added", of=ADDED, lead=MUM, not_while=[DAD])],
        ground_rules=[{"key": "kind_words"}, {"words": "No shouting"}],
        script={"welcome": "Hi.", BIKE["id"]: "My bike is broken."},
    )  # fmt: skip
    check_plan(plan, known=KNOWN)


TWICE = item("wish", of=WISH)
WRONG = {
    "a stranger": (a_plan(people=[person(SOMEBODY)]), "people.0.person_id", "unknown"),
    "somebody twice": (
        a_plan(people=[person(MUM), person(MUM, "no")]), "people.1.person_id", "repeated"
    ),
    "a part of nothing": (
        a_plan(people=[person(MUM, "part", items=[SOMEBODY])]), "people.0.items", "unknown"
    ),
    "items of who comes to all": (
        a_plan(people=[person(MUM, items=[])]), "people.0.items", "not_for_a_part"
    ),
    "a supporter who is nobody": (
        a_plan(supporter={"person_id": None, "who": None}), "supporter", "required"
    ),
    "a stranger as supporter": (
        a_plan(supporter={"person_id": SOMEBODY, "who": None}), "supporter.person_id", "unknown"
    ),
    "a stranger's seat": (a_plan(seats=[SOMEBODY]), "seats", "unknown"),
    "one seat twice": (a_plan(seats=[MUM, MUM]), "seats", "repeated"),
    "beside a stranger": (a_plan(beside_me=[SOMEBODY]), "beside_me", "unknown"),
    "one time twice": (
        a_plan(when={"times": ["weekend", "weekend"], "words": None}), "when.times", "repeated"
    ),
    "one id twice": (a_plan(agenda=[BIKE, BIKE]), "agenda.1.id", "repeated"),
    "somebody new twice": (
        a_plan(ask_for=[{"id": MUM, "who": "Ash", "why": None}] * 2), "ask_for.1.id", "repeated"
    ),
    "another's wish": (a_plan(agenda=[item("wish", of=SOMEBODY)]), "agenda.0.of", "unknown"),
    "no wish": (a_plan(agenda=[item("wish")]), "agenda.0.of", "unknown"),
    "one wish twice": (a_plan(agenda=[TWICE, {**TWICE, "id": MUM}]), "agenda.1.of", "repeated"),
    "no such matter": (a_plan(agenda=[item("must", of="weather")]), "agenda.0.of", "unknown"),
    "mine from elsewhere": (a_plan(agenda=[item(of=WISH)]), "agenda.0.of", "unknown"),
    "mine without words": (a_plan(agenda=[item(words=None)]), "agenda.0.words", "required"),
    "led by a stranger": (a_plan(agenda=[item(lead=SOMEBODY)]), "agenda.0.lead", "unknown"),
    "not while a stranger": (
        a_plan(agenda=[item(not_while=[SOMEBODY])]), "agenda.0.not_while", "unknown"
    ),
    "a rule that says nothing": (a_plan(ground_rules=[{}]), "ground_rules.0", "key_or_words"),
    "a rule of two": (
        a_plan(ground_rules=[{"key": "a", "words": "b"}]), "ground_rules.0", "key_or_words"
    ),
    "a rule twice": (
        a_plan(ground_rules=[{"key": "a"}, {"key": "a"}]), "ground_rules.1", "repeated"
    ),
    "a line for nothing": (a_plan(script={SOMEBODY: "Hm."}), "script", "unknown"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_what_a_child_cannot_mean_is_refused_where_it_stands(wrong):
    plan, place, code = WRONG[wrong]
    assert faults(plan) == {f"plan.{place}": code}


def test_nobody_sits_beside_three():
    three = [MUM, DAD, SOMEBODY]
    known = KNOWN.and_those_of(a_plan(seats=[SOMEBODY]))
    assert faults(a_plan(beside_me=three), known) == {"plan.beside_me": "too_many"}


def test_whoever_stands_in_the_plan_already_may_stay_when_they_leave_the_circle():
    was = a_plan(
        people=[person(SOMEBODY, "no")], seats=[SOMEBODY], beside_me=[SOMEBODY],
        supporter={"person_id": SOMEBODY, "who": None},
        agenda=[item(lead=SOMEBODY, not_while=[SOMEBODY]), item("wish", of=SOMEBODY)],
    )  # fmt: skip
    assert faults(was).keys() == {
        "plan.people.0.person_id", "plan.seats", "plan.beside_me", "plan.supporter.person_id",
        "plan.agenda.0.lead", "plan.agenda.0.not_while", "plan.agenda.1.of",
    }  # fmt: skip
    check_plan(was, known=KNOWN.and_those_of(was))


def test_a_plan_asks_for_what_was_chosen_and_for_nothing_else():
    assert list(requests_of(None)) == []
    assert list(requests_of(a_plan())) == ["level"]
    asked, quiet = item(private=True), item("must", of="school")
    led, apart = item("must", of="home", lead=MUM), item("wish", of=WISH, without_me=True)
    plan = a_plan(
        people=[person(MUM), person(DAD, "no")],
        ask_for=[{"id": WISH, "who": "Ash", "why": None}],
        supporter={"person_id": MUM, "who": None}, beside_me=[MUM],
        place={"where": None, "words": "The park"}, when={"times": ["weekend"], "words": None},
        minutes=45, how="video", breaks="none", snacks="Crisps",
        agenda=[asked, quiet, led, apart],
    )  # fmt: skip
    assert list(requests_of(plan)) == [
        "level", f"person:{MUM}", f"person:{DAD}", f"ask_for:{WISH}", "supporter", "seats",
        "place", "when", "minutes", "how", "breaks", "snacks",
        *(f"item:{each['id']}" for each in (asked, led, apart)),
    ]  # fmt: skip


def test_a_request_is_asked_anew_only_when_itself_changes():
    before = requests_of(a_plan(people=[person(DAD, "no")], agenda=[BIKE], minutes=30))
    after = requests_of(
        a_plan(people=[person(DAD, "part", items=[])], agenda=[{**BIKE, "minutes": 9}], minutes=30)
    )
    same = {key for key in before if of(before, key) == of(after, key)}
    assert same == {"level", "minutes", f"item:{BIKE['id']}"}


def of(requests, key):
    return fingerprint(b"k" * 32, key, requests[key])


def test_one_value_under_two_keys_has_two_fingerprints():
    assert fingerprint(b"k", "minutes", 5) != fingerprint(b"k", "level", 5)
    assert fingerprint(b"k", "level", 5) != fingerprint(b"other", "level", 5)


def test_a_request_says_whom_it_is_about_and_what_the_child_says():
    plan = a_plan(
        people=[person(DAD, "no", reason="He shouts.")],
        supporter={"person_id": MUM, "who": None},
        ask_for=[{"id": WISH, "who": "Ash", "why": "She is kind."}],
    )
    requests = requests_of(plan)
    told = {kind_of(key): (person_of(key, value), words_of(value))
            for key, value in requests.items()}  # fmt: skip
    assert told == {
        "level": (None, []),
        "person": (DAD, ["He shouts."]),
        "supporter": (MUM, []),
        "ask_for": (None, ["Ash", "She is kind."]),
    }


@pytest.mark.parametrize("answer", [Answer.PARTLY, Answer.NO])
def test_a_no_and_half_a_yes_need_a_reason(answer):
    with pytest.raises(BadInput):
        check_answer(answer, None)
    check_answer(answer, "The room is too small.")
    check_answer(Answer.YES, None)


@pytest.mark.parametrize("nation", MATTERS)
def test_every_matter_of_a_nation_stands_beside_the_agenda(nation):
    assert [each.matter for each in covered(nation=nation, agenda=[], topics={})] == [
        each.key for each in MATTERS[nation]
    ]
    assert all(each.by == () for each in covered(nation=nation, agenda=[], topics={}))


def test_what_was_not_read_in_the_law_is_marked():
    assert not any(each.confirmed for each in MATTERS["wales"])
    read = {each.source for each in MATTERS["england"] if each.confirmed}
    assert read == {f"Sch 7 para {number}" for number in (1, 2, 4, 5, 6, 9, 10, 13)}


def test_an_item_covers_what_it_is_about():
    must, wished, mine = item("must", of="school"), item("wish", of=WISH), item()
    found = covered(nation="wales", agenda=[must, wished, mine], topics={WISH: "family"})
    by = {each.matter: each.by for each in found if each.by}
    assert by == {
        "school": (must["id"],),
        "family_time": (wished["id"],),
        "wishes": (wished["id"], mine["id"]),
    }
    assert set(OF_TOPIC.values()) <= {each.key for each in MATTERS["england"]}


BEFORE = (Stage.PLANNED, Stage.OPEN_FOR_VIEWS, Stage.READY)
OVER = (Stage.WRITING_UP, Stage.SHARED, Stage.CLOSED)


@pytest.mark.parametrize("stage", Stage)
def test_a_plan_changes_until_the_meeting_and_the_level_until_it_is_over(stage):
    kept, other, level = a_plan(minutes=30), a_plan(minutes=45), a_plan(minutes=30, level=5)
    may = {
        name: _allowed(stage, kept, wanted) for name, wanted in (("plan", other), ("level", level))
    }
    assert may == {"plan": stage in BEFORE, "level": stage not in OVER}
    assert _allowed(stage, None, level) is (stage in BEFORE)


def _allowed(stage, kept, wanted):
    try:
        check_may_save(stage, kept=kept, wanted=wanted)
    except ReviewHasClosed:
        return False
    return True


@pytest.mark.parametrize("stage", OVER)
def test_when_it_is_over_nothing_is_answered(stage):
    with pytest.raises(ReviewHasClosed):
        check_may_answer(stage)
    for before in (*BEFORE, Stage.MEETING):
        check_may_answer(before)


def test_somebody_is_told_of_a_plan_once_a_day():
    review, day = uuid4(), date(2026, 3, 16)
    assert told_of(review, day) == told_of(review, day)
    assert len({told_of(review, day), told_of(uuid4(), day), told_of(review, date.max)}) == 3
