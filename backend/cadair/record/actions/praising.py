"""Writing down what was done well for a child: the council's good practice, beside its disputes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.record.actions.dispute_rows import check_keeps
from cadair.record.models import GoodPractice
from cadair.record.queries import disputes as kept
from cadair.record.queries import disputes_sealed as sealed
from cadair.record.queries.disputes import DoneWell
from cadair.record.rules.disputes import DisputeRaisedDifferently, check_day


def note_good_practice(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    practice_id: UUID,
    words: str,
    on: date,
    now: datetime,
) -> DoneWell:
    """Keep what was done well; the same again is the same as once, other words are refused."""
    check_keeps(session, actor, child_id, now)
    before = kept.done_well_at(session, child_id=child_id, practice_id=practice_id)
    if before is not None:
        if (before.words, before.on) != (words, on):
            raise DisputeRaisedDifferently
        return before
    check_day(on, field="on", today=today(now))
    key = children.sealing_key(session, child_id=child_id)
    row = {
        "id": practice_id,
        "child_id": child_id,
        "words": sealed.close(key, words, where=sealed.DONE_WELL, row_id=practice_id),
        "on": on,
        "by_id": actor.person_id,
        "noted_at": now,
    }
    if not insert_unless_there(session, GoodPractice, row):
        raise NotFound  # another child's
    audit.note(
        session,
        actor=actor,
        event="child.good_practice_noted",
        child_id=child_id,
        subject_id=practice_id,
        now=now,
    )
    made = kept.done_well_at(session, child_id=child_id, practice_id=practice_id)
    assert made is not None  # it was written just now
    return made
