"""What one person is told of the reviews that concern them: nothing of others' parts.

Built per person from what they have a seat in.  What stands elsewhere in the same review, or that
anything does, leaves no trace here: no date, no count and no order comes from another's part.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, or_, select, union_all
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.children import queries as children
from cadair.children.queries.around import OFFICER_KINDS
from cadair.children.rules.knowing import Knowable
from cadair.foundation.clock import today
from cadair.reviews.models import Invitation, PartSeat, Review, ReviewPart
from cadair.reviews.queries.facts import REVIEW_COLUMNS, review_facts
from cadair.reviews.queries.own_parts import PART_COLUMNS, OwnPart, own_parts, seated_with
from cadair.reviews.queries.postponements import Moved, moved
from cadair.reviews.rules import (
    TAKING_VIEWS,
    TOLD_FOR,
    Reason,
    Stage,
    told_to_the_child,
    views_close_on,
)
from cadair.reviews.rules.telling import stage_told


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person, by name and chair."""

    id: UUID
    name: str
    called: str
    chair: dict[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InCircle:
    """Somebody of the child's circle."""

    id: UUID
    name: str
    called: str
    job: Job
    kind: str
    chair: dict[str, str] | None
    coming: bool | None  # to a part where the one who asks has a seat; None while there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildOfReview:
    """The child whose review it is."""

    id: UUID
    called: str
    chair: dict[str, str] | None
    is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReview:
    """One review, as this one person is told of it."""

    id: UUID
    child: ChildOfReview
    stage: Stage
    due_by: date | None  # the child and the reviewing officer only, like the reason: it may tell
    reason: Reason | None  # of adoption
    views_close_on: date | None
    can_share: bool
    days_to_go: int | None
    parts: tuple[OwnPart, ...]
    reviewing_officer: Someone | None
    circle: tuple[InCircle, ...]
    form: str | None  # what this person fills in, if there is anything
    form_version: int | None
    observation: int | None  # the version of an observation's form, if one may be written
    moved: Moved | None  # the child and the reviewing officer only
    ended_on: date | None  # the day from which it was not needed any more; why, nobody is told here


FormFor = Callable[[Job, str], tuple[str, int] | None]  # by job and band: key and version
ObservationFor = Callable[[Job, str], int | None]  # by job and band: its form's version


def own_reviews(
    session: Session,
    *,
    actor: Actor,
    form_for: FormFor,
    observation_for: ObservationFor,
    now: datetime,
) -> list[OwnReview]:
    """The reviews that this person is to take part in, those that meet first before the others.

    One that they were asked about and that ended without being held is told of for a while.
    Which forms they fill in is the contributions room's to say, hence the two functions.
    """
    rows = session.execute(_rows_for(actor, since=now - TOLD_FOR)).all()
    child_ids = {row.child_id for row in rows}
    if not child_ids:
        return []
    around = children.around(session, child_ids=child_ids, on=today(now))
    keys = children.sealing_keys(session, child_ids=child_ids)
    as_party = {each for each in child_ids if not _knows_all(actor, around[each])}
    walls = children.walls_of(session, child_ids=as_party, on=today(now)) if as_party else {}
    named = {child_id: those.named_to(actor.person_id) for child_id, those in walls.items()}
    # Who else is there matters to a party only where a wall between them is down.
    tell = {each for each in child_ids if each not in as_party or named[each]}
    seated = seated_with(session, {(row.id, row.part_id) for row in rows if row.child_id in tell})
    seen = []
    for of_one in (list(group) for _, group in groupby(rows, key=lambda row: row.id)):
        child_id = of_one[0].child_id
        child = around[child_id]
        telling = _Telling(
            child=child,
            key=keys[child_id],
            form=form_for(actor.job, child.child.band) if actor.job else None,
            observation=observation_for(actor.job, child.child.band) if actor.job else None,
            seated={person for row in of_one for person in seated.get((row.id, row.part_id), ())},
            named=named.get(child_id, frozenset()),
            knows_home=child_id not in as_party
            or Knowable.HOME in walls[child_id].knows(actor.person_id),
            moved=None if child_id in as_party else moved(session, of_one[0]),
        )
        seen.append(_own_review(actor, of_one, telling, now))
    return sorted(
        (review for review in seen if review is not None),
        key=lambda review: (review.days_to_go is None, review.days_to_go or 0, review.child.called),
    )


def _rows_for(actor: Actor, *, since: datetime) -> Any:
    """Reviews still going, or ended since, with the parts where the actor has a seat."""
    me = actor.person_id
    return (
        select(
            *REVIEW_COLUMNS,
            *PART_COLUMNS,
            Invitation.invited_at,
        )
        .outerjoin(Invitation, and_(Invitation.review_id == Review.id, Invitation.person_id == me))
        .outerjoin(PartSeat, and_(PartSeat.review_id == Review.id, PartSeat.person_id == me))
        .outerjoin(
            ReviewPart,
            and_(ReviewPart.review_id == PartSeat.review_id, ReviewPart.id == PartSeat.part_id),
        )
        .where(
            or_(
                Review.stage != Stage.CLOSED,
                and_(Review.not_owed_at >= since, Review.opened_at.is_not(None)),
            ),
            # Not one OR over the joins: that would read every review of the council.
            Review.id.in_(
                union_all(
                    select(Review.id).where(Review.child_id == me),
                    select(Invitation.review_id).where(Invitation.person_id == me),
                    select(PartSeat.review_id).where(PartSeat.person_id == me),
                )
            ),
        )
        .order_by(Review.id, ReviewPart.position)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """What a review is told with: the child, the people around them, and the form to fill in."""

    child: children.Around
    key: bytes
    form: tuple[str, int] | None
    observation: int | None
    seated: AbstractSet[UUID]  # whoever has a seat in a part of this person
    named: AbstractSet[UUID]  # whom a party may be told of
    knows_home: bool  # whether they may know where the child lives
    moved: Moved | None


def _own_review(
    actor: Actor, rows: Sequence[Row[Any]], telling: _Telling, now: datetime
) -> OwnReview | None:
    child, circle, on = telling.child, telling.child.circle, today(now)
    review = review_facts(rows[0])
    is_me = review.child_id == actor.person_id
    mine = [member for member in circle if member.person_id == actor.person_id]
    if not is_me and not mine:
        return None  # was asked once, and is no longer around the child
    knows_all = _knows_all(actor, child)
    ended_on = today(review.not_owed_at) if review.not_owed_at else None
    own = () if ended_on else rows
    parts = own_parts(own, review_id=review.id, key=telling.key, knows_home=telling.knows_home)
    my_parts = [part.starts_at for part in parts]
    stage = review.stage if knows_all else _stage(rows, my_parts, now)
    meets_on = sorted(today(part.starts_at) for part in parts if part.starts_at)
    return OwnReview(
        id=review.id,
        child=_child(child, is_me=is_me, tells_chairs=knows_all),
        stage=stage,
        due_by=review.due_by if knows_all else None,
        reason=_reason_told(review.reason, is_me=is_me) if knows_all else None,
        views_close_on=None
        if ended_on
        else views_close_on(review.due_by, next(iter(meets_on), None), on=on),
        can_share=stage in TAKING_VIEWS,
        days_to_go=next(((day - on).days for day in meets_on if day >= on), None),
        parts=parts,
        reviewing_officer=_officer(circle),
        circle=_circle(telling, tells_all=knows_all),
        form=telling.form[0] if telling.form else None,
        form_version=telling.form[1] if telling.form else None,
        observation=telling.observation,
        moved=None if ended_on else telling.moved,
        ended_on=ended_on,
    )


def _stage(rows: Sequence[Row[Any]], my_parts: Sequence[datetime | None], now: datetime) -> Stage:
    was_asked = rows[0].invited_at is not None
    return stage_told(rows[0].stage, was_asked=was_asked, my_parts=my_parts, now=now)


def _reason_told(reason: Reason | None, *, is_me: bool) -> Reason | None:
    """A child hears of an enquiry or a charge from a person, not from a date."""
    if not is_me or reason is None or reason.trigger is None:
        return reason
    return replace(reason, trigger=told_to_the_child(reason.trigger))


def _knows_all(actor: Actor, child: children.Around) -> bool:
    """Whether it is the child, or whoever reviews them; a brother or sister is a party."""
    return actor.person_id == child.child.child_id or any(
        member.kind in OFFICER_KINDS
        for member in child.circle
        if member.person_id == actor.person_id
    )


def _officer(circle: Sequence[children.CircleMember]) -> Someone | None:
    """Whose review it is to hold: the first of the circle, if there is such a one."""
    if not circle or circle[0].kind not in OFFICER_KINDS:
        return None
    first = circle[0]
    return Someone(id=first.person_id, name=first.name, called=first.called, chair=first.chair)


def _child(child: children.Around, *, is_me: bool, tells_chairs: bool) -> ChildOfReview:
    return ChildOfReview(
        id=child.child.child_id,
        called=child.called,
        # When a child changed their chair tells that they were here.
        chair=child.chair if tells_chairs else None,
        is_me=is_me,
    )


def _circle(telling: _Telling, *, tells_all: bool) -> tuple[InCircle, ...]:
    """A party is told who sits beside them where no wall stands, and nobody's chair."""
    seated = telling.seated
    return tuple(
        InCircle(
            id=member.person_id,
            name=member.name,
            called=member.called,
            job=member.job,
            kind=member.kind,
            chair=member.chair if tells_all else None,
            coming=member.kind in OFFICER_KINDS or member.person_id in seated if seated else None,
        )
        for member in telling.child.circle
        if tells_all or member.person_id in telling.named & seated
    )
