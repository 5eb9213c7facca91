"""The plan as the child makes it, and as the reviewing officer reads and answers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission
from cadair.children.queries import CircleMember
from cadair.children.queries.around import OFFICER_KINDS
from cadair.meeting.queries.kept import Added, Kept, Who, added_to, kept_for
from cadair.meeting.queries.wishes import OpenWish
from cadair.meeting.rules.checking import Known
from cadair.meeting.rules.matters import MATTERS, Covered, covered
from cadair.meeting.rules.requests import (
    Answer,
    fingerprint,
    kept_as,
    person_of,
    requests_of,
    words_of,
)
from cadair.reviews.rules import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class InCircle:
    """Somebody around the child, whom the child may name."""

    id: UUID
    called: str
    name: str
    chair: dict[str, str] | None
    job: Job
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAnswer:
    """An answer to a request that the plan still makes."""

    request: str
    answer: Answer
    reason: str | None
    by: Who
    at: datetime
    asked_anew: bool  # what is asked has changed since


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as the officer reads it: whom it is about, what the child says, what came."""

    request: str
    about: Who | None
    words: tuple[str, ...]
    answer: ToldAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """The plan and all that it is made with."""

    revision: int
    plan: dict[str, Any] | None
    circle: tuple[InCircle, ...]
    wishes: tuple[OpenWish, ...]
    last_time: tuple[OpenWish, ...]  # what earlier reviews decided or answered, and is not done
    matters: tuple[str, ...]
    added: tuple[Added, ...]
    answers: tuple[ToldAnswer, ...]
    officer: Who | None
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficersPage(MeetingPage):
    """The same, with what it asks and what a review must cover."""

    covered: tuple[Covered, ...]
    requests: tuple[Request, ...]


# What the child wishes for and what earlier reviews left open, by session, the child's id and key,
# and the review: the latter is for a room above to know, hence the function.
LeftOpen = Callable[[Session, UUID, bytes, UUID], tuple[tuple[OpenWish, ...], tuple[OpenWish, ...]]]


def own_page(
    session: Session, *, actor: Actor, review_id: UUID, left_open: LeftOpen, now: datetime
) -> MeetingPage:
    """The child's own page of one review; raises NotFound for everybody else."""
    permission = Permission.PLAN_OWN_MEETING
    kept = kept_for(session, actor=actor, review_id=review_id, permission=permission, now=now)
    return page_of(session, kept=kept, left_open=left_open)


def page_of(session: Session, *, kept: Kept, left_open: LeftOpen) -> MeetingPage:
    """The page of one plan, in one statement beside those of `kept` and of `left_open`."""
    return MeetingPage(**_parts(session, kept, left_open))


def officers_page(session: Session, *, kept: Kept, left_open: LeftOpen) -> OfficersPage:
    """The same for the officer, with no statement more."""
    parts = _parts(session, kept, left_open)
    topics = {str(wish.id): wish.topic or "" for wish in parts["wishes"]}
    agenda = kept.plan["agenda"] if kept.plan else []
    return OfficersPage(
        **parts,
        covered=tuple(covered(nation=kept.child.nation, agenda=agenda, topics=topics)),
        requests=_requests(kept, parts["circle"], parts["answers"]),
    )


def answers_of(kept: Kept) -> tuple[ToldAnswer, ...]:
    """The answers to what the plan asks now, in its order."""
    given = {each.request: each for each in kept.answers}
    found = (
        (request, value, given.get(kept_as(kept.key, request)))
        for request, value in requests_of(kept.plan).items()
    )
    return tuple(
        ToldAnswer(
            request=request,
            answer=answered.answer,
            reason=answered.reason,
            by=answered.by,
            at=answered.at,
            asked_anew=answered.asked != fingerprint(kept.key, request, value),
        )
        for request, value, answered in found
        if answered is not None
    )


def known_in(page: MeetingPage) -> Known:
    """What the child of this page may name in their plan."""
    return Known(
        people=frozenset(str(member.id) for member in page.circle),
        wishes=frozenset(str(wish.id) for wish in page.wishes),
        last_time=frozenset(str(wish.id) for wish in page.last_time),
        matters=frozenset(page.matters),
        added=frozenset(str(each.id) for each in page.added),
    )


def _parts(session: Session, kept: Kept, left_open: LeftOpen) -> dict[str, Any]:
    circle = kept.child.circle
    wishes, last_time = left_open(session, kept.child_id, kept.key, kept.review_id)
    return {
        "revision": kept.revision,
        "plan": kept.plan,
        "circle": tuple(map(_in_circle, circle)),
        "wishes": wishes,
        "last_time": last_time,
        "matters": tuple(matter.key for matter in MATTERS[kept.child.nation]),
        "added": added_to(session, review_id=kept.review_id, key=kept.key),
        "answers": answers_of(kept),
        "officer": next((_who(each) for each in circle if each.kind in OFFICER_KINDS), None),
        "stage": kept.stage,
    }


def _requests(
    kept: Kept, circle: tuple[InCircle, ...], answers: tuple[ToldAnswer, ...]
) -> tuple[Request, ...]:
    around: Mapping[str, InCircle] = {str(member.id): member for member in circle}
    given = {each.request: each for each in answers}
    return tuple(
        Request(
            request=request,
            about=_told(around.get(person_of(request, value) or "")),
            words=tuple(words_of(value)),
            answer=given.get(request),
        )
        for request, value in requests_of(kept.plan).items()
    )


def _told(member: InCircle | None) -> Who | None:
    """Nobody, once they are not around the child any more."""
    if member is None:
        return None
    return Who(
        id=member.id,
        called=member.called,
        name=member.name,
        chair=member.chair,
        job=member.job,
    )


def _who(member: CircleMember) -> Who:
    return Who(
        id=member.person_id,
        called=member.called,
        name=member.name,
        chair=member.chair,
        job=member.job,
    )


def _in_circle(member: CircleMember) -> InCircle:
    return InCircle(
        id=member.person_id,
        called=member.called,
        name=member.name,
        chair=member.chair,
        job=member.job,
        kind=member.kind,
    )
