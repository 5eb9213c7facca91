"""What may be seen of a review's record, as plain values."""

from cadair.record.queries.codes import ConfirmedCode, confirmed_codes, place_of_reason
from cadair.record.queries.heard import Heard, heard
from cadair.record.queries.participation import Participation, participation_of
from cadair.record.queries.said import Said, Someone
from cadair.record.queries.summary import Summary, TakingPart, summary_of, taking_part_of

__all__ = [
    "ConfirmedCode",
    "Heard",
    "Participation",
    "Said",
    "Someone",
    "Summary",
    "TakingPart",
    "confirmed_codes",
    "heard",
    "participation_of",
    "place_of_reason",
    "summary_of",
    "taking_part_of",
]
