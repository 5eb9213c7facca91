"""Bringing in a council's return: children, the reviews they have had, and when the next is due.

It stands here because it goes through two rooms, children and reviews, and a room may use only
what lies below it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.children import actions as children
from cadair.children import queries as children_queries
from cadair.children.documents.ssda903.child_record import ReadChild, ReadingRules, read_child
from cadair.children.documents.ssda903.folder import Extract, find_extract, gather
from cadair.children.documents.ssda903.rows import Refused
from cadair.children.documents.ssda903.spool import Spool
from cadair.children.documents.ssda903.xml_rows import XML_BROKEN
from cadair.children.rules.episodes import ChildRecord
from cadair.commands.trouble import TROUBLE, in_words
from cadair.foundation import clock
from cadair.foundation.database import scope_to
from cadair.people import queries as people
from cadair.reviews import actions as reviews

AT_ONCE: Final = 250  # children in one transaction
COUNTED_AFTER: Final = frozenset({1, 10, 100})  # batches, so that a first import stays quick

Steps = Callable[[int], object]
Progress = Callable[[str, int, str], Steps]  # what is done, how much, of what unit → each step


class ImportStopped(Exception):
    """The import could not go on; the sentence says why, and what became of what was done."""


@dataclass(slots=True, kw_only=True)
class ImportReport:
    """What an import did, or in a dry run would do; children are named by case number."""

    council: str
    on: date
    dry_run: bool
    strict: bool
    files: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # about files
    added: list[str] = field(default_factory=list)
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unchanged: int = 0
    child_remarks: dict[str, list[str]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    refused_children: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)  # in care, and in none of the files
    duplicate_rows: int = 0
    reviews_held: int = 0  # brought in, or put right
    reviews_due: int = 0  # next reviews that were worked out anew

    @property
    def broken_off(self) -> bool:
        """Whether a file could be read only up to some line."""
        return any(row.code == XML_BROKEN for row in self.refused)

    @property
    def stopped_by_strict(self) -> bool:
        """Whether nothing was taken in because something was refused."""
        return self.strict and bool(self.refused)


def unwatched(_what: str, _total: int, _unit: str) -> Steps:
    """The progress of an import that nobody watches."""
    return lambda _: None


def import_903(
    session: Session,
    *,
    council_id: UUID,
    folder: Path,
    now: datetime,
    dry_run: bool = False,
    strict: bool = False,
    progress: Progress = unwatched,
) -> ImportReport:
    """Bring in the return that lies in `folder`; raises NothingToImport and ImportStopped.

    Each child is taken in whole, a batch of children to a transaction.  A strict import takes in
    every child of the files in one transaction, or none.
    """
    scope_to(session, council_id)
    council = people.council(session, council_id=council_id)
    session.rollback()  # no lock is held while files are read
    report = ImportReport(council=council.name, on=clock.today(now), dry_run=dry_run, strict=strict)
    rules = ReadingRules(
        today=report.on,
        codes_optional=council.nation == "wales",
        council_postcodes=tuple(council.settings["area_postcodes"]),
    )
    extract = find_extract(folder)
    report.files = [f"{table.name}: {table.table.value}" for table in extract.tables]
    report.files += [f"{name}: the whole return, in XML" for _, name in extract.xml]
    report.remarks = extract.remarks
    if not rules.council_postcodes:
        report.remarks.append(
            "the council has not listed its own postcodes (setting area_postcodes): unless the "
            "return says so, who lives out of area is guessed from the home postcode"
        )
    spool = Spool()
    try:
        with _plain_about_trouble(report):
            _Import(session, council_id, spool, rules, report, now, progress).run(extract)
    finally:
        session.rollback()
        spool.close()
    return report


@dataclass(slots=True)
class _Import:
    session: Session
    council_id: UUID
    spool: Spool
    rules: ReadingRules
    report: ImportReport
    now: datetime
    progress: Progress
    seen: set[str] = field(default_factory=set)
    batches: int = 0

    def run(self, extract: Extract) -> None:
        step = self.progress("Reading the files", extract.bytes_to_read, "B")
        self.report.refused += gather(extract, self.spool, step)
        how_many = self.spool.how_many_children()
        if self.report.strict:
            step = self.progress("Looking for rows to refuse", how_many, "child")
            for read in self._children(step):
                self._judge(read)
            if self.report.refused:
                return
            self._forget()
        self._take_in_all(self.progress("Bringing children in", how_many, "child"))
        self._finish()

    def _children(self, step: Steps) -> Iterator[ReadChild]:
        for rows in self.spool.children():
            yield read_child(rows, self.rules)
            step(1)

    def _take_in_all(self, step: Steps) -> None:
        waiting: list[ChildRecord] = []
        for read in self._children(step):
            record = self._judge(read)
            if record is not None:
                waiting.append(record)
            if len(waiting) >= AT_ONCE:
                self._take_in(waiting)
                waiting = []
        if waiting:
            self._take_in(waiting)

    def _judge(self, read: ReadChild) -> ChildRecord | None:
        """Note what was said of a child's rows; gives back the record that may be taken in."""
        report = self.report
        self.seen.add(read.child)
        report.duplicate_rows += read.duplicates
        if read.record is None:
            report.refused += read.refused
            if read.child:
                report.refused_children.append(read.child)
        elif read.remarks:
            report.child_remarks[read.child] = read.remarks
        return read.record

    def _forget(self) -> None:
        self.report.duplicate_rows = 0
        self.report.child_remarks.clear()

    def _take_in(self, records: list[ChildRecord]) -> None:
        actor = the_service(self.council_id)
        brought = children.bring_in(self.session, actor=actor, records=records, now=self.now)
        held = reviews.bring_in_histories(
            self.session,
            actor=actor,
            histories={
                brought.child_ids[record.case_number]: [
                    (day, code or None) for day, code in record.reviews
                ]
                for record in records
                if record.reviews
            },
            now=self.now,
        )
        due = reviews.schedule(
            self.session,
            actor=actor,
            child_ids=list(brought.child_ids.values()),
            now=self.now,
        )
        self._keep_batch()
        self.batches += 1
        if self.batches in COUNTED_AFTER and not self.report.dry_run:
            count_afresh(self.session)
        report = self.report
        report.added += brought.added
        report.changed |= brought.changed
        report.unchanged += len(records) - len(brought.added) - len(brought.changed)
        report.reviews_held += held
        report.reviews_due += due

    def _keep_batch(self) -> None:
        if self.report.dry_run:
            self.session.rollback()
        elif self.report.strict:
            self.session.flush()
        else:
            self.session.commit()
        self.session.expunge_all()

    def _finish(self) -> None:
        """What concerns the council as a whole: who is missing, and the reviews that open now."""
        report = self.report
        in_care = children_queries.case_numbers_in_care(self.session, on=report.on)
        # Whoever stands after the break of a broken file is not known to be missing.
        if not report.broken_off:
            report.missing = sorted(in_care - self.seen)
        if report.dry_run:
            return
        actor = the_service(self.council_id)
        reviews.open_due(self.session, actor=actor, now=self.now)
        audit.note(
            self.session,
            actor=actor,
            event="council.return_brought_in",
            facts={
                "added": len(report.added),
                "changed": len(report.changed),
                "unchanged": report.unchanged,
                "refused": len(report.refused_children),
                "missing": len(report.missing),
            },
            now=self.now,
        )
        count_afresh(self.session)
        self.session.commit()


def count_afresh(session: Session) -> None:
    """Have SQLite count its tables, as PostgreSQL does by itself.

    Uncounted, it takes a council for ten rows, and reads the whole council for a list of children.
    """
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("ANALYZE")


@contextmanager
def _plain_about_trouble(report: ImportReport) -> Iterator[None]:
    """Turn a full disk or a lost database into a sentence; what was committed stays."""
    try:
        yield
    except TROUBLE as trouble:
        raise ImportStopped(
            f"The import stopped: {in_words(trouble)}. {_what_stays(report)} "
            "Import the same files again when that is mended: nothing is done twice."
        ) from trouble


def _what_stays(report: ImportReport) -> str:
    done = len(report.added) + len(report.changed) + report.unchanged
    if report.dry_run or report.strict or not done:
        return "Nothing was written."
    return f"The {done} children who were finished before that are kept, each of them whole."
