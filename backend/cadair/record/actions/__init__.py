"""What is done in the record room: hearing what was said, and giving it on."""

from cadair.record.actions.agreeing import ReleaseSeen, answer, take_back, view
from cadair.record.actions.hearing import (
    confirm_participation,
    read_summary,
    read_summary_for_a_reason,
    read_taking_part,
)
from cadair.record.actions.releasing import (
    MayPass,
    ReleasesOfReview,
    preview,
    read_given,
    read_may_pass,
    read_recipients,
    release,
)

__all__ = [
    "MayPass",
    "ReleaseSeen",
    "ReleasesOfReview",
    "answer",
    "confirm_participation",
    "preview",
    "read_given",
    "read_may_pass",
    "read_recipients",
    "read_summary",
    "read_summary_for_a_reason",
    "read_taking_part",
    "release",
    "take_back",
    "view",
]
