"""The words: what a child reads is easy, and Welsh is whole."""

import re
from collections import defaultdict
from pathlib import Path

import pyphen
import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

PROJECT = Path(__file__).resolve().parents[2]
TRANSLATIONS = PROJECT / "translations"
CHILD_READS = re.compile(
    r"web_client/src/(live|join|child_home|my_chair|my_views|my_passphrase|notices|who_has_seen|phone|ui/question|ui"
    r"|sign_in|drafts|words|unsafe|my_meeting|decided|talk(?!/adult_voice))/|question_sets/(child_|pathway)"
)
# They stand in folders that a child's pages use too, and only adults are shown them.
FOR_ADULTS = frozenset(
    {
        "If a child or an adult may not be safe, the IRO may have to share this with others.",
        "Within {length} of {date}, the first review since the adoption placement.",
        "Within {length} of {date}, when the adoption placement ended.",
    }
)
EASIEST_GRADE = 5  # Flesch–Kincaid
LONGEST_SENTENCE = 15
SYLLABLES = pyphen.Pyphen(lang="en_US")
# Names of things that have no easier name; each is explained beside where it first stands.
NAMES = re.compile(r"Independent Reviewing Officer|IRO|social worker|personal adviser|advocate")


def messages(path: Path) -> list[Message]:
    with path.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def english(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def child_texts() -> dict[str, list[str]]:
    """What a child reads, by the folder or file that it stands in."""
    found: dict[str, list[str]] = defaultdict(list)
    for message in messages(TRANSLATIONS / "messages.pot"):
        for place, _ in message.locations:
            part = CHILD_READS.search(place)
            if part:
                said = [text for text in english(message) if text not in FOR_ADULTS]
                found[part.group(1) or place.rsplit("/", 1)[-1]] += said
    return found


def sentences(text: str) -> list[list[str]]:
    plain = NAMES.sub("name", re.sub(r"\{\w+\}", "Sam", text))
    split = re.split(r"[.!?…:]+", plain)
    return [words for each in split if (words := re.findall(r"[A-Za-z’']+", each))]


def grade(texts: list[str]) -> float:
    spoken = [words for text in texts for words in sentences(text)]
    words = [word for each in spoken for word in each]
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
    return 0.39 * len(words) / len(spoken) + 11.8 * syllables / len(words) - 15.59


def test_what_is_exempt_is_still_said_to_adults():
    said = {
        text
        for message in messages(TRANSLATIONS / "messages.pot")
        for text in english(message)
        if any(CHILD_READS.search(place) for place, _ in message.locations)
    }
    assert FOR_ADULTS - said == frozenset()


def test_what_a_child_reads_is_at_grade_five_or_below():
    texts = child_texts()
    assert len(texts) >= 8
    hard = {
        part: round(grade(said), 1) for part, said in texts.items() if grade(said) > EASIEST_GRADE
    }
    assert hard == {}


def test_no_sentence_for_a_child_is_longer_than_a_breath():
    long = [
        " ".join(words)
        for said in child_texts().values()
        for text in said
        for words in sentences(text)
        if len(words) > LONGEST_SENTENCE
    ]
    assert long == []


@pytest.mark.parametrize(
    "word", ["LAC", "placement", "contact", "siblings?", "abscond", "looked.after", "respite"]
)
def test_the_words_are_those_that_children_in_care_asked_for(word):
    told = re.compile(rf"\b{word}\b", re.IGNORECASE)
    found = [text for said in child_texts().values() for text in said if told.search(text)]
    assert found == []


def test_welsh_is_whole():
    missing = []
    for message in messages(TRANSLATIONS / "cy" / "LC_MESSAGES" / "messages.po"):
        said = [message.string] if isinstance(message.string, str) else list(message.string)
        if message.fuzzy or not all(said) or (message.pluralizable and len(said) != 6):
            missing.append(english(message)[0])
    assert missing == []


def test_welsh_has_every_sentence_and_every_name_in_it():
    welsh = {
        english(message)[0]: message
        for message in messages(TRANSLATIONS / "cy" / "LC_MESSAGES" / "messages.po")
    }
    wrong = []
    for message in messages(TRANSLATIONS / "messages.pot"):
        theirs = welsh.get(english(message)[0])
        slots = set(re.findall(r"\{\w+\}", english(message)[-1]))
        said = theirs.string if theirs else ""
        forms = [said] if isinstance(said, str) else list(said)
        if any(set(re.findall(r"\{\w+\}", form)) - slots for form in forms) or not (
            slots <= set(re.findall(r"\{\w+\}", forms[-1]))
        ):
            wrong.append(english(message)[0])
    assert wrong == []
