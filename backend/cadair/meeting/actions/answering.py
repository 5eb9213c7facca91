"""Answering what a child asks for in their plan, one request at a time."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound, Stale
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal
from cadair.meeting import queries
from cadair.meeting.models import PlanAnswer
from cadair.meeting.queries import Kept, ToldAnswer
from cadair.meeting.queries.sealed import place_of_reason
from cadair.meeting.rules.requests import (
    Answer,
    check_answer,
    fingerprint,
    kept_as,
    kind_of,
    requests_of,
)
from cadair.meeting.rules.saving import check_may_answer, told_of
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About


def answer_request(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    request: str,
    answer: Answer,
    reason: str | None,
    revision_read: int | None,
    now: datetime,
) -> ToldAnswer:
    """Say yes, partly or no to what the plan asks now; a later answer takes the place of it.

    With `revision_read`, only to the plan that was read: raises Stale when it is another by now.
    Raises NotFound for what the plan does not ask, BadInput for a no without its reason.  The
    child is told that there is an answer, once on each day.
    """
    kept = _kept(session, actor, review_id, now)
    asked = requests_of(kept.plan)
    if request not in asked:
        raise NotFound
    if revision_read not in (None, kept.revision):
        raise Stale(more={"current": {"revision": kept.revision}})
    check_answer(answer, reason)
    given = {each.request: each for each in queries.answers_of(kept)}.get(request)
    if given and not given.asked_anew and (given.answer, given.reason) == (answer, reason):
        return given
    check_may_answer(kept.stage)
    digest = fingerprint(kept.key, request, asked[request])
    _write(session, actor, kept, request, (answer, reason, digest), now)
    _tell(session, actor, kept, request, now)
    answered = queries.answers_of(_kept(session, actor, review_id, now))
    return next(each for each in answered if each.request == request)


def _kept(session: Session, actor: Actor, review_id: UUID, now: datetime) -> Kept:
    return queries.kept_for(
        session,
        actor=actor,
        review_id=review_id,
        permission=Permission.ANSWER_MEETING_PLAN,
        now=now,
    )


def _write(
    session: Session,
    actor: Actor,
    kept: Kept,
    request: str,
    told: tuple[Answer, str | None, bytes],
    now: datetime,
) -> None:
    answer, reason, digest = told
    named, sealed = kept_as(kept.key, request), None
    if reason is not None:
        sealed = seal(kept.key, reason, place_of_reason(kept.review_id, named))
    values = {
        "answer": answer,
        "reason": sealed,
        "asked": digest,
        "by_id": actor.person_id,
        "at": now,
    }
    row = {"review_id": kept.review_id, "request": named, **values}
    if not insert_unless_there(session, PlanAnswer, row):
        session.execute(
            update(PlanAnswer)
            .where(PlanAnswer.review_id == kept.review_id, PlanAnswer.request == named)
            .values(values)
        )


def _tell(session: Session, actor: Actor, kept: Kept, request: str, now: datetime) -> None:
    """Note what sort of request was answered, never whom it is about; and have the child told."""
    audit.note(
        session,
        actor=actor,
        event="meeting.request_answered",
        child_id=kept.child_id,
        subject_id=kept.review_id,
        facts={"kind": kind_of(request)},
        now=now,
    )
    notifications.tell(
        session,
        told=[(kept.child_id, told_of(kept.review_id, today(now)))],
        about=About.REQUEST_ANSWERED,
        now=now,
    )
