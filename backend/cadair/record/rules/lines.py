"""One answer as its author gave it, with what was asked, who may hear it and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from cadair.contributions.rules.answers import Face, Skip
from cadair.contributions.rules.forms import Audience, Kind, WrittenBy

# Where a form for adults speaks of the same thing as the child's under another name.
_ADULTS_NAME: Final[Mapping[str, str]] = {
    "family_time": "family",
    "friends": "fun",
    "permissions": "fun",
    "identity": "me",
    "strengths": "good_news",
    "visits": "social_worker",
    "support": "carers_support",  # what the carer needs, not who is there for the young person
}
_CHILDS_NAME: Final[Mapping[str, str]] = {"education": "school"}  # from 18 on


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice, and what the author read beside it."""

    key: str
    say: str


@dataclass(frozen=True, slots=True)
class Named:
    """A person, by name."""

    person_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One answer, word for word, and its source."""

    contribution_id: UUID
    answer_id: UUID
    author_id: UUID
    shared_at: datetime
    language: str
    form: str
    form_version: int
    written_by: WrittenBy
    topic: str
    topic_title: str
    question: str
    kind: Kind
    ask: str
    skip: Skip | None
    face: Face | None
    choices: tuple[Chosen, ...]
    words: str | None
    helper_words: str | None
    audience: Audience
    not_people: tuple[Named, ...]
    wish: bool

    @property
    def is_said(self) -> bool:
        """Whether the author themselves said something: not a skip, not only their helper."""
        return bool(self.face or self.choices or self.words)


def childs_topic(topic: str) -> str:
    """The name under which a topic of a child's own form stands beside the others'."""
    return _CHILDS_NAME.get(topic, topic)


def beside_topic(line: Line) -> str:
    """The topic under which everybody's answers about one thing stand together."""
    if line.written_by is WrittenBy.CHILD:
        return childs_topic(line.topic)
    return _ADULTS_NAME.get(line.topic, line.topic)
