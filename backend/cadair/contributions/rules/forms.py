"""The question sets: versioned data files that the client and the server both read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from cadair.access.actor import Job


class Audience(StrEnum):
    """Who may be told an answer, as the one who gave it decided."""

    EVERYONE = "everyone_at_my_review"
    OFFICER_AND_SOCIAL_WORKER = "my_iro_and_social_worker"
    ONLY_OFFICER = "only_my_iro"


class Kind(StrEnum):
    """How a question is answered; every one may carry words as well."""

    FACE = "face"
    CHOICE = "choice"
    CHOICES = "choices"
    WORDS = "words"


class WrittenBy(StrEnum):
    """Whose form it is."""

    CHILD = "child"
    OBSERVATION = "observation"  # about a child who cannot say, by somebody who watched
    CARER = "carer"
    PARENT = "parent"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, kw_only=True)
class Matter:
    """The paragraph of the law's list of matters that a topic answers to."""

    england: str | None
    wales: str | None
    confirmed: bool  # False: from a secondary source, not yet read in the statute


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question; its key never changes and is never used again for another."""

    key: str
    topic: str
    kind: Kind
    ask: str
    choices: Mapping[str, str]  # key → what the person reads
    audience: Audience | None  # fixed by the form, or None when the person decides
    default_audience: Audience


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A card: a few questions about one thing."""

    key: str
    title: str
    matter: Matter | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True)
class Form:
    """One version of a question set."""

    key: str
    version: int
    written_by: WrittenBy
    band: str | None
    topics: tuple[Topic, ...]
    questions: Mapping[str, Question]


OBSERVATION: Final = "observation"
FORM_OF_BAND: Final[Mapping[str, str]] = {
    "under_4": "child_under_8",  # with a helper; whoever watches writes an observation beside it
    "under_8": "child_under_8",
    "8_to_11": "child_8_to_11",
    "12_to_15": "child_12_to_15",
    "16_plus": "child_16_plus",
    "pathway": "pathway",
}
FORM_OF_JOB: Final[Mapping[Job, str]] = {
    Job.CARER: "carer",
    Job.PARENT: "parent",
    Job.PROFESSIONAL: "professional",
    Job.SOCIAL_WORKER: "professional",
    Job.REVIEWING_OFFICER: OBSERVATION,
}
CANNOT_SAY_YET: Final = "under_4"
OBSERVERS: Final = frozenset(
    {Job.CARER, Job.PROFESSIONAL, Job.SOCIAL_WORKER, Job.REVIEWING_OFFICER}
)


def form_for(job: Job, band: str, is_observation: bool) -> str | None:
    """The key of the form that this person fills in, or None when there is none for them.

    An observation is for a child who is too small, or who cannot say: the officer then chooses
    that band.  Of a child who can, nobody else's watching takes the place.
    """
    own = FORM_OF_BAND[band] if job is Job.CHILD else FORM_OF_JOB.get(job)
    if is_observation or own == OBSERVATION:
        return OBSERVATION if job in OBSERVERS and band == CANNOT_SAY_YET else None
    return own


def newest_form(job: Job, band: str) -> tuple[str, int] | None:
    """The form that this person begins today, and its version, or None when there is none."""
    key = form_for(job, band, is_observation=False)
    return None if key is None else (key, latest_version(key))


def newest_observation(job: Job, band: str) -> int | None:
    """The version of an observation begun today, beside the person's own form."""
    beside = FORM_OF_JOB.get(job) != OBSERVATION and form_for(job, band, is_observation=True)
    return latest_version(OBSERVATION) if beside else None


def writes_observation(job: Job | None, *, asked: bool) -> bool:
    """Whether a draft is an observation: asked for, or the only form that this person has."""
    return asked or (job is not None and FORM_OF_JOB.get(job) == OBSERVATION)


def forms_open_to(job: Job) -> frozenset[str]:
    """Every form that somebody with this job may share.

    A child may finish the form they began, although a birthday came between.
    """
    if job is Job.CHILD:
        return frozenset(FORM_OF_BAND.values())
    own = {FORM_OF_JOB[job]} if job in FORM_OF_JOB else set()
    return frozenset(own | ({OBSERVATION} if job in OBSERVERS else set()))


def form(key: str, version: int) -> Form | None:
    """One version of a form, or None when there is no such."""
    return _all_forms().get((key, version))


def latest_version(key: str) -> int:
    """The version that a form begun today has; raises KeyError for an unknown form."""
    return _latest_versions()[key]


@cache
def _all_forms() -> Mapping[tuple[str, int], Form]:
    folder = files("cadair.contributions") / "question_sets"
    read = [
        _form(json.loads(file.read_text("utf-8")))
        for file in folder.iterdir()
        if file.name.endswith(".json")
    ]
    return {(each.key, each.version): each for each in read}


@cache
def _latest_versions() -> Mapping[str, int]:
    return dict(sorted(_all_forms()))


def _form(data: dict[str, Any]) -> Form:
    topics = tuple(_topic(each) for each in data["topics"])
    return Form(
        key=data["key"],
        version=data["version"],
        written_by=WrittenBy(data["for"]),
        band=data["band"],
        topics=topics,
        questions={question.key: question for topic in topics for question in topic.questions},
    )


def _topic(data: dict[str, Any]) -> Topic:
    return Topic(
        key=data["key"],
        title=data["title"],
        matter=Matter(**data["matter"]) if data["matter"] else None,
        questions=tuple(_question(data["key"], each) for each in data["questions"]),
    )


def _question(topic: str, data: dict[str, Any]) -> Question:
    return Question(
        key=data["key"],
        topic=topic,
        kind=Kind(data["kind"]),
        ask=data["ask"],
        choices={each["key"]: each["say"] for each in data.get("choices", [])},
        audience=Audience(data["audience"]) if data["audience"] else None,
        default_audience=Audience(data["default_audience"]),
    )
