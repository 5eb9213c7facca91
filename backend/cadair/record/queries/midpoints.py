"""The check half way between two reviews: all that one screen needs, and what a child is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.children.queries import Around
from cadair.foundation.clock import today
from cadair.foundation.sealing import SealedColumn, unseal
from cadair.messages.queries.between import SaidSince, said_since
from cadair.messages.queries.values import who_of_circle
from cadair.messages.queries.who import Who, whos
from cadair.messages.rules.conversations import Start
from cadair.record.models import MidpointCheck
from cadair.record.queries.decisions import Decided
from cadair.record.queries.outcomes import of_child
from cadair.record.queries.wish_answers import AskedWish
from cadair.record.rules.midpoint import Checked, asks_now, due_on, found_in
from cadair.record.rules.outcomes import DecisionState
from cadair.reviews.models import Review
from cadair.reviews.queries import bank_holidays
from cadair.reviews.rules import ReviewNotHeldYet, Stage

LATEST: Final = 5  # of the child's own messages; the answer to our question always
STILL_OPEN: Final = (DecisionState.WAITING, DecisionState.CONFIRMED, DecisionState.NOT_DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MidpointScreen:
    """What was promised, how far it has come, what the child says, and what was noted."""

    child: Who
    review_id: UUID
    held_on: date
    due_on: date | None
    next_due_by: date | None
    asked_at: datetime | None
    answer: SaidSince | None  # of the child, to our question
    latest: tuple[SaidSince, ...]  # the child's own words since the review, the newest first
    decisions: tuple[Decided, ...]  # told to the child; what is still to do comes first
    wishes: tuple[AskedWish, ...]
    done_at: datetime | None
    done_by: Who | None
    found: Checked | None
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a child is asked half way, if they are, and whether they have answered."""

    asked_at: datetime | None
    held_on: date | None
    is_answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfWay:
    """The last review of a child that was held, beside the next."""

    child_id: UUID
    review_id: UUID
    held_on: date
    stage: Stage
    next_due_by: date | None


def midpoint_of(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> MidpointScreen:
    """The check of a child's last review, for whoever may do it; raises NotFound to all others.

    Raises ReviewNotHeldYet while none was held.
    """
    on = today(now)
    around = children.around_for(
        session, actor=actor, permission=Permission.CHECK_MIDPOINT, child_id=child_id, on=on
    )
    half_way = half_way_of(session, child_id=child_id)
    every = of_child(session, around=around, on=on)
    key = children.sealing_key(session, child_id=child_id)
    said = said_since(session, child_id=child_id, since=half_way.held_on, key=key)
    return MidpointScreen(
        child=who_of_circle(around)[child_id],
        review_id=half_way.review_id,
        held_on=half_way.held_on,
        due_on=due_on(
            half_way.held_on,
            half_way.next_due_by,
            bank_holidays=bank_holidays(around.nation),
        ),
        next_due_by=half_way.next_due_by,
        answer=next((each for each in said if each.start is Start.MIDPOINT), None),
        latest=tuple(said[:LATEST]),
        decisions=_open_first(every.decisions),
        wishes=tuple(wish for wish in every.wishes if wish.closed_at is None),
        **_kept(session, around, half_way.review_id, key),
    )


def half_way_of(session: Session, *, child_id: UUID) -> HalfWay:
    """The last review that was held of one child; raises ReviewNotHeldYet where there is none."""
    found = half_ways(session, Review.child_id == child_id)
    if not found:
        raise ReviewNotHeldYet
    return found[0]


def half_ways(session: Session, which: Any) -> list[HalfWay]:
    """The last review held of each child, with the day by which the next is due."""
    coming = aliased(Review)
    last = (
        select(Review.child_id, func.max(Review.held_on).label("held_on"))
        .where(Review.held_on.is_not(None), which)
        .group_by(Review.child_id)
        .subquery()
    )
    rows = session.execute(
        select(Review.child_id, Review.id, Review.held_on, Review.stage, coming.due_by)
        .join(last, and_(last.c.child_id == Review.child_id, last.c.held_on == Review.held_on))
        .outerjoin(
            coming,
            and_(
                coming.child_id == Review.child_id,
                coming.held_on.is_(None),
                coming.not_owed_at.is_(None),
            ),
        )
    ).all()
    return [
        HalfWay(
            child_id=child_id,
            review_id=review_id,
            held_on=held_on,
            stage=stage,
            next_due_by=next_due_by,
        )
        for child_id, review_id, held_on, stage, next_due_by in rows
        if held_on is not None
    ]


def asked_of(session: Session, *, child_id: UUID, now: datetime) -> Asked:
    """What this child is asked just now.  Once the check was made nothing is asked any more."""
    row = session.execute(
        select(MidpointCheck.asked_at, MidpointCheck.due_on, Review.held_on)
        .join(Review, Review.id == MidpointCheck.review_id)
        .where(
            MidpointCheck.child_id == child_id,
            MidpointCheck.asked_at.is_not(None),
            MidpointCheck.done_at.is_(None),
        )
        .order_by(MidpointCheck.asked_at.desc())
        .limit(1)
    ).one_or_none()
    if row is None or not asks_now(row.due_on, today(now)):
        return Asked(asked_at=None, held_on=None, is_answered=False)
    key = children.sealing_key(session, child_id=child_id)
    said = said_since(session, child_id=child_id, since=row.held_on, key=key)
    answered = any(
        each.start is Start.MIDPOINT and each.received_at >= row.asked_at for each in said
    )
    return Asked(asked_at=row.asked_at, held_on=row.held_on, is_answered=answered)


def place_of_content(review_id: UUID) -> str:
    """What the findings of a check are sealed to."""
    return f"midpoint_check|content|{review_id}"


def _open_first(decisions: Sequence[Decided]) -> tuple[Decided, ...]:
    told = [each for each in decisions if each.shared_at is not None]
    return tuple(sorted(told, key=lambda each: (each.state not in STILL_OPEN, each.by_on)))


def _kept(session: Session, around: Around, review_id: UUID, key: bytes) -> dict[str, Any]:
    row = session.execute(
        select(
            MidpointCheck.asked_at,
            MidpointCheck.done_at,
            MidpointCheck.by_id,
            MidpointCheck.content,
            MidpointCheck.revision,
        ).where(MidpointCheck.review_id == review_id)
    ).one_or_none()
    if row is None:
        nothing = dict.fromkeys(("asked_at", "done_at", "done_by", "found"))
        return {**nothing, "revision": 0}
    known = who_of_circle(around)
    known |= whos(session, person_ids={row.by_id} - known.keys())
    return {
        "asked_at": row.asked_at,
        "done_at": row.done_at,
        "done_by": known.get(row.by_id),
        "found": found_in(unseal(key, row.content, place_of_content(review_id)))
        if row.content is not None
        else None,
        "revision": row.revision,
    }


SEALED: Final = (
    SealedColumn(
        name="midpoint_check.content",
        child="midpoint_check.child_id",
        place=lambda row: place_of_content(row["review_id"]),
    ),
)
