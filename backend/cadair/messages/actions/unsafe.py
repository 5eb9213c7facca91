"""A child says that they are not safe: people are told at once, and one of them takes it on.

Nothing here ever closes a report by itself, and no carer or parent learns that there is one.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.queries.officers import officers_between
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.messages.actions.asking import the_child
from cadair.messages.models.asking import UnsafeReport
from cadair.messages.queries.asking_sealed import DONE, UNSAFE, close, close_maybe, opened_maybe
from cadair.messages.queries.unsafe import (
    OwnReport,
    UnsafeLine,
    most_said_since,
    open_reports,
    own_reports,
    report_line,
)
from cadair.messages.rules.asking import check_not_flooding
from cadair.messages.rules.plain_words import plain, required
from cadair.messages.rules.unsafe import (
    LONGEST_WORDS,
    ClosedDifferently,
    NotTakenOn,
    UnsafeSaidDifferently,
    waited,
)
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About, Setting
from cadair.people import queries as people


def say_unsafe(
    session: Session,
    *,
    actor: Actor,
    report_id: UUID,
    words: str | None,
    waited_seconds: int,
    now: datetime,
) -> OwnReport:
    """Say that one is not safe, with words or without.  Safe to send again.

    Whoever reviews or covers today, the council's service managers and its duty address are told
    at once: the last even where there is nobody else.
    """
    child_id = the_child(session, actor=actor, now=now)
    said = plain(words, longest=LONGEST_WORDS, field="words")
    before = session.execute(
        select(UnsafeReport.child_id, UnsafeReport.words).where(UnsafeReport.id == report_id)
    ).one_or_none()
    key = children.sealing_key(session, child_id=child_id)
    if before is None:
        _write(session, actor, child_id, report_id, said, key, waited_seconds, now)
    elif before.child_id != child_id:
        raise NotFound
    elif opened_maybe(key, before.words, where=UNSAFE, row_id=report_id) != said:
        raise UnsafeSaidDifferently
    return next(one for one in own_reports(session, child_id=child_id) if one.id == report_id)


def read_own_reports(session: Session, *, actor: Actor, now: datetime) -> list[OwnReport]:
    """What became of what the child who asks has said; raises NotFound for anybody else."""
    return own_reports(session, child_id=the_child(session, actor=actor, now=now))


def read_open_reports(session: Session, *, actor: Actor, now: datetime) -> list[UnsafeLine]:
    """What stands open: of an officer's own and covered children, or of a manager's council.

    A manager reads it without breaking the glass: the child was told that the people on duty will.
    """
    check(Permission.ANSWER_UNSAFE_ANY, actor)
    found = open_reports(session, actor=actor, now=now)
    audit.note_many(
        session,
        actor=actor,
        event="child.unsafe_read",
        subjects=[(one.child.id, one.id, {}) for one in found],
        now=now,
    )
    return found


def acknowledge(session: Session, *, actor: Actor, report_id: UUID, now: datetime) -> UnsafeLine:
    """Take it on by name: the child is told who.  Whoever comes second is shown who was first."""
    child_id = _to_answer(session, actor, report_id, now)
    taken = session.execute(
        update(UnsafeReport)
        .where(UnsafeReport.id == report_id, UnsafeReport.acknowledged_at.is_(None))
        .values(acknowledged_by_id=actor.person_id, acknowledged_at=now)
        .returning(UnsafeReport.id)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if taken is not None:
        _note(session, actor, "child.unsafe_acknowledged", child_id, report_id, now)
    return _line(session, actor, child_id, report_id, now)


def close_report(
    session: Session, *, actor: Actor, report_id: UUID, what_was_done: str, now: datetime
) -> UnsafeLine:
    """Close it, saying what was done; raises NotTakenOn before somebody has taken it on.

    The same again by the same person is no change.
    """
    child_id = _to_answer(session, actor, report_id, now)
    done = required(what_was_done, longest=LONGEST_WORDS, field="what_was_done")
    key = children.sealing_key(session, child_id=child_id)
    closed = session.execute(
        update(UnsafeReport)
        .where(
            UnsafeReport.id == report_id,
            UnsafeReport.acknowledged_at.is_not(None),
            UnsafeReport.closed_at.is_(None),
        )
        .values(
            closed_by_id=actor.person_id,
            closed_at=now,
            what_was_done=close(key, done, where=DONE, row_id=report_id),
        )
        .returning(UnsafeReport.id)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if closed is not None:
        _note(session, actor, "child.unsafe_closed", child_id, report_id, now)
    else:
        _check_closed_so(session, actor, report_id, done, key)
    return _line(session, actor, child_id, report_id, now)


def _check_closed_so(
    session: Session, actor: Actor, report_id: UUID, done: str, key: bytes
) -> None:
    there = session.execute(
        select(UnsafeReport.closed_by_id, UnsafeReport.what_was_done).where(
            UnsafeReport.id == report_id
        )
    ).one()
    if there.closed_by_id is None:
        raise NotTakenOn
    before = opened_maybe(key, there.what_was_done, where=DONE, row_id=report_id)
    if (there.closed_by_id, before) != (actor.person_id, done):
        raise ClosedDifferently


def _to_answer(session: Session, actor: Actor, report_id: UUID, now: datetime) -> UUID:
    """The child whose report it is; raises NotFound for whoever may not answer it."""
    child_id = session.scalar(select(UnsafeReport.child_id).where(UnsafeReport.id == report_id))
    if child_id is None:
        raise NotFound
    is_now = children.standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.ANSWER_UNSAFE, actor, is_now)
    return child_id


def _write(
    session: Session,
    actor: Actor,
    child_id: UUID,
    report_id: UUID,
    said: str | None,
    key: bytes,
    waited_seconds: int,
    now: datetime,
) -> None:
    check_not_flooding(
        most_asked_since=most_said_since(session, child_id=child_id, now=now), now=now
    )
    row = {
        "id": report_id,
        "child_id": child_id,
        "words": close_maybe(key, said, where=UNSAFE, row_id=report_id),
        "said_at": now - waited(waited_seconds),
        "received_at": now,
    }
    if not insert_unless_there(session, UnsafeReport, row):
        raise NotFound  # another council's id, as unseen as one of this council
    on = today(now)
    told = {
        *officers_between(session, child_id=child_id, from_on=on, to_on=on),
        *(each.id for each in people.people_with_job(session, job=Job.SERVICE_MANAGER)),
    }
    notifications.tell(
        session, told=[(each, report_id) for each in told], about=About.NOT_SAFE, now=now
    )
    notifications.tell_council(session, setting=Setting.DUTY, subject_id=report_id, now=now)
    _note(session, actor, "child.unsafe_said", child_id, report_id, now)


def _line(
    session: Session, actor: Actor, child_id: UUID, report_id: UUID, now: datetime
) -> UnsafeLine:
    """The line as it is now; whoever sees it has read it."""
    _note(session, actor, "child.unsafe_read", child_id, report_id, now)
    return report_line(session, report_id=report_id, now=now)


def _note(
    session: Session, actor: Actor, event: str, child_id: UUID, report_id: UUID, now: datetime
) -> None:
    audit.note(session, actor=actor, event=event, child_id=child_id, subject_id=report_id, now=now)
