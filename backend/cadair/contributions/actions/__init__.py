"""What is done with drafts and contributions: saved, shared, taken back, read."""

from cadair.contributions.actions.drafting import discard_draft, save_draft
from cadair.contributions.actions.reading import mark_read, read_own
from cadair.contributions.actions.sharing import share
from cadair.contributions.actions.taking_back import withdraw

__all__ = ["discard_draft", "mark_read", "read_own", "save_draft", "share", "withdraw"]
