"""What may be done in a conversation."""

from cadair.messages.actions.inbox import read_inbox, read_threads
from cadair.messages.actions.noting import keep_note
from cadair.messages.actions.own_messages import mark_to_record, note_brought, take_back
from cadair.messages.actions.reading import (
    mark_brought_read,
    mark_own_read,
    mark_read_by_officer,
    open_conversation,
    read_own,
)
from cadair.messages.actions.resting import let_rest
from cadair.messages.actions.writing import Overridden, write, write_as_officer, written_before

__all__ = [
    "Overridden",
    "keep_note",
    "let_rest",
    "mark_brought_read",
    "mark_own_read",
    "mark_read_by_officer",
    "mark_to_record",
    "note_brought",
    "open_conversation",
    "read_inbox",
    "read_own",
    "read_threads",
    "take_back",
    "write",
    "write_as_officer",
    "written_before",
]
