"""The trail: chained in order, never changed by the application."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.audit import queries
from cadair.audit.models import AuditEvent, AuditLink
from cadair.audit.rules import FIRST_DIGEST, digest
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


def test_every_event_is_chained_once_and_to_the_one_before_it(trail):
    assert audit.chain(trail) == 0
    before = FIRST_DIGEST
    rows = trail.execute(
        select(AuditLink.number, AuditLink.digest, AuditEvent)
        .join(AuditEvent, AuditEvent.id == AuditLink.event_id)
        .order_by(AuditLink.number)
    ).all()
    assert [row.number for row in rows] == list(range(1, 13))
    for _, kept, event in rows:
        before = digest(before, queries.as_facts(event))
        assert before == kept
    assert queries.head(trail) == queries.Head(number=12, digest=before)


def test_an_event_that_comes_in_late_is_chained_and_one_far_too_late_is_not(trail):
    council = trail.info["council_id"]
    for late, chained in ((timedelta(hours=5), 1), (timedelta(days=8), 0)):
        audit.note(trail, actor=the_service(council), event="late", now=now() - late)
        assert audit.chain(trail) == chained


def test_a_trail_is_never_changed_by_the_application(trail):
    for statement in (
        update(AuditEvent).values(event="child.seen"),
        delete(AuditEvent),
        update(AuditLink).values(digest=b""),
        delete(AuditLink),
    ):
        with pytest.raises(DatabaseError), trail.begin_nested():
            trail.execute(statement)


def test_a_trail_is_not_written_over_either(request, trail):
    if request.config.getoption("--database") != "sqlite":
        with pytest.raises(DatabaseError, match="never changed"), trail.begin_nested():
            trail.connection().execute(
                text(
                    "INSERT INTO audit_link SELECT * FROM audit_link WHERE number = 3 "
                    "ON CONFLICT (council_id, number) DO UPDATE SET digest = '\\x00'"
                )
            )
        return
    for table in ("audit_event", "audit_link"):
        with pytest.raises(DatabaseError, match="never changed"), trail.begin_nested():
            trail.connection().exec_driver_sql(
                f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"
            )


def test_the_guards_are_the_databases_own(request, trail):
    """On PostgreSQL the application's role cannot take them away; on SQLite the anchors tell."""
    if request.config.getoption("--database") == "sqlite":
        return
    for statement in ("ALTER TABLE audit_event DISABLE TRIGGER USER", "TRUNCATE audit_event"):
        with pytest.raises(DatabaseError), trail.begin_nested():
            trail.connection().exec_driver_sql(statement)
