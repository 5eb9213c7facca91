"""What more children in the country cost one officer and one child: 1,500 beside 85,000."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select, text

from cadair.app import create_app
from cadair.children.models import Child
from cadair.foundation.clock import now
from cadair.foundation.database import beyond_councils, db
from tests.bench.bulk import Put, into_postgresql, into_sqlite
from tests.bench.demo_world import Demo, asked, cookie_of, fill_with_demo
from tests.bench.figures import Figures, medians_ms
from tests.bench.many_children import councils_full
from tests.bench.requests import routes
from tests.conftest import settings_in
from tests.world.two_councils import NORTHMOOR

FEW, MANY = 1_500, 85_000
MEASURED = ("today", "caseload", "child_page", "summary", "my_reviews", "my_contributions")
TIMES = 200


def measure_growth(figures: Figures, demo: Demo) -> None:
    """The same people and their children, in a database with few others and with many."""
    worst = dict.fromkeys(MEASURED, 0.0)
    with _server(demo.folder) as owner:
        began = time.monotonic()
        apps = _filled(demo, owner)
        figures.saw("filling_seconds", time.monotonic() - began, "s")
        for name, (few, many) in apps.items():
            for route, growth in _growth(figures, name, few, many).items():
                worst[route] = max(worst[route], growth)
        for app in (each for pair in apps.values() for each in pair):
            with app.app_context():
                db.engine.dispose()
    for route, growth in worst.items():
        figures.saw(f"growth_{route}", growth, "ratio")


def _growth(figures: Figures, name: str, few: Flask, many: Flask) -> dict[str, float]:
    found = {}
    wanted = {few: routes(few), many: routes(many)}
    for route in MEASURED:
        calls = []
        for app in (few, many):
            key, path = wanted[app][route]
            calls.append(asked(app, "GET", path, cookie=cookie_of(app, key)))
        small, large = medians_ms(*calls, times=TIMES)
        figures.saw(f"{route}_{FEW}_{name}_ms", small, "ms")
        figures.saw(f"{route}_{MANY}_{name}_ms", large, "ms")
        found[route] = large / small
    return found


def _filled(demo: Demo, owner: str) -> dict[str, tuple[Flask, Flask]]:
    """The demo among few and among many, on both databases; the rows are made once for all."""
    apps: dict[str, list[Flask]] = {"sqlite": [], "postgresql": []}
    with ExitStack() as open_:
        puts: list[list[Put]] = []
        for children in (FEW, MANY):
            copy = demo.copied(demo.folder.with_name(f"sqlite_{children}"))
            url = owner.replace("/postgres?", f"/among_{children}?")
            apps["sqlite"].append(copy.app)
            apps["postgresql"].append(_on_postgresql(copy.folder.with_name(f"k{children}"), url))
            puts.append(
                [
                    open_.enter_context(into_sqlite(copy.path)),
                    open_.enter_context(into_postgresql(url)),
                ]
            )
        few, many = puts
        filling = councils_full(MANY, first=NORTHMOOR, already=_children(demo.app), now=now())
        for number, rows in enumerate(filling):
            for put in many if number else few + many:  # the first council is the whole of few
                put(rows)
    return {name: (small, large) for name, (small, large) in apps.items()}


@contextmanager
def _server(beside: Path) -> Iterator[str]:
    """A real PostgreSQL with two empty databases; the address of its owner."""
    folder, runtime = beside.with_name("postgresql"), beside.with_name("runtime")
    folder.mkdir()
    runtime.mkdir(mode=0o700)
    # pgserver keeps its sockets in the runtime folder, which a bare machine does not have.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    import pgserver

    server = pgserver.get_server(str(folder), cleanup_mode="stop")
    server.psql("CREATE ROLE cadair_app LOGIN;")
    for children in (FEW, MANY):
        server.psql(f"CREATE DATABASE among_{children};")
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    finally:
        server.cleanup()


def _on_postgresql(folder: Path, owner: str) -> Flask:
    """The demo in this database, met by a plain role, so that the second wall stands."""
    folder.mkdir()
    owning = create_app(settings_in(folder, owner))
    fill_with_demo(owning)
    rights = "SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public"
    with owning.app_context():
        with db.engine.begin() as connection:
            connection.execute(text(f"GRANT {rights} TO cadair_app"))
        db.engine.dispose()
    return create_app(settings_in(folder, owner.replace("postgres:@", "cadair_app:@")))


def _children(app: Flask) -> int:
    with app.app_context(), beyond_councils(db.session):
        return db.session.scalar(select(func.count(Child.person_id))) or 0
