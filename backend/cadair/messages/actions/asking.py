"""Asking one's officer for something with one tap, and the officer's answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.queries.officers import officers_between
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.messages.models.asking import ChildRequest
from cadair.messages.queries.asking_sealed import ASKED, REASON, close_maybe, opened_maybe
from cadair.messages.queries.requests import (
    OwnRequest,
    RequestLine,
    is_own,
    most_asked_since,
    own_request,
    own_requests,
    request_line,
)
from cadair.messages.rules.asking import (
    LONGEST_WORDS,
    Answered,
    AskedDifferently,
    RequestKind,
    RequestWasAnswered,
    RequestWasTakenBack,
    check_answer,
    check_not_flooding,
)
from cadair.messages.rules.plain_words import plain
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About, Setting
from cadair.reviews import actions as reviews
from cadair.reviews.queries.early import asks_of
from cadair.reviews.rules import EarlyReviewDecidedDifferently, Trigger


def read_own_requests(session: Session, *, actor: Actor, now: datetime) -> list[OwnRequest]:
    """What the child who asks has asked their officer for; raises NotFound for anybody else."""
    child_id = the_child(session, actor=actor, now=now)
    return own_requests(session, child_id=child_id)


def ask(
    session: Session,
    *,
    actor: Actor,
    request_id: UUID,
    kind: RequestKind,
    words: str | None,
    now: datetime,
) -> OwnRequest:
    """Ask for a visit, for an advocate, or for one's review sooner.  Safe to send again.

    Raises NoReviewOwed for a review sooner where the law asks for none.
    """
    child_id = the_child(session, actor=actor, now=now)
    said = plain(words, longest=LONGEST_WORDS, field="words")
    before = _asked_before(session, child_id, request_id)
    if before is not None:
        if before != (kind, said):
            raise AskedDifferently
        return own_request(session, child_id=child_id, request_id=request_id)
    check_not_flooding(
        most_asked_since=most_asked_since(session, child_id=child_id, now=now), now=now
    )
    if kind is RequestKind.SOONER:
        _ask_sooner(session, actor, child_id, request_id, said, now)
    else:
        _write(session, actor, child_id, request_id, kind, said, now)
    officers = officers_between(session, child_id=child_id, from_on=today(now), to_on=today(now))
    told = [(officer_id, request_id) for officer_id in officers]
    notifications.tell(session, told=told, about=About.REQUEST, now=now)
    if kind is RequestKind.ADVOCATE:
        notifications.tell_council(
            session, setting=Setting.ADVOCACY, subject_id=request_id, now=now
        )
    return own_request(session, child_id=child_id, request_id=request_id)


def take_back(session: Session, *, actor: Actor, request_id: UUID, now: datetime) -> OwnRequest:
    """Take back what one asked for and what has no answer yet.  The same again is no change."""
    child_id = the_child(session, actor=actor, now=now)
    there = next(
        (one for one in own_requests(session, child_id=child_id) if one.id == request_id), None
    )
    if there is None:
        raise NotFound
    if there.taken_back_at is not None:
        return there
    if there.kind is RequestKind.SOONER:
        try:
            reviews.drop(session, actor=actor, child_id=child_id, ask_id=request_id, now=now)
        except EarlyReviewDecidedDifferently as decided:
            raise RequestWasAnswered from decided
    else:
        _settle(session, request_id, {"taken_back_at": now})
        audit.note(
            session,
            actor=actor,
            event="child.request_taken_back",
            child_id=child_id,
            subject_id=request_id,
            now=now,
        )
    return own_request(session, child_id=child_id, request_id=request_id)


def answer(
    session: Session, *, actor: Actor, request_id: UUID, answered: Answered, now: datetime
) -> RequestLine:
    """Answer a child's request for a visit or an advocate; the child is told, with the reason.

    The same again is no change.  Raises RequestWasAnswered for another answer.
    """
    row = session.execute(
        select(
            ChildRequest.child_id,
            ChildRequest.answer,
            ChildRequest.reason,
            ChildRequest.on_day,
            ChildRequest.taken_back_at,
        ).where(ChildRequest.id == request_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    is_now = children.standing(session, actor=actor, child_id=row.child_id, on=today(now))
    check(Permission.ANSWER_REQUEST, actor, is_now)
    key = children.sealing_key(session, child_id=row.child_id)
    reason = plain(answered.reason, longest=LONGEST_WORDS, field="reason")
    answered = Answered(answer=answered.answer, reason=reason, on=answered.on)
    if row.taken_back_at is not None:
        raise RequestWasTakenBack
    if row.answer is not None:
        before = opened_maybe(key, row.reason, where=REASON, row_id=request_id)
        if Answered(answer=row.answer, reason=before, on=row.on_day) != answered:
            raise RequestWasAnswered
        return request_line(session, request_id=request_id, now=now)
    check_answer(answered, today=today(now))
    _settle(
        session,
        request_id,
        {
            "answer": answered.answer,
            "answered_by_id": actor.person_id,
            "answered_at": now,
            "reason": close_maybe(key, reason, where=REASON, row_id=request_id),
            "on_day": answered.on,
        },
    )
    _tell_answered(session, actor, row.child_id, request_id, answered, now)
    return request_line(session, request_id=request_id, now=now)


def the_child(session: Session, *, actor: Actor, now: datetime) -> UUID:
    """The child who asks for themselves; raises NotFound for anybody else."""
    if actor.person_id is None:
        raise NotFound
    is_now = children.standing(session, actor=actor, child_id=actor.person_id, on=today(now))
    check(Permission.ASK_OFFICER, actor, is_now)
    return is_now.child_id


def _asked_before(
    session: Session, child_id: UUID, request_id: UUID
) -> tuple[RequestKind, str | None] | None:
    """What was asked under this id before; raises NotFound when it was another's."""
    sooner = asks_of(session, child_id=child_id, ask_id=request_id)
    if sooner:
        if not is_own(sooner[0], child_id):
            raise AskedDifferently
        return RequestKind.SOONER, sooner[0].why
    row = session.execute(
        select(ChildRequest.child_id, ChildRequest.kind, ChildRequest.words).where(
            ChildRequest.id == request_id
        )
    ).one_or_none()
    if row is None:
        return None
    if row.child_id != child_id:
        raise NotFound
    key = children.sealing_key(session, child_id=child_id)
    return row.kind, opened_maybe(key, row.words, where=ASKED, row_id=request_id)


def _ask_sooner(
    session: Session,
    actor: Actor,
    child_id: UUID,
    request_id: UUID,
    said: str | None,
    now: datetime,
) -> None:
    reviews.ask(
        session,
        actor=actor,
        child_id=child_id,
        ask_id=request_id,
        asked=reviews.Asked(
            trigger=Trigger.CHILD_ASKS, asked_by_id=child_id, asked_on=today(now), why=said
        ),
        now=now,
    )


def _write(
    session: Session,
    actor: Actor,
    child_id: UUID,
    request_id: UUID,
    kind: RequestKind,
    said: str | None,
    now: datetime,
) -> None:
    key = children.sealing_key(session, child_id=child_id)
    row = {
        "id": request_id,
        "child_id": child_id,
        "kind": kind,
        "words": close_maybe(key, said, where=ASKED, row_id=request_id),
        "asked_at": now,
    }
    if not insert_unless_there(session, ChildRequest, row):
        raise NotFound  # another council's id, as unseen as one of this council
    audit.note(
        session,
        actor=actor,
        event="child.asked",
        child_id=child_id,
        subject_id=request_id,
        facts={"kind": kind.value},
        now=now,
    )


def _settle(session: Session, request_id: UUID, values: dict[str, Any]) -> None:
    """Of two who settle it at the same moment only one does."""
    settled = session.execute(
        update(ChildRequest)
        .where(
            ChildRequest.id == request_id,
            ChildRequest.answer.is_(None),
            ChildRequest.taken_back_at.is_(None),
        )
        .values(**values)
        .returning(ChildRequest.id)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if settled is None:
        raise RequestWasAnswered


def _tell_answered(
    session: Session,
    actor: Actor,
    child_id: UUID,
    request_id: UUID,
    answered: Answered,
    now: datetime,
) -> None:
    notifications.tell(
        session, told=[(child_id, request_id)], about=About.REQUEST_ANSWERED, now=now
    )
    audit.note(
        session,
        actor=actor,
        event="child.request_answered",
        child_id=child_id,
        subject_id=request_id,
        facts={
            "answer": answered.answer.value,
            "on": answered.on.isoformat() if answered.on else None,
        },
        now=now,
    )
