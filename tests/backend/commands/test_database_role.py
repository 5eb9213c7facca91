"""Cadair is not served by a database role that could pass by what the database guards."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, create_engine, text

from cadair.commands import serving
from cadair.commands.database_role import check_role
from cadair.commands.main import cli
from cadair.foundation.database import db
from cadair.foundation.settings import SettingsRefused

# What makes a role too strong, and the word by which the refusal says so.
TOO_MUCH = {
    "ALTER ROLE too_strong SUPERUSER": "superuser",
    "ALTER ROLE too_strong BYPASSRLS": "BYPASSRLS",
    "GRANT postgres TO too_strong": "superuser",
    "ALTER TABLE card OWNER TO too_strong": "owns tables",
    "GRANT TRUNCATE ON audit_event TO too_strong": "TRUNCATE",
}


@pytest.fixture
def owner(request, app) -> Iterator[Engine | None]:
    """The role that made the tables; None on SQLite, which has no roles."""
    if request.config.getoption("--database") == "sqlite":
        yield None
        return
    with app.app_context():
        engine = create_engine(db.engine.url.set(username="postgres"))
    yield engine
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE card OWNER TO postgres"))
        connection.execute(text("GRANT ALL ON card TO postgres"))
        connection.execute(text("DROP OWNED BY too_strong"))
        connection.execute(text("DROP ROLE too_strong"))
    engine.dispose()


@pytest.mark.parametrize("more", TOO_MUCH)
def test_a_role_that_may_too_much_does_not_serve(app, owner, more):
    with app.app_context(), db.engine.connect() as connection:
        check_role(connection)  # the role that the tests run as may serve, and SQLite as well
    if owner is None:
        return
    with owner.begin() as connection:
        connection.execute(text("CREATE ROLE too_strong LOGIN"))
        connection.execute(text(more))
    strong = create_engine(owner.url.set(username="too_strong"))
    with strong.connect() as connection, pytest.raises(SettingsRefused, match=TOO_MUCH[more]):
        check_role(connection)
    strong.dispose()


def test_it_is_asked_before_anybody_is_served(app, monkeypatch):
    def too_strong(_: object) -> None:
        raise SettingsRefused("the role is a superuser")

    monkeypatch.setattr(serving, "application", lambda: app)
    monkeypatch.setattr(serving, "check_role", too_strong)
    monkeypatch.setattr(serving, "listen", lambda *_, **__: pytest.fail("it served"))
    served = CliRunner().invoke(cli, ["serve"])
    assert isinstance(served.exception, SettingsRefused)
