"""How a child found their review, and when they may say so."""

from enum import StrEnum
from typing import Final

from cadair.foundation.errors import Refusal
from cadair.reviews.rules import BEFORE_THE_MEETING, Stage


class Face(StrEnum):
    """One of three faces."""

    GOOD = "good"
    OK = "ok"
    NOT_GOOD = "not_good"


class MeetingNotOver(Refusal):
    """The review has not been yet: nobody can say how it was."""

    code = "meeting_not_over"
    status = 409


NOT_YET: Final = frozenset(BEFORE_THE_MEETING)


def check_may_rate(stage: Stage) -> None:
    """Refuse to say how a review was that has not begun; raises MeetingNotOver."""
    if stage in NOT_YET:
        raise MeetingNotOver
