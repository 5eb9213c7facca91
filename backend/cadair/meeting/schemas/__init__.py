"""What meeting plans look like on the wire: as they are saved, and as they are shown."""

from cadair.meeting.schemas.plans import AddMatterSchema, AnswerRequestSchema, SaveMeetingPlanSchema
from cadair.meeting.schemas.shown import (
    AddedMatterSchema,
    MeetingPageSchema,
    OfficersMeetingPageSchema,
    PlanAnswerSchema,
)

__all__ = [
    "AddMatterSchema",
    "AddedMatterSchema",
    "AnswerRequestSchema",
    "MeetingPageSchema",
    "OfficersMeetingPageSchema",
    "PlanAnswerSchema",
    "SaveMeetingPlanSchema",
]
