"""Whether people who were asked have answered, and the tries to reach those who have not."""

from dataclasses import replace
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, and_, bindparam, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.database import add_rows, council_of
from cadair.foundation.errors import BadInput, Refusal
from cadair.reviews.models import Invitation, ReachAttempt, ReachedBy
from cadair.reviews.queries import Attempt, plan_for, sealed
from cadair.reviews.rules import ReviewHasClosed, Stage


class AttemptNotedDifferently(Refusal):
    """Something else was noted under this id before: nothing is overwritten in silence."""

    code = "attempt_noted_differently"
    status = 409


def note_attempt(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    attempt_id: UUID,
    person_id: UUID,
    how: ReachedBy,
    reached: bool,
    note: str | None,
    now: datetime,
) -> Attempt:
    """Note a try to reach somebody who was asked, and whether it reached them.

    Noting it twice is the same as once; something else under the same id is refused.
    """
    plan = plan_for(
        session, actor=actor, review_id=review_id, permission=Permission.PLAN_REVIEW, now=now
    )
    child_id = plan.review.child_id
    if plan.review.stage is Stage.CLOSED:
        raise ReviewHasClosed
    key = children.sealing_key(session, child_id=child_id)
    wanted = Attempt(
        id=attempt_id, person_id=person_id, at=now, how=how, reached=reached, note=note
    )
    noted = _noted(session, wanted, review_id, key)
    if noted is not None:
        if replace(noted, at=now) != wanted:
            raise AttemptNotedDifferently
        return noted
    add_rows(session, ReachAttempt, [_row(actor, wanted, review_id, key)])
    audit.note(
        session,
        actor=actor,
        event="review.attempt_noted",
        child_id=child_id,
        subject_id=review_id,
        facts={"person": str(person_id), "how": how.value, "reached": reached},
        now=now,
    )
    return wanted


def note_answer(session: Session, *, review_id: UUID, person_id: UUID, at: datetime | None) -> None:
    """Somebody who was asked has answered; `at` None: they have taken everything back.

    The contribution's own event tells the trail of it.
    """
    session.execute(
        _ANSWERED,
        {
            "of_council": council_of(session),
            "of_review": review_id,
            "of_person": person_id,
            "at": at,
        },
        execution_options={"names_its_council": True},
    )


# Built once, and over the bare table: everybody who shares their views runs it.
_INVITATION: Final = cast("Table", Invitation.__table__)
_ANSWERED: Final = (
    update(_INVITATION)
    .where(
        _INVITATION.c.council_id == bindparam("of_council"),
        _INVITATION.c.review_id == bindparam("of_review"),
        _INVITATION.c.person_id == bindparam("of_person"),
    )
    .values(answered_at=bindparam("at"))
)


def _noted(session: Session, wanted: Attempt, review_id: UUID, key: bytes) -> Attempt | None:
    """What was noted under this id before; raises BadInput if the person was never asked."""
    row = session.execute(
        select(Invitation.person_id, *_ATTEMPT)
        .outerjoin(
            ReachAttempt,
            and_(ReachAttempt.review_id == review_id, ReachAttempt.id == wanted.id),
        )
        .where(Invitation.review_id == review_id, Invitation.person_id == wanted.person_id)
    ).one_or_none()
    if row is None:
        raise BadInput(fields={"person_id": ["not_asked"]})
    if row.id is None:
        return None
    note = sealed.opened_maybe(
        key, row.note, where=sealed.NOTE, review_id=review_id, row_id=wanted.id
    )
    return Attempt(
        id=row.id,
        person_id=row.tried_id,
        at=row.at,
        how=row.how,
        reached=row.reached,
        note=note,
    )


def _row(actor: Actor, attempt: Attempt, review_id: UUID, key: bytes) -> dict[str, object]:
    return {
        "review_id": review_id,
        "id": attempt.id,
        "person_id": attempt.person_id,
        "by_id": actor.person_id,
        "at": attempt.at,
        "how": attempt.how,
        "reached": attempt.reached,
        "note": sealed.close_maybe(
            key, attempt.note, where=sealed.NOTE, review_id=review_id, row_id=attempt.id
        ),
    }


_ATTEMPT = (
    ReachAttempt.id,
    ReachAttempt.person_id.label("tried_id"),
    ReachAttempt.at,
    ReachAttempt.how,
    ReachAttempt.reached,
    ReachAttempt.note,
)
