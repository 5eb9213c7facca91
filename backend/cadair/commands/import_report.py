"""The report of an import, for the person at the terminal and for the file they asked for."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from cadair.children.documents.ssda903.rows import Refused
from cadair.commands.import_903 import ImportReport
from cadair.foundation.logs import one_line
from cadair.foundation.spreadsheets import write_csv

SHOWN: Final = 10  # of a long list, on the terminal
REFUSED_COLUMNS: Final = ("file", "line", "column", "value", "child", "code", "reason")


def sentences(report: ImportReport, *, shown: int | None = SHOWN) -> Iterator[str]:
    """What to tell of the import; `shown` shortens the lists."""
    yield f"{report.council}, {report.on:%d/%m/%Y}" + (
        ": what an import would change (nothing was written)" if report.dry_run else ""
    )
    yield from (f"  read {name}" for name in report.files)
    yield from (f"  {remark}" for remark in report.remarks)
    if report.stopped_by_strict:
        yield "Nothing was taken in: --strict takes all children or none, and rows were refused."
    else:
        yield from _numbers(report, shown)
    if report.duplicate_rows:
        yield f"{_many(report.duplicate_rows, 'row')} repeated another, and was read once."
    if report.refused:
        yield (
            f"{_many(len(report.refused), 'row')} refused"
            + (
                ":"
                if report.stopped_by_strict
                else f"; {_many(len(report.refused_children), 'child', 'children')} left as before:"
            )
        )
        yield from _some((refusal(row) for row in report.refused), len(report.refused), shown)
    if report.child_remarks:
        remarks = [
            f"{child}: {remark}" for child, said in report.child_remarks.items() for remark in said
        ]
        yield "Taken in, and worth a look:"
        yield from _some(remarks, len(remarks), shown)
    if report.broken_off:
        yield (
            "A file breaks off, so who is in none of the files is not known. Mend it, and import "
            "again."
        )
    if report.missing:
        yield (
            f"{_many(len(report.missing), 'child', 'children')} in care here, and in none of the "
            "files. Nothing about them was changed:"
        )
        yield from _some(report.missing, len(report.missing), shown)


def write_report(path: Path, report: ImportReport) -> None:
    """Write the whole report, nothing shortened; the file is its owner's alone."""
    path.touch(mode=0o600)
    path.chmod(0o600)  # it may have been there before, for others to read
    path.write_text("\n".join(sentences(report, shown=None)) + "\n", encoding="utf-8")


def write_refused(path: Path, refused: Sequence[Refused]) -> None:
    """Write the refused rows for a spreadsheet."""
    write_csv(
        path,
        columns=REFUSED_COLUMNS,
        rows=(
            (
                row.file,
                str(row.line),
                row.column,
                row.value,
                row.child,
                row.code,
                row.reason,
            )
            for row in refused
        ),
    )


def _numbers(report: ImportReport, shown: int | None) -> Iterator[str]:
    would = "would be " if report.dry_run else ""
    yield (
        f"{_many(len(report.added), 'child', 'children')} {would}added, "
        f"{len(report.changed)} {would}changed, {report.unchanged} as before."
    )
    if report.dry_run:
        yield from _some((f"new: {child}" for child in report.added), len(report.added), shown)
    changes = (f"{child}: {', '.join(what)}" for child, what in report.changed.items())
    yield from _some(changes, len(report.changed), shown)
    yield (
        f"{_many(report.reviews_held, 'review')} that {_were(report.reviews_held)} held {would}"
        f"brought in or put right; {_many(report.reviews_due, 'next review')} {would}"
        "worked out anew."
    )


def refusal(row: Refused) -> str:
    """One refused row in one sentence: where, what, whose and why."""
    where = f"{row.file} line {row.line}" + (f", {row.column}" if row.column else "")
    value = f" “{row.value[:40]}”" if row.value else ""
    child = f" (child {row.child})" if row.child else ""
    return one_line(f"{where}{value}{child}: {row.reason}")


def _some(lines: Iterable[str], total: int, shown: int | None) -> Iterator[str]:
    for number, line in enumerate(lines):
        if shown is not None and number >= shown:
            yield f"  … and {total - shown} more (--report FILE lists them all)"
            return
        yield f"  {one_line(line)}"


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
