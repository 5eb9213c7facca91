"""`cadair serve` and `cadair migrate`: the web server with its sweeps, and the database's shape."""

from pathlib import Path
from typing import Final
from uuid import UUID

import click
from alembic import command
from alembic.config import Config
from flask import Flask
from sqlalchemy.orm import Session

from cadair.commands.database_role import check_role
from cadair.commands.demo import codes
from cadair.commands.importing import NothingDone
from cadair.commands.listening import listen
from cadair.commands.main import application, cli
from cadair.commands.sending_notices import start_sending
from cadair.commands.sweeps import start_sweeping
from cadair.foundation import council_keys
from cadair.foundation.database import db, scope_to
from cadair.people import queries as people

MIGRATIONS: Final = Path(__file__).resolve().parents[1] / "migrations"


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=int, envvar="PORT", default=8000, show_default=True)
@click.option("--threads", default=8, show_default=True, help="Requests answered at once.")
def serve(host: str, port: int, threads: int) -> None:
    """Serve Cadair on this machine, with the sweeps and the sending of notices beside it."""
    app = application()
    with app.app_context(), db.engine.connect() as connection:
        check_role(connection)
    if app.extensions["cadair.settings"].demo:
        codes.install(app)
    else:
        with app.app_context():
            check_duty_lines()
    start_sweeping(app)
    start_sending(app)
    click.echo(f"Cadair listens on http://{host}:{port} (Ctrl+C ends it)")
    listen(app, host=host, port=port, threads=threads)


@cli.command()
def migrate() -> None:
    """Bring the database to the shape that this version needs; nothing in it is lost."""
    app = application()
    app.extensions["cadair.settings"].data_folder.mkdir(parents=True, exist_ok=True)
    with app.app_context():
        bring_up_to_date(app)
    click.echo("The database is up to date.")


def check_duty_lines() -> None:
    """Refuse to go live while a council has no number that a child can ring when offices are shut.

    Raises NothingDone with a sentence.
    """
    without = [
        name
        for name, council_id in sorted(people.councils(db.session).items())
        if not any(each.isdigit() for each in _duty_line(council_id))
    ]
    if without:
        raise NothingDone(
            f"{', '.join(without)}: no out-of-hours number yet, and no child can be left without "
            "one.  Say it with: cadair council-settings NAME duty_line=NUMBER"
        )


def _duty_line(council_id: UUID) -> str:
    scope_to(db.session, council_id)
    found = people.council(db.session, council_id=council_id).settings["duty_line"]
    return str(found or "")


def bring_up_to_date(app: Flask) -> None:
    """Run every migration that the database has not had yet."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with db.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    _give_councils_their_keys(app)


def _give_councils_their_keys(app: Flask) -> None:
    """A council from before version 0003 has no key of its own yet; migrations see no keyring."""
    with Session(db.engine) as session:
        for council_id in people.councils(session).values():
            scope_to(session, council_id)
            council_keys.begin(session, ring=app.extensions["cadair.keyring"])
        session.commit()
