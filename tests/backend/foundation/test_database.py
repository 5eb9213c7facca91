"""The wall between councils, and the settings under which nothing acknowledged is lost."""

import sqlite3
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.foundation.database import Unscoped, add_rows, beyond_councils, scope_to
from cadair.people import actions as people
from cadair.people.models import Nation, Person


@pytest.fixture
def two(app, session: Session) -> tuple[UUID, UUID]:
    """Two councils with one person each; the session belongs to neither."""
    ids = []
    for name in ("Northmoor", "Eastdale"):
        council = people.add_council(
            session,
            keyring=app.extensions["cadair.keyring"],
            name=name,
            nation=Nation.ENGLAND,
        )
        people.add_person(session, person_id=uuid4(), job=Job.CHILD, name=f"Child of {name}")
        ids.append(council)
    session.commit()
    session.expunge_all()
    session.info.clear()
    return ids[0], ids[1]


def test_a_session_meets_only_its_own_council(session, two):
    scope_to(session, two[0])
    assert session.scalars(select(Person.name)).all() == ["Child of Northmoor"]
    session.execute(update(Person).values(name="Changed"))
    with beyond_councils(session):
        names = session.scalars(select(Person.name).order_by(Person.name)).all()
    assert names == ["Changed", "Child of Eastdale"]


def test_deleting_stays_inside_the_council(session, two):
    scope_to(session, two[0])
    session.execute(delete(Person))
    with beyond_councils(session):
        assert session.scalars(select(Person.name)).all() == ["Child of Eastdale"]


def test_a_person_of_another_council_is_not_found_by_id(session, two):
    with beyond_councils(session):
        theirs = session.scalar(select(Person.id).where(Person.council_id == two[1]))
    session.expunge_all()
    scope_to(session, two[0])
    assert session.get(Person, theirs) is None


def test_nothing_is_asked_before_the_council_is_known(session, two):
    with pytest.raises(Unscoped):
        session.scalars(select(Person.name))
    with pytest.raises(Unscoped):
        add_rows(session, Person, [{"id": uuid4()}])


def test_a_statement_over_bare_tables_is_refused(session, two):
    scope_to(session, two[0])
    with pytest.raises(Unscoped):
        session.execute(select(Person.__table__))
    with pytest.raises(Unscoped):
        session.execute(text("SELECT name FROM person"))


def test_a_row_of_another_council_is_not_written(session, two):
    scope_to(session, two[0])
    row = people.person_row(person_id=uuid4(), job=Job.CHILD, name="Sam")
    session.add(Person(**row, council_id=two[1]))
    with pytest.raises(Unscoped):
        session.flush()


def test_a_moment_without_a_time_zone_is_refused():
    from cadair.foundation.database import UtcMoment

    with pytest.raises(ValueError, match="time zone"):
        UtcMoment().process_bind_param(datetime(2026, 1, 1), None)  # noqa: DTZ001 - on purpose
    at = datetime(2026, 1, 1, tzinfo=UTC)
    assert UtcMoment().process_result_value(at.replace(tzinfo=None), None) == at


def test_sqlite_keeps_what_it_acknowledged(request, session, two):
    if request.config.getoption("--database") != "sqlite":
        with beyond_councils(session):
            setting = session.connection().exec_driver_sql("SHOW synchronous_commit").scalar()
        assert setting == "on"
        return
    connection = session.connection()
    kept = {
        name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }
    fixed = sqlite3.sqlite_version_info >= (3, 51, 3)
    assert kept == {
        "journal_mode": "wal" if fixed else "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
