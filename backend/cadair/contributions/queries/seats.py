"""Where somebody sits at a review: whether they may say something there, and about whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Table, bindparam, exists, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.children import queries as children
from cadair.contributions.models import Contribution, Draft
from cadair.contributions.rules import flooding
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
    most_shared_since: datetime | None  # since then they shared as much as fits in an hour


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
            "since": now - flooding.COUNTED_FOR,
            "but_one": flooding.MOST_SHARED - 1,
        },
        execution_options={"names_its_council": True},
    ).all()
    standing = children.standing_of(rows, actor=actor)
    check(Permission.CONTRIBUTE, actor, standing)
    row = rows[0]
    was_asked = row.invited_at is not None
    if not (standing.is_self or standing.is_reviewing_officer or was_asked):
        raise NotFound
    stage = row.stage
    if stage is Stage.MEETING and not (standing.is_self or standing.is_reviewing_officer):
        # Another's part may have begun: for this person only their own counts.
        stage = reviews.stage_for(session, review_id=review_id, person_id=actor.person_id, now=now)
    return Seat(
        review_id=review_id,
        child_id=row.child_id,
        band=children.band_and_key(session, row, on=on),
        stage=stage,
        author_id=actor.person_id,
        author_job=actor.job,
        answered_at=row.answered_at,
        was_asked=was_asked,
        is_writing=row.is_writing,
        is_observing=row.is_observing,
        most_shared_since=row.most_shared_since,
    )


_SAID: Final = cast("Table", Contribution.__table__)
_DRAFT: Final = cast("Table", Draft.__table__)
_REVIEW: Final = reviews.ASKED_TO.selected_columns
# When the oldest was shared of as many as fit in an hour; a script's thousands are not counted.
_MOST_SHARED_SINCE: Final = (
    select(_SAID.c.shared_at)
    .where(
        _SAID.c.council_id == bindparam("of_council"),
        _SAID.c.author_id == bindparam("of_person"),
        _SAID.c.child_id == _REVIEW.child_id,
        _SAID.c.shared_at > bindparam("since"),
    )
    .order_by(_SAID.c.shared_at.desc())
    .limit(1)
    .offset(bindparam("but_one"))
    .scalar_subquery()
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
        _MOST_SHARED_SINCE.label("most_shared_since"),
    ),
    _REVIEW.child_id,
)
