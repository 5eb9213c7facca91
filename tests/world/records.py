"""The record of a review: one of everything that its officer can write in it."""

from typing import Any
from uuid import UUID

from cadair.meeting.rules.matters import MATTERS
from cadair.record.rules.writing import Heading


def a_record(child: UUID | str, *, nation: str = "england", **told: Any) -> dict[str, Any]:
    """A record that says all that it must of this child's review."""
    came = {"part_id": None, "came": "whole", "how": "in_person", "why_words": None}
    return {
        "written": {heading.value: f"What I think of {heading}." for heading in Heading},
        "attendance": [
            {**came, "person_id": str(child), "who_words": None},
            {**came, "person_id": None, "who_words": "Her aunt", "why_words": "She had the day."},
        ],
        "covered": {
            each.key: {"state": "not_needed", "words": "It is as it was."}
            for each in MATTERS[nation]
        },
        "rights": ["advocate", "complaint", "court"],
        "monitoring": {
            "late_words": "I was ill.",
            "spoke_alone": "refused",
            "spoke_alone_words": "They wanted their carer there.",
            "care_plan_quality": "needs_work",
            "care_plan_words": "It has no word of school.",
            "concerns": "The move was not planned.",
            "good_practice": "The school came on a Saturday.",
        },
        **told,
    }
