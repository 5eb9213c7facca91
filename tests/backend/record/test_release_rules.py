"""When a release needs a second person, who may be it, and what a rendering is made of."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from cadair.access.actor import Job
from cadair.contributions.rules.answers import Face
from cadair.contributions.rules.forms import Audience, Kind, WrittenBy
from cadair.record.rules.lines import Chosen, Line, Named
from cadair.record.rules.releasing import (
    LONGEST_WORDS,
    MOST_LINES,
    ChangedSincePreview,
    NeedsAnotherPerson,
    NotViewed,
    Prepared,
    ReleasedDifferently,
    ReleaseDecided,
    State,
    StoppedByGuard,
    check_may_agree,
    check_may_take_back,
    fingerprint,
    is_split,
)
from cadair.record.rules.rendering import (
    Given,
    as_kept,
    from_kept,
    given_before,
    named_line,
    unnamed_line,
)

PRIYA, HELEN, CAROL, DAD, WENDY = (uuid4() for _ in range(5))
NOW = datetime(2026, 3, 16, 16, 0, tzinfo=UTC)
WAITING = Prepared(by_id=PRIYA, state=State.WAITING, viewed_at=NOW)
LINE = Line(
    contribution_id=uuid4(), answer_id=uuid4(), author_id=CAROL, shared_at=NOW, language="cy",
    form="carer", form_version=1, written_by=WrittenBy.CARER, topic="going_well",
    topic_title="What is going well", question="going_well.words", kind=Kind.WORDS,
    ask="What goes well?", skip=None, face=Face.HAPPY, choices=(Chosen("yes", "Yes"),),
    words="Mae’n canu.", helper_words="I helped.", audience=Audience.EVERYONE,
    not_people=(Named(DAD, "Dad Reed"),), wish=True,
)  # fmt: skip


def test_a_review_is_split_by_a_wall_or_by_parts():
    def walled(one, other):
        return {one, other} == {CAROL, DAD}

    assert is_split([CAROL, WENDY, DAD], parts=1, walled=walled)
    assert is_split([DAD, WENDY, CAROL], parts=0, walled=walled)
    assert not is_split([CAROL, WENDY], parts=1, walled=walled)
    assert is_split([CAROL, WENDY], parts=2, walled=walled)
    assert not is_split([], parts=0, walled=walled)


@pytest.mark.parametrize("job", [Job.SERVICE_MANAGER, Job.REVIEWING_OFFICER])
def test_a_manager_or_another_officer_who_has_looked_may_agree(job):
    check_may_agree(WAITING, person_id=HELEN, job=job)


@pytest.mark.parametrize(
    ("prepared", "person_id", "job", "refusal"),
    [
        (WAITING, PRIYA, Job.REVIEWING_OFFICER, NeedsAnotherPerson),
        (WAITING, None, None, NeedsAnotherPerson),
        (WAITING, None, Job.SERVICE_MANAGER, NeedsAnotherPerson),
        (WAITING, WENDY, Job.SOCIAL_WORKER, NeedsAnotherPerson),
        (WAITING, HELEN, Job.ADMINISTRATOR, NeedsAnotherPerson),
        (replace(WAITING, viewed_at=None), HELEN, Job.SERVICE_MANAGER, NotViewed),
        (replace(WAITING, viewed_at=None), PRIYA, Job.REVIEWING_OFFICER, NeedsAnotherPerson),
        *(
            (replace(WAITING, state=state), HELEN, Job.SERVICE_MANAGER, ReleaseDecided)
            for state in State
            if state is not State.WAITING
        ),
    ],
)
def test_nobody_else_agrees_nor_twice_nor_unseen(prepared, person_id, job, refusal):
    with pytest.raises(refusal):
        check_may_agree(prepared, person_id=person_id, job=job)


def test_only_who_prepared_it_takes_it_back_and_only_while_it_waits():
    check_may_take_back(WAITING, person_id=PRIYA)
    with pytest.raises(NeedsAnotherPerson):
        check_may_take_back(WAITING, person_id=HELEN)
    with pytest.raises(ReleaseDecided):
        check_may_take_back(replace(WAITING, state=State.RELEASED), person_id=PRIYA)


def test_the_refusals_and_states_keep_their_names():
    refusals = {
        ChangedSincePreview: "changed_since_preview",
        StoppedByGuard: "stopped_by_guard",
        ReleasedDifferently: "released_differently",
        ReleaseDecided: "release_decided",
        NeedsAnotherPerson: "needs_another_person",
        NotViewed: "not_viewed",
    }
    assert all((each.code, each.status) == (code, 409) for each, code in refusals.items())
    assert [state.value for state in State] == ["waiting", "released", "sent_back", "taken_back"]
    assert (LONGEST_WORDS, MOST_LINES) == (10_000, 400)


def test_a_line_is_given_with_its_question_and_name_or_as_words_alone():
    named, unnamed = named_line(LINE, said_by="Carol Reed"), unnamed_line(LINE)
    assert (named.said_by, named.ask, named.face) == ("Carol Reed", "What goes well?", "happy")
    assert named.choices == ("Yes",)
    assert (unnamed.words, unnamed.language) == ("Mae’n canu.", "cy")
    assert (unnamed.said_by, unnamed.title, unnamed.ask, unnamed.face) == (None,) * 4
    assert unnamed.choices == ()


def test_nothing_but_what_is_listed_is_in_a_rendering():
    """A helper's words, ids, moments, audiences and exceptions never are."""
    given = Given(
        officer="Priya", words="Hello", language="en", lines=(named_line(LINE, said_by="Carol"),)
    )
    whole = str(as_kept(given))
    for hidden in (LINE.helper_words, "Dad", LINE.answer_id, CAROL, "everyone", NOW.isoformat()):
        assert str(hidden) not in whole
    assert from_kept(as_kept(given)) == given


def test_what_is_new_is_told_line_by_line():
    line = unnamed_line(LINE)
    first = Given(officer="Priya", words="Hello", language="en", lines=(line,))
    again = replace(first, words="Bye", lines=(line, named_line(LINE, said_by="Carol")))
    assert given_before(again, []) == (False, (False, False))
    assert given_before(again, [first]) == (False, (True, False))
    assert given_before(first, [first, again]) == (True, (True,))


def test_a_fingerprint_tells_the_same_from_anything_else():
    one = fingerprint(b"k" * 32, {"a": [1, PRIYA], "b": None})
    assert one == fingerprint(b"k" * 32, {"b": None, "a": [1, PRIYA]})
    assert one != fingerprint(b"k" * 32, {"a": [1, HELEN], "b": None})
    assert one != fingerprint(b"l" * 32, {"a": [1, PRIYA], "b": None})
