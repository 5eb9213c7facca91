"""Opening reviews whose window has come, and asking everybody around the child."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.database import add_rows, council_of
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.people import queries as people_queries
from cadair.reviews.models import Invitation, PartSeat, Review, ReviewPart
from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import TAKING_VIEWS, Stage, opens_on

AT_ONCE: Final = 1000  # reviews in one go, so that a whole council's first day fits in memory


def open_due(
    session: Session,
    *,
    actor: Actor,
    now: datetime,
    child_ids: Collection[UUID] | None = None,
) -> int:
    """Open every review whose window has come, or those of some children; returns how many.

    Everybody around the child is asked, and so is whoever joins the circle while it is open; but
    who has a seat in a later part only when that comes near, as if there were no other part.
    Doing it again does nothing.
    """
    theirs = [] if child_ids is None else [Review.child_id.in_(child_ids)]
    due = session.execute(
        select(Review.id, Review.child_id, Review.meets_at)
        .where(
            Review.stage == Stage.PLANNED,
            Review.opens_on <= today(now),
            Review.held_on.is_(None),
            *theirs,
        )
        .order_by(Review.opens_on)
    ).all()
    for start in range(0, len(due), AT_ONCE):
        _open(session, actor, due[start : start + AT_ONCE], now)
    _ask_everybody(session, actor, theirs, now)
    return len(due)


def _open(session: Session, actor: Actor, due: Sequence[Any], now: datetime) -> None:
    session.execute(
        update(Review),
        [
            {
                "id": review.id,
                "stage": Stage.READY if review.meets_at else Stage.OPEN_FOR_VIEWS,
                "opened_at": now,
            }
            for review in due
        ],
    )
    audit.note_many(
        session,
        actor=actor,
        event="review.opened",
        now=now,
        subjects=[(review.child_id, review.id, {}) for review in due],
    )


def _ask_everybody(
    session: Session, actor: Actor, theirs: Sequence[ColumnElement[bool]], now: datetime
) -> None:
    """Ask those around the children of open reviews who have not been asked."""
    open_now = session.execute(
        select(Review.id, Review.child_id).where(Review.stage.in_(TAKING_VIEWS), *theirs)
    ).all()
    for start in range(0, len(open_now), AT_ONCE):
        reviews = open_now[start : start + AT_ONCE]
        asked = {
            (row.review_id, row.person_id)
            for row in session.execute(
                select(Invitation.review_id, Invitation.person_id).where(
                    Invitation.review_id.in_([review.id for review in reviews])
                )
            )
        }
        circles = children.circles(
            session, child_ids=[review.child_id for review in reviews], on=today(now)
        )
        new = {review: _unasked(review, circles, asked) for review in reviews}
        _ask(session, actor, _whose_time_has_come(session, new, now), now)


def _whose_time_has_come(
    session: Session, new: Mapping[Any, Sequence[UUID]], now: datetime
) -> dict[Any, list[UUID]]:
    """Those of them whose own part is near: being asked must not tell that another's is."""
    seated = _seated(session, [review.id for review, people in new.items() if people])
    if not seated:
        return {review: list(people) for review, people in new.items()}
    council = people_queries.council(session, council_id=council_of(session))
    holidays = bank_holidays(council.nation)
    early = {
        (review_id, person_id)
        for review_id, person_id, due_by, meets_at in seated
        if opens_on(
            due_by,
            today(meets_at) if meets_at else None,
            working_days=council.settings["views_open_working_days"],
            bank_holidays=holidays,
        )
        > today(now)
    }
    return {
        review: [
            person
            for person in people
            if person == review.child_id or (review.id, person) not in early
        ]
        for review, people in new.items()
    }


def _seated(session: Session, review_ids: Sequence[UUID]) -> Sequence[Any]:
    """When the first part of each person begins, in reviews that have a due day."""
    if not review_ids:
        return ()
    return session.execute(
        select(Review.id, PartSeat.person_id, Review.due_by, func.min(ReviewPart.starts_at))
        .join(PartSeat, PartSeat.review_id == Review.id)
        .join(
            ReviewPart,
            and_(ReviewPart.review_id == PartSeat.review_id, ReviewPart.id == PartSeat.part_id),
        )
        .where(Review.id.in_(review_ids), Review.meets_at.is_not(None), Review.due_by.is_not(None))
        .group_by(Review.id, PartSeat.person_id, Review.due_by)
    ).all()


def _ask(session: Session, actor: Actor, new: Mapping[Any, Sequence[UUID]], now: datetime) -> None:
    add_rows(
        session,
        Invitation,
        [
            {
                "review_id": review.id,
                "person_id": person_id,
                "invited_at": now,
                "answered_at": None,
            }
            for review, people in new.items()
            for person_id in people
        ],
    )
    notifications.tell(
        session,
        told=[(person_id, review.id) for review, people in new.items() for person_id in people],
        about=About.REVIEW_OPEN,
        now=now,
    )
    audit.note_many(
        session,
        actor=actor,
        event="review.people_asked",
        now=now,
        subjects=[
            (review.child_id, review.id, {"people": [str(person) for person in people]})
            for review, people in new.items()
            if people
        ],
    )


def _unasked(
    review: Any,
    circles: Mapping[UUID, Sequence[children.CircleMember]],
    asked: set[tuple[UUID, UUID]],
) -> list[UUID]:
    """The child and those around them, save those who were asked."""
    around = (member.person_id for member in circles.get(review.child_id, ()))
    return [person for person in (review.child_id, *around) if (review.id, person) not in asked]
