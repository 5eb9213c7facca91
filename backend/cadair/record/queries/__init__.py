"""What may be seen of a review's record, as plain values."""

from cadair.record.queries.codes import ConfirmedCode, confirmed_codes, place_of_reason
from cadair.record.queries.heard import Heard, heard
from cadair.record.queries.kept_records import Addendum, Version
from cadair.record.queries.outcomes import Outcomes, outcomes_of
from cadair.record.queries.participation import (
    Participation,
    in_meeting,
    met_at,
    participation_of,
)
from cadair.record.queries.preparing import Passable, Preview, passable, preview
from cadair.record.queries.records import RecordOfReview, record_of
from cadair.record.queries.releases import Found, GivenOnce, ReleaseFacts, waiting_of
from cadair.record.queries.said import Said, Someone
from cadair.record.queries.sharing import Sharing, sharing
from cadair.record.queries.summary import Summary, TakingPart, summary_of, taking_part_of

__all__ = [
    "Addendum",
    "ConfirmedCode",
    "Found",
    "GivenOnce",
    "Heard",
    "Outcomes",
    "Participation",
    "Passable",
    "Preview",
    "RecordOfReview",
    "ReleaseFacts",
    "Said",
    "Sharing",
    "Someone",
    "Summary",
    "TakingPart",
    "Version",
    "confirmed_codes",
    "heard",
    "in_meeting",
    "met_at",
    "outcomes_of",
    "participation_of",
    "passable",
    "place_of_reason",
    "preview",
    "record_of",
    "sharing",
    "summary_of",
    "taking_part_of",
    "waiting_of",
]
