"""Reading one CSV file of the return, whatever program exported it."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cadair.children.documents.csv_lines import (
    DELIMITERS,
    LONGEST_LINE,
    cells_of,
    cleaned,
    encoding_of,
    lines,
    opened,
)
from cadair.children.documents.ssda903.rows import Refused, Row
from cadair.children.documents.ssda903.tables import READ, Table, column_name, recognise

PROGRESS_EVERY: Final = 2_000
MOST_BROKEN: Final = 1_000  # lines that are no rows, before a file is given up
WORKBOOKS: Final = frozenset({".xlsx", ".xls", ".xlsm", ".ods"})


class NotReadable(Exception):
    """The file is no table of the return; the sentence says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvFile:
    """A CSV file whose first line has named the columns of a table."""

    path: Path
    name: str
    table: Table
    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    first_line: int  # of the rows
    extra: tuple[str, ...]

    def rows(self, on_bytes: Callable[[int], object] = lambda _: None) -> Iterator[Row | Refused]:
        """Every row, or why it is refused; `on_bytes` hears how much was read since last asked.

        Raises NotReadable when most of the lines turn out to be no rows.
        """
        wanted = [
            self.columns.index(column) if column in self.columns else None
            for column in READ[self.table]
        ]
        done = good = broken = 0
        with opened(self.path, self.encoding) as file:
            for line, text in lines(file):
                if line % PROGRESS_EVERY == 0:
                    at = file.buffer.tell()
                    on_bytes(at - done)
                    done = at
                if line >= self.first_line:
                    row = self._row(line, text, wanted)
                    good += isinstance(row, Row)
                    broken += isinstance(row, Refused)
                    if broken > MOST_BROKEN and broken > good:
                        raise NotReadable(f"most of its first {line} lines are no rows")
                    if row is not None:
                        yield row
        on_bytes(self.path.stat().st_size - done)

    def _row(self, line: int, text: str, wanted: list[int | None]) -> Row | Refused | None:
        if text.strip(" \r\n\t\ufeff\x1a" + self.delimiter) == "":
            return None
        if len(text) > LONGEST_LINE:
            return self._refused(line, text, "line_too_long", "This line is too long for a row.")
        try:
            cells = cells_of(text, self.delimiter)
        except csv.Error:
            return self._refused(
                line,
                text,
                "quotes_do_not_pair",
                "A quotation mark has no partner on this line.",
            )
        too_few = len(cells) < len(self.columns)
        if too_few or any(cells[len(self.columns) :]):
            return self._refused(
                line,
                text,
                "wrong_number_of_cells",
                f"The row has {len(cells)} cells, and the file has {len(self.columns)} "
                "columns: a comma is missing or one too many, or the file was cut off.",
            )
        if cells[0].strip().upper() == self.columns[0] and _names(cells) == self.columns:
            return None  # the names of the columns again: files were joined end to end
        return Row(
            self.table,
            self.name,
            line,
            tuple("" if at is None else cleaned(cells[at]) for at in wanted),
        )

    def _refused(self, line: int, text: str, code: str, reason: str) -> Refused:
        """A line that is no row; whose it is, is read as far as it goes."""
        cells = text[:LONGEST_LINE].rstrip("\r\n").split(self.delimiter)
        at = self.columns.index("CHILD")
        child = cleaned(cells[at].strip('"')) if at < len(cells) else ""
        return Refused(
            file=self.name,
            line=line,
            column="",
            value=text[:60].strip(),
            code=code,
            reason=reason,
            child=child[:40],
        )


def open_csv(path: Path, name: str) -> CsvFile:
    """Find out which table a file is; raises NotReadable."""
    if path.suffix.lower() in WORKBOOKS:
        raise NotReadable("it is a workbook: save each of its sheets as CSV")
    encoding = encoding_of(path)
    with opened(path, encoding) as file:
        for line, text in lines(file):
            if "\x00" in text or len(text) > LONGEST_LINE:
                raise NotReadable("it is not a text file")
            if text.strip(" \r\n\t\ufeff" + DELIMITERS) == "":
                continue
            delimiter = max(DELIMITERS, key=text.count)
            try:
                cells = cells_of(text.lstrip("\ufeff"), delimiter)
            except csv.Error:
                raise NotReadable("the quotation marks of its first line do not pair") from None
            columns = _names(cells)
            recognised = recognise(columns)
            if recognised.table is None:
                raise NotReadable(recognised.why_not)
            return CsvFile(
                path=path,
                name=name,
                table=recognised.table,
                encoding=encoding,
                delimiter=delimiter,
                columns=columns,
                first_line=line + 1,
                extra=recognised.extra,
            )
    raise NotReadable("it is empty")


def _names(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return tuple(column_name(cell) for cell in cells)
