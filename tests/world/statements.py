"""Counting what a request asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import event

from cadair.foundation.database import db

NOT_ASKING = ("BEGIN", "PRAGMA", "SELECT set_config")  # transactions, and whose rows may be met


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Every statement that is run inside, save those that only begin or scope a transaction."""
    ran: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith(NOT_ASKING):
            ran.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        event.remove(engine, "before_cursor_execute", note)
