"""What is done in the record room: hearing what was said, writing it down, giving it on."""

from cadair.record.actions.agreeing import ReleaseSeen, answer, take_back, view
from cadair.record.actions.answering import answer_wish, close_wish, see_reply
from cadair.record.actions.between import read_between_reviews
from cadair.record.actions.deciding import drop_decision, note_managers_view, save_decision
from cadair.record.actions.hearing import (
    confirm_participation,
    read_summary,
    read_summary_for_a_reason,
    read_taking_part,
)
from cadair.record.actions.midpoints import (
    ask_half_way,
    check_midpoint,
    read_midpoint,
    read_midpoint_question,
)
from cadair.record.actions.planning import open_meeting, read_own_plan, read_plan, save_own_plan
from cadair.record.actions.progressing import read_own_actions, report_progress
from cadair.record.actions.releasing import (
    MayPass,
    ReleasesOfReview,
    preview,
    read_given,
    read_may_pass,
    read_recipients,
    release,
)
from cadair.record.actions.replying import read_own_outcomes, reply
from cadair.record.actions.sharing_outcomes import read_outcomes, share_outcomes
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
    "answer_wish",
    "ask_half_way",
    "bring_to_review",
    "check_midpoint",
    "close_wish",
    "confirm_participation",
    "drop_decision",
    "mark_to_record",
    "note_managers_view",
    "open_meeting",
    "preview",
    "read_between_reviews",
    "read_given",
    "read_may_pass",
    "read_midpoint",
    "read_midpoint_question",
    "read_outcomes",
    "read_own_actions",
    "read_own_outcomes",
    "read_own_plan",
    "read_plan",
    "read_recipients",
    "read_record",
    "read_summary",
    "read_summary_for_a_reason",
    "read_taking_part",
    "read_version",
    "read_versions",
    "release",
    "reply",
    "report_progress",
    "save_decision",
    "save_own_plan",
    "save_record",
    "see_reply",
    "share_outcomes",
    "sign_record",
    "take_back",
    "take_message_back",
    "view",
    "write_as_officer",
]
