"""The plan of one review, as its reviewing officer sees it: every part and everybody asked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.children.queries.around import OFFICER_KINDS
from cadair.children.rules.knowing import Knowable
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.reviews.models import How, PartSeat, Review, ReviewPart
from cadair.reviews.queries import sealed
from cadair.reviews.queries.asked import AskedPerson, Attempt, asked
from cadair.reviews.queries.facts import REVIEW_COLUMNS, ReviewFacts, review_facts
from cadair.reviews.rules import Asked
from cadair.reviews.rules.telling import meets_a_wall


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """One part of a review, and for whom a seat is kept in it."""

    id: UUID
    title: str
    how: How
    starts_at: datetime | None
    minutes: int | None
    place: str | None
    video_link: str | None
    agenda: tuple[str, ...]
    people: tuple[UUID, ...]
    told_where: tuple[UUID, ...]  # of those who may not know where the child lives


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPerson:
    """Somebody of the circle, or the child, and how far asking them has come."""

    person_id: UUID
    name: str
    called: str
    job: Job
    kind: str
    part_ids: tuple[UUID, ...]
    walled_from: tuple[UUID, ...]  # of the family's sides, whom they would meet in one part
    knows_home: bool  # where the child lives, and so where any part is
    state: Asked
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanScreen:
    """All that a reviewing officer plans a review with."""

    review: ReviewFacts
    child: children.Around
    parts: tuple[PlannedPart, ...]
    invitations: tuple[PlanPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A review, its parts as they lie in the database, and the people around its child."""

    review: ReviewFacts
    child: children.Around
    rows: Sequence[Row[Any]]  # one for each seat, or for a part without any

    @property
    def seats(self) -> set[tuple[UUID, UUID]]:
        """(part, person) for every seat kept."""
        return {(row.part_id, row.person_id) for row in self.rows if row.person_id is not None}

    @property
    def people(self) -> set[UUID]:
        """Everybody for whom a seat may be kept."""
        return {self.review.child_id} | {member.person_id for member in self.child.circle}


def plan_for(
    session: Session, *, actor: Actor, review_id: UUID, permission: Permission, now: datetime
) -> Plan:
    """A review's plan for somebody who holds `permission`; raises NotFound for everybody else."""
    rows = session.execute(_rows_of(review_id)).all()
    if not rows:
        raise NotFound
    review = review_facts(rows[0])
    child = children.around_for(
        session, actor=actor, permission=permission, child_id=review.child_id, on=today(now)
    )
    return Plan(review=review, child=child, rows=[row for row in rows if row.part_id is not None])


def read_again(session: Session, *, plan: Plan) -> Plan:
    """The same plan as it stands after a change."""
    rows = session.execute(_rows_of(plan.review.id)).all()
    return Plan(
        review=review_facts(rows[0]),
        child=plan.child,
        rows=[row for row in rows if row.part_id is not None],
    )


def plan_screen(session: Session, *, plan: Plan, on: date) -> PlanScreen:
    """What the reviewing officer is shown of the plan."""
    review = plan.review
    key = children.sealing_key(session, child_id=review.child_id)
    those_asked = asked(session, review_id=review.id, key=key)
    walls = children.walls(session, child_id=review.child_id, on=on)
    return PlanScreen(
        review=review,
        child=plan.child,
        parts=_parts(plan, key),
        invitations=(
            _child_asked(plan, those_asked),
            *(_person(plan, member, those_asked, walls) for member in plan.child.circle),
        ),
    )


def _rows_of(review_id: UUID) -> Any:
    return (
        select(
            *REVIEW_COLUMNS,
            ReviewPart.id.label("part_id"),
            ReviewPart.title,
            ReviewPart.how,
            ReviewPart.starts_at,
            ReviewPart.minutes,
            ReviewPart.place,
            ReviewPart.video_link,
            ReviewPart.agenda,
            PartSeat.person_id,
            PartSeat.told_where,
        )
        .outerjoin(ReviewPart, ReviewPart.review_id == Review.id)
        .outerjoin(
            PartSeat,
            and_(PartSeat.review_id == ReviewPart.review_id, PartSeat.part_id == ReviewPart.id),
        )
        .where(Review.id == review_id, Review.not_owed_at.is_(None))
        .order_by(ReviewPart.position)
    )


def _parts(plan: Plan, key: bytes) -> tuple[PlannedPart, ...]:
    review_id = plan.review.id

    def told(row: Row[Any], where: str, kept: bytes | None) -> str | None:
        return sealed.opened_maybe(key, kept, where=where, review_id=review_id, row_id=row.part_id)

    return tuple(
        PlannedPart(
            id=row.part_id,
            title=told(row, sealed.TITLE, row.title) or "",
            how=row.how,
            starts_at=row.starts_at,
            minutes=row.minutes,
            place=told(row, sealed.PLACE, row.place),
            video_link=told(row, sealed.VIDEO_LINK, row.video_link),
            agenda=tuple(json.loads(told(row, sealed.AGENDA, row.agenda) or "[]")),
            people=_seated(plan, row.part_id),
            told_where=_seated(plan, row.part_id, told_where=True),
        )
        for row in {row.part_id: row for row in plan.rows}.values()
    )


def _seated(plan: Plan, part_id: UUID, *, told_where: bool = False) -> tuple[UUID, ...]:
    """Who has a seat in a part and is around the child still; or who of them is told where."""
    return tuple(
        sorted(
            row.person_id
            for row in plan.rows
            if row.part_id == part_id
            and row.person_id in plan.people
            and (row.told_where or not told_where)
        )
    )


def _child_asked(plan: Plan, those_asked: Mapping[UUID, AskedPerson]) -> PlanPerson:
    child_id = plan.review.child_id
    return PlanPerson(
        person_id=child_id,
        name=plan.child.name,
        called=plan.child.called,
        job=Job.CHILD,
        kind="child",
        part_ids=_seats_of(plan, child_id),
        walled_from=(),
        knows_home=True,
        state=_state(those_asked.get(child_id)),
        attempts=_attempts(those_asked.get(child_id)),
    )


def _person(
    plan: Plan,
    member: children.CircleMember,
    those_asked: Mapping[UUID, AskedPerson],
    walls: children.Walls,
) -> PlanPerson:
    return PlanPerson(
        person_id=member.person_id,
        name=member.name,
        called=member.called,
        job=member.job,
        kind=member.kind,
        part_ids=_seats_of(plan, member.person_id),
        walled_from=tuple(
            other.person_id
            for other in plan.child.circle
            if meets_a_wall(member.job, other.job)
            and walls.stands(member.person_id, other.person_id)
        ),
        knows_home=member.kind in OFFICER_KINDS or Knowable.HOME in walls.knows(member.person_id),
        state=_state(those_asked.get(member.person_id)),
        attempts=_attempts(those_asked.get(member.person_id)),
    )


def _seats_of(plan: Plan, person_id: UUID) -> tuple[UUID, ...]:
    in_order = dict.fromkeys(row.part_id for row in plan.rows)
    return tuple(part_id for part_id in in_order if (part_id, person_id) in plan.seats)


def _state(person: AskedPerson | None) -> Asked:
    return Asked.NOT_YET if person is None else person.state


def _attempts(person: AskedPerson | None) -> tuple[Attempt, ...]:
    return () if person is None else person.attempts
