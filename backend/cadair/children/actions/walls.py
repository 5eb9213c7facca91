"""The walls between the people of a child's circle: opened and closed on purpose only."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children.models import OpenedWall


def open_wall(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    one_id: UUID,
    other_id: UUID,
    now: datetime,
) -> None:
    """Let things pass between two people of a child's circle, as far as a person releases them."""
    first, second = sorted((one_id, other_id))
    if _opened(session, child_id, first, second) is None:
        session.add(
            OpenedWall(
                id=uuid4(),
                child_id=child_id,
                one_id=first,
                other_id=second,
                opened_at=now,
                opened_by_id=actor.person_id,
            )
        )
        _note_wall(session, actor, child_id, (first, second), "opened", now)


def close_wall(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    one_id: UUID,
    other_id: UUID,
    now: datetime,
) -> None:
    """Put the wall between two people of a child's circle back."""
    first, second = sorted((one_id, other_id))
    opened = _opened(session, child_id, first, second)
    if opened is not None:
        session.delete(opened)
        _note_wall(session, actor, child_id, (first, second), "closed", now)


def _opened(session: Session, child_id: UUID, first: UUID, second: UUID) -> OpenedWall | None:
    return session.scalar(
        select(OpenedWall).where(
            OpenedWall.child_id == child_id,
            OpenedWall.one_id == first,
            OpenedWall.other_id == second,
        )
    )


def _note_wall(
    session: Session,
    actor: Actor,
    child_id: UUID,
    pair: tuple[UUID, UUID],
    what: str,
    now: datetime,
) -> None:
    session.flush()
    audit.note(
        session,
        actor=actor,
        event=f"child.wall_{what}",
        child_id=child_id,
        facts={"between": [str(person_id) for person_id in pair]},
        now=now,
    )
