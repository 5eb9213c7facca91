"""What passes between reviews: conversations, and what was noted beside them."""

from cadair.messages.models.conversations import Message, MessageRead, OfficerNote

__all__ = ["Message", "MessageRead", "OfficerNote"]
