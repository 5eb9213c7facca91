"""Somebody joins a child's circle, or leaves it: said by the reviewing officer."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries
from cadair.children.actions.circle import NewRelationship, relate
from cadair.children.models import OpenedWall, Relationship, Told, WallProposal
from cadair.children.rules.joining import JOB_OF
from cadair.children.rules.kinds import RelationshipKind
from cadair.children.rules.walls import Outcome
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, NotFound, Refusal
from cadair.people import actions as people
from cadair.people import queries as people_queries


class PersonAlreadyThere(Refusal):
    """There is somebody with this id, and it is not who was told: the device makes a new one."""

    code = "person_already_there"
    status = 409


def add_to_circle(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    name: str,
    kind: RelationshipKind,
    parental_responsibility: bool,
    language: str,
    now: datetime,
) -> None:
    """Add a person whom Cadair does not know yet to a child's circle, walled from everybody in it.

    The device makes the id: sending the same again is the same as once.
    """
    _check(session, actor, child_id, now)
    if kind not in JOB_OF:
        raise BadInput(fields={"kind": ["not_valid"]})
    if person_id in queries.walls(session, child_id=child_id, on=today(now)).members:
        if people_queries.person(session, person_id=person_id).name != name.strip():
            raise PersonAlreadyThere
        return
    try:
        people.add_person(
            session, person_id=person_id, job=JOB_OF[kind], name=name, language=language
        )
    except IntegrityError as conflict:
        raise PersonAlreadyThere from conflict
    relate(
        session,
        actor=actor,
        relationship=NewRelationship(
            child_id=child_id,
            person_id=person_id,
            kind=kind,
            parental_responsibility=parental_responsibility,
        ),
        now=now,
    )


def end_in_circle(
    session: Session, *, actor: Actor, child_id: UUID, person_id: UUID, now: datetime
) -> None:
    """Somebody is not in the child's circle any more, from the next request on.

    Whatever was opened to them is closed, so that it is not open should they come back.
    """
    _check(session, actor, child_id, now)
    on = today(now)
    held = session.scalars(
        select(Relationship).where(
            Relationship.child_id == child_id,
            Relationship.person_id == person_id,
            Relationship.from_on <= on,
            or_(Relationship.until_on.is_(None), Relationship.until_on >= on),
        )
    ).all()
    if not held:
        raise NotFound
    for row in held:
        if row.from_on == on:
            session.delete(row)  # it was not so on any day before; the trail keeps that it was said
        else:
            row.until_on = on - timedelta(days=1)
    _close_all_to(session, actor, child_id, person_id, now)
    session.flush()
    audit.note(
        session,
        actor=actor,
        event="child.relationship",
        child_id=child_id,
        subject_id=person_id,
        facts={"kinds": sorted(row.kind.value for row in held), "what": "ended"},
        now=now,
    )


def _close_all_to(
    session: Session, actor: Actor, child_id: UUID, person_id: UUID, now: datetime
) -> None:
    session.execute(
        delete(OpenedWall).where(
            OpenedWall.child_id == child_id,
            or_(OpenedWall.one_id == person_id, OpenedWall.other_id == person_id),
        )
    )
    session.execute(
        update(WallProposal)
        .where(
            WallProposal.child_id == child_id,
            or_(WallProposal.one_id == person_id, WallProposal.other_id == person_id),
            WallProposal.outcome.is_(None),
        )
        .values(outcome=Outcome.OVERTAKEN, decided_by_id=actor.person_id, decided_at=now)
    )
    session.execute(delete(Told).where(Told.child_id == child_id, Told.person_id == person_id))


def _check(session: Session, actor: Actor, child_id: UUID, now: datetime) -> None:
    standing = queries.standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.CHANGE_CIRCLE, actor, standing)
