"""All that a release from one review stands on: its people, the walls between them, what was said.

For a reviewing officer of the child alone; what a recipient sees is never built from here but by
the rules of passing and rendering.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, Standing, check
from cadair.children import queries as children
from cadair.children.rules.kinds import ProtectedKind
from cadair.contributions import queries as contributions
from cadair.contributions.queries import SharedContribution
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.messages.queries.between import SaidBetween, said_between
from cadair.people import queries as people
from cadair.record.queries.guarding import Guarded, source_of
from cadair.record.queries.said import Someone, people_in, said
from cadair.record.rules.lines import Line
from cadair.record.rules.passing import Recipient, Source
from cadair.record.rules.releasing import is_split
from cadair.reviews import queries as reviews
from cadair.reviews.queries import ReviewFacts

CHILD = "child"


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """One review, from which something might be given to its people."""

    review: ReviewFacts
    standing: Standing
    officer: Someone  # in whose name it is given
    people: Mapping[UUID, Someone]  # the child, their circle, and whoever else said something
    walls: children.Walls
    takes_part: reviews.TakingPart
    shared: tuple[SharedContribution, ...]  # with this review and every earlier one
    between: tuple[SaidBetween, ...]  # in every conversation with an officer
    facts: tuple[tuple[ProtectedKind, str], ...]  # all that the vault ever held
    council: str
    key: bytes

    @property
    def child(self) -> Someone:
        """The child whose review it is."""
        return self.people[self.review.child_id]

    @property
    def guarded(self) -> Guarded:
        """What the guard is told of."""
        return Guarded(
            child_id=self.review.child_id,
            council=self.council,
            people=self.people,
            walls=self.walls,
            shared=self.shared,
            between=self.between,
            facts=self.facts,
        )

    @property
    def recipients(self) -> list[Someone]:
        """The child, then everybody who takes part and is around the child today, by name."""
        others = (self.takes_part.people & self.walls.members.keys()) - {self.review.child_id}
        found = [self.people[person_id] for person_id in others]
        return [self.child, *sorted(found, key=lambda one: (one.name, str(one.person_id)))]

    @property
    def is_split(self) -> bool:
        """Whether a release needs a second person."""
        return is_split(
            self.takes_part.people & self.walls.members.keys(),
            parts=self.takes_part.parts,
            walled=self.walls.stands,
        )

    def recipient(self, person_id: UUID) -> Recipient:
        """One of the recipients; raises NotFound."""
        if all(one.person_id != person_id for one in self.recipients):
            raise NotFound
        return recipient_among(self.walls, person_id, child_id=self.review.child_id)

    def lines(self) -> list[tuple[Source, Line]]:
        """Every answer of this review, with what decides to whom it may pass."""
        return [
            (source_of(shared, answer), line)
            for shared in self.shared
            if shared.review_id == self.review.id
            for answer, line in zip(shared.answers, said(shared, self.people).lines, strict=True)
        ]


def recipient_among(walls: children.Walls, person_id: UUID, *, child_id: UUID) -> Recipient:
    """Somebody to whom words may go, and what they are to the child."""
    member = walls.members.get(person_id)
    return Recipient(
        person_id=person_id,
        is_child=person_id == child_id,
        is_in_circle=member is not None,
        is_social_worker=member is not None and "social_worker" in member.kinds,
    )


def guarded(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> Guarded:
    """What the guard is told of when an officer writes to somebody around the child.

    Raises NotFound for all but the child's officer.
    """
    on = today(now)
    standing = children.standing(session, actor=actor, child_id=child_id, on=on)
    check(Permission.WRITE_AS_OFFICER, actor, standing)
    around = children.around(session, child_ids=[child_id], on=on)[child_id]
    shared = _everything_shared(session, actor, standing, child_id)
    between = _between(session, actor, standing, child_id)
    return Guarded(
        child_id=child_id,
        council=people.council(session, council_id=council_of(session)).name,
        people=_people(session, around, _authors(shared, between)),
        walls=children.walls(session, child_id=child_id, on=on),
        shared=shared,
        between=between,
        facts=_facts(session, actor, child_id, on),
    )


def sharing(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Sharing:
    """What a release from this review stands on; raises NotFound for all but its officer."""
    review = reviews.review_of(session, review_id=review_id)
    on = today(now)
    standing = children.standing(session, actor=actor, child_id=review.child_id, on=on)
    check(Permission.RELEASE, actor, standing)
    around = children.around(session, child_ids=[review.child_id], on=on)[review.child_id]
    shared = _everything_shared(session, actor, standing, review.child_id, review.id)
    between = _between(session, actor, standing, review.child_id)
    known = _people(session, around, _authors(shared, between))
    assert actor.person_id is not None  # the policy lets nobody through but an officer
    return Sharing(
        review=review,
        standing=standing,
        officer=known[actor.person_id],
        people=known,
        walls=children.walls(session, child_id=review.child_id, on=on),
        takes_part=reviews.taking_part(session, review_id=review_id),
        shared=shared,
        between=between,
        facts=_facts(session, actor, review.child_id, on),
        council=people.council(session, council_id=council_of(session)).name,
        key=children.sealing_key(session, child_id=review.child_id),
    )


def _everything_shared(
    session: Session, actor: Actor, standing: Standing, child_id: UUID, *review_ids: UUID
) -> tuple[SharedContribution, ...]:
    every = reviews.reviews_of_child(session, child_id=child_id)
    by_review = contributions.shared_with_reviews(
        session,
        actor=actor,
        standing=standing,
        review_ids={*review_ids, *(each.id for each in every)},
    )
    return tuple(each for those in by_review.values() for each in those)


def _between(
    session: Session, actor: Actor, standing: Standing, child_id: UUID
) -> tuple[SaidBetween, ...]:
    return tuple(said_between(session, actor=actor, standing=standing, child_id=child_id))


def _authors(shared: Sequence[SharedContribution], between: Sequence[SaidBetween]) -> set[UUID]:
    return people_in(shared) | {each.author_id for each in between}


def _facts(
    session: Session, actor: Actor, child_id: UUID, on: date
) -> tuple[tuple[ProtectedKind, str], ...]:
    return tuple(children.facts_over_time(session, actor=actor, child_id=child_id, on=on))


def _people(session: Session, around: children.Around, wanted: set[UUID]) -> dict[UUID, Someone]:
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
        person_id=child_id, name=around.name, called=around.called, job=Job.CHILD, kind=CHILD
    )
    for person in people.people(session, person_ids=list(wanted - known.keys())).values():
        known[person.id] = Someone(
            person_id=person.id,
            name=person.name,
            called=person.called,
            job=person.job,
            kind=None,
        )
    return known
