"""What passes between reviews: conversations, and what was asked, said at once or noted."""

from cadair.messages.models.asking import ChildRequest, UnsafeReport
from cadair.messages.models.conversations import Message, MessageRead, OfficerNote
from cadair.messages.models.handing_over import HandOver
from cadair.messages.models.visits import Visit

__all__ = [
    "ChildRequest",
    "HandOver",
    "Message",
    "MessageRead",
    "OfficerNote",
    "UnsafeReport",
    "Visit",
]
