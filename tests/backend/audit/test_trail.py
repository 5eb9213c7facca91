"""The trail: chained in order, and any change of it shows."""

from uuid import uuid4

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.audit import queries
from cadair.audit.models import AuditEvent, AuditLink
from cadair.foundation.clock import now
from cadair.people import actions as people
from cadair.people.models import Nation


@pytest.fixture
def trail(app, session: Session) -> Session:
    """A council with twelve events in its trail, chained in two sweeps."""
    council = people.add_council(
        session, keyring=app.extensions["cadair.keyring"], name="Northmoor", nation=Nation.WALES
    )
    actor = the_service(council)
    for count in (5, 7):
        for number in range(count):
            audit.note(session, actor=actor, event="child.read", child_id=uuid4(), now=now(),
                       facts={"number": number})  # fmt: skip
        assert audit.chain(session) == count
    session.commit()
    return session


def test_an_untouched_trail_holds(trail):
    assert queries.first_broken_link(trail) is None
    assert audit.chain(trail) == 0


def test_a_trail_is_never_changed_by_the_application(trail):
    for statement in (update(AuditEvent).values(event="child.seen"), delete(AuditEvent)):
        with pytest.raises(DatabaseError), trail.begin_nested():
            trail.execute(statement)


def test_a_link_that_no_longer_fits_is_named(trail):
    digests = trail.scalars(select(AuditLink.digest).order_by(AuditLink.number)).all()
    assert len(set(digests)) == 12
    events = trail.execute(
        select(AuditEvent, AuditLink.number).join(AuditLink, AuditLink.event_id == AuditEvent.id)
    ).all()
    event = next(event for event, number in events if number == 8)
    trail.expunge(event)
    # Somebody with the database in their hands changes one event behind the application's back.
    if not _guards_can_be_taken_away(trail):
        return
    trail.execute(update(AuditEvent).where(AuditEvent.id == event.id).values(facts={"number": 99}))
    trail.expire_all()
    assert queries.first_broken_link(trail) == 8
    trail.rollback()


def test_a_missing_event_is_named(trail):
    if not _guards_can_be_taken_away(trail):
        return
    last = trail.scalar(select(AuditLink.event_id).where(AuditLink.number == 12))
    trail.execute(delete(AuditEvent).where(AuditEvent.id == last))
    assert queries.first_broken_link(trail) == 12
    trail.rollback()


def _guards_can_be_taken_away(session: Session) -> bool:
    """On SQLite whoever has the file can; on PostgreSQL the application's own role cannot."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        for verb in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER audit_event_no_{verb}")
        return True
    with pytest.raises(DatabaseError, match="must be owner"):
        connection.exec_driver_sql("ALTER TABLE audit_event DISABLE TRIGGER USER")
    session.rollback()
    return False
