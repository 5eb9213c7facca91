"""Holding a review later takes two: its officer asks, a manager agrees, and the child is told."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.people import queries as people
from cadair.reviews.actions.holding import checked
from cadair.reviews.models import Postponement, PostponementAnswer, Review
from cadair.reviews.queries import sealed
from cadair.reviews.queries.postponements import (
    Postponed,
    postponement,
    postponements_of,
    postponements_waiting,
)
from cadair.reviews.rules import (
    BEFORE_THE_MEETING,
    PostponementAnsweredDifferently,
    PostponementAskedDifferently,
    PostponementWaits,
    ReviewHasClosed,
)
from cadair.reviews.rules.holding import fault_of_postponing


def postpone(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    postponement_id: UUID,
    to_on: date,
    why: str,
    words_to_child: str,
    now: datetime,
) -> Postponed:
    """Ask a manager to agree that a review is held later.  Asking the same again changes nothing.

    Raises NotFound for all but the child's officer, ReviewHasClosed once it has met,
    PostponementWaits, PostponementAskedDifferently, BadInput.
    """
    review = checked(session, actor=actor, review_id=review_id, now=now)
    before = postponements_of(session, review_id=review_id)
    for there in before:
        if there.id == postponement_id:
            if (there.to_on, there.why, there.words_to_child) != (to_on, why, words_to_child):
                raise PostponementAskedDifferently
            return there
    if review.stage not in BEFORE_THE_MEETING:
        raise ReviewHasClosed
    if any(there.answer is None for there in before):
        raise PostponementWaits
    if fault := fault_of_postponing(to_on, on=today(now)):
        raise BadInput(fields={"to_on": [fault]})
    key = children.sealing_key(session, child_id=review.child_id)
    at = {"review_id": review_id, "row_id": postponement_id}
    row = {
        "id": postponement_id,
        "review_id": review_id,
        "to_on": to_on,
        "why": sealed.close(key, why, where=sealed.POSTPONED_WHY, **at),
        "words_to_child": sealed.close(key, words_to_child, where=sealed.TO_CHILD, **at),
        "asked_by_id": actor.person_id,
        "asked_at": now,
        "answer": None,
        "answer_words": None,
        "answered_by_id": None,
        "answered_at": None,
    }
    if not insert_unless_there(session, Postponement, row):
        raise NotFound  # another review's, or another council's
    managers = people.people_with_job(session, job=Job.SERVICE_MANAGER)
    told = [(each.id, postponement_id) for each in managers]
    notifications.tell(session, told=told, about=About.POSTPONEMENT, now=now)
    _note(session, actor, "review.postponement_asked", review.child_id, postponement_id, to_on, now)
    return _there(session, postponement_id)


def answer_postponement(
    session: Session,
    *,
    actor: Actor,
    postponement_id: UUID,
    answer: PostponementAnswer,
    words: str | None,
    now: datetime,
) -> Postponed:
    """Agree that a review is held later, or not and why; the same again is no change.

    With a yes the child is told, in the words that their officer wrote.  The day by which the law
    wants the review stays what it is.  Raises NotFound for all but a manager of the council,
    PostponementAnsweredDifferently, ReviewHasClosed, BadInput.
    """
    there = postponement(session, postponement_id=postponement_id)
    if there is None:
        raise NotFound
    review = checked(
        session,
        actor=actor,
        review_id=there.review_id,
        permission=Permission.APPROVE_POSTPONEMENT,
        now=now,
    )
    if there.answer is not None:
        if (there.answer, there.answer_words) != (answer, words):
            raise PostponementAnsweredDifferently
        return there
    if answer is PostponementAnswer.NO and words is None:
        raise BadInput(fields={"words": ["required"]})
    if answer is PostponementAnswer.YES and review.stage not in BEFORE_THE_MEETING:
        raise ReviewHasClosed
    _write(session, actor, there, answer, words, now)
    told = [(there.asked_by_id, postponement_id)]
    notifications.tell(session, told=told, about=About.POSTPONEMENT_ANSWERED, now=now)
    if answer is PostponementAnswer.YES:
        moves = update(Review).where(Review.id == there.review_id)
        session.execute(moves.values(postponed_to=there.to_on))
        child = [(there.child_id, postponement_id)]
        notifications.tell(session, told=child, about=About.REVIEW_MOVED, now=now)
    return _there(session, postponement_id)


def read_postponements(session: Session, *, actor: Actor, now: datetime) -> list[Postponed]:
    """What waits for a manager's answer, the longest waiting first; each reading leaves a trace."""
    check(Permission.SEE_POSTPONEMENTS, actor)
    found = postponements_waiting(session)
    audit.note_many(
        session,
        actor=actor,
        event="review.postponements_listed",
        subjects=[(one.child_id, one.id, {}) for one in found],
        now=now,
    )
    return found


def _write(
    session: Session,
    actor: Actor,
    there: Postponed,
    answer: PostponementAnswer,
    words: str | None,
    now: datetime,
) -> None:
    key = children.sealing_key(session, child_id=there.child_id)
    at = {"review_id": there.review_id, "row_id": there.id}
    written = session.execute(
        update(Postponement)
        .where(Postponement.id == there.id, Postponement.answer.is_(None))
        .values(
            answer=answer,
            answer_words=sealed.close_maybe(key, words, where=sealed.ANSWER_WORDS, **at),
            answered_by_id=actor.person_id,
            answered_at=now,
        )
        .returning(Postponement.id)
    ).one_or_none()
    if written is None:
        raise PostponementAnsweredDifferently
    event = f"review.postponement_{'agreed' if answer is PostponementAnswer.YES else 'refused'}"
    _note(session, actor, event, there.child_id, there.id, there.to_on, now)


def _note(
    session: Session,
    actor: Actor,
    event: str,
    child_id: UUID,
    postponement_id: UUID,
    to_on: date,
    now: datetime,
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=child_id,
        subject_id=postponement_id,
        facts={"to_on": to_on.isoformat()},
        now=now,
    )


def _there(session: Session, postponement_id: UUID) -> Postponed:
    found = postponement(session, postponement_id=postponement_id)
    assert found is not None  # it was just written
    return found
