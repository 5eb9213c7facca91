"""Where somebody sits at a review: whether they may say something there, and about whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Table, bindparam, exists, func, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.children import queries as children
from cadair.contributions.models import Contribution, Draft
from cadair.contributions.rules.flooding import COUNTED_FOR
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.reviews import queries as reviews
from cadair.reviews.rules import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place at one review for one person, and what they have done there so far."""

    review_id: UUID
    child_id: UUID
    band: str  # the child's
    stage: Stage
    author_id: UUID
    author_job: Job
    answered_at: datetime | None
    was_asked: bool
    is_writing: bool  # there is a draft of their own form
    is_observing: bool  # there is a draft of an observation
    shared_lately: int  # about this child, by this person, with whichever review
    oldest_lately: datetime | None


def seat(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Seat:
    """The actor's place at the review, in one statement; raises NotFound for who was not asked.

    The child always has one, and so has the child's reviewing officer.  The child's key comes
    along, so that sealing what is said here costs no statement more.
    """
    if actor.person_id is None or actor.job is None:
        raise NotFound  # the service itself has nothing to say
    on = today(now)
    rows = session.execute(
        _SEAT,
        {
            "of_council": council_of(session),
            "of_review": review_id,
            "of_person": actor.person_id,
            "on": on,
            "since": now - COUNTED_FOR,
        },
        execution_options={"names_its_council": True},
    ).all()
    standing = children.standing_of(rows, actor=actor)
    check(Permission.CONTRIBUTE, actor, standing)
    row = rows[0]
    was_asked = row.invited_at is not None
    if not (standing.is_self or standing.is_reviewing_officer or was_asked):
        raise NotFound
    return Seat(
        review_id=review_id,
        child_id=row.child_id,
        band=children.band_and_key(session, row, on=on),
        stage=row.stage,
        author_id=actor.person_id,
        author_job=actor.job,
        answered_at=row.answered_at,
        was_asked=was_asked,
        is_writing=row.is_writing,
        is_observing=row.is_observing,
        shared_lately=row.shared_lately,
        oldest_lately=row.oldest_lately,
    )


_SAID: Final = cast("Table", Contribution.__table__)
_DRAFT: Final = cast("Table", Draft.__table__)
_REVIEW: Final = reviews.ASKED_TO.selected_columns
_LATELY: Final = (
    _SAID.c.council_id == bindparam("of_council"),
    _SAID.c.author_id == bindparam("of_person"),
    _SAID.c.child_id == _REVIEW.child_id,
    _SAID.c.shared_at > bindparam("since"),
)


def _has_draft(*, of_observation: bool) -> ColumnElement[bool]:
    return exists().where(
        _DRAFT.c.council_id == bindparam("of_council"),
        _DRAFT.c.review_id == bindparam("of_review"),
        _DRAFT.c.author_id == bindparam("of_person"),
        _DRAFT.c.is_observation.is_(of_observation),
        _DRAFT.c.content.is_not(None),
    )


# Built once: every saving of a draft and every sharing begins with it.
_SEAT: Final = children.beside_standing(
    reviews.ASKED_TO.add_columns(
        _has_draft(of_observation=False).label("is_writing"),
        _has_draft(of_observation=True).label("is_observing"),
        select(func.count()).where(*_LATELY).scalar_subquery().label("shared_lately"),
        select(func.min(_SAID.c.shared_at))
        .where(*_LATELY)
        .scalar_subquery()
        .label("oldest_lately"),
    ),
    _REVIEW.child_id,
)
