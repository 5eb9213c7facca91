"""A plan as it is kept, with its answers and the people around its child, for who may see it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Row, Table, and_, bindparam, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import unseal
from cadair.meeting.models import AddedMatter, MeetingPlan, PlanAnswer
from cadair.meeting.queries.sealed import place_of_matter, place_of_plan, place_of_reason
from cadair.meeting.rules.requests import Answer
from cadair.people import queries as people
from cadair.reviews import queries as reviews
from cadair.reviews.rules import Stage

AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A person, by name, job and chair."""

    id: UUID
    called: str
    name: str
    chair: dict[str, str] | None
    job: Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was answered to one request, and a digest of what was asked then."""

    request: str  # a digest of its key
    answer: Answer
    reason: str | None
    by: Who
    at: datetime
    asked: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Something that the officer added to the agenda."""

    id: UUID
    words: str
    by: Who
    added_at: datetime
    is_new: bool  # the child has not said that they saw it


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One review's plan, if there is one, and all that judges who may do what with it."""

    review_id: UUID
    child: children.Around
    key: bytes  # the child's
    stage: Stage
    revision: int  # 0: there is no plan yet
    plan: dict[str, Any] | None
    saved_at: datetime | None
    counted_from: datetime | None
    saved_since: int
    answers: tuple[Answered, ...]

    @property
    def child_id(self) -> UUID:
        """Whose review it is."""
        return self.child.child.child_id


def kept_for(
    session: Session, *, actor: Actor, review_id: UUID, permission: Permission, now: datetime
) -> Kept:
    """The plan of a review for whoever has `permission`, in two statements; raises NotFound.

    The child's key comes along.
    """
    rows = session.execute(
        _PLAN_AND_ANSWERS,
        {
            "of_council": council_of(session),
            "of_review": review_id,
            "of_person": actor.person_id,
        },
        execution_options={"names_its_council": True},
    ).all()
    if not rows:
        raise NotFound
    child_id = rows[0].child_id
    around = children.around_for(
        session, actor=actor, permission=permission, child_id=child_id, on=today(now)
    )
    key = children.sealing_key(session, child_id=child_id)
    return _kept(rows, around, key)


def added_to(session: Session, *, review_id: UUID, key: bytes) -> tuple[Added, ...]:
    """What the officer added and has not taken back, oldest first; in one statement."""
    rows = session.execute(
        _ADDED,
        {"of_council": council_of(session), "of_review": review_id},
        execution_options={"names_its_council": True},
    )
    return tuple(
        Added(
            id=row.id,
            words=unseal(key, row.words, place_of_matter(review_id, row.id)),
            by=who(people.person_facts(row)),
            added_at=row.added_at,
            is_new=row.seen_at is None,
        )
        for row in rows
    )


def who(them: people.PersonFacts) -> Who:
    """Somebody, as the child and the officer are told of them."""
    return Who(id=them.id, called=them.called, name=them.name, chair=them.chair, job=them.job)


def _kept(rows: Sequence[AnyRow], child: children.Around, key: bytes) -> Kept:
    row = rows[0]
    plan = None
    if row.content is not None:
        plan = json.loads(unseal(key, row.content, place_of_plan(row.review_id)))
    return Kept(
        review_id=row.review_id,
        child=child,
        key=key,
        stage=row.stage,
        revision=row.revision or 0,
        plan=plan,
        saved_at=row.saved_at,
        counted_from=row.counted_from,
        saved_since=row.saved_since or 0,
        answers=tuple(_answered(each, key) for each in rows if each.request is not None),
    )


def _answered(row: AnyRow, key: bytes) -> Answered:
    reason = None
    if row.reason is not None:
        reason = unseal(key, row.reason, place_of_reason(row.review_id, row.request))
    return Answered(
        request=row.request,
        answer=row.answer,
        reason=reason,
        by=who(people.person_facts(row)),
        at=row.at,
        asked=row.asked,
    )


# Built once, over bare tables: each names its council itself.
_REVIEW: Final = reviews.ASKED_TO.selected_columns
_PLAN: Final = cast("Table", MeetingPlan.__table__)
_ANSWER: Final = cast("Table", PlanAnswer.__table__)
_MATTER: Final = cast("Table", AddedMatter.__table__)
_PLAN_AND_ANSWERS: Final = (
    reviews.ASKED_TO.add_columns(
        *_PLAN.c["revision", "content", "saved_at", "counted_from", "saved_since"],
        *_ANSWER.c["request", "answer", "reason", "asked", "at"],
        *people.PERSON_COLUMNS,
    )
    .outerjoin(
        _PLAN,
        and_(
            _PLAN.c.review_id == _REVIEW.review_id,
            _PLAN.c.council_id == bindparam("of_council"),
        ),
    )
    .outerjoin(
        _ANSWER,
        and_(
            _ANSWER.c.review_id == _REVIEW.review_id,
            _ANSWER.c.council_id == bindparam("of_council"),
        ),
    )
    .outerjoin(people.BESIDE_PERSON, people.BESIDE_PERSON.c.id == _ANSWER.c.by_id)
    .order_by(_ANSWER.c.request)
)
_ADDED: Final = (
    select(*_MATTER.c["id", "words", "added_at", "seen_at"], *people.PERSON_COLUMNS)
    .join(people.BESIDE_PERSON, people.BESIDE_PERSON.c.id == _MATTER.c.by_id)
    .where(
        _MATTER.c.council_id == bindparam("of_council"),
        _MATTER.c.review_id == bindparam("of_review"),
        _MATTER.c.withdrawn_at.is_(None),
    )
    .order_by(_MATTER.c.added_at, _MATTER.c.id)
)
