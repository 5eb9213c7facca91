"""Reading the single XML form of the return, child by child, without holding the file in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

from cadair.children.documents.csv_lines import cleaned
from cadair.children.documents.ssda903.csv_rows import NotReadable
from cadair.children.documents.ssda903.rows import Refused, Row
from cadair.children.documents.ssda903.tables import READ, Table

ROOT: Final = "EXPSSDA903"
SECTIONS: Final = {
    "HEADER": Table.HEADER,
    "EPISODE": Table.EPISODES,
    "AREVIEW": Table.REVIEWS,
    "AD_PLACED": Table.PLACED_ADOPTION,
}
RENAMED: Final = {"CHILDID": "CHILD", "PL": "PLACE"}  # as the CSV form calls them
FROM_HEADER: Final = ("CHILD", "DOB")  # what the other tables repeat
LONGEST_TEXT: Final = 2_000
XML_BROKEN: Final = "xml_broken"
_BLOCK: Final = 1 << 16


class _Section:
    def __init__(self, table: Table, line: int) -> None:
        self.table = table
        self.line = line
        self.cells: dict[str, str] = {}


class _Reader:
    """Hears the file's tags, and gathers one child at a time."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.done: list[Row | Refused] = []
        self._tags: list[str] = []
        self._text: list[str] = []
        self._open: list[_Section] = []
        self._child: list[_Section] = []
        self._child_line = 0
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.buffer_text = True

    def _doctype(self, *_: Any) -> None:
        raise NotReadable("it declares a document type, which the return never does")

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2].upper()
        if not self._tags and tag != ROOT:
            raise NotReadable(f"its outermost element is {tag[:40]}, not {ROOT}")
        self._tags.append(tag)
        self._text.clear()
        if len(self._tags) == 2:
            self._child, self._child_line = [], self.parser.CurrentLineNumber
        elif tag in SECTIONS and len(self._tags) > 2:
            section = _Section(SECTIONS[tag], self.parser.CurrentLineNumber)
            self._open.append(section)
            self._child.append(section)

    def _words(self, text: str) -> None:
        if sum(map(len, self._text)) < LONGEST_TEXT:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        tag = self._tags.pop()
        if tag in SECTIONS and self._open:
            self._open.pop()
        elif len(self._tags) == 1:
            self._finish_child()
        elif self._open:
            self._open[-1].cells.setdefault(
                RENAMED.get(tag, tag), cleaned("".join(self._text)[:LONGEST_TEXT])
            )
        self._text.clear()

    def _finish_child(self) -> None:
        headers = [section for section in self._child if section.table is Table.HEADER]
        header = headers[0].cells if headers else {}
        if not header.get("CHILD"):
            self.done.append(
                Refused(
                    file=self.name,
                    line=self._child_line,
                    column="CHILDID",
                    value="",
                    code="no_child_number",
                    reason="This CHILD has no HEADER with a CHILDID.",
                )
            )
            return
        shared = {column: header.get(column, "") for column in FROM_HEADER}
        for section in self._child:
            cells = {**shared, **section.cells}
            self.done.append(
                Row(
                    section.table,
                    self.name,
                    section.line,
                    tuple(cells.get(column, "") for column in READ[section.table]),
                )
            )


def read_xml(
    path: Path, name: str, on_bytes: Callable[[int], object] = lambda _: None
) -> Iterator[Row | Refused]:
    """Every row of the XML form, as the CSV form would have it; raises NotReadable.

    When the file breaks off, the children before the break are read and the break is refused.
    """
    reader = _Reader(name)
    with path.open("rb") as file:
        while True:
            block = file.read(_BLOCK)
            try:
                reader.parser.Parse(block, not block)
            except expat.ExpatError as broken:
                if not reader.done and broken.lineno <= 1 and broken.offset == 0:
                    raise NotReadable("it is not XML") from None
                yield from reader.done
                yield Refused(
                    file=name,
                    line=broken.lineno,
                    column="",
                    value="",
                    code=XML_BROKEN,
                    reason=f"The XML is broken here ({expat.ErrorString(broken.code)}). "
                    "Nothing from this line on was read.",
                )
                return
            yield from reader.done
            reader.done.clear()
            on_bytes(len(block))
            if not block:
                return
