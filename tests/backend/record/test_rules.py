"""How what was said is laid side by side, and which participation code it speaks for."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from cadair.contributions.rules.answers import Face, Skip
from cadair.contributions.rules.forms import Audience, form
from cadair.record.rules import (
    Came,
    ChildsPart,
    Chosen,
    Code,
    CodeNotAtThisAge,
    Line,
    Named,
    ReasonMissing,
    by_topic,
    check_confirmation,
    codes_at,
    differences,
    faces_beside,
    if_they_come,
    not_spoken_of,
    not_to_be_raised,
    propose,
    ways_of_taking_part,
)

CHILD, CARER, PARENT, WORKER = uuid4(), uuid4(), uuid4(), uuid4()
TUESDAY = datetime(2026, 3, 3, 16, 5, tzinfo=UTC)
BORN_ON = date(2013, 5, 20)
REVIEW_ON = date(2026, 3, 24)
FORMS = {CHILD: "child_12_to_15", CARER: "carer", PARENT: "parent", WORKER: "professional"}


def said(
    question: str,
    *choices: str,
    by: UUID = CHILD,
    words: str | None = None,
    face: Face | None = None,
    at: datetime = TUESDAY,
    **more,
) -> Line:
    """One answer, with everything else as its question set has it."""
    key = more.pop("form", FORMS[by])
    asked_by = form(key, 1)
    asked = asked_by.questions[question]
    return Line(
        **{
            "contribution_id": uuid4(),
            "answer_id": uuid4(),
            "author_id": by,
            "shared_at": at,
            "language": "en",
            "form": key,
            "form_version": 1,
            "written_by": asked_by.written_by,
            "topic": asked.topic,
            "topic_title": next(t.title for t in asked_by.topics if t.key == asked.topic),
            "question": question,
            "kind": asked.kind,
            "ask": asked.ask,
            "skip": None,
            "face": face,
            "choices": tuple(Chosen(key, asked.choices[key]) for key in choices),
            "words": words,
            "helper_words": None,
            "audience": asked.audience or asked.default_audience,
            "not_people": (),
            "wish": False,
            **more,
        }
    )


def part(*lines: Line, **more) -> ChildsPart:
    return ChildsPart(**{"born_on": BORN_ON, "on": REVIEW_ON, "lines": lines, **more})


def codes(proposal) -> list[str]:
    return [fact.code.value for fact in proposal.evidence]


SCHOOL = said("school.words", words="Maths is boring but I like Mr Ali")
ONLY_SKIPS = said("school.words", skip=Skip.DONT_WANT_TO_SAY)
ONLY_HELPER = said("school.words", helper_words="She told me maths is hard")


@pytest.mark.parametrize(
    ("lines", "code", "because"),
    [
        ((), "PN7", "nothing_shared"),
        ((ONLY_SKIPS,), "PN7", "only_skipped"),
        ((ONLY_HELPER,), "PN7", "only_helper_words"),
        ((SCHOOL,), "PN6", "shared_views"),
        ((said("home.face", face=Face.SAD),), "PN6", "shared_views"),
        ((said("family.see_more", "mum"),), "PN6", "shared_views"),
        ((SCHOOL, said("meeting.speaks", "advocate")), "PN5", "speaker_named"),
        ((SCHOOL, said("meeting.speaks", "my_iro")), "PN5", "speaker_named"),
        ((SCHOOL, said("meeting.speaks", "break")), "PN6", "shared_views"),
        ((SCHOOL, said("meeting.lead", "level_0")), "PN5", "words_read_out"),
        ((SCHOOL, said("meeting.lead", "level_5")), "PN6", "shared_views"),
    ],
)
def test_the_code_of_a_child_who_does_not_come(lines, code, because):
    proposal = propose(part(*lines))
    assert proposal.code == code
    assert proposal.if_not
    assert because in codes(proposal)
    assert codes(proposal)[-1] == "attendance_not_known"


@pytest.mark.parametrize(
    ("came", "code"),
    [
        (Came.SPOKE, "PN1"),
        (Came.SPOKEN_FOR, "PN2"),
        (Came.SYMBOLS, "PN3"),
        (Came.NOTHING, "PN4"),
    ],
)
def test_the_code_of_a_child_who_came(came, code):
    for lines in ((), (SCHOOL,), (SCHOOL, said("meeting.speaks", "advocate"))):
        proposal = propose(part(*lines, came=came))
        assert (proposal.code, proposal.if_not) == (code, False)
        assert "attendance_not_known" not in codes(proposal)
    assert if_they_come(part())[came] == code


@pytest.mark.parametrize(
    ("choice", "evidence"),
    [
        ("yes", "wants_to_come"),
        ("part", "wants_part"),
        ("video", "wants_video"),
        ("nearby", "wants_nearby"),
        ("no", "does_not_want_to_come"),
    ],
)
def test_what_the_child_wants_stands_beside_the_proposal_with_its_source(choice, evidence):
    line = said("meeting.come", choice)
    fact = next(f for f in propose(part(line)).evidence if f.code == evidence)
    assert (fact.answer_id, fact.contribution_id) == (line.answer_id, line.contribution_id)
    assert (fact.at, fact.choice) == (TUESDAY, choice)


def test_help_taking_back_and_another_persons_form_stand_beside_it_and_change_nothing():
    source = [(uuid4(), TUESDAY)]
    proposal = propose(part(helped=source, observed=source, taken_back=source))
    assert proposal.code == "PN7"
    assert {"had_helper", "observed", "taken_back"} < set(codes(proposal))


@pytest.mark.parametrize(
    ("born_on", "on", "is_young"),
    [
        (date(2022, 3, 25), date(2026, 3, 24), True),
        (date(2022, 3, 24), date(2026, 3, 24), False),  # on the fourth birthday
        (date(2020, 2, 29), date(2024, 2, 28), True),
        (date(2020, 2, 29), date(2024, 2, 29), False),
    ],
)
def test_a_child_under_four_has_a_code_of_their_own(born_on, on, is_young):
    young = part(SCHOOL, born_on=born_on, on=on)
    assert (propose(young).code == "PN0") is is_young
    assert codes_at(born_on=born_on, on=on) == ((Code.UNDER_4,) if is_young else tuple(Code)[1:])
    if is_young:
        assert codes(propose(young))[0] == "under_4"
        assert not propose(young).if_not
        assert if_they_come(young) == {}


def test_the_app_proposes_and_a_person_changes_it_with_a_reason():
    child = part(SCHOOL)
    check_confirmation(child, code=Code.SENT_VIEWS, proposed=Code.SENT_VIEWS, reason=None)
    check_confirmation(child, code=Code.CAME_AND_SPOKE, proposed=Code.SENT_VIEWS, reason="Came")
    for empty in (None, "", "  \n"):
        with pytest.raises(ReasonMissing):
            check_confirmation(
                child, code=Code.CAME_AND_SPOKE, proposed=Code.SENT_VIEWS, reason=empty
            )


def test_no_reason_lets_through_a_code_that_the_return_refuses():
    baby = part(born_on=date(2024, 1, 1))
    for child, code in ((baby, Code.SENT_VIEWS), (part(SCHOOL), Code.UNDER_4)):
        with pytest.raises(CodeNotAtThisAge):
            check_confirmation(child, code=code, proposed=code, reason="I think so")


def test_faces_stand_beside_those_of_last_time():
    before_at = TUESDAY - timedelta(days=180)
    now = [said("home.face", face=Face.SAD), said("health.face", face=Face.OK), SCHOOL]
    before = [
        said("home.face", face=Face.HAPPY, at=before_at, form="child_8_to_11"),
        said("school.face", face=Face.OK, at=before_at, form="child_8_to_11"),
    ]
    pairs = faces_beside(now, before)
    assert [(p.now and p.now.face, p.before and p.before.face) for p in pairs] == [
        (Face.SAD, Face.HAPPY),
        (Face.OK, None),
        (None, Face.OK),
    ]
    assert pairs[2].asked.question == "school.face"


def test_what_is_not_to_be_raised_openly():
    told_one_person_not = said("fun.love", words="Dance", not_people=(Named(PARENT, "Dad"),))
    for_the_officer = said("safe.feel", "talk")
    skipped = said("social_worker.see", skip=Skip.DONT_KNOW)
    off_limits = said("meeting.not_openly", words="Dad", audience=Audience.EVERYONE)
    lines = [SCHOOL, told_one_person_not, for_the_officer, skipped, off_limits]
    assert not_to_be_raised(lines) == [told_one_person_not, for_the_officer, off_limits]


def test_everybodys_words_about_one_thing_stand_under_the_childs_name_for_it():
    lines = [
        said("family_time.words", by=CARER, words="He counts the days"),
        said("family_time.words", by=PARENT, words="Too short"),
        said("support.words", by=CARER, words="A night off"),
    ]
    topics = by_topic(lines, titles={"family": "Family and people I love"})
    assert [(topic.topic, topic.title, len(topic.lines)) for topic in topics] == [
        ("family", "Family and people I love", 2),
        ("carers_support", "Support for you", 1),
    ]


def test_what_nobody_has_spoken_of_is_named_from_the_childs_form():
    lines = [
        said("home.face", face=Face.OK),
        said("health.help", skip=Skip.DONT_KNOW),  # not saying it is an answer
        said("family_time.words", by=CARER, words="It goes well."),
        said("meeting.come", "yes"),
    ]
    asked = form("child_12_to_15", 1)
    assert asked is not None
    missing = [topic.key for topic in not_spoken_of(asked, lines)]
    assert missing == ["last_time", "school", "fun", "me", "social_worker", "plan"]
    everything = [said(topic.questions[0].key, words="x") for topic in asked.topics if topic.matter]
    assert not_spoken_of(asked, everything) == []


def test_how_everybody_wants_to_take_part():
    meeting = said("meeting.come", "part")
    carer = said("taking_part.how", "video", by=CARER)
    assert ways_of_taking_part([SCHOOL, meeting, carer]) == [meeting, carer]


def test_a_sad_child_and_a_content_carer_differ_and_both_are_shown_as_they_said_it():
    childs = said("home.face", face=Face.SAD)
    childs_words = said("home.change", words="I want to be with Nan")
    carers = said("home.face", by=CARER, face=Face.HAPPY)
    carers_words = said("home.words", by=CARER, words="Very settled")
    (difference,) = differences([childs, childs_words, SCHOOL, carers, carers_words])
    assert difference.topic == "home"
    assert [(saying.says, saying.words) for saying in difference.sayings] == [
        (childs, (childs_words,)),
        (carers, (carers_words,)),
    ]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (
            said("plan.agree", "no"),
            said("plan.agree", "agree", by=PARENT),
            True,
        ),
        (
            said("last_time.done", "none"),
            said("last_time.done", "all", by=WORKER),
            True,
        ),
        # the same word is no difference
        (said("plan.agree", "part"), said("plan.agree", "part", by=PARENT), False),
        # "I have not seen it" is not another opinion of it
        (said("plan.agree", "no"), said("plan.agree", "not_mine", by=WORKER), False),
        # two adults can differ too
        (
            said("family_time.face", by=PARENT, face=Face.SAD),
            said("family.face", face=Face.HAPPY),
            True,
        ),
        # a parent's "how is your child doing" is about no one topic
        (
            said("doing.face", by=PARENT, face=Face.HAPPY),
            said("home.face", face=Face.SAD),
            False,
        ),
        # one person is never at odds with themselves
        (said("home.face", face=Face.SAD), said("home.face", face=Face.OK), False),
    ],
)
def test_people_differ_where_they_answered_the_same_thing_otherwise(one, other, differ):
    assert bool(differences([one, other])) is differ
