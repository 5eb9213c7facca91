"""All that one review has heard so far, for those whom the law has hear it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, Standing, check
from cadair.children import queries as children
from cadair.children.queries.glass import with_glass
from cadair.children.rules import Band
from cadair.contributions import queries as contributions
from cadair.contributions.rules.forms import WrittenBy
from cadair.foundation.clock import today
from cadair.people import queries as people
from cadair.record.queries.codes import ConfirmedCode, reviews_with_codes
from cadair.record.queries.said import Said, Someone, people_in, said
from cadair.record.rules import Came, ChildsPart, InMeeting, Line
from cadair.reviews.queries import ReviewFacts
from cadair.reviews.rules import BEFORE_THE_MEETING

_ORDER: Final = (
    Job.CARER,
    Job.PARENT,
    Job.SOCIAL_WORKER,
    *(job for job in Job if job not in (Job.CARER, Job.PARENT, Job.SOCIAL_WORKER)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardChild:
    """The child whose review it is."""

    child_id: UUID
    called: str
    name: str
    born_on: date
    age: int
    band: Band
    language: str
    chair: dict[str, str] | None
    nation: str
    not_safe_since: datetime | None  # it is not safe to reply to them on their phone


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A review, its child, and what was shared with it and with the last that heard the child."""

    review: ReviewFacts
    child: HeardChild
    around: children.Around
    standing: Standing
    glass_id: UUID | None  # the reading for a reason that opened it to a manager
    people: Mapping[UUID, Someone]
    said: tuple[Said, ...]  # what was taken back or said anew too
    said_before: tuple[Said, ...]
    earlier: tuple[ReviewFacts, ...]  # the latest first
    codes: Mapping[UUID, ConfirmedCode]
    on: date  # today
    now: datetime

    @property
    def childs_lines(self) -> list[Line]:
        """What the child says now."""
        return _childs_lines(self.said)

    @property
    def childs_lines_before(self) -> list[Line]:
        """What the child said the last time."""
        return _childs_lines(self.said_before)

    @property
    def others_lines(self) -> list[Line]:
        """What carers, parents and professionals say now, in that order; no observations."""
        others = [
            each
            for each in self.said
            if each.counts and not each.is_observation and each.person.job is not Job.CHILD
        ]
        others.sort(key=lambda each: (_ORDER.index(each.person.job), each.person.name))
        return [line for each in others for line in each.lines]

    def childs_part(
        self, *, came: Came | None = None, in_meeting: InMeeting | None = None
    ) -> ChildsPart:
        """All that is known of the child's part in the review."""
        childs = [each for each in self.said if each.person.person_id == self.child.child_id]
        return ChildsPart(
            born_on=self.child.born_on,
            on=self.review_on,
            lines=self.childs_lines,
            helped=[(each.id, each.shared_at) for each in childs if each.counts and each.helper],
            observed=[
                (each.id, each.shared_at)
                for each in self.said
                if each.counts and each.is_observation
            ],
            taken_back=[
                (each.id, each.withdrawn_at) for each in childs if each.withdrawn_at is not None
            ],
            came=came,
            in_meeting=in_meeting,
        )

    @property
    def review_on(self) -> date:
        """The day by which the child's age counts: over, else planned, else due or today."""
        if self.review.over_on:
            return self.review.over_on
        if self.review.meets_at:
            return today(self.review.meets_at)
        return max(self.review.due_by or self.on, self.on)

    @property
    def may_have_been_held(self) -> bool:
        """Whether the meeting's day has come, so that somebody can have come to it."""
        return (
            self.review.held_on is not None
            or self.review.stage not in BEFORE_THE_MEETING
            or (self.review.meets_at is not None and today(self.review.meets_at) <= self.on)
        )


def heard(
    session: Session, *, actor: Actor, review_id: UUID, permission: Permission, now: datetime
) -> Heard:
    """Everything that a review has heard; raises NotFound for whoever may not hear it."""
    review, others, codes = reviews_with_codes(session, review_id=review_id)
    on = today(now)
    around = children.around(session, child_ids=[review.child_id], on=on)[review.child_id]
    standing = around.standing_of(actor)
    glass_id = None
    if permission is Permission.READ_FOR_A_REASON:
        standing, glass_id = with_glass(session, actor=actor, is_now=standing, now=now)
    check(permission, actor, standing)
    earlier = _earlier(others, review)
    shared = contributions.shared_with_reviews(
        session,
        actor=actor,
        standing=standing,
        review_ids=[review.id],
        or_last_of=[each.id for each in earlier],
    )
    before = next((each for each in shared if each != review.id), None)
    named = people_in(each for those in shared.values() for each in those)
    known = _people(session, around, named | {code.by_id for code in codes.values()})
    return Heard(
        review=review,
        child=_child(around, standing),
        around=around,
        standing=standing,
        glass_id=glass_id,
        people=known,
        said=tuple(said(each, known) for each in shared.get(review.id, ())),
        said_before=tuple(said(each, known) for each in shared.get(before, ())) if before else (),
        earlier=earlier,
        codes=codes,
        on=on,
        now=now,
    )


def _childs_lines(those: tuple[Said, ...]) -> list[Line]:
    return [
        line
        for each in those
        if each.counts
        for line in each.lines
        if line.written_by is WrittenBy.CHILD
    ]


def _earlier(all_of_child: list[ReviewFacts], review: ReviewFacts) -> tuple[ReviewFacts, ...]:
    until = review.held_on or date.max
    return tuple(each for each in all_of_child if each.held_on is not None and each.held_on < until)


def _child(around: children.Around, standing: Standing) -> HeardChild:
    return HeardChild(
        child_id=around.child.child_id,
        called=around.called,
        name=around.name,
        born_on=around.child.born_on,
        age=around.child.age,
        band=around.child.band,
        language=around.language,
        chair=around.chair,
        nation=around.nation,
        not_safe_since=around.not_safe_since if standing.is_reviewing_officer else None,
    )


def _people(session: Session, around: children.Around, wanted: set[UUID]) -> dict[UUID, Someone]:
    """The child, everybody around them today, and whoever else is wanted by name."""
    child_id = around.child.child_id
    known = {
        member.person_id: Someone(
            person_id=member.person_id,
            name=member.name,
            called=member.called,
            job=member.job,
            kind=member.kind,
        )
        for member in around.circle
    }
    known[child_id] = Someone(
        person_id=child_id,
        name=around.name,
        called=around.called,
        job=Job.CHILD,
        kind="child",
    )
    gone = wanted - known.keys()
    if gone:
        for person in people.people(session, person_ids=list(gone)).values():
            known[person.id] = Someone(
                person_id=person.id,
                name=person.name,
                called=person.called,
                job=person.job,
                kind=None,
            )
    return known
