"""A page before it is a file: headings, words and facts in order, the same for every kind of file.

Whatever a person wrote stands in it as plain text and nothing else: no renderer reads markup in it.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; levels begin at 1 and skip none."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph, in the page's language unless it says another."""

    words: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said, letter by letter; `source` says who, when and where."""

    words: str
    source: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names and what they stand for, such as a day or a place."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Things of one kind."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chairs:
    """A circle of chairs: a picture that says nothing that the words do not."""

    count: int


Block = Heading | Words | Quote | Facts | Listed | Chairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document: its title stands first, and `made_at` is the only moment that is told of it."""

    title: str
    language: str
    made_at: datetime
    blocks: tuple[Block, ...]
    author: str = ""
    is_large: bool = False  # bigger letters and wider lines, for a child
    is_centred: bool = False  # a certificate
