"""What a full disk or a lost database is called on the terminal."""

import errno
import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError

# What is nobody's mistake, and gets a sentence rather than a trace.
TROUBLE: Final = (DBAPIError, sqlite3.OperationalError, OSError)


def in_words(trouble: BaseException) -> str:
    """The trouble in a few words, without the statement that met it or any value of it."""
    original = trouble.orig if isinstance(trouble, DBAPIError) else trouble
    said = str(original).splitlines()[0] if str(original) else type(original).__name__
    full = (
        "disk is full" in said
        or "No space left" in said
        or getattr(original, "errno", None) == errno.ENOSPC
    )
    return "the disk is full" if full else said
