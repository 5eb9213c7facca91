"""A page as plain text, to paste into another system: no markup, no control sign."""

from collections.abc import Iterator

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
from cadair.record.documents.signs import plain_text


def as_text(page: Page) -> str:
    """The page in lines, a blank one between its parts."""
    parts = [page.title.upper(), *(part for block in page.blocks for part in _lines(block))]
    return "\n\n".join(plain_text(part) for part in parts) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.words if block.level > 1 else block.words.upper()
        case Words():
            yield block.words
        case Quote():
            source = f"\n({block.source})" if block.source else ""
            yield f"\u201c{block.words}\u201d{source}"
        case Facts():
            yield "\n".join(f"{name}: {value}" for name, value in block.rows)
        case Listed():
            yield "\n".join(f"- {item}" for item in block.items)
        case Chairs():
            return
