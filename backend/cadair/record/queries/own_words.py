"""One thing that a child said: what every page of their own words is made of."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cadair.contributions.rules.answers import Face
from cadair.record.rules.everything import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Helped:
    """Who helped a child to say it."""

    name: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """One thing that a child said.  What was asked, and what they chose, is in English: the key."""

    id: UUID | None
    source: Source
    review_id: UUID | None
    at: datetime
    language: str | None = None
    topic: str | None = None
    topic_title: str | None = None
    asked: str | None = None
    kind: str | None = None  # of what they asked for, or said to what was told them
    about: str | None = None  # the words that this was said to
    face: Face | None = None
    chosen: tuple[str, ...] = ()
    words: str | None = None
    helper_words: str | None = None
    helper: Helped | None = None
    wish: bool = False
    changed_later: bool = False
