"""What somebody wrote, without what nobody sees; pure."""

import unicodedata
from typing import Final

from cadair.foundation.errors import BadInput
from cadair.reviews.rules.clean import TURNING

KEPT: Final = frozenset("\n\t")


def plain(words: str | None, *, longest: int, field: str) -> str | None:
    """The words without control characters and marks that turn the direction of reading.

    Letters of every script stay, and the joiners that some need.  Nothing, or nothing but spaces,
    is None; raises BadInput for more than `longest` characters.
    """
    if words is None:
        return None
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(each for each in lines if each in KEPT or not _is_hidden(each)).strip()
    if len(kept) > longest:
        raise BadInput(fields={field: ["too_long"]})
    return kept or None


def required(words: str | None, *, longest: int, field: str) -> str:
    """The same, where there must be something; raises BadInput."""
    kept = plain(words, longest=longest, field=field)
    if kept is None:
        raise BadInput(fields={field: ["required"]})
    return kept


def _is_hidden(character: str) -> bool:
    return character in TURNING or unicodedata.category(character) == "Cc"
