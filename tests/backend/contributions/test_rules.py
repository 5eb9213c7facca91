"""Who may be told an answer, and what makes two sendings the same."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cadair.contributions.rules.answers import (
    BadAnswers,
    Face,
    GivenAnswer,
    Helper,
    check_answers,
)
from cadair.contributions.rules.forms import Audience, form
from cadair.contributions.rules.sharing import Hearer, Said, fingerprint, may_hear

AUTHOR, SOMEONE = uuid4(), uuid4()
KEY = b"k" * 32
EVERYONE, WORKER, OFFICER = Audience


def hearer(person=SOMEONE, *, officer=False, worker=False, circle=True):
    return Hearer(
        person_id=person,
        is_reviewing_officer=officer,
        is_social_worker=worker,
        is_in_circle=circle,
    )


@pytest.mark.parametrize(
    ("who", "audience", "left_out", "hears"),
    [
        (hearer(AUTHOR, circle=False), OFFICER, {AUTHOR}, True),
        (hearer(officer=True, circle=False), OFFICER, {SOMEONE}, True),
        (hearer(worker=True), EVERYONE, set(), True),
        (hearer(worker=True), WORKER, set(), True),
        (hearer(worker=True), WORKER, {SOMEONE}, False),
        (hearer(worker=True), OFFICER, set(), False),
        (hearer(), EVERYONE, set(), True),
        (hearer(), EVERYONE, {SOMEONE}, False),
        (hearer(), WORKER, set(), False),
        (hearer(circle=False), EVERYONE, set(), False),
    ],
)
def test_an_audience_is_a_ceiling(who, audience, left_out, hears):
    assert may_hear(who, author_id=AUTHOR, audience=audience, not_people=left_out) is hears


def an_answer(**said):
    return GivenAnswer(
        **{
            "id": uuid4(),
            "question": "home.face",
            "skip": None,
            "face": Face.OK,
            "choices": (),
            "words": None,
            "helper_words": None,
            "audience": EVERYONE,
            "not_people": (),
            "wish": False,
            **said,
        }
    )


def said(*answers):
    return Said(
        review_id=AUTHOR,
        form="child_12_to_15",
        form_version=1,
        language="en",
        helper=None,
        replaces=None,
        answers=answers,
    )


def test_a_fingerprint_changes_with_anything_that_is_said():
    answer = an_answer()
    first = said(answer)
    others = [
        *(
            said(replace(answer, **{field: value}))
            for field, value in (
                ("id", uuid4()),
                ("question", "school.face"),
                ("face", Face.SAD),
                ("choices", ("a",)),
                ("words", "x"),
                ("helper_words", "x"),
                ("audience", OFFICER),
                ("not_people", (SOMEONE,)),
                ("wish", True),
            )
        ),
        replace(first, review_id=SOMEONE),
        replace(first, language="cy"),
        replace(first, helper=Helper(name="C", who="carer")),
        replace(first, replaces=SOMEONE),
        replace(first, form="child_8_to_11"),
        replace(first, form_version=2),
        said(answer, an_answer(question="school.face")),
    ]
    prints = {fingerprint(KEY, each) for each in (first, *others)}
    assert len(prints) == len(others) + 1
    assert fingerprint(KEY, said(replace(answer))) == fingerprint(KEY, first)
    assert fingerprint(b"o" * 32, first) != fingerprint(KEY, first)


@given(some.text(), some.text())
def test_two_texts_have_one_fingerprint_only_when_they_are_the_same(one, other):
    answer = an_answer()
    first, second = (fingerprint(KEY, said(replace(answer, words=w))) for w in (one, other))
    assert (first == second) == (one == other)


@given(some.sampled_from(sorted(form("child_12_to_15", 1).questions)), some.data())
def test_every_answer_that_a_question_offers_fits_it(key, data):
    question = form("child_12_to_15", 1).questions[key]
    picked = (
        data.draw(some.lists(some.sampled_from(sorted(question.choices)), unique=True))
        if (question.choices)
        else []
    )
    if question.kind == "choice":
        picked = picked[:1]
    answer = an_answer(
        question=key,
        face=Face.SAD if question.kind == "face" else None,
        choices=tuple(picked),
        words="words",
    )
    check_answers(
        form("child_12_to_15", 1), [answer], has_helper=False, may_be_left_out=frozenset()
    )


@given(some.text(min_size=1))
def test_a_choice_that_was_not_offered_never_fits(choice):
    question = form("child_12_to_15", 1).questions["meeting.lead"]
    if choice in question.choices:
        return
    with pytest.raises(BadAnswers) as refused:
        check_answers(
            form("child_12_to_15", 1),
            [an_answer(question="meeting.lead", face=None, choices=(choice,))],
            has_helper=False,
            may_be_left_out=frozenset(),
        )
    assert refused.value.fields == {"answers.0.choices": ["unknown"]}
