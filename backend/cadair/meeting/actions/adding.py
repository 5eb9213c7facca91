"""What the reviewing officer adds to the agenda, and that the child has seen it: no surprises."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.foundation.errors import BadInput, NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal
from cadair.meeting import queries
from cadair.meeting.models import AddedMatter
from cadair.meeting.queries import Added, Kept
from cadair.meeting.queries.sealed import place_of_matter
from cadair.meeting.rules.saving import MOST_ADDED, MatterAddedDifferently, check_may_answer


def add_matter(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    added_id: UUID,
    words: str,
    now: datetime,
) -> Added:
    """Add something to the agenda; adding the same again changes nothing.

    Raises MatterAddedDifferently for other words under an id, or one that was taken back.
    """
    kept = _kept(session, actor, review_id, Permission.ANSWER_MEETING_PLAN, now)
    there = _there(session, kept).get(added_id)
    if there is not None:
        if there.words != words:
            raise MatterAddedDifferently
        return there
    check_may_answer(kept.stage)
    _check_not_too_many(session, review_id)
    row = {
        "review_id": review_id,
        "id": added_id,
        "words": seal(kept.key, words, place_of_matter(review_id, added_id)),
        "by_id": actor.person_id,
        "added_at": now,
        "seen_at": None,
        "withdrawn_at": None,
    }
    if not insert_unless_there(session, AddedMatter, row):
        raise MatterAddedDifferently
    _note(session, actor, "meeting.matter_added", kept, added_id, now)
    return _there(session, kept)[added_id]


def take_matter_back(
    session: Session, *, actor: Actor, review_id: UUID, added_id: UUID, now: datetime
) -> None:
    """Take back what was added: its words are gone.  Again is the same as once."""
    kept = _kept(session, actor, review_id, Permission.ANSWER_MEETING_PLAN, now)
    if added_id not in _there(session, kept):
        _check_was_there(session, review_id, added_id)
        return
    check_may_answer(kept.stage)
    session.execute(
        update(AddedMatter)
        .where(AddedMatter.review_id == review_id, AddedMatter.id == added_id)
        .values(words=None, withdrawn_at=now)
    )
    _note(session, actor, "meeting.matter_taken_back", kept, added_id, now)


def see_added(
    session: Session, *, actor: Actor, review_id: UUID, added_id: UUID, now: datetime
) -> None:
    """The child has seen what was added: it is not new any more."""
    kept = _kept(session, actor, review_id, Permission.PLAN_OWN_MEETING, now)
    there = _there(session, kept).get(added_id)
    if there is None:
        raise NotFound
    if not there.is_new:
        return
    session.execute(
        update(AddedMatter)
        .where(
            AddedMatter.review_id == review_id,
            AddedMatter.id == added_id,
            AddedMatter.seen_at.is_(None),
        )
        .values(seen_at=now)
    )
    _note(session, actor, "meeting.matter_seen", kept, added_id, now)


def _kept(
    session: Session, actor: Actor, review_id: UUID, permission: Permission, now: datetime
) -> Kept:
    return queries.kept_for(
        session, actor=actor, review_id=review_id, permission=permission, now=now
    )


def _there(session: Session, kept: Kept) -> dict[UUID, Added]:
    found = queries.added_to(session, review_id=kept.review_id, key=kept.key)
    return {each.id: each for each in found}


def _check_not_too_many(session: Session, review_id: UUID) -> None:
    """Those taken back count: a slip costs nothing, a script does not fill the table."""
    count = session.scalar(
        select(func.count()).select_from(AddedMatter).where(AddedMatter.review_id == review_id)
    )
    if count is not None and count >= MOST_ADDED:
        raise BadInput(fields={"words": ["too_many"]})


def _check_was_there(session: Session, review_id: UUID, added_id: UUID) -> None:
    was = select(AddedMatter.id).where(
        AddedMatter.review_id == review_id, AddedMatter.id == added_id
    )
    if session.scalar(was) is None:
        raise NotFound


def _note(
    session: Session, actor: Actor, event: str, kept: Kept, added_id: UUID, now: datetime
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=kept.child_id,
        subject_id=added_id,
        facts={"review": str(kept.review_id)},
        now=now,
    )
