"""The question sets: shape, the words they use, how they read, and who hears each answer."""

import json
import re
from pathlib import Path

import pyphen
import pytest

from cadair.access.actor import Job
from cadair.contributions.rules.forms import (
    form,
    form_for,
    forms_open_to,
    latest_version,
)

FOLDER = Path(__file__).parents[3] / "backend/cadair/contributions/question_sets"
SETS = {path.name: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}
FOR_A_CHILD = [name for name, data in SETS.items() if data["for"] == "child"]
FOR_AN_ADULT = [name for name in SETS if name not in FOR_A_CHILD]
KEYS = {
    "child_under_8", "child_8_to_11", "child_12_to_15", "child_16_plus", "pathway",
    "observation", "carer", "parent", "professional",
}  # fmt: skip
AUDIENCES = {"everyone_at_my_review", "my_iro_and_social_worker", "only_my_iro"}
QUESTION_FIELDS = {"key", "kind", "ask", "hint", "audience", "default_audience"}
NOT_OUR_WORDS = re.compile(
    r"\b(contact|placements?|siblings?|lac|looked[- ]after|respite|abscond\w*|service users?"
    r"|birth (mother|father|parents?)|case|cases|peers?|challenging)\b",
    re.IGNORECASE,
)
SYLLABLES = pyphen.Pyphen(lang="en_US")


def questions(data):
    return [question for topic in data["topics"] for question in topic["questions"]]


def texts_of(question):
    said = [question["ask"], question["hint"] or ""]
    said += [choice["say"] for choice in question.get("choices", [])]
    return said + question.get("starters", [])


def all_texts(data):
    titles = [topic["title"] for topic in data["topics"]]
    return titles + [text for question in questions(data) for text in texts_of(question)]


def sentences(text):
    plain = text.replace("’", "'")
    split = (re.findall(r"[\w']+", part) for part in re.split(r"[.!?…:]+", plain))
    return [words for words in split if words]


def grade(texts):
    """Flesch-Kincaid."""
    found = [words for text in texts for words in sentences(text)]
    words = [word for sentence in found for word in sentence]
    syllables = sum(SYLLABLES.inserted(word.lower()).count("-") + 1 for word in words)
    return 0.39 * len(words) / len(found) + 11.8 * syllables / len(words) - 15.59


def test_there_is_a_form_for_every_band_and_every_kind_of_author():
    assert {data["key"] for data in SETS.values()} == KEYS
    for name, data in SETS.items():
        assert name == f"{data['key']}.v{data['version']}.json"
        assert form(data["key"], data["version"]) is not None
        assert latest_version(data["key"]) == data["version"]


@pytest.mark.parametrize("name", SETS)
def test_every_question_has_a_stable_key_of_its_topic_and_a_known_kind(name):
    keys = [question["key"] for question in questions(SETS[name])]
    assert len(keys) == len(set(keys)) <= 80
    for topic in SETS[name]["topics"]:
        assert set(topic) == {"key", "title", "matter", "questions"}
        for question in topic["questions"]:
            assert re.fullmatch(rf"{topic['key']}\.[a-z_]+", question["key"])
            assert question["kind"] in {"face", "choice", "choices", "words"}
            chooses = question["kind"] in {"choice", "choices"}
            optional = {"choices"} if chooses else set()
            assert QUESTION_FIELDS | optional <= set(question)
            assert set(question) <= QUESTION_FIELDS | optional | {"starters"}
            offered = [choice["key"] for choice in question.get("choices", [])]
            assert len(offered) == len(set(offered))
            assert all(re.fullmatch(r"[a-z0-9_]+", key) for key in offered)


@pytest.mark.parametrize("name", SETS)
def test_every_answer_has_an_audience_from_the_start(name):
    for question in questions(SETS[name]):
        assert question["default_audience"] in AUDIENCES
        assert question["audience"] in (None, question["default_audience"])


@pytest.mark.parametrize("name", FOR_A_CHILD)
def test_a_child_always_decides_who_hears_an_answer(name):
    assert all(question["audience"] is None for question in questions(SETS[name]))


@pytest.mark.parametrize("name", FOR_A_CHILD)
def test_a_child_is_asked_about_the_meeting_before_feelings(name):
    first = SETS[name]["topics"][0]
    assert first["key"] == "meeting"
    assert first["questions"][0]["key"] == "meeting.come"
    assert all(question["kind"] != "face" for question in first["questions"])


@pytest.mark.parametrize("name", SETS)
def test_brothers_and_sisters_are_always_asked_about(name):
    asked = [key for key in (q["key"] for q in questions(SETS[name])) if "brothers_sisters" in key]
    assert len(asked) == 1


@pytest.mark.parametrize("name", FOR_A_CHILD)
def test_what_is_hardest_to_say_goes_to_the_reviewing_officer_alone_unless_changed(
    name,
):
    for question in questions(SETS[name]):
        topic, what = question["key"].split(".")
        if topic == "safe" or what in {"who_no", "see_less", "not_openly"}:
            assert question["default_audience"] == "only_my_iro", question["key"]


@pytest.mark.parametrize("name", FOR_AN_ADULT)
def test_an_adult_form_says_one_audience_per_section_and_ends_with_a_private_note(name):
    for topic in SETS[name]["topics"]:
        said = {(q["audience"], q["default_audience"]) for q in topic["questions"]}
        assert len({fixed for fixed, _ in said}) == 1, topic["key"]
    note = SETS[name]["topics"][-1]["questions"][0]
    assert note["audience"] == "only_my_iro"
    assert "may have to be shared" in note["hint"]


def test_a_child_of_eight_and_over_chooses_among_six_ways_to_lead():
    for key in KEYS - {"child_under_8"}:
        for question in questions(SETS[f"{key}.v1.json"]):
            if question["key"] == "meeting.lead":
                assert [c["key"] for c in question["choices"]] == [f"level_{n}" for n in range(6)]
                break
        else:
            assert key in {"observation", "carer", "parent", "professional"}


@pytest.mark.parametrize("name", FOR_A_CHILD)
def test_a_child_can_read_it(name):
    assert grade(all_texts(SETS[name])) <= 5
    for question in questions(SETS[name]):
        assert grade(texts_of(question)) <= 5, question["key"]


@pytest.mark.parametrize("name", SETS)
def test_no_sentence_is_longer_than_a_breath(name):
    longest = 15 if name in FOR_A_CHILD else 20
    for text in all_texts(SETS[name]):
        assert all(len(words) <= longest for words in sentences(text)), text


@pytest.mark.parametrize("name", SETS)
def test_the_words_are_those_that_children_in_care_asked_for(name):
    for text in all_texts(SETS[name]):
        assert not NOT_OUR_WORDS.search(text), text
        assert "'" not in text, text  # one apostrophe throughout: ’


def test_the_youngest_have_few_cards():
    assert 6 <= len(SETS["child_under_8.v1.json"]["topics"]) <= 8


def test_every_topic_of_the_welsh_pathway_list_is_asked():
    matters = [topic["matter"] for topic in SETS["pathway.v1.json"]["topics"]]
    said = [matter["wales"] for matter in matters if matter]
    assert [text.split()[-1] for text in said] == [str(n) for n in range(1, 12)]


@pytest.mark.parametrize(
    ("job", "band", "is_observation", "expected"),
    [
        (Job.CHILD, "under_4", False, "child_under_8"),
        (Job.CHILD, "12_to_15", False, "child_12_to_15"),
        (Job.CHILD, "pathway", False, "pathway"),
        (Job.CHILD, "12_to_15", True, None),
        (Job.CARER, "12_to_15", False, "carer"),
        (Job.CARER, "under_4", True, "observation"),
        (Job.PARENT, "under_4", False, "parent"),
        (Job.PARENT, "under_4", True, None),
        (Job.SOCIAL_WORKER, "8_to_11", False, "professional"),
        (Job.CARER, "12_to_15", True, None),
        (Job.REVIEWING_OFFICER, "under_4", True, "observation"),
        (Job.REVIEWING_OFFICER, "under_4", False, "observation"),
        (Job.REVIEWING_OFFICER, "under_8", False, None),
        (Job.SERVICE_MANAGER, "8_to_11", False, None),
        (Job.ADMINISTRATOR, "8_to_11", True, None),
    ],
)
def test_each_person_has_their_own_form(job, band, is_observation, expected):
    assert form_for(job, band, is_observation) == expected
    assert expected is None or expected in forms_open_to(job)


def test_a_manager_and_an_administrator_have_no_form_at_all():
    assert not forms_open_to(Job.SERVICE_MANAGER)
    assert not forms_open_to(Job.ADMINISTRATOR)
