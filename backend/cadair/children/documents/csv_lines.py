"""Reading CSV files line by line, whatever program exported them.

Every line is read on its own: no cell that we read holds a line break, so one stray quotation mark
spoils its own line and not the rest of the file, and memory stays small however large the file is.
"""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

LONGEST_LINE: Final = 20_000
DELIMITERS: Final = ",;\t|"
BLANK: Final = frozenset({"NULL", "#N/A"})  # what databases and spreadsheets write for nothing
_BLOCK: Final = 1 << 20


def encoding_of(path: Path) -> str:
    """How the file's letters are written: as its first bytes say, UTF-8, or Windows-1252."""
    with path.open("rb") as file:
        block = file.read(_BLOCK)
        if block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block:
                decoder.decode(block)
                block = file.read(_BLOCK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def cells_of(text: str, delimiter: str) -> list[str]:
    """The cells of one line; raises csv.Error when quotation marks do not pair."""
    text = text.rstrip("\r\n")
    if '"' not in text:
        return text.split(delimiter)
    return next(csv.reader([text], delimiter=delimiter, strict=True))


def cleaned(cell: str) -> str:
    """A cell without the marks that spreadsheets and databases leave on it."""
    cell = cell.strip()
    if cell.startswith('="') and cell.endswith('"'):
        cell = cell[2:-1].strip()
    return "" if cell.upper() in BLANK else cell.lstrip("'")


def opened(path: Path, encoding: str) -> TextIO:
    # A byte that no letter stands for must not stop the file: the row that holds it is judged.
    return path.open(encoding=encoding, errors="replace", newline="")


def lines(file: TextIO) -> Iterator[tuple[int, str]]:
    """Each line with its number; of a line without end only the beginning is kept."""
    number = 0
    while text := file.readline(LONGEST_LINE + 1):
        number += 1
        yield number, text
        while len(text) > LONGEST_LINE and not text.endswith(("\n", "\r")):
            text = file.readline(LONGEST_LINE + 1)
