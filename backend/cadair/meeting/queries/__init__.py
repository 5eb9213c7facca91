"""What may be seen of meeting plans, as plain values."""

from cadair.meeting.queries.kept import Added, Answered, Kept, Who, added_to, kept_for
from cadair.meeting.queries.live_facts import MeetingFacts, PartFacts, facts_of
from cadair.meeting.queries.pages import (
    LeftOpen,
    MeetingPage,
    OfficersPage,
    ToldAnswer,
    answers_of,
    known_in,
    officers_page,
    own_page,
    page_of,
)

__all__ = [
    "Added",
    "Answered",
    "Kept",
    "LeftOpen",
    "MeetingFacts",
    "MeetingPage",
    "OfficersPage",
    "PartFacts",
    "ToldAnswer",
    "Who",
    "added_to",
    "answers_of",
    "facts_of",
    "kept_for",
    "known_in",
    "officers_page",
    "own_page",
    "page_of",
]
