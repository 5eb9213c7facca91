"""What may be asked of conversations: every answer is a plain value."""

from cadair.messages.queries.conversations import (
    Conversation,
    OwnLine,
    message_of_place,
    own_conversation,
    own_conversations,
    own_message,
    own_messages,
)
from cadair.messages.queries.officers import OfficersConversation, officers_conversation
from cadair.messages.queries.places import Place, officers_place, own_place
from cadair.messages.queries.values import Read, Reading, SeenMessage
from cadair.messages.queries.who import Who

__all__ = [
    "Conversation",
    "OfficersConversation",
    "OwnLine",
    "Place",
    "Read",
    "Reading",
    "SeenMessage",
    "Who",
    "message_of_place",
    "officers_conversation",
    "officers_place",
    "own_conversation",
    "own_conversations",
    "own_message",
    "own_messages",
    "own_place",
]
