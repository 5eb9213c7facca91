"""What is done in the record room: hearing what was said, writing it down, giving it on."""

from cadair.record.actions.agreeing import ReleaseSeen, answer, take_back, view
from cadair.record.actions.between import read_between_reviews
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
from cadair.record.actions.signing import (
    add_to_record,
    read_record,
    read_version,
    read_versions,
    sign_record,
)
from cadair.record.actions.talking import (
    bring_to_review,
    mark_to_record,
    take_message_back,
    write_as_officer,
)
from cadair.record.actions.writing import Saved, save_record

__all__ = [
    "MayPass",
    "ReleaseSeen",
    "ReleasesOfReview",
    "Saved",
    "add_to_record",
    "answer",
    "bring_to_review",
    "confirm_participation",
    "mark_to_record",
    "preview",
    "read_between_reviews",
    "read_given",
    "read_may_pass",
    "read_recipients",
    "read_record",
    "read_summary",
    "read_summary_for_a_reason",
    "read_taking_part",
    "read_version",
    "read_versions",
    "release",
    "save_record",
    "sign_record",
    "take_back",
    "take_message_back",
    "view",
    "write_as_officer",
]
