"""Reading a folder of the return's files, or one file of them, into a spool."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cadair.children.documents.ssda903.csv_rows import CsvFile, NotReadable, open_csv
from cadair.children.documents.ssda903.rows import Refused
from cadair.children.documents.ssda903.spool import Spool
from cadair.children.documents.ssda903.tables import Table
from cadair.children.documents.ssda903.xml_rows import read_xml


class NothingToImport(Exception):
    """The folder does not hold what an import needs; the sentence says what is missing."""


@dataclass(slots=True, kw_only=True)
class Extract:
    """The files of one return, and what was said of those that are not read."""

    tables: list[CsvFile] = field(default_factory=list)
    xml: list[tuple[Path, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def bytes_to_read(self) -> int:
        paths = [table.path for table in self.tables] + [path for path, _ in self.xml]
        return sum(path.stat().st_size for path in paths)


def find_extract(folder: Path) -> Extract:
    """Which files of the folder are tables of the return; raises NothingToImport."""
    if not folder.exists():
        raise NothingToImport(f"There is no folder {folder}.")
    extract = Extract()
    paths = (
        sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else [folder]
    )
    for path in paths:
        if path.suffix.lower() == ".xml":
            extract.xml.append((path, path.name))
        elif not path.name.startswith((".", "~$")):
            _look_into(path, extract)
    if extract.xml and extract.tables:
        raise NothingToImport(
            f"{folder} holds the return twice, as CSV and as XML. Leave one of them."
        )
    if not extract.xml:
        have = {table.table for table in extract.tables}
        missing = [table.value for table in (Table.HEADER, Table.EPISODES) if table not in have]
        if missing:
            said = "".join(f"\n  {remark}" for remark in extract.remarks)
            raise NothingToImport(
                f"{folder} has no {' and no '.join(missing)} table of the return.{said}"
            )
        extract.remarks += [
            f"no file is the {table.value} table: none of it was brought in"
            for table in (Table.REVIEWS, Table.PLACED_ADOPTION)
            if table not in have
        ]
    return extract


def _look_into(path: Path, extract: Extract) -> None:
    try:
        table = open_csv(path, path.name)
    except NotReadable as why:
        extract.remarks.append(f"{path.name} was not read: {why}")
    except OSError as why:
        extract.remarks.append(f"{path.name} was not read: {why.strerror}")
    else:
        extract.tables.append(table)
        if table.extra:
            extract.remarks.append(
                f"{path.name}: columns that are not needed: {', '.join(table.extra)[:200]}"
            )


def gather(
    extract: Extract, spool: Spool, on_bytes: Callable[[int], object] = lambda _: None
) -> list[Refused]:
    """Read every file into the spool; gives back the refused rows that belong to no child."""
    nobodys: list[Refused] = []
    for table in extract.tables:
        with _naming(table.name):
            nobodys += spool.add(table.rows(on_bytes))
    for path, name in extract.xml:
        with _naming(name):
            nobodys += spool.add(read_xml(path, name, on_bytes))
    return nobodys


@contextmanager
def _naming(file: str) -> Iterator[None]:
    try:
        yield
    except NotReadable as why:
        raise NothingToImport(f"{file} was not read: {why}. Nothing was imported.") from None
