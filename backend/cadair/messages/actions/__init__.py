"""What may be done in a conversation."""

from cadair.messages.actions.noting import keep_note
from cadair.messages.actions.reading import (
    mark_own_read,
    mark_read_by_officer,
    open_conversation,
    read_own,
)
from cadair.messages.actions.writing import write, write_as_officer

__all__ = [
    "keep_note",
    "mark_own_read",
    "mark_read_by_officer",
    "open_conversation",
    "read_own",
    "write",
    "write_as_officer",
]
