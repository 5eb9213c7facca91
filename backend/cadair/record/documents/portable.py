"""A page as a tagged PDF that everybody can read (PDF/UA-1): the same page, the same bytes.

Typst sets it with our own fonts and nothing from the machine or the net.  The page is handed over
as data, so nothing that a person wrote is ever read as a command.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from cadair.record.documents.pages import (
    Block,
    Chairs,
    Facts,
    Heading,
    Listed,
    Page,
    Quote,
    Words,
)
from cadair.record.documents.signs import FAMILIES, FONTS, printable

_TEMPLATE: Final = Path(__file__).parent / "page.typ"


def as_pdf(page: Page) -> bytes:
    """The page as PDF/UA-1."""
    compiler = typst.Compiler(input=_template(), font_paths=_fonts(), ignore_system_fonts=True)
    made = compiler.compile(
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=int(page.made_at.timestamp()),
        sys_inputs={"page": json.dumps(_as_data(page), ensure_ascii=False)},
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def _as_data(page: Page) -> dict[str, Any]:
    return {
        "title": printable(page.title),
        "author": printable(page.author),
        **_spoken(page.language),
        "large": page.is_large,
        "centred": page.is_centred,
        "fonts": list(FAMILIES),
        "blocks": [_block(block) for block in page.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "words": printable(block.words)}
        case Words():
            return {
                "kind": "words",
                "words": printable(block.words),
                **_spoken(block.language),
            }
        case Quote():
            return {
                "kind": "quote",
                "words": printable(block.words),
                "source": printable(block.source) if block.source else None,
                **_spoken(block.language),
            }
        case Facts():
            rows = [[printable(name), printable(value)] for name, value in block.rows]
            return {"kind": "facts", "rows": rows}
        case Listed():
            return {"kind": "listed", "items": [printable(item) for item in block.items]}
        case Chairs():
            return {"kind": "chairs", "count": block.count}


def _spoken(tag: str | None) -> dict[str, str | None]:
    """A language and its region as Typst takes them; of `zh-Hant-TW` it takes no script."""
    language, *more = (tag or "").split("-")
    region = next((each.upper() for each in more if len(each) == 2 and each.isalpha()), None)
    return {"language": language or None, "region": region}
