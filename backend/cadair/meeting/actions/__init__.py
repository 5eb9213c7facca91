"""What is done with a meeting plan: saved by the child, read, answered and added to."""

from cadair.meeting.actions.adding import add_matter, see_added, take_matter_back
from cadair.meeting.actions.answering import answer_request
from cadair.meeting.actions.reading import read_own_plan, read_plan
from cadair.meeting.actions.saving import save_plan

__all__ = [
    "add_matter",
    "answer_request",
    "read_own_plan",
    "read_plan",
    "save_plan",
    "see_added",
    "take_matter_back",
]
