"""What is done with drafts and contributions: saved, shared, taken back, read."""

from cadair.contributions.actions.drafting import discard_draft, save_draft
from cadair.contributions.actions.reading import mark_read, read_own
from cadair.contributions.actions.sharing import share
from cadair.contributions.actions.taking_back import withdraw
from cadair.contributions.actions.wishing import (
    close_wish_of_message,
    settle_wish,
    wish_from_message,
)

__all__ = [
    "close_wish_of_message",
    "discard_draft",
    "mark_read",
    "read_own",
    "save_draft",
    "settle_wish",
    "share",
    "wish_from_message",
    "withdraw",
]
