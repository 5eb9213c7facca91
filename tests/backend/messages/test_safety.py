"""The aid that sorts messages: what it finds in both languages, and what it leaves alone."""

import pytest

from cadair.messages.rules.safety import safety_words
from tests.backend.messages.conftest import NOW


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He hit me on the head.", ["hit me"]),
        ("I don't feel safe here. SCARED!", ["don't feel safe", "SCARED"]),
        ("I dont feel safe, i dont feel safe", ["dont feel safe"]),
        ("she was cutting herself, I cut myself", ["cut myself"]),
        ("im frigthened of him", ["frigthened"]),
        ("he touuuuched me", ["touuuuched me"]),
        ("thinking about suicide alot", ["suicide"]),
        ("I was running away", ["running away"]),
        ("Mae e wedi fy mwrw i", ["fy mwrw"]),  # nasal: bwrw
        ("Mae o wedi fy nharo i", ["fy nharo"]),  # nasal: taro
        ("Dwi isio farw weithiau", ["isio farw"]),  # soft: marw
        ("Dw i ddim yn teimlo'n saff", ["ddim yn teimlo'n saff"]),  # soft: dim
        ("Mae gen i ofn", ["ofn"]),
        ("mae hi'n bygwth fi", ["bygwth"]),
    ],
)
def test_what_asks_for_a_look_is_shown_as_it_was_written(text, found):
    assert safety_words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I scored a goal and it was a hit!",
        "Can I have a haircut? The shirt is too small.",
        "We had rapid tests, I like rapping.",
        "Brecwast neis, a bwyd da yn yr ysgol.",
        "Ges i ran yn y sioe! Wnei di ddod i weld?",
        "",
        "👍",
    ],
)
def test_ordinary_words_are_left_alone(text):
    assert safety_words(text) == []


def test_it_shows_the_word_to_the_officer_and_to_nobody_else(talk):
    talk.sent("Ada", "He hit me.")
    (seen,) = talk.opened("Priya", "Ada")["messages"]
    assert seen["safety_words"] == ["hit me"]
    assert seen["words"] == "He hit me."
    assert "safety_words" not in talk.own("Ada")["messages"][0]
    assert "hit me" not in str(talk.inbox("Priya"))


def test_it_closes_and_sends_nothing(talk, world):
    talk.sent("Ada", "He hit me.")
    talk.sent("Carol", "All is well.")
    quiet, loud = (talk.opened("Priya", who)["messages"][0] for who in ("Carol", "Ada"))
    assert quiet.keys() == loud.keys()
    assert talk.own("Ada")["messages"][0]["can_take_back"] is True


def test_an_officers_own_words_do_not_sort_anything(talk):
    talk.answer("Priya", "Ada", "Has anybody hit you? Are you scared? Did he hit me?")
    (line,) = talk.inbox("Priya")["threads"]
    assert (line["safety"], line["since"]) == (False, None)
    assert NOW.isoformat() not in str(line)
