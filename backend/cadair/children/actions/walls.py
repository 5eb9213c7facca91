"""The walls of a child's circle: raised by one at once, lowered by two together."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries
from cadair.children.models import OpenedWall, WallProposal
from cadair.children.queries.walls import Walls, place_of_reason
from cadair.children.rules.walls import (
    AlreadyProposed,
    Outcome,
    Pair,
    ProposalDecided,
    Proposed,
    WallIsLowered,
    check_may_answer,
    check_may_withdraw,
    pair_of,
)
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import seal, unseal


def raise_wall(
    session: Session, *, actor: Actor, child_id: UUID, one_id: UUID, other_id: UUID, now: datetime
) -> None:
    """Put the wall between two people back: it holds from the next request on.

    What was proposed about it meanwhile is overtaken, so that no older answer lowers it again.
    """
    _check(session, Permission.RAISE_WALL, actor, child_id, now)
    pair = pair_of(one_id, other_id)
    if not set(pair) <= queries.walls(session, child_id=child_id, on=today(now)).members.keys():
        raise NotFound
    was_open = session.execute(
        delete(OpenedWall)
        .where(
            OpenedWall.child_id == child_id,
            OpenedWall.one_id == pair[0],
            OpenedWall.other_id == pair[1],
        )
        .returning(OpenedWall.id)
    ).all()
    overtaken = session.scalars(
        update(WallProposal)
        .where(
            WallProposal.child_id == child_id,
            WallProposal.one_id == pair[0],
            WallProposal.other_id == pair[1],
            WallProposal.outcome.is_(None),
        )
        .values(outcome=Outcome.OVERTAKEN, decided_by_id=actor.person_id, decided_at=now)
        .returning(WallProposal.id)
    ).all()
    if was_open or overtaken:
        _note(session, actor, "raised", child_id, pair, overtaken[0] if overtaken else None, now)


def propose_lowering(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    proposal_id: UUID,
    one_id: UUID,
    other_id: UUID,
    reason: str,
    now: datetime,
) -> None:
    """Ask for a wall to be lowered, with a reason; nothing changes until another has agreed.

    The device makes the id: sending the same again is the same as once.
    """
    _check(session, Permission.LOWER_WALL, actor, child_id, now)
    pair = pair_of(one_id, other_id)
    circle = queries.walls(session, child_id=child_id, on=today(now))
    if not set(pair) <= circle.members.keys():
        raise NotFound
    key = queries.sealing_key(session, child_id=child_id)
    before = session.get(WallProposal, proposal_id)
    if before is not None:
        _check_is_the_same(before, actor, child_id, pair, reason, key)
        return
    if not circle.stands(*pair):
        raise WallIsLowered
    _add_proposal(
        session,
        WallProposal(
            id=proposal_id,
            child_id=child_id,
            one_id=pair[0],
            other_id=pair[1],
            reason=seal(key, reason, place_of_reason(proposal_id)),
            proposed_by_id=actor.person_id,
            proposed_by_job=actor.job,
            proposed_at=now,
        ),
    )
    _note(session, actor, "lowering_proposed", child_id, pair, proposal_id, now)


def answer_proposal(
    session: Session, *, actor: Actor, proposal_id: UUID, agrees: bool, now: datetime
) -> None:
    """Agree to lower a wall that somebody else proposed to lower, or refuse."""
    row = _proposal(session, actor, proposal_id, now)
    check_may_answer(_as_proposed(row), actor)
    pair = (row.one_id, row.other_id)
    _decide(session, row, Outcome.AGREED if agrees else Outcome.REFUSED, actor, now)
    if agrees:
        circle = queries.walls(session, child_id=row.child_id, on=today(now))
        _lower(session, actor, circle, row.child_id, pair, now)
    told = "lowered" if agrees else "lowering_refused"
    _note(session, actor, told, row.child_id, pair, proposal_id, now)


def withdraw_proposal(session: Session, *, actor: Actor, proposal_id: UUID, now: datetime) -> None:
    """Take back one's own proposal to lower a wall; it stays on record."""
    row = _proposal(session, actor, proposal_id, now)
    check_may_withdraw(_as_proposed(row), actor)
    _decide(session, row, Outcome.WITHDRAWN, actor, now)
    pair = (row.one_id, row.other_id)
    _note(session, actor, "lowering_withdrawn", row.child_id, pair, proposal_id, now)


def _lower(
    session: Session, actor: Actor, circle: Walls, child_id: UUID, pair: Pair, now: datetime
) -> None:
    """Open the wall anew: an opening from before one of the two left counts no more."""
    if not set(pair) <= circle.members.keys():
        raise NotFound
    session.execute(
        delete(OpenedWall).where(
            OpenedWall.child_id == child_id,
            OpenedWall.one_id == pair[0],
            OpenedWall.other_id == pair[1],
        )
    )
    session.add(
        OpenedWall(
            id=uuid4(),
            child_id=child_id,
            one_id=pair[0],
            other_id=pair[1],
            opened_at=now,
            opened_by_id=actor.person_id,
        )
    )
    session.flush()


def _check(
    session: Session, permission: Permission, actor: Actor, child_id: UUID, now: datetime
) -> None:
    standing = queries.standing(session, actor=actor, child_id=child_id, on=today(now))
    check(permission, actor, standing)


def _proposal(session: Session, actor: Actor, proposal_id: UUID, now: datetime) -> WallProposal:
    row = session.get(WallProposal, proposal_id)
    if row is None or row.council_id != council_of(session):
        raise NotFound
    _check(session, Permission.LOWER_WALL, actor, row.child_id, now)
    return row


def _as_proposed(row: WallProposal) -> Proposed:
    return Proposed(by_id=row.proposed_by_id, by_job=row.proposed_by_job, outcome=row.outcome)


def _check_is_the_same(
    row: WallProposal, actor: Actor, child_id: UUID, pair: Pair, reason: str, key: bytes
) -> None:
    said = (row.child_id, row.one_id, row.other_id, row.proposed_by_id)
    if said != (child_id, *pair, actor.person_id):
        raise NotFound
    if unseal(key, row.reason, place_of_reason(row.id)) != reason:
        raise AlreadyProposed


def _add_proposal(session: Session, row: WallProposal) -> None:
    waits = select(WallProposal.id).where(
        WallProposal.child_id == row.child_id,
        WallProposal.one_id == row.one_id,
        WallProposal.other_id == row.other_id,
        WallProposal.outcome.is_(None),
    )
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError as conflict:
        if session.scalar(waits) is None:
            raise NotFound from conflict  # another council's id, as unseen as one of this council
        raise AlreadyProposed from conflict


def _decide(
    session: Session, row: WallProposal, outcome: Outcome, actor: Actor, now: datetime
) -> None:
    """Only one of two who decide at the same moment does."""
    decided = session.execute(
        update(WallProposal)
        .where(WallProposal.id == row.id, WallProposal.outcome.is_(None))
        .values(outcome=outcome, decided_by_id=actor.person_id, decided_at=now)
        .returning(WallProposal.id)
    ).one_or_none()
    if decided is None:
        raise ProposalDecided


def _note(
    session: Session,
    actor: Actor,
    what: str,
    child_id: UUID,
    pair: Pair,
    proposal_id: UUID | None,
    now: datetime,
) -> None:
    session.flush()
    audit.note(
        session,
        actor=actor,
        event=f"child.wall_{what}",
        child_id=child_id,
        subject_id=proposal_id,
        facts={"between": [str(person_id) for person_id in pair]},
        now=now,
    )
