"""`cadair serve` and `cadair migrate`: the web server with its sweeps, and the database's shape."""

import os
from pathlib import Path
from typing import Final

import click
from alembic import command
from alembic.config import Config
from flask import Flask
from granian import Granian
from granian.constants import Interfaces

from cadair.commands.main import application, cli
from cadair.commands.sweeps import start_sweeping
from cadair.foundation.database import db
from cadair.foundation.settings import Settings

MIGRATIONS: Final = Path(__file__).resolve().parents[1] / "migrations"


def served_application() -> Flask:
    """The application of one server process, with its sweeps running beside it."""
    app = application()
    start_sweeping(app)
    return app


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=int, envvar="PORT", default=8000, show_default=True)
@click.option("--threads", default=8, show_default=True, help="Requests answered at once.")
def serve(host: str, port: int, threads: int) -> None:
    """Serve Cadair on this machine."""
    Settings.from_environment(os.environ)  # refuse before a server process starts and restarts
    Granian(
        "cadair.commands.serving:served_application",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=threads,
        log_access=False,
        respawn_failed_workers=True,
    ).serve()


@cli.command()
def migrate() -> None:
    """Bring the database to the shape that this version needs; nothing in it is lost."""
    app = application()
    app.extensions["cadair.settings"].data_folder.mkdir(parents=True, exist_ok=True)
    with app.app_context():
        bring_up_to_date(app)
    click.echo("The database is up to date.")


def bring_up_to_date(app: Flask) -> None:
    """Run every migration that the database has not had yet."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with db.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
