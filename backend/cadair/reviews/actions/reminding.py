"""Reminding people: their meeting comes near, their views are not in, an officer is half way.

Each is reminded by their own seat and their own answer alone: whether somebody else has a part, or
has answered, leaves no trace in when a person hears of theirs.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.children.queries.around import OFFICER_KINDS
from cadair.foundation.clock import LONDON, today
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.reviews.models import Invitation, PartSeat, Review, ReviewPart
from cadair.reviews.rules import BEFORE_THE_MEETING, TAKING_VIEWS, Stage, views_close_on

A_WEEK: Final = 7  # days
IN_THE_MORNING: Final = time(8, 0)
# Once a part has begun the review meets; for whoever comes later nothing has begun yet.
STILL_TO_COME: Final = (*BEFORE_THE_MEETING, Stage.MEETING)
STILL_ASKED: Final = (*TAKING_VIEWS, Stage.MEETING)
Told = dict[About, set[tuple[UUID, UUID]]]


def remind(session: Session, *, now: datetime) -> int:
    """Have everybody reminded of whom it is time to; returns how many reminders there are.

    Doing it again does nothing: of one matter somebody is told once.
    """
    told = _of_meetings(session, now) | _of_views(session, now) | _of_midpoints(session, now)
    morning = datetime.combine(today(now), IN_THE_MORNING, tzinfo=LONDON)
    for about, each in told.items():
        notifications.tell(session, told=each, about=about, now=now, not_before=max(now, morning))
    return sum(map(len, told.values()))


def _of_meetings(session: Session, now: datetime) -> Told:
    rows = session.execute(
        select(Review.id, Review.child_id, PartSeat.person_id, PartSeat.part_id)
        .add_columns(ReviewPart.starts_at)
        .join(PartSeat, PartSeat.review_id == Review.id)
        .join(
            ReviewPart,
            and_(ReviewPart.review_id == PartSeat.review_id, ReviewPart.id == PartSeat.part_id),
        )
        .where(
            Review.stage.in_(STILL_TO_COME),
            Review.held_on.is_(None),
            ReviewPart.starts_at > now,
            ReviewPart.starts_at < now + timedelta(days=A_WEEK + 1),
        )
    ).all()
    around = _around(session, {row.child_id for row in rows}, now)
    told: Told = {About.REVIEW_IN_A_WEEK: set(), About.REVIEW_TOMORROW: set()}
    for row in rows:
        days = (today(row.starts_at) - today(now)).days
        if row.person_id not in around[row.child_id] or not 1 <= days <= A_WEEK:
            continue
        about = About.REVIEW_TOMORROW if days == 1 else About.REVIEW_IN_A_WEEK
        # The device that plans makes a part's id, so that it means something only in its review.
        told[about].add((row.person_id, uuid5(row.id, str(row.part_id))))
    return told


def _of_views(session: Session, now: datetime) -> Told:
    """Whoever was asked and has not answered, in the last week in which they can."""
    mine = (
        select(PartSeat.review_id, PartSeat.person_id, func.min(ReviewPart.starts_at).label("at"))
        .join(
            ReviewPart,
            and_(ReviewPart.review_id == PartSeat.review_id, ReviewPart.id == PartSeat.part_id),
        )
        .group_by(PartSeat.review_id, PartSeat.person_id)
        .subquery()
    )
    rows = session.execute(
        select(Review.id, Review.child_id, Review.stage, Review.due_by, Invitation.person_id)
        .add_columns(mine.c.at)
        .join(Invitation, Invitation.review_id == Review.id)
        .outerjoin(
            mine,
            and_(mine.c.review_id == Review.id, mine.c.person_id == Invitation.person_id),
        )
        .where(
            Review.stage.in_(STILL_ASKED),
            Review.held_on.is_(None),
            Invitation.answered_at.is_(None),
        )
    ).all()
    near = [row for row in rows if _is_near(row, now)]
    around = _around(session, {row.child_id for row in near}, now, with_officers=False)
    return {
        About.VIEWS_NOT_IN: {
            (row.person_id, row.id) for row in near if row.person_id in around[row.child_id]
        }
    }


def _is_near(row: Any, now: datetime) -> bool:
    if row.stage is Stage.MEETING and row.person_id == row.child_id:
        return False
    if row.at is not None and row.at <= now:
        return False
    closes = views_close_on(row.due_by, today(row.at) if row.at else None, on=today(now))
    return closes is not None and (closes - today(now)).days <= A_WEEK


def _of_midpoints(session: Session, now: datetime) -> Told:
    """Half way between the last review and the next: time to ask whether things are happening.

    Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg 45, and the IRO
    Handbook, chapter 3 (monitoring between reviews); the mid-point itself is good practice.
    """
    on = today(now)
    held = (
        select(Review.child_id, func.max(Review.held_on).label("held_on"))
        .where(Review.held_on.is_not(None))
        .group_by(Review.child_id)
        .subquery()
    )
    rows = session.execute(
        select(Review.id, Review.child_id, Review.due_by, held.c.held_on)
        .join(held, held.c.child_id == Review.child_id)
        .where(Review.held_on.is_(None), Review.stage != Stage.CLOSED, Review.due_by > on)
    ).all()
    half_way = [row for row in rows if _is_half_way(row.held_on, row.due_by, on)]
    officers = children.reviewing_officers(
        session, child_ids=[row.child_id for row in half_way], on=on
    )
    return {
        About.MIDPOINT: {
            (officers[row.child_id].person_id, row.id)
            for row in half_way
            if row.child_id in officers
        }
    }


def _is_half_way(held_on: date, due_by: date, on: date) -> bool:
    middle = held_on + (due_by - held_on) / 2
    return middle <= on < middle + timedelta(days=A_WEEK)


def _around(
    session: Session, child_ids: Iterable[UUID], now: datetime, *, with_officers: bool = True
) -> dict[UUID, Collection[UUID]]:
    """The child and those around them today; whoever has left is reminded of nothing."""
    wanted = list(child_ids)
    circles = children.circles(session, child_ids=wanted, on=today(now)) if wanted else {}
    return {
        child_id: {
            child_id,
            *(
                member.person_id
                for member in circles.get(child_id, ())
                if with_officers or member.kind not in OFFICER_KINDS
            ),
        }
        for child_id in wanted
    }
