"""An answer is read the same way whether it is read at once or field by field."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some
from marshmallow import ValidationError

from cadair.contributions.rules.answers import GivenAnswer
from cadair.contributions.schemas import AnswerSchema, GivenAnswerSchema, _read_at_once
from tests.backend.contributions.conftest import an_answer

FIELDS = list(an_answer("home.face"))
ODD = some.one_of(
    some.none(),
    some.booleans(),
    some.integers(-1, 1),
    some.text(max_size=3),
    some.sampled_from(["happy", "dont_know", "only_my_iro", "\ud83d", str(uuid4()), "yes", "true"]),
    some.lists(some.one_of(some.text(max_size=3), some.integers(), some.just(str(uuid4())))),
    some.dictionaries(some.text(max_size=2), some.integers(), max_size=1),
)


def field_by_field(data):
    try:
        return AnswerSchema.load(GivenAnswerSchema(), data)
    except ValidationError as refused:
        return refused.messages


def at_once(data):
    try:
        return GivenAnswerSchema().load(data)
    except ValidationError as refused:
        return refused.messages


@given(some.dictionaries(some.sampled_from([*FIELDS, "score"]), ODD))
def test_whatever_comes_is_read_or_refused_alike(odd):
    for data in ({**an_answer("home.face"), **odd}, odd):
        assert at_once(data) == field_by_field(data)


@pytest.mark.parametrize("data", [None, [], "x", 3, {}])
def test_what_is_no_answer_at_all_is_refused(data):
    assert not isinstance(at_once(data), GivenAnswer)
    assert at_once(data) == field_by_field(data)


def test_what_our_own_pages_send_is_read_at_once():
    data = an_answer("home.face", face="sad", words="x", not_people=[str(uuid4())], wish=True)
    assert _read_at_once(data) == field_by_field(data)
