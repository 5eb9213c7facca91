"""The walls in a child's circle: between whom one stands, and what was proposed about them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.children.models import Allocation, OpenedWall, Relationship, Told, WallProposal
from cadair.children.queries.keys import sealing_keys
from cadair.children.rules.knowing import Knowable, known_by_kind, may_be_named_to
from cadair.children.rules.walls import Outcome, Pair, is_open, pair_of, still_holds
from cadair.foundation import clock
from cadair.foundation.sealing import SealedColumn, unseal


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What somebody of the circle is to the child today, and since when without a break."""

    kinds: frozenset[str]
    joined_on: date
    told: frozenset[Knowable]  # on purpose, beyond what they know by what they are

    @property
    def knows(self) -> frozenset[Knowable]:
        """What they may know of where the child lives, and with whom."""
        return known_by_kind(self.kinds) | self.told


@dataclass(frozen=True, slots=True, kw_only=True)
class Walls:
    """A child's circle today without its officers, and the pairs between whom no wall stands."""

    members: Mapping[UUID, Member]
    open: Mapping[Pair, datetime]  # since when

    def stands(self, one_id: UUID, other_id: UUID) -> bool:
        """Whether a wall stands between the two; nobody is walled from themselves."""
        return one_id != other_id and pair_of(one_id, other_id) not in self.open

    def pairs(self) -> list[Pair]:
        """Every pair of the circle."""
        return [pair_of(one, other) for one, other in combinations(self.members, 2)]

    def knows(self, person_id: UUID | None) -> frozenset[Knowable]:
        """What this person may know; nothing for whoever is not in the circle."""
        member = self.members.get(person_id) if person_id else None
        return member.knows if member else frozenset()

    def named_to(self, person_id: UUID | None) -> frozenset[UUID]:
        """Those of the circle whom this person may be told of by name."""
        if person_id is None:
            return frozenset()
        return frozenset(
            other_id
            for other_id, other in self.members.items()
            if other_id != person_id
            and may_be_named_to(
                other.kinds,
                wall_is_open=not self.stands(person_id, other_id),
                knows=self.knows(person_id),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """That somebody would lower a wall; the reason is opened."""

    id: UUID
    child_id: UUID
    one_id: UUID
    other_id: UUID
    reason: str
    proposed_by_id: UUID
    proposed_by_job: Job
    proposed_at: datetime
    outcome: Outcome | None
    decided_by_id: UUID | None
    decided_at: datetime | None


def walls(session: Session, *, child_id: UUID, on: date) -> Walls:
    """The walls of one child's circle on that day."""
    return walls_of(session, child_ids=[child_id], on=on)[child_id]


def walls_of(session: Session, *, child_ids: Iterable[UUID], on: date) -> dict[UUID, Walls]:
    """The walls of many children's circles, in two statements."""
    wanted = list(child_ids)
    members = _members(session, wanted, on)
    opened: dict[UUID, dict[Pair, datetime]] = defaultdict(dict)
    for row in session.execute(
        select(
            OpenedWall.child_id, OpenedWall.one_id, OpenedWall.other_id, OpenedWall.opened_at
        ).where(OpenedWall.child_id.in_(wanted))
    ):
        joined_on = {who: member.joined_on for who, member in members[row.child_id].items()}
        pair = pair_of(row.one_id, row.other_id)
        if is_open(pair, opened_on=clock.today(row.opened_at), joined_on=joined_on):
            opened[row.child_id][pair] = row.opened_at
    return {
        child_id: Walls(members=members[child_id], open=opened[child_id]) for child_id in wanted
    }


def is_walled(session: Session, *, child_id: UUID, one_id: UUID, other_id: UUID, on: date) -> bool:
    """Whether a wall stands between two people of a child's circle: it does unless lowered."""
    return walls(session, child_id=child_id, on=on).stands(one_id, other_id)


def proposals(session: Session, *, child_id: UUID) -> list[Proposal]:
    """Everything that was ever proposed about a child's walls, the newest first."""
    return _proposals(session, [WallProposal.child_id == child_id])


def waiting_proposals(
    session: Session, *, proposed_by: Job, officer_id: UUID | None, on: date
) -> list[Proposal]:
    """Proposals by people with that job that wait for an answer, the oldest first.

    Of this officer's children, or of the whole council.
    """
    those = [WallProposal.outcome.is_(None), WallProposal.proposed_by_job == proposed_by]
    if officer_id is not None:
        theirs = select(Allocation.child_id).where(
            Allocation.officer_id == officer_id,
            Allocation.from_on <= on,
            or_(Allocation.until_on.is_(None), Allocation.until_on >= on),
        )
        those.append(WallProposal.child_id.in_(theirs))
    return _proposals(session, those)[::-1]


def place_of_reason(proposal_id: UUID) -> str:
    """What the reason of a proposal is sealed to."""
    return f"wall_proposal|reason|{proposal_id}"


def _proposals(session: Session, those: list[ColumnElement[bool]]) -> list[Proposal]:
    rows = session.scalars(
        select(WallProposal).where(*those).order_by(WallProposal.proposed_at.desc())
    ).all()
    keys = sealing_keys(session, child_ids={row.child_id for row in rows})
    return [
        Proposal(
            id=row.id,
            child_id=row.child_id,
            one_id=row.one_id,
            other_id=row.other_id,
            reason=unseal(keys[row.child_id], row.reason, place_of_reason(row.id)),
            proposed_by_id=row.proposed_by_id,
            proposed_by_job=row.proposed_by_job,
            proposed_at=row.proposed_at,
            outcome=row.outcome,
            decided_by_id=row.decided_by_id,
            decided_at=row.decided_at,
        )
        for row in rows
    ]


def _members(session: Session, child_ids: list[UUID], on: date) -> dict[UUID, dict[UUID, Member]]:
    found: dict[UUID, dict[UUID, Member]] = {child_id: {} for child_id in child_ids}
    for row in session.execute(
        select(
            Relationship.child_id,
            Relationship.person_id,
            Relationship.kind,
            Relationship.from_on,
            Told.what,
            Told.told_at,
        )
        .outerjoin(
            Told,
            and_(Told.child_id == Relationship.child_id, Told.person_id == Relationship.person_id),
        )
        .where(
            Relationship.child_id.in_(child_ids),
            Relationship.from_on <= on,
            or_(Relationship.until_on.is_(None), Relationship.until_on >= on),
        )
        .order_by(Relationship.from_on)
    ):
        before = found[row.child_id].get(row.person_id)
        joined_on = before.joined_on if before else row.from_on
        told = frozenset[Knowable]()
        if row.what and still_holds(clock.today(row.told_at), joined_on=joined_on):
            told = frozenset({row.what})
        found[row.child_id][row.person_id] = Member(
            kinds=frozenset({row.kind.value}) | (before.kinds if before else frozenset()),
            joined_on=joined_on,
            told=told | (before.told if before else frozenset()),
        )
    return found


SEALED: Final = (
    SealedColumn(
        name="wall_proposal.reason",
        child="wall_proposal.child_id",
        place=lambda row: place_of_reason(row["id"]),
    ),
)
