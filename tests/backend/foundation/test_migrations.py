"""The database that migrations make is the one that the code expects."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Enum, create_engine, text

from cadair.foundation.database import Base, UtcMoment, db


def same_type(_context, _inspected, _column, _there, expected):
    """Our own types lie in the database as plain ones; the sizes of text are not compared."""
    return False if isinstance(expected, Enum | UtcMoment) else None


def test_migrations_leave_nothing_to_change(app):
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": same_type})
        assert compare_metadata(context, Base.metadata) == []


def test_postgresql_itself_keeps_councils_apart(request, app):
    """The second wall: with the application's own filters away, there are still no rows."""
    if request.config.getoption("--database") != "postgresql":
        names = {table.name for table in Base.metadata.tables.values()}
        assert "person" in names  # SQLite is for one council: it has no second wall to test
        return
    with app.app_context():
        url = db.engine.url
    owner = create_engine(url.set(username="postgres"))
    application = create_engine(url)
    with owner.begin() as connection:
        walled = connection.execute(
            text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        ).scalars()
        with_council = {
            table.name for table in Base.metadata.tables.values() if "council_id" in table.columns
        }
        assert set(walled) == with_council
        for number in (1, 2):
            connection.execute(
                text(
                    "INSERT INTO council (id, name, nation, settings) VALUES "
                    "(gen_random_uuid(), :name, 'england', '{}')"
                ),
                {"name": f"Council {number}"},
            )
        connection.execute(
            text(
                "INSERT INTO person (id, council_id, job, name, called, sign_in_name, language) "
                "SELECT gen_random_uuid(), id, 'child', name, name, name, 'en' FROM council"
            )
        )
        one = connection.execute(text("SELECT id FROM council LIMIT 1")).scalar()
    with application.begin() as connection:
        count = text("SELECT count(*) FROM person")
        assert connection.execute(count).scalar() == 0
        connection.execute(
            text("SELECT set_config('cadair.council', :one, true)"), {"one": str(one)}
        )
        assert connection.execute(count).scalar() == 1
    owner.dispose()
    application.dispose()
