"""A page as a Word file: the same page, the same bytes.

No macro, no field and no link stands in it; every text is a run of plain characters.
"""

from datetime import UTC
from importlib import import_module
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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

LANGUAGES: Final = {"en": "en-GB", "cy": "cy-GB"}
EMU_OF_A_POINT: Final = 12_700
LONGEST_PROPERTY: Final = 255  # letters, which the library holds
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip can tell


def as_docx(page: Page) -> bytes:
    """The page as an Office Open XML document."""
    made = _word().Document()
    _properties(made, page)
    made.add_heading(plain_text(page.title), level=0)
    for block in page.blocks:
        _add(made, block)
    kept = BytesIO()
    made.save(kept)
    return _always_the_same(kept.getvalue())


def _word() -> Any:
    """The library, loaded when the first file is made: it costs a start most of a second."""
    return import_module("docx")


def _properties(made: Any, page: Page) -> None:
    said = made.core_properties
    moment = page.made_at.astimezone(UTC).replace(tzinfo=None)
    title, author = (plain_text(each)[:LONGEST_PROPERTY] for each in (page.title, page.author))
    said.title, said.author, said.comments = title, author, ""
    said.language = LANGUAGES.get(page.language, page.language)
    said.created = said.modified = moment
    said.last_modified_by, said.revision = author, 1
    style = made.styles["Normal"]
    style.font.name = "Arial"
    style.font.size = (14 if page.is_large else 11) * EMU_OF_A_POINT
    _speaks(style.element.get_or_add_rPr(), page.language)


def _add(made: Any, block: Block) -> None:
    match block:
        case Heading():
            made.add_heading(plain_text(block.words), level=block.level)
        case Words():
            _run(made.add_paragraph(), block.words, block.language)
        case Quote():
            _run(made.add_paragraph(style="Quote"), block.words, block.language)
            if block.source:
                _run(made.add_paragraph(), block.source, None)
        case Facts():
            for name, value in block.rows:
                line = made.add_paragraph()
                _run(line, f"{name}: ", None).bold = True
                _run(line, value, None)
        case Listed():
            for item in block.items:
                _run(made.add_paragraph(style="List Bullet"), item, None)
        case Chairs():
            return


def _run(paragraph: Any, words: str, language: str | None) -> Any:
    run = paragraph.add_run(plain_text(words))
    if language:
        _speaks(run._r.get_or_add_rPr(), language)  # noqa: SLF001  # python-docx has no other way
    return run


def _speaks(properties: Any, language: str) -> None:
    """Say in which language it is, for whoever has it read aloud."""
    for there in properties.findall(f"{_W}lang"):
        properties.remove(there)
    said = properties.makeelement(f"{_W}lang")
    said.set(f"{_W}val", LANGUAGES.get(language, language))
    properties.append(said)


def _always_the_same(made: bytes) -> bytes:
    """The same parts in the same order without the time at which they were packed."""
    kept = BytesIO()
    with ZipFile(BytesIO(made)) as parts, ZipFile(kept, "w", ZIP_DEFLATED) as again:
        for name in sorted(parts.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            entry = ZipInfo(name, date_time=_NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            again.writestr(entry, parts.read(name))
    return kept.getvalue()
