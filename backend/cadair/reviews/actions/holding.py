"""A review begins, is adjourned and is held; what follows it is ticked off as it is done."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import BadInput, Stale
from cadair.people import queries as people
from cadair.reviews.actions.timetable import schedule
from cadair.reviews.models import Review
from cadair.reviews.queries import ReviewFacts, bank_holidays, review_of, sealed
from cadair.reviews.rules import (
    BEFORE_THE_MEETING,
    AdjournedBefore,
    LateReason,
    Paper,
    ReviewHasClosed,
    ReviewNotHeldYet,
    ReviewNotOpenYet,
    Stage,
    moved,
)
from cadair.reviews.rules.holding import fault_of_adjourning, faults_of_holding, is_late

# The column that says when each paper was done.
DONE_AT = {
    Paper.DECISIONS: Review.decisions_at,
    Paper.CARE_PLAN: Review.care_plan_at,
    Paper.RECORD: Review.record_at,
    Paper.GIVEN_TO_ALL: Review.given_to_all_at,
}


def begin(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> ReviewFacts:
    """The first meeting of a review begins.  Beginning it again is no change.

    Raises NotFound for all but the child's reviewing officer, ReviewHasClosed once it was held.
    """
    review = checked(session, actor=actor, review_id=review_id, now=now)
    if review.stage is Stage.MEETING:
        return review
    if review.stage not in BEFORE_THE_MEETING:
        raise ReviewHasClosed
    values = {
        "stage": moved(review.stage, Stage.MEETING),
        "begun_at": review.begun_at or now,  # one that was adjourned began before
        "opened_at": review.opened_at or now,
    }
    _move(session, actor, review, values, "review.begun", {}, now)
    return review_of(session, review_id=review_id)


def adjourn(
    session: Session, *, actor: Actor, review_id: UUID, until: date, why: str, now: datetime
) -> ReviewFacts:
    """Adjourn a review once, for 20 working days at most: not enough is known to decide well.

    It takes views again, and everything of it is kept.  Source: councils' procedures, which quote
    regulation 36 of the English regulations [not read itself: unconfirmed].  Raises
    AdjournedBefore, ReviewHasClosed.
    """
    review = checked(session, actor=actor, review_id=review_id, now=now)
    if review.adjourned_on is not None:
        if review.adjourned_until == until and review.is_adjourned:
            return review
        raise AdjournedBefore
    if review.stage is Stage.PLANNED:
        raise ReviewNotOpenYet
    if review.stage not in (*BEFORE_THE_MEETING, Stage.MEETING):
        raise ReviewHasClosed
    holidays = bank_holidays(people.council(session, council_id=council_of(session)).nation)
    if fault := fault_of_adjourning(until, on=today(now), bank_holidays=holidays):
        raise BadInput(fields={"until": [fault]})
    key = children.sealing_key(session, child_id=review.child_id)
    values = {
        "stage": moved(review.stage, Stage.OPEN_FOR_VIEWS),
        "adjourned_on": today(now),
        "adjourned_until": until,
        "decisions_at": None,  # what was told until now is not yet all
        "adjourned_why": sealed.close(
            key, why, where=sealed.ADJOURNED_WHY, review_id=review_id, row_id=review_id
        ),
    }
    _move(session, actor, review, values, "review.adjourned", {"until": until.isoformat()}, now)
    return review_of(session, review_id=review_id)


def hold(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    held_on: date,
    completed_on: date,
    late_reason: LateReason | None,
    late_words: str | None,
    now: datetime,
) -> ReviewFacts:
    """Say on which day a review was held and complete: its papers are due, and the next is wound.

    One without a meeting is held so too.  While it is written up the days may be put right.
    Raises BadInput, ReviewHasClosed.
    """
    review = checked(session, actor=actor, review_id=review_id, now=now)
    if review.not_owed_at is not None or review.stage in (Stage.SHARED, Stage.CLOSED):
        raise ReviewHasClosed
    late = is_late(
        held_on=held_on,
        completed_on=completed_on,
        due_by=review.due_by,
        adjourned_to=review.adjourned_until,
    )
    wrong = faults_of_holding(
        held_on=held_on,
        completed_on=completed_on,
        before=_held_before(session, review),
        late=late,
        reason=late_reason,
        on=today(now),
    )
    if wrong:
        raise BadInput(fields=wrong)
    key = children.sealing_key(session, child_id=review.child_id)
    values = {
        "stage": moved(review.stage, Stage.WRITING_UP),
        "held_on": held_on,
        "completed_on": completed_on,
        "late_reason": late_reason,
        "late_words": sealed.close_maybe(
            key,
            late_words if late else None,
            where=sealed.LATE_WORDS,
            review_id=review_id,
            row_id=review_id,
        ),
        "opened_at": review.opened_at or now,
    }
    facts = {"held_on": held_on.isoformat(), "completed_on": completed_on.isoformat()}
    _move(session, actor, review, values, "review.held", facts, now)
    _share_when_all_have_it(session, review_of(session, review_id=review_id))
    _close_those_before(session, review)
    schedule(session, actor=actor, child_ids=[review.child_id], now=now)
    return review_of(session, review_id=review_id)


def tell_care_plan(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> None:
    """The care plan was brought up to date after a review; its social worker or officer says so.

    Raises NotFound for everybody else, ReviewNotHeldYet.
    """
    review = checked(
        session, actor=actor, review_id=review_id, permission=Permission.TELL_CARE_PLAN, now=now
    )
    if review.completed_on is None:
        raise ReviewNotHeldYet
    if not paper_done(session, review_id=review_id, paper=Paper.CARE_PLAN, now=now):
        return
    audit.note(
        session,
        actor=actor,
        event="review.care_plan_told",
        child_id=review.child_id,
        subject_id=review_id,
        now=now,
    )


def paper_done(session: Session, *, review_id: UUID, paper: Paper, now: datetime) -> bool:
    """Tick one paper of a review off, for the room that did it; returns whether it was not yet.

    That room has asked who may, and notes it in the trail.  When everybody has their part of the
    record the review is shared.  What was done before anybody said that the review was held is
    kept, and ticked once they say so.
    """
    done = session.execute(
        update(Review)
        .where(Review.id == review_id, DONE_AT[paper].is_(None))
        .values({DONE_AT[paper]: now})
        .returning(Review.id)
    ).one_or_none()
    if paper is Paper.GIVEN_TO_ALL:
        _share_when_all_have_it(session, review_of(session, review_id=review_id))
    return done is not None


def _share_when_all_have_it(session: Session, review: ReviewFacts) -> None:
    if review.stage is not Stage.WRITING_UP:
        return
    session.execute(
        update(Review)
        .where(Review.id == review.id, Review.given_to_all_at.is_not(None))
        .values(stage=moved(review.stage, Stage.SHARED))
    )


def close(session: Session, *, review_id: UUID) -> None:
    """A review is over: all have their part, and somebody has looked at its promises since."""
    session.execute(
        update(Review)
        .where(Review.id == review_id, Review.stage == Stage.SHARED)
        .values(stage=Stage.CLOSED)
    )


def _close_those_before(session: Session, review: ReviewFacts) -> None:
    """Earlier ones that all were told of are over, whether or not anybody looked half way.

    What is still owed of one that is written up goes on rising until it is done.
    """
    session.execute(
        update(Review)
        .where(
            Review.child_id == review.child_id,
            Review.id != review.id,
            Review.stage == Stage.SHARED,
        )
        .values(stage=Stage.CLOSED)
    )


def checked(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    permission: Permission = Permission.PLAN_REVIEW,
    now: datetime,
) -> ReviewFacts:
    """A review, for whoever holds the permission about its child; raises NotFound."""
    review = review_of(session, review_id=review_id)
    standing = children.standing(session, actor=actor, child_id=review.child_id, on=today(now))
    check(permission, actor, standing)
    return review


def _held_before(session: Session, review: ReviewFacts) -> list[date]:
    """The days on which the others of this child were held."""
    held = session.scalars(
        select(Review.held_on).where(
            Review.child_id == review.child_id,
            Review.id != review.id,
            Review.held_on.is_not(None),
        )
    )
    return [day for day in held if day is not None]


def _move(
    session: Session,
    actor: Actor,
    review: ReviewFacts,
    values: dict[str, Any],
    event: str,
    facts: dict[str, str],
    now: datetime,
) -> None:
    """Write what changes, if nobody else moved the review meanwhile, and note it."""
    done = session.execute(
        update(Review)
        .where(Review.id == review.id, Review.stage == review.stage)
        .values(values)
        .returning(Review.id)
    ).one_or_none()
    if done is None:
        raise Stale
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=review.child_id,
        subject_id=review.id,
        facts=facts,
        now=now,
    )
