"""What becomes of a child's word that they are not safe: told at once, taken on by name; pure."""

from datetime import timedelta
from typing import Final

from cadair.foundation.errors import Refusal

LONGEST_WORDS: Final = 2_000
LONGEST_WAIT: Final = timedelta(days=30)  # longer than a phone keeps anything without signal
MOST_SAID: Final = 60  # by one child in an hour: those before it stand open anyway


class UnsafeSaidDifferently(Refusal):
    """Other words were said under this id before: nothing is overwritten in silence."""

    code = "unsafe_said_differently"
    status = 409


class NotTakenOn(Refusal):
    """Nobody has said by name that they take it on, so it cannot be closed."""

    code = "not_taken_on"
    status = 409


class ClosedDifferently(Refusal):
    """It was closed before, and something else was written of it."""

    code = "closed_differently"
    status = 409


def waited(seconds: int) -> timedelta:
    """How long it waited on its device: no less than nothing, and never years."""
    return timedelta(seconds=min(max(seconds, 0), int(LONGEST_WAIT.total_seconds())))
