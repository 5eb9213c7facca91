"""Councils are kept apart by the database itself, and by every connection that many share."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random
from uuid import UUID, uuid4

import psycopg
import pytest
from flask import Flask
from sqlalchemy import Table, text
from sqlalchemy.exc import ProgrammingError

from cadair import app as application
from cadair.access.actor import Job
from cadair.foundation.clock import now
from cadair.foundation.database import Base, db, scope_to
from cadair.people import actions as people
from cadair.people.actions.signing_in import start_session
from cadair.people.models import Nation
from cadair.people.routes import SESSION_COOKIE
from cadair.people.rules.second_step import SecondStep
from tests.world.two_councils import BRO_GWYNFRYN, NORTHMOOR

COUNCILS = 20
PAGES = ("/api/staff", "/api/caseload", "/api/me", "/api/today")
REQUESTS = 10_000 if os.environ.get("LONG") else 1_000


@pytest.fixture(autouse=True)
def _only_on_postgresql(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--database") == "sqlite":
        pytest.skip("SQLite has one wall, the session's: tests/backend/foundation/test_database.py")


def of_councils() -> list[Table]:
    """Every table whose rows belong to a council."""
    return [each for each in Base.metadata.sorted_tables if "council_id" in each.columns]


def rows(connection, table: Table, council: UUID | str | None) -> set[UUID]:
    """Whose rows of a table are met by a plain statement, for whom the transaction is."""
    connection.execute(
        text("SELECT set_config('cadair.council', :council, true)"), {"council": str(council or "")}
    )
    found = connection.execute(text(f'SELECT DISTINCT council_id FROM "{table.name}"'))
    return set(found.scalars())


def test_with_our_filters_off_the_database_shows_a_council_its_own_rows_alone(sweeper):
    told_apart = 0
    with sweeper.world.app.app_context(), db.engine.connect() as connection:
        for table in of_councils():
            every = rows(connection, table, "*")
            assert rows(connection, table, None) == set(), table.name
            for council in (NORTHMOOR, BRO_GWYNFRYN):
                assert rows(connection, table, council) == every & {council}, table.name
            assert rows(connection, table, uuid4()) == set(), table.name
            told_apart += len(every) == 2
    assert told_apart >= 25  # tables in which both councils have rows


def test_nor_can_a_row_of_another_council_be_changed_removed_or_made(sweeper):
    with sweeper.world.app.app_context():
        for table in of_councils():
            with db.engine.connect() as connection:
                rows(connection, table, NORTHMOOR)
                theirs = {"council": BRO_GWYNFRYN}
                for change in (
                    f'UPDATE "{table.name}" SET council_id = council_id',
                    f'DELETE FROM "{table.name}"',
                ):
                    done = connection.execute(text(f"{change} WHERE council_id = :council"), theirs)
                    assert done.rowcount == 0, table.name
        made = text(
            "INSERT INTO person (id, council_id, job, name, language, sign_in_name)"
            " VALUES (:id, :council, 'child', 'Sam', 'en', 'sam-1')"
        )
        with db.engine.connect() as connection:
            rows(connection, Base.metadata.tables["person"], NORTHMOOR)
            theirs = {"id": uuid4(), "council": BRO_GWYNFRYN}
            with pytest.raises(ProgrammingError, match="row-level security"):
                connection.execute(made, theirs)


def test_every_table_of_a_council_has_its_wall_and_the_app_cannot_step_over_it(sweeper):
    with sweeper.world.app.app_context(), db.engine.connect() as connection:
        walled = set(
            connection.execute(
                text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
            ).scalars()
        )
        steps_over = connection.execute(
            text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        ).scalar()
    assert {table.name for table in of_councils()} <= walled
    assert steps_over is False


@pytest.fixture
def five_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """The application as it is made from here on has five connections and no more."""
    plain: Callable[..., dict[str, object]] = application._engine_options
    monkeypatch.setattr(
        application,
        "_engine_options",
        lambda settings: plain(settings) | {"pool_size": 5, "max_overflow": 0},
    )


def a_council(app: Flask, number: int) -> str:
    """A council with a manager and two officers, whose names carry its number; their cookie."""
    with app.app_context():
        council = people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name=f"Council {number:02}x",
            nation=Nation.ENGLAND,
        )
        scope_to(db.session, council)
        for job in (Job.REVIEWING_OFFICER, Job.REVIEWING_OFFICER, Job.SERVICE_MANAGER):
            someone = people.add_person(
                db.session, person_id=uuid4(), job=job, name=f"{job.value} {number:02}x"
            )
        begun = start_session(
            db.session, person_id=someone, council_id=council, job=Job.SERVICE_MANAGER,
            device_token=None, now=now(), step=SecondStep.AUTHENTICATOR,
        )  # fmt: skip
        db.session.commit()
    return f"{SESSION_COOKIE}={begun.session_token}"


def test_many_councils_over_five_connections_never_meet(five_connections, app):
    """Ten thousand requests with LONG=1, in no order, from eight threads."""
    cookies = [a_council(app, number) for number in range(COUNCILS)]
    mark = [f"{number:02}x" for number in range(COUNCILS)]
    order = Random(5)
    asked = [(order.randrange(COUNCILS), order.choice(PAGES)) for _ in range(REQUESTS)]
    mine = threading.local()

    def ask(one: tuple[int, str]) -> str | None:
        number, page = one
        if not hasattr(mine, "browser"):
            mine.browser = app.test_client(use_cookies=False)
        answer = mine.browser.get(page, headers={"Cookie": cookies[number]})
        if page in ("/api/staff", "/api/me") and mark[number] not in answer.text:
            return f"{page} of {number}: {answer.status_code}"
        others = [each for each in mark if each != mark[number] and each in answer.text]
        return f"{page} of {number} told of {others}" if others else None

    with ThreadPoolExecutor(8) as pool:
        wrong = [each for each in pool.map(ask, asked) if each]
    assert wrong == []
    with app.app_context():
        assert db.engine.pool.size() == 5
        assert db.engine.pool.overflow() <= 0


def test_the_driver_is_told_nothing_that_outlives_a_transaction(app):
    """A connection that goes back to the pool knows no council any more."""
    with app.app_context():
        scope_to(db.session, NORTHMOOR)
        db.session.connection()
        db.session.commit()
        with db.engine.connect() as connection:
            assert isinstance(connection.connection.dbapi_connection, psycopg.Connection)
            left = connection.execute(text("SELECT current_setting('cadair.council', true)"))
            assert left.scalar() in (None, "")
