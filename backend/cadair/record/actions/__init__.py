"""What is done in the record room: hearing what was said, and giving it on."""

from cadair.record.actions.hearing import (
    confirm_participation,
    read_summary,
    read_summary_for_a_reason,
    read_taking_part,
)

__all__ = ["confirm_participation", "read_summary", "read_summary_for_a_reason", "read_taking_part"]
