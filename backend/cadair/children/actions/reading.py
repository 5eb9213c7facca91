"""Opening a child's circle and vault: each look leaves its trace in the trail."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children import queries
from cadair.children.queries.circle_page import CirclePage, WaitingProposal
from cadair.children.queries.vault import ProtectedFacts
from cadair.foundation.clock import today


def read_circle(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> CirclePage:
    """A child's circle and its walls; raises NotFound for whoever may not see them."""
    page = queries.circle_page(session, actor=actor, child_id=child_id, on=today(now))
    audit.note(session, actor=actor, event="child.circle_read", child_id=child_id, now=now)
    return page


def read_waiting_proposals(
    session: Session, *, actor: Actor, now: datetime
) -> list[WaitingProposal]:
    """The proposals to lower a wall that wait for this officer's or manager's answer."""
    found = queries.waiting_for(session, actor=actor, on=today(now))
    audit.note_many(
        session,
        actor=actor,
        event="child.wall_proposal_read",
        subjects=[(one.told.proposal.child_id, one.told.proposal.id, {}) for one in found],
        now=now,
    )
    return found


def read_protected_facts(
    session: Session, *, actor: Actor, child_id: UUID, now: datetime
) -> ProtectedFacts:
    """Where a child lives, and what else the vault keeps; raises NotFound."""
    facts = queries.protected_facts(session, actor=actor, child_id=child_id, on=today(now))
    audit.note(session, actor=actor, event="child.protected_facts_read", child_id=child_id, now=now)
    return facts
