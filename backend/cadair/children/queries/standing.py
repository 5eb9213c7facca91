"""What the one who asks is to a child today: the facts that the access policy judges by."""

from datetime import date
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Standing
from cadair.children.models import Allocation, Child, Relationship
from cadair.foundation.errors import NotFound


def standing(session: Session, *, actor: Actor, child_id: UUID, on: date) -> Standing:
    """What the actor is to the child on that day, in one statement; raises NotFound."""
    rows = session.execute(
        select(Child.person_id, Relationship.kind, Allocation.officer_id)
        .outerjoin(
            Relationship,
            and_(
                Relationship.child_id == Child.person_id,
                Relationship.person_id == actor.person_id,
                Relationship.from_on <= on,
                or_(Relationship.until_on.is_(None), Relationship.until_on >= on),
            ),
        )
        .outerjoin(
            Allocation,
            and_(
                Allocation.child_id == Child.person_id,
                Allocation.officer_id == actor.person_id,
                Allocation.from_on <= on,
                or_(Allocation.until_on.is_(None), Allocation.until_on >= on),
            ),
        )
        .where(Child.person_id == child_id)
    ).all()
    if not rows:
        raise NotFound
    kinds = frozenset(row.kind.value for row in rows if row.kind is not None)
    return Standing(
        child_id=child_id,
        is_self=actor.person_id == child_id,
        is_in_circle=bool(kinds),
        relationship_kinds=kinds,
        is_reviewing_officer=any(row.officer_id is not None for row in rows),
        is_manager=actor.job is Job.SERVICE_MANAGER,
    )
