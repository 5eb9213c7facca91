"""All that is a child's own, to take along: their words, and what they were told.

Built for them from what their own screens show; nothing that only an officer may see is in it.
That they were not safe stays with whoever took it on: a phone may be in other hands.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.messages import queries as messages
from cadair.messages.queries import SeenMessage
from cadair.messages.queries.requests import OwnRequest, own_requests
from cadair.record.models import Release
from cadair.record.queries.everything import Everything, everything
from cadair.record.queries.letters import (
    Certificate,
    KeptLetter,
    Remark,
    certificates,
    given_whole,
    remarks_by_letter,
)
from cadair.record.queries.own_disputes import ToldDispute, told_disputes
from cadair.record.queries.own_outcomes import ToldReview, own_outcomes
from cadair.record.queries.own_plans import OwnPlan, own_plans
from cadair.record.queries.releases import GivenOnce
from cadair.record.queries.shown import shown_to
from cadair.record.rules.releasing import State


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenLetter:
    """A letter as it was given, with what the child said of it."""

    letter: KeptLetter
    held_on: date | None
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One child's own, whole."""

    words: Everything
    outcomes: tuple[ToldReview, ...]
    letters: tuple[TakenLetter, ...]
    disputes: tuple[ToldDispute, ...]
    certificates: tuple[Certificate, ...]
    requests: tuple[OwnRequest, ...]
    messages: tuple[SeenMessage, ...]  # that officers wrote to them
    plans: tuple[OwnPlan, ...]
    given: tuple[GivenOnce, ...]


def taken(session: Session, *, actor: Actor, now: datetime) -> Taken:
    """All of it, for the child who asks; raises NotFound for anybody else."""
    words = everything(session, actor=actor, with_words=True)
    assert actor.person_id is not None
    child_id = actor.person_id
    wrote = messages.own_messages(session, person_id=child_id, child_id=child_id)
    certified = certificates(session, child_id=child_id)
    return Taken(
        words=words,
        outcomes=tuple(own_outcomes(session, child_id=child_id, now=now)),
        letters=tuple(_letters(session, child_id, certified)),
        disputes=tuple(told_disputes(session, child_id=child_id)),
        certificates=tuple(certified),
        requests=tuple(own_requests(session, child_id=child_id)),
        messages=tuple(each for each in wrote if not each.from_me and each.words),
        plans=tuple(own_plans(session, actor=actor, child_id=child_id, now=now)),
        given=tuple(_given(session, child_id, today(now))),
    )


def _letters(session: Session, child_id: UUID, certified: list[Certificate]) -> list[TakenLetter]:
    key = children.sealing_key(session, child_id=child_id)
    letters = given_whole(session, child_id=child_id, key=key)
    ids = [each.review_id for each in letters]
    remarks = remarks_by_letter(session, review_ids=ids, key=key)
    held = {each.review_id: each.held_on for each in certified}
    return [
        TakenLetter(
            letter=each,
            held_on=held.get(each.review_id),
            remarks=remarks.get(each.review_id, ()),
        )
        for each in letters
    ]


def _given(session: Session, child_id: UUID, on: date) -> list[GivenOnce]:
    mine = (Release.person_id == child_id, Release.state == State.RELEASED)
    return [
        each
        for review_id in session.scalars(select(Release.review_id).where(*mine).distinct())
        for each in shown_to(
            session, child_id=child_id, review_id=review_id, person_id=child_id, on=on
        )
    ]
