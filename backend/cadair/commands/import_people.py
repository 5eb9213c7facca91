"""Bringing in the people around the children: who they are, and what they are to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Job, the_service
from cadair.children import actions as children
from cadair.children import queries as children_queries
from cadair.children.actions import NewAllocation, NewRelationship
from cadair.children.documents.people_file import (
    COVERS,
    REVIEWS,
    PeopleFile,
    PersonRow,
    read_people_file,
)
from cadair.children.documents.ssda903.rows import Refused
from cadair.children.rules.kinds import RelationshipKind
from cadair.commands.import_903 import Progress, unwatched
from cadair.foundation.database import scope_to
from cadair.foundation.languages import known_languages
from cadair.people import actions as people
from cadair.people import queries as people_queries

AT_ONCE: Final = 250


@dataclass(slots=True, kw_only=True)
class PeopleReport:
    """What an import of people did, or in a dry run would do."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    relationships: int = 0
    allocations: int = 0
    refused: list[Refused] = field(default_factory=list)


def import_people(
    session: Session,
    *,
    council_id: UUID,
    file: Path,
    now: datetime,
    dry_run: bool = False,
    strict: bool = False,
    progress: Progress = unwatched,
) -> PeopleReport:
    """Bring in a file of people, each person whole or not at all; raises PeopleFileRefused.

    All of it is one transaction.  Nobody is deleted, and doing it again changes nothing.
    """
    read = read_people_file(file, languages=known_languages())
    scope_to(session, council_id)
    known = _Known.of(session, read)
    _refuse_strangers(file, read, known)
    report = PeopleReport(refused=sorted(read.refused, key=lambda row: row.line))
    if strict and report.refused:
        session.rollback()
        return report
    step = progress("Bringing people in", len(read.people), "person")
    everybody = list(read.people.items())
    for start in range(0, len(everybody), AT_ONCE):
        batch = dict(everybody[start : start + AT_ONCE])
        _take_in(session, council_id, batch, known, report, now)
        step(len(batch))
    if dry_run:
        session.rollback()
    else:
        session.commit()
    return report


@dataclass(slots=True, kw_only=True)
class _Known:
    """Who is there already, by what the file knows them by."""

    people: dict[tuple[str, str], people_queries.PersonFacts]
    children: dict[str, UUID]
    taken: set[str]  # e-mail addresses of people other than those of the file

    @classmethod
    def of(cls, session: Session, read: PeopleFile) -> "_Known":
        emails = [rows[0].email for rows in read.people.values() if rows[0].email]
        by_email = people_queries.by_email(session, emails=emails)
        by_reference = people_queries.by_reference(session)
        known = {}
        for key, rows in read.people.items():
            reference, email = rows[0].reference, rows[0].email
            found = by_reference.get(reference) or by_email.get(email)
            # An address under another number is somebody else's, and is refused below.
            if (
                found is not None
                and rows[0].job is not Job.CHILD
                and (not reference or found.reference in (None, reference))
            ):
                known[key] = found
        ours = {person.email for person in known.values() if person.email}
        return cls(
            people=known,
            children=children_queries.children_by_case_number(session),
            taken=people_queries.signing_in_with(session, names=emails) - ours,
        )


def _refuse_strangers(file: Path, read: PeopleFile, known: _Known) -> None:
    """Hold back whoever has to do with a child who is not here, or has another's address."""
    seen: dict[str, tuple[str, str]] = {}
    for key, rows in list(read.people.items()):
        before = known.people.get(key)
        reasons = [
            (row, "CHILD", row.child, "no_such_child", "No child here has this number.")
            for row in rows
            if row.child and row.child not in known.children
        ]
        first = rows[0]
        if first.email and (first.email in known.taken or seen.setdefault(first.email, key) != key):
            reasons.append(
                (first, "EMAIL", first.email, "email_taken", "Somebody else has this address.")
            )
        if before is not None and before.job is not first.job:
            reasons.append(
                (first, "JOB", first.job.value, "job_differs", f"Here they are {before.job}.")
            )
        for row, column, value, code, reason in reasons:
            read.refused.append(
                Refused(
                    file=file.name,
                    line=row.line,
                    column=column,
                    value=value,
                    code=code,
                    reason=reason,
                    child=row.child,
                )
            )
        if reasons:
            del read.people[key]


def _take_in(
    session: Session,
    council_id: UUID,
    batch: Mapping[tuple[str, str], list[PersonRow]],
    known: _Known,
    report: PeopleReport,
    now: datetime,
) -> None:
    actor = the_service(council_id)
    ids: dict[tuple[str, str], UUID] = {}
    new = []
    for key, rows in batch.items():
        first = rows[0]
        if first.job is Job.CHILD:
            ids[key] = known.children[first.child]
        elif key in known.people:
            ids[key] = known.people[key].id
        else:
            ids[key] = uuid4()
            new.append(_new_person(ids[key], first))
    people.add_people(session, rows=new)
    added = {row["id"] for row in new}
    told = {ids[key]: rows[0] for key, rows in batch.items() if ids[key] not in added}
    changed = people.put_right(session, actor=actor, told=_told(session, told), now=now)
    report.added += len(added)
    report.changed += len(changed)
    report.unchanged += len(told) - len(changed)
    report.relationships += children.relate_many(
        session, actor=actor, relationships=_relationships(batch, ids, known), now=now
    )
    report.allocations += children.allocate_many(
        session, actor=actor, allocations=_allocations(batch, ids, known), now=now
    )


def _new_person(person_id: UUID, row: PersonRow) -> dict[str, object]:
    return people.person_row(
        person_id=person_id,
        job=row.job,
        name=row.name,
        called=row.called or None,
        email=row.email or None,
        reference=row.reference or None,
        language=row.language or "en",
    )


def _told(session: Session, rows: Mapping[UUID, PersonRow]) -> dict[UUID, people.Told]:
    """What the file tells of known people; the language of who signs in is their own choice."""
    chosen = people_queries.has_signed_in(session, person_ids=list(rows))
    return {
        person_id: people.Told(
            name=row.name,
            called=row.called or row.name.split()[0],
            email=row.email if row.job in STAFF else None,
            reference=row.reference or None,
            language=None if person_id in chosen else row.language or None,
        )
        for person_id, row in rows.items()
    }


def _relationships(
    batch: Mapping[tuple[str, str], list[PersonRow]],
    ids: Mapping[tuple[str, str], UUID],
    known: _Known,
) -> list[NewRelationship]:
    return [
        NewRelationship(
            child_id=known.children[row.child],
            person_id=ids[key],
            kind=RelationshipKind(row.kind),
            parental_responsibility=row.parental_responsibility,
            from_on=row.from_on,
            until_on=row.until_on,
        )
        for key, rows in batch.items()
        for row in rows
        if row.child and row.job is not Job.CHILD and row.kind not in (REVIEWS, COVERS)
    ]


def _allocations(
    batch: Mapping[tuple[str, str], list[PersonRow]],
    ids: Mapping[tuple[str, str], UUID],
    known: _Known,
) -> list[NewAllocation]:
    told = [
        NewAllocation(
            child_id=known.children[row.child],
            officer_id=ids[key],
            covers=row.kind == COVERS,
            from_on=row.from_on,
            until_on=row.until_on,
        )
        for key, rows in batch.items()
        for row in rows
        if row.child and row.kind in (REVIEWS, COVERS)
    ]
    return sorted(told, key=lambda one: (one.from_on is None, one.from_on))
