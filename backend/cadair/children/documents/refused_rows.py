"""Writing refused rows as a CSV file that is safe to open in a spreadsheet."""

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def neutral(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, whatever spaces it begins with."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_STARTS_A_FORMULA) else cell


def write_csv(path: Path, *, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows for a spreadsheet; the file is its owner's alone, for it is about children."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([neutral(cell) for cell in row] for row in rows)
