"""How far the asking of one person has come."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum


class Asked(StrEnum):
    """Where a person stands with being asked for their views."""

    NOT_YET = "not_yet_asked"  # in the circle, and the review is not open
    ASKED = "asked"
    NOT_REACHED = "not_reached"  # was tried, never reached, and has not answered
    ANSWERED = "answered"


def asked_state(
    *, invited_at: datetime | None, answered_at: datetime | None, tries: Iterable[bool]
) -> Asked:
    """An answer settles it, whatever was tried before; `tries` says of each whether it reached.

    Somebody who was reached once knows of the review, also when a later try failed.
    """
    if answered_at is not None:
        return Asked.ANSWERED
    reached = list(tries)
    if reached and not any(reached):
        return Asked.NOT_REACHED
    return Asked.NOT_YET if invited_at is None else Asked.ASKED
