"""Every table that leaves for a spreadsheet is written here, so that no cell is a formula."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
_LOOKED_THROUGH: Final = " \u00a0\u200b\ufeff\"'"  # what a spreadsheet may skip at the start


def neutral(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, whatever spaces or quotes it begins with.

    Source: OWASP, "CSV Injection"; ASVS 5.0, 1.2.10.
    """
    begins = cell.lstrip(_LOOKED_THROUGH)
    return f"'{cell}" if begins.startswith(_STARTS_A_FORMULA) else cell


def csv_text(*, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as other programs read it, without the mark that spreadsheets like to begin with."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow([neutral(column) for column in columns])
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return made.getvalue()


def write_alone(path: Path, content: bytes) -> None:
    """Write a file that is its owner's alone, for it is about children."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.fchmod(handle, 0o600)  # it may have been there before, for others to read
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def write_csv(path: Path, *, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows for a spreadsheet; the file is its owner's alone, for it is about children."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.fchmod(handle, 0o600)  # it may have been there before, for others to read
    with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([neutral(column) for column in columns])
        writer.writerows([neutral(cell) for cell in row] for row in rows)
