"""Why a sealed value is held back from a person's own bundle, for the human who judges it."""

from collections.abc import Mapping
from typing import Final

# Why a kind of sealed value is not simply given; a kind that is not listed is held back too.
WHY_HELD: Final[Mapping[str, str]] = {
    "protected_fact.sealed": "where_the_child_lives",
    "contribution_answer.value": "said_by_another",
    "contribution.helper": "said_by_another",
    "message.words": "said_by_another",
    "decision_progress.words": "said_by_another",
    "draft.content": "draft_of_another",
    "live_event.content": "meeting_of_others",
    "live_guest.called": "about_another",
    "live_part.state": "meeting_of_others",
    "review_part.title": "meeting_of_others",
    "review_part.place": "meeting_of_others",
    "review_part.video_link": "meeting_of_others",
    "release.rendering": "given_to_another",
    "meeting_plan.content": "said_by_the_child",
    "child_request.words": "said_by_the_child",
    "letter_remark.words": "said_by_the_child",
    "meeting_rating.content": "said_by_the_child",
    "unsafe_report.words": "said_by_the_child",
    "wish_reply.words": "said_by_the_child",
}
WRITTEN_BY_STAFF: Final = "written_by_staff"
