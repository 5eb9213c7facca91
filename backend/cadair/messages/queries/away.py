"""An officer's own page of when they are away, who covers, and on which days they work."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.children.queries.away import AbsenceFacts, absences_of, practices
from cadair.foundation.clock import today
from cadair.messages.queries.who import Who
from cadair.people import queries as people

SHOWN_FOR: Final = timedelta(days=30)  # after it is over


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAbsence:
    """One absence, and who covers."""

    id: UUID
    from_on: date
    until_on: date
    cover: Who
    note: str | None
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPractice:
    """The days of the week, 0 is Monday, and who usually covers."""

    works_on: tuple[int, ...]
    usual_cover: Who | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """All of it, with everybody who can cover."""

    absences: tuple[OwnAbsence, ...]
    practice: OwnPractice
    officers: tuple[Who, ...]


def officers_of_council(session: Session) -> dict[UUID, Who]:
    """Every reviewing officer of the council, by name."""
    found = people.people_with_job(session, job=Job.REVIEWING_OFFICER)
    return {
        each.id: Who(id=each.id, called=each.called, name=each.name, chair=each.chair, job=each.job)
        for each in found
    }


def own_away(session: Session, *, officer_id: UUID, now: datetime) -> Away:
    """One officer's page."""
    officers = officers_of_council(session)
    practice = practices(session, officer_ids=[officer_id])[officer_id]
    absences = absences_of(session, officer_id=officer_id, since=today(now) - SHOWN_FOR)
    return Away(
        absences=tuple(own_absence(each, officers) for each in absences),
        practice=OwnPractice(
            works_on=practice.works_on,
            usual_cover=officers.get(practice.usual_cover_id) if practice.usual_cover_id else None,
        ),
        officers=tuple(each for id_, each in officers.items() if id_ != officer_id),
    )


def own_absence(absence: AbsenceFacts, officers: dict[UUID, Who]) -> OwnAbsence:
    """One absence as its officer sees it."""
    return OwnAbsence(
        id=absence.id,
        from_on=absence.from_on,
        until_on=absence.until_on,
        cover=officers[absence.cover_id],
        note=absence.note,
        ended_on=absence.ended_on,
    )
