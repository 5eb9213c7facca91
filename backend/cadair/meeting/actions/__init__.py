"""What is done with a meeting: planned by the child, answered, opened, led, joined, ended."""

from cadair.meeting.actions.adding import add_matter, see_added, take_matter_back
from cadair.meeting.actions.answering import answer_request
from cadair.meeting.actions.joining import join, look_as_guest, the_guest
from cadair.meeting.actions.live import (
    Opened,
    ask_guest_to_leave,
    end_meeting,
    new_code,
    open_meeting,
)
from cadair.meeting.actions.live_reading import look, read_meeting_facts
from cadair.meeting.actions.live_saying import say, say_as_guest
from cadair.meeting.actions.rating import read_how_it_was, say_how_it_was
from cadair.meeting.actions.reading import read_own_plan, read_plan
from cadair.meeting.actions.saving import save_plan

__all__ = [
    "Opened",
    "add_matter",
    "answer_request",
    "ask_guest_to_leave",
    "end_meeting",
    "join",
    "look",
    "look_as_guest",
    "new_code",
    "open_meeting",
    "read_how_it_was",
    "read_meeting_facts",
    "read_own_plan",
    "read_plan",
    "save_plan",
    "say",
    "say_as_guest",
    "say_how_it_was",
    "see_added",
    "take_matter_back",
    "the_guest",
]
