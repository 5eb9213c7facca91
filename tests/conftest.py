"""What every test stands on: a fresh database of its own, on SQLite or on a real PostgreSQL."""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import hypothesis
import pytest
from argon2 import PasswordHasher
from flask import Flask, has_app_context
from flask.testing import FlaskClient
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from cadair.app import create_app
from cadair.commands.serving import bring_up_to_date
from cadair.foundation.database import Base, db
from cadair.foundation.settings import Settings
from cadair.notifications.actions.ways.push_key import make_key
from cadair.people.actions import signing_in
from cadair.people.routes import PAGE_HEADER
from tests.world.kept import KEPT, Kept, KeptFile, KeptTables

# How long one example takes says how busy the machine is, not whether the rule is right.
hypothesis.settings.register_profile("cadair", deadline=None)
hypothesis.settings.load_profile("cadair")

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="what to run on",
    )


IN_MEMORY = Path("/dev/shm")
ROOM_BYTES = 2_000_000_000


def pytest_configure() -> None:
    """What tests write lies in memory where there is room: none of them pulls the plug.

    Half of a quick test's time is otherwise the disk, which is asked to have every commit for good.
    """
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What forks comes first: the typesetter's threads are not copied, and a fork would wait."""
    items.sort(key=lambda item: item.get_closest_marker("forks") is None)


AS_SHIPPED = signing_in.HASHER


@pytest.fixture(scope="session", autouse=True)
def _quick_hashes() -> None:
    """Hashes that cost little, but where a test asks for `as_shipped`; browsers meet the real."""
    _hash_with(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def as_shipped() -> Iterator[None]:
    """Passphrases are hashed at their full cost."""
    quick = signing_in.HASHER
    _hash_with(AS_SHIPPED)
    yield
    _hash_with(quick)


def _hash_with(hasher: PasswordHasher) -> None:
    signing_in.HASHER = hasher  # type: ignore[misc]  # final for everybody else
    signing_in._nobody.cache_clear()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in a test talks to another machine."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise RuntimeError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)


def settings_in(folder: Path, database_url: str) -> Settings:
    """Settings of a throw-away installation, that could send notices and reaches nobody."""
    make_key(folder / "push_key")
    return Settings.from_environment(
        {
            "CADAIR_DATA": str(folder),
            "CADAIR_DATABASE_URL": database_url,
            "CADAIR_CLIENT": str(folder / "client"),
            "CADAIR_HOSTS": "localhost,127.0.0.1",
            "CADAIR_SITE": "https://seat.example.org",
            "CADAIR_MAIL": "smtp://127.0.0.1:9?from=hello@seat.example.org",
            "CADAIR_NOTIFY_KEY": f"tests-{UUID(int=1)}-{UUID(int=2)}",
            "CADAIR_NOTIFY_TEMPLATES": f"text:{UUID(int=3)}",
            "CADAIR_NOTIFY_URL": "http://127.0.0.1:9",
            "CADAIR_PUSH_KEY": str(folder / "push_key"),
        }
    )


@pytest.fixture(scope="session")
def _prepared_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file with every table, copied for each test."""
    folder = tmp_path_factory.mktemp("prepared")
    path = folder / "cadair.db"
    app = create_app(settings_in(folder, f"sqlite:///{path}"))
    with app.app_context():
        bring_up_to_date(app)
        db.engine.dispose()
    return path


@pytest.fixture(scope="session")
def _postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A real PostgreSQL on a private socket, with every table, and a plain role for the app."""
    # Not among pytest's own folders: run as root, the next pytest that starts on this machine
    # closes those to the user that the server runs as, and the server dies in the middle.
    with tempfile.TemporaryDirectory(prefix="cadair-postgresql-") as folder:
        # pgserver keeps its lock in the runtime folder, which a bare machine does not have.
        os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        import pgserver

        server = pgserver.get_server(f"{folder}/data", cleanup_mode="stop")
        owner = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        app = create_app(settings_in(Path(folder), owner))
        with app.app_context():
            bring_up_to_date(app)
            with db.engine.begin() as connection:
                for statement in told_to_whoever_sets_it_up():
                    connection.execute(text(statement))
            db.engine.dispose()
        engine = create_engine(owner)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ALTER SYSTEM SET fsync = off"))  # no test pulls the plug
            connection.execute(text("SELECT pg_reload_conf()"))
        yield engine
        engine.dispose()
        server.cleanup()


def told_to_whoever_sets_it_up() -> list[str]:
    """What SECURITY.md says to do on PostgreSQL: the tests stand on that and on nothing else."""
    written = (Path(__file__).resolve().parents[1] / "SECURITY.md").read_text("utf-8")
    block = written.partition("```sql\n")[2].partition("```")[0]
    return [statement.strip() for statement in block.split(";") if statement.strip()]


@dataclass(frozen=True)
class Standing:
    """One application for many tests, so that its statements are made once, and where it lives."""

    app: Flask
    folder: Path


@pytest.fixture(scope="session")
def _standing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Standing:
    """The application that a test has to itself while it lasts."""
    folder = tmp_path_factory.mktemp("standing")
    return Standing(create_app(settings_in(folder, _url(request, folder))), folder)


@pytest.fixture(scope="session")
def _kept(request: pytest.FixtureRequest) -> Kept:
    """The situations that many tests begin with."""
    if request.config.getoption("--database") == "sqlite":
        return KeptFile()
    return KeptTables(request.getfixturevalue("_postgresql"))


@pytest.fixture
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The application on an empty database and in an empty folder of its own.

    A test that changes the application itself is marked `own_app`.
    """
    if request.node.get_closest_marker("own_app"):
        yield from _fresh_app(request, tmp_path)
        return
    standing: Standing = request.getfixturevalue("_standing")
    _clear(standing.folder)
    settings_in(standing.folder, _url(request, standing.folder))
    _empty(request, standing.folder)
    standing.app.extensions[KEPT] = request.getfixturevalue("_kept")
    yield standing.app
    standing.app.test_client_class = OwnPages
    with standing.app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def empty_app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The same for a whole module that builds one large situation and only asks of it."""
    yield from _fresh_app(request, tmp_path_factory.mktemp("module"))


def _fresh_app(request: pytest.FixtureRequest, folder: Path) -> Iterator[Flask]:
    _empty(request, folder)
    made = create_app(settings_in(folder, _url(request, folder)))
    yield made
    with made.app_context():
        db.engine.dispose()


def _url(request: pytest.FixtureRequest, folder: Path) -> str:
    if request.config.getoption("--database") == "sqlite":
        return f"sqlite:///{folder}/cadair.db"
    owner: Engine = request.getfixturevalue("_postgresql")
    return owner.url.set(username="cadair_app").render_as_string(hide_password=False)


def _clear(folder: Path) -> None:
    for each in folder.iterdir():
        if not each.is_dir():
            each.unlink()
        elif each.name != "push_key":  # the application has read it once for all
            shutil.rmtree(each)


def _empty(request: pytest.FixtureRequest, folder: Path) -> None:
    """Take every row away; of so many tables that hold so little, far quicker than truncating."""
    if request.config.getoption("--database") == "sqlite":
        shutil.copy(request.getfixturevalue("_prepared_sqlite"), folder / "cadair.db")
        return
    owner: Engine = request.getfixturevalue("_postgresql")
    rows = "; ".join(f'DELETE FROM "{table}"' for table in Base.metadata.tables)
    with owner.begin() as connection:
        # Neither guard nor order; all in one go.
        connection.exec_driver_sql(f"SET session_replication_role = replica; {rows}")
        connection.exec_driver_sql("SET session_replication_role = DEFAULT")


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A database session inside an application context, for tests that send no requests."""
    with app.app_context():
        yield db.session


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that sends what our own pages send."""
    return browser(app)


def browser(app: Flask) -> FlaskClient:
    """Another browser, with cookies of its own."""
    # An open application context would carry who is signed in from one request to the next.
    assert not has_app_context(), "build the world inside `with app.app_context()` and close it"
    app.test_client_class = OwnPages
    made = app.test_client()
    made.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return made


class OwnPages(FlaskClient):
    """Sends along what the server gave the page, so that it does not lock while it is in use."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        answer = super().open(*args, **kwargs)
        if PAGE_HEADER in answer.headers:
            self.environ_base[f"HTTP_{PAGE_HEADER.upper().replace('-', '_')}"] = answer.headers[
                PAGE_HEADER
            ]
        return answer
