"""Being away: who covers is told, and so is each child, on the day on which it begins."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children.actions import away as children
from cadair.children.rules.away import LONGEST_NOTE, AwayFacts, Days
from cadair.foundation.clock import LONDON
from cadair.messages.queries.away import (
    Away,
    OwnAbsence,
    OwnPractice,
    officers_of_council,
    own_absence,
    own_away,
)
from cadair.messages.rules.plain_words import plain
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About


def read_away(session: Session, *, actor: Actor, now: datetime) -> Away:
    """When one is away, who covers, and who could."""
    check(Permission.SEE_TODAY, actor)
    assert actor.person_id is not None
    audit.note(session, actor=actor, event="officer.away_read", now=now)
    return own_away(session, officer_id=actor.person_id, now=now)


def go_away(
    session: Session,
    *,
    actor: Actor,
    absence_id: UUID,
    from_on: date,
    until_on: date,
    cover_id: UUID,
    note: str | None,
    now: datetime,
) -> OwnAbsence:
    """Be away on these days, and have another officer cover for every child.  Safe to send again.

    The children are told when it begins, and who covers at once; the note is for the cover.
    """
    check(Permission.SEE_TODAY, actor)
    officers = officers_of_council(session)
    absence, covered = children.go_away(
        session,
        actor=actor,
        absence_id=absence_id,
        away=AwayFacts(
            days=Days(from_on=from_on, until_on=until_on),
            cover_id=cover_id,
            note=plain(note, longest=LONGEST_NOTE, field="note"),
        ),
        officers=frozenset(officers),
        now=now,
    )
    begins = datetime.combine(absence.from_on, time(), tzinfo=LONDON)
    notifications.tell(
        session,
        told=[(child_id, absence_id) for child_id in covered],
        about=About.AWAY,
        now=now,
        not_before=max(begins, now),
    )
    told = [(absence.cover_id, absence_id)]
    notifications.tell(session, told=told, about=About.AWAY, now=now)
    return own_absence(absence, officers)


def end_absence(
    session: Session, *, actor: Actor, absence_id: UUID, on: date, now: datetime
) -> OwnAbsence:
    """Be back sooner, `on` being the last day away; the covering ends with it."""
    check(Permission.SEE_TODAY, actor)
    absence = children.end_absence(session, actor=actor, absence_id=absence_id, on=on, now=now)
    return own_absence(absence, officers_of_council(session))


def keep_practice(
    session: Session,
    *,
    actor: Actor,
    works_on: Sequence[int],
    usual_cover_id: UUID | None,
    now: datetime,
) -> OwnPractice:
    """Say on which days one works, and who usually covers: children are shown the days."""
    check(Permission.SEE_TODAY, actor)
    officers = officers_of_council(session)
    practice = children.keep_practice(
        session,
        actor=actor,
        works_on=works_on,
        usual_cover_id=usual_cover_id,
        officers=frozenset(officers),
        now=now,
    )
    usual = practice.usual_cover_id
    return OwnPractice(
        works_on=practice.works_on, usual_cover=officers.get(usual) if usual else None
    )
