"""Which signs our fonts can print, and what stands for one that they cannot.

A PDF for everybody (PDF/UA-1, clause 7.21.8) may hold no sign that its font does not draw, so what
cannot be drawn is shown as such and never left out in silence; the other files keep it.
"""

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent / "fonts"
FAMILIES: Final = (
    "Atkinson Hyperlegible Next",
    "Noto Sans Vietnamese",
    "Noto Sans Cyrillic",
    "Noto Sans Greek",
    "Noto Sans Arabic",
    "Noto Sans Ethiopic",
    "Noto Emoji",
)
STANDS_FOR: Final = "[?]"
_SAME: Final = {"\u2192": "->", "\u2713": "\u2022", "\u202f": " ", "\u2009": " ", "\t": " "}
_TURNS_LINES: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_KEPT_UNSEEN: Final = frozenset("\n\u200d\ufe0f")  # a line's end, and what joins one emoji


def plain_text(words: str) -> str:
    """The words as they were written, without what would only disturb whoever reads them.

    Control signs go, and so do those that turn a line round and make it read as another.
    """
    said = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(
        sign
        for sign in unicodedata.normalize("NFC", said)
        if sign not in _TURNS_LINES and (sign == "\n" or unicodedata.category(sign) not in _NEVER)
    )


def printable(words: str) -> str:
    """The words in signs that our fonts can draw."""
    drawn = _drawn()
    made = []
    for sign in plain_text(words):
        kept = _SAME.get(sign, sign)
        if sign in _KEPT_UNSEEN or all(ord(one) in drawn for one in kept):
            made.append(kept)
        elif unicodedata.category(sign) not in _UNSEEN:
            made.append(STANDS_FOR)
    return "".join(made)


_NEVER: Final = frozenset({"Cc", "Cs"})


@cache
def _drawn() -> frozenset[int]:
    """Every code point that one of our upright fonts draws."""
    found: set[int] = set()
    for path in sorted(FONTS.glob("*-Regular.ttf")):
        found |= _in_font(path.read_bytes())
    return frozenset(found)


def _in_font(data: bytes) -> set[int]:
    """The code points of a font's character map (OpenType `cmap`, formats 4 and 12)."""
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {
        data[12 + 16 * at : 16 + 16 * at]: struct.unpack_from(">I", data, 20 + 16 * at)[0]
        for at in range(count)
    }
    start = tables[b"cmap"]
    (maps,) = struct.unpack_from(">H", data, start + 2)
    found: set[int] = set()
    for at in range(maps):
        (offset,) = struct.unpack_from(">I", data, start + 8 + 8 * at)
        found |= _in_map(data, start + offset)
    return found - {0xFFFF}


def _in_map(data: bytes, at: int) -> set[int]:
    (kind,) = struct.unpack_from(">H", data, at)
    found: set[int] = set()
    if kind == 12:
        (groups,) = struct.unpack_from(">I", data, at + 12)
        for group in range(groups):
            first, last = struct.unpack_from(">II", data, at + 16 + 12 * group)
            found.update(range(first, last + 1))
    elif kind == 4:
        (twice,) = struct.unpack_from(">H", data, at + 6)
        lasts = struct.unpack_from(f">{twice // 2}H", data, at + 14)
        firsts = struct.unpack_from(f">{twice // 2}H", data, at + 16 + twice)
        for first, last in zip(firsts, lasts, strict=True):
            found.update(range(first, last + 1))
    return found
