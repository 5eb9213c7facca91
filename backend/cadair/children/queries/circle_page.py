"""A child's whole circle for those who keep it: who, what they may know, and every wall in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.children.queries.around import around
from cadair.children.queries.circle import COVERS, REVIEWING_OFFICER, CircleMember
from cadair.children.queries.standing import standing
from cadair.children.queries.walls import (
    Proposal,
    Walls,
    proposals,
    waiting_proposals,
    walls,
)
from cadair.children.rules.knowing import Knowable, known_by_kind
from cadair.children.rules.walls import LOWERED_BY, Pair
from cadair.people import queries as people


@dataclass(frozen=True, slots=True, kw_only=True)
class InCirclePage:
    """One person of the circle."""

    member: CircleMember
    kinds: tuple[str, ...]  # all that they are to the child; the officers' kind alone
    has_signed_in: bool
    since_on: date | None  # None for an officer
    knows: tuple[Knowable, ...]  # in their order
    knows_anyway: tuple[Knowable, ...]  # by what they are: it cannot be taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldProposal:
    """One proposal to lower a wall, and what the one who asks can do about it."""

    proposal: Proposal
    proposed_by: str
    decided_by: str | None
    may_answer: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WallBetween:
    """Two people of the circle, and whether a wall stands between them."""

    one_id: UUID
    other_id: UUID
    stands: bool
    lowered_at: datetime | None
    waiting: ToldProposal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CirclePage:
    """Everything about one child's circle."""

    child_id: UUID
    name: str
    called: str
    chair: dict[str, str] | None
    may_change: bool  # add and end, let know, look as another: the reviewing officer
    people: tuple[InCirclePage, ...]
    walls: tuple[WallBetween, ...]
    decided: tuple[ToldProposal, ...]  # the newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingProposal:
    """A proposal that waits for the one who asks, with the names that it is about."""

    told: ToldProposal
    child_name: str
    one_name: str
    other_name: str


def circle_page(session: Session, *, actor: Actor, child_id: UUID, on: date) -> CirclePage:
    """One child's circle; raises NotFound for whoever may not see it."""
    is_now = standing(session, actor=actor, child_id=child_id, on=on)
    check(Permission.SEE_CIRCLE, actor, is_now)
    child = around(session, child_ids=[child_id], on=on)[child_id]
    those = walls(session, child_id=child_id, on=on)
    told = _told(session, actor, proposals(session, child_id=child_id))
    signed_in = people.has_signed_in(
        session, person_ids=[member.person_id for member in child.circle]
    )
    return CirclePage(
        child_id=child_id,
        name=child.name,
        called=child.called,
        chair=child.chair,
        may_change=is_now.is_reviewing_officer,
        people=tuple(_person(member, those, signed_in) for member in child.circle),
        walls=_walls(those, told, [member.person_id for member in child.circle]),
        decided=tuple(one for one in told if one.proposal.outcome is not None),
    )


def waiting_for(session: Session, *, actor: Actor, on: date) -> list[WaitingProposal]:
    """What waits for this officer or manager to agree to: the other one's proposals."""
    check(Permission.SEE_WALL_PROPOSALS, actor)
    (proposed_by,) = LOWERED_BY - {actor.job}
    mine = actor.person_id if actor.job is Job.REVIEWING_OFFICER else None
    waiting = waiting_proposals(session, proposed_by=proposed_by, officer_id=mine, on=on)
    told = _told(session, actor, waiting)
    those = [one.proposal for one in told]
    named = people.people(
        session,
        person_ids=list(
            {each for one in those for each in (one.child_id, one.one_id, one.other_id)}
        ),
    )
    return [
        WaitingProposal(
            told=one,
            child_name=named[one.proposal.child_id].name,
            one_name=named[one.proposal.one_id].name,
            other_name=named[one.proposal.other_id].name,
        )
        for one in told
    ]


def _person(member: CircleMember, those: Walls, signed_in: set[UUID]) -> InCirclePage:
    found = those.members.get(member.person_id)
    anyway = known_by_kind(found.kinds) if found else frozenset(Knowable)
    knows = found.knows if found else frozenset(Knowable)
    return InCirclePage(
        member=member,
        kinds=tuple(sorted(found.kinds)) if found else (member.kind,),
        has_signed_in=member.person_id in signed_in,
        since_on=found.joined_on
        if found and member.kind not in (REVIEWING_OFFICER, COVERS)
        else None,
        knows=tuple(what for what in Knowable if what in knows),
        knows_anyway=tuple(what for what in Knowable if what in anyway),
    )


def _walls(those: Walls, told: list[ToldProposal], in_order: list[UUID]) -> tuple[WallBetween, ...]:
    waiting: dict[Pair, ToldProposal] = {
        (one.proposal.one_id, one.proposal.other_id): one
        for one in told
        if one.proposal.outcome is None
    }
    place = {person_id: number for number, person_id in enumerate(in_order)}
    found = []
    for pair in those.pairs():
        one_id, other_id = sorted(pair, key=lambda person_id: place.get(person_id, len(place)))
        found.append(
            WallBetween(
                one_id=one_id,
                other_id=other_id,
                stands=those.stands(*pair),
                lowered_at=those.open.get(pair),
                waiting=waiting.get(pair),
            )
        )
    return tuple(
        sorted(
            found,
            key=lambda wall: (place.get(wall.one_id, 0), place.get(wall.other_id, 0)),
        )
    )


def _told(session: Session, actor: Actor, those: list[Proposal]) -> list[ToldProposal]:
    ids = {one.proposed_by_id for one in those} | {
        one.decided_by_id for one in those if one.decided_by_id
    }
    named: Mapping[UUID, people.PersonFacts] = people.people(session, person_ids=list(ids))
    return [_told_one(one, actor, named) for one in those]


def _told_one(
    one: Proposal, actor: Actor, named: Mapping[UUID, people.PersonFacts]
) -> ToldProposal:
    waits = one.outcome is None
    mine = one.proposed_by_id == actor.person_id
    return ToldProposal(
        proposal=one,
        proposed_by=named[one.proposed_by_id].name,
        decided_by=named[one.decided_by_id].name if one.decided_by_id else None,
        may_answer=waits and not mine and {actor.job, one.proposed_by_job} == LOWERED_BY,
        may_withdraw=waits and mine,
    )
