"""When officers are away, who covers, and on which days they work."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cadair.children.models import Absence, OfficerPractice
from cadair.children.rules.away import WEEKDAYS, Days
from cadair.foundation import council_keys
from cadair.foundation.sealing import SealedColumn, unseal


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceFacts:
    """One absence, its note opened."""

    id: UUID
    officer_id: UUID
    from_on: date
    until_on: date
    cover_id: UUID
    note: str | None
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """An officer's days of the week, 0 is Monday, and who usually covers."""

    works_on: tuple[int, ...]
    usual_cover_id: UUID | None


UNSAID: Final = Practice(works_on=WEEKDAYS, usual_cover_id=None)


def absences_of(session: Session, *, officer_id: UUID, since: date) -> list[AbsenceFacts]:
    """One officer's absences that were not over before that day, the first to come first."""
    rows = session.scalars(
        select(Absence)
        .where(Absence.officer_id == officer_id, Absence.until_on >= since)
        .order_by(Absence.from_on)
    )
    return [_facts(session, row) for row in rows]


def absence_at(session: Session, *, absence_id: UUID) -> AbsenceFacts | None:
    """One absence, or None."""
    row = session.scalars(select(Absence).where(Absence.id == absence_id)).one_or_none()
    return _facts(session, row) if row else None


def days_away(
    session: Session, *, officer_ids: Collection[UUID], since: date
) -> dict[UUID, list[Days]]:
    """The days on which officers are away, as they stand now; in one statement."""
    last = func.coalesce(Absence.ended_on, Absence.until_on)
    rows = session.execute(
        select(Absence.officer_id, Absence.from_on, Absence.until_on, Absence.ended_on).where(
            Absence.officer_id.in_(officer_ids), last >= since, last >= Absence.from_on
        )
    )
    found: dict[UUID, list[Days]] = {}
    for row in rows:
        days = Days(from_on=row.from_on, until_on=row.ended_on or row.until_on)
        found.setdefault(row.officer_id, []).append(days)
    return found


def practices(session: Session, *, officer_ids: Collection[UUID]) -> dict[UUID, Practice]:
    """How officers work, in one statement; who has not said works Monday to Friday."""
    rows = session.execute(
        select(
            OfficerPractice.officer_id, OfficerPractice.works_on, OfficerPractice.usual_cover_id
        ).where(OfficerPractice.officer_id.in_(officer_ids))
    )
    said = {
        row.officer_id: Practice(
            works_on=tuple(sorted(row.works_on)), usual_cover_id=row.usual_cover_id
        )
        for row in rows
    }
    return {officer_id: said.get(officer_id, UNSAID) for officer_id in officer_ids}


def place_of_note(absence_id: UUID) -> str:
    """What a note is sealed to."""
    return f"absence|note|{absence_id}"


def _place(row: Mapping[str, Any]) -> str:
    return place_of_note(row["id"])


SEALED: Final = (SealedColumn(name="absence.note", place=_place),)


def _facts(session: Session, row: Absence) -> AbsenceFacts:
    note = None
    if row.note is not None:
        note = unseal(council_keys.own_key(session), row.note, place_of_note(row.id))
    return AbsenceFacts(
        id=row.id,
        officer_id=row.officer_id,
        from_on=row.from_on,
        until_on=row.until_on,
        cover_id=row.cover_id,
        note=note,
        ended_on=row.ended_on,
    )
