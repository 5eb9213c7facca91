"""An officer is away: another covers for each of their children, and for those who come meanwhile.

Whoever covers has the whole of an officer's standing for as long, by allocations of their own.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children.models import Absence, Allocation, OfficerPractice
from cadair.children.queries.away import (
    AbsenceFacts,
    Practice,
    absence_at,
    days_away,
    place_of_note,
    practices,
)
from cadair.children.rules.away import (
    AbsenceEnded,
    AbsenceNotedDifferently,
    AwayFacts,
    Days,
    check_away,
    check_end,
    check_practice,
)
from cadair.foundation import council_keys
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal


def go_away(
    session: Session,
    *,
    actor: Actor,
    absence_id: UUID,
    away: AwayFacts,
    officers: frozenset[UUID],
    now: datetime,
) -> tuple[AbsenceFacts, list[UUID]]:
    """Be away, with a cover for each child; returns the absence, and the children covered anew.

    `officers` are those of the council.  The same again changes nothing.
    """
    officer_id = _officer(actor)
    there = absence_at(session, absence_id=absence_id)
    if there is not None:
        if there.officer_id != officer_id:
            raise NotFound
        if _said(there) != away:
            raise AbsenceNotedDifferently
        return there, []
    taken = days_away(session, officer_ids=[officer_id, away.cover_id], since=today(now))
    check_away(
        away,
        officer_id=officer_id,
        officers=officers,
        own=taken.get(officer_id, []),
        of_cover=taken.get(away.cover_id, []),
        today=today(now),
    )
    _write(session, absence_id, officer_id, away)
    covered = _cover(session, absence_id, officer_id, away.days, away.cover_id)
    _note(session, actor, "officer.away", absence_id, away, now)
    _note_covered(session, actor, covered, away.cover_id, now)
    kept = absence_at(session, absence_id=absence_id)
    assert kept is not None
    return kept, covered


def end_absence(
    session: Session, *, actor: Actor, absence_id: UUID, on: date, now: datetime
) -> AbsenceFacts:
    """Be back sooner: `on` is the last day after all, and the covering ends with it."""
    there = absence_at(session, absence_id=absence_id)
    if there is None or there.officer_id != actor.person_id:
        raise NotFound
    if there.ended_on == on:
        return there
    if there.ended_on is not None:
        raise AbsenceEnded
    check_end(on, days=Days(from_on=there.from_on, until_on=there.until_on), today=today(now))
    session.execute(
        update(Absence)
        .where(Absence.id == absence_id)
        .values(ended_on=on)
        .execution_options(synchronize_session=False)
    )
    of_this = Allocation.absence_id == absence_id
    never = delete(Allocation).where(of_this, Allocation.from_on > on)
    sooner = update(Allocation).where(of_this, Allocation.until_on > on).values(until_on=on)
    for statement in (never, sooner):
        session.execute(statement, execution_options={"synchronize_session": False})
    session.expire_all()
    audit.note(
        session,
        actor=actor,
        event="officer.back",
        subject_id=absence_id,
        facts={"last_day": on.isoformat()},
        now=now,
    )
    kept = absence_at(session, absence_id=absence_id)
    assert kept is not None
    return kept


def keep_practice(
    session: Session,
    *,
    actor: Actor,
    works_on: Sequence[int],
    usual_cover_id: UUID | None,
    officers: frozenset[UUID],
    now: datetime,
) -> Practice:
    """Say on which days one works, and who usually covers."""
    officer_id = _officer(actor)
    check_practice(
        works_on, officer_id=officer_id, usual_cover_id=usual_cover_id, officers=officers
    )
    kept = session.get(OfficerPractice, officer_id)
    if kept is None:
        kept = OfficerPractice(officer_id=officer_id)
        session.add(kept)
    kept.works_on, kept.usual_cover_id = sorted(works_on), usual_cover_id
    session.flush()
    audit.note(
        session,
        actor=actor,
        event="officer.practice_kept",
        subject_id=officer_id,
        facts={"works_on": kept.works_on, "has_cover": usual_cover_id is not None},
        now=now,
    )
    return practices(session, officer_ids=[officer_id])[officer_id]


def cover_those_new(
    session: Session, *, actor: Actor, allocations: Collection[Allocation], now: datetime
) -> None:
    """Cover for children who came to an officer while that officer is away."""
    theirs = {row.officer_id for row in allocations if not row.covers}
    if not theirs:
        return
    absences = session.scalars(
        select(Absence).where(
            Absence.officer_id.in_(theirs),
            Absence.until_on >= today(now),
            or_(Absence.ended_on.is_(None), Absence.ended_on >= today(now)),
        )
    ).all()
    for absence in absences:
        days = Days(from_on=absence.from_on, until_on=absence.ended_on or absence.until_on)
        covered = _cover(session, absence.id, absence.officer_id, days, absence.cover_id)
        _note_covered(session, actor, covered, absence.cover_id, now)


def _cover(
    session: Session, absence_id: UUID, officer_id: UUID, days: Days, cover_id: UUID
) -> list[UUID]:
    """Allocate the cover to each child whom the officer reviews on these days; who is new."""
    reviewed = session.execute(
        select(Allocation.child_id, Allocation.from_on, Allocation.until_on).where(
            Allocation.officer_id == officer_id,
            ~Allocation.covers,
            Allocation.from_on <= days.until_on,
            or_(Allocation.until_on.is_(None), Allocation.until_on >= days.from_on),
        )
    ).all()
    covering = {
        (row.child_id, row.from_on): row
        for row in session.scalars(
            select(Allocation).where(
                Allocation.officer_id == cover_id,
                Allocation.covers,
                Allocation.child_id.in_([each.child_id for each in reviewed]),
            )
        )
    }
    covered = []
    for each in reviewed:
        from_on = max(days.from_on, each.from_on)
        until_on = min(days.until_on, each.until_on or days.until_on)
        row = covering.get((each.child_id, from_on))
        if row is None:
            row = Allocation(
                id=uuid4(),
                child_id=each.child_id,
                officer_id=cover_id,
                covers=True,
                from_on=from_on,
            )
            session.add(row)
        elif row.until_on is None or row.until_on >= until_on:
            continue  # they cover as long already
        row.until_on, row.absence_id = until_on, absence_id
        covered.append(each.child_id)
    session.flush()
    return covered


def _write(session: Session, absence_id: UUID, officer_id: UUID, away: AwayFacts) -> None:
    note = None
    if away.note is not None:
        note = seal(council_keys.own_key(session), away.note, place_of_note(absence_id))
    row = {
        "id": absence_id,
        "officer_id": officer_id,
        "from_on": away.days.from_on,
        "until_on": away.days.until_on,
        "cover_id": away.cover_id,
        "note": note,
    }
    if not insert_unless_there(session, Absence, row):
        raise NotFound  # another council's id, as unseen as one of this council


def _said(there: AbsenceFacts) -> AwayFacts:
    days = Days(from_on=there.from_on, until_on=there.until_on)
    return AwayFacts(days=days, cover_id=there.cover_id, note=there.note)


def _officer(actor: Actor) -> UUID:
    if actor.person_id is None:
        raise NotFound
    return actor.person_id


def _note(
    session: Session, actor: Actor, event: str, absence_id: UUID, away: AwayFacts, now: datetime
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        subject_id=absence_id,
        facts={
            "from_on": away.days.from_on.isoformat(),
            "until_on": away.days.until_on.isoformat(),
            "cover": str(away.cover_id),
        },
        now=now,
    )


def _note_covered(
    session: Session, actor: Actor, covered: Sequence[UUID], cover_id: UUID, now: datetime
) -> None:
    audit.note_many(
        session,
        actor=actor,
        event="child.allocated",
        subjects=[(child_id, cover_id, {"covers": True}) for child_id in covered],
        now=now,
    )
