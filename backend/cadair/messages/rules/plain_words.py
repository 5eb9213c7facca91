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
    kept = "".join(filter(None, map(_as_kept, lines))).strip()
    if len(kept) > longest:
        raise BadInput(fields={field: ["too_long"]})
    return kept or None


def required(words: str | None, *, longest: int, field: str) -> str:
    """The same, where there must be something; raises BadInput."""
    kept = plain(words, longest=longest, field=field)
    if kept is None:
        raise BadInput(fields={field: ["required"]})
    return kept


def _as_kept(character: str) -> str:
    if character in KEPT:
        return character
    kind = unicodedata.category(character)
    if kind in ("Zl", "Zp"):
        return "\n"
    if kind == "Cs":  # half of a character, where a phone cut an emoji in two
        return "\ufffd"
    return "" if kind == "Cc" or character in TURNING else character
