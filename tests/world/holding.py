"""What an officer sends to hold, adjourn or postpone a review."""

from datetime import timedelta
from typing import Any

from cadair.foundation.clock import now, today

WORDS_TO_CHILD = "Your meeting is a week later, so that your sister can come."


def held(**other: Any) -> dict[str, Any]:
    """Held and complete today, and not late."""
    on = today(now()).isoformat()
    return {"held_on": on, "completed_on": on, "late_reason": None, "late_words": None, **other}


def adjourning(**other: Any) -> dict[str, Any]:
    """Adjourned for a week, as the school has said nothing."""
    until = (today(now()) + timedelta(days=7)).isoformat()
    return {"until": until, "why": "The school has told us nothing yet.", **other}


def postponing(**other: Any) -> dict[str, Any]:
    """A month later than today."""
    to_on = (today(now()) + timedelta(days=30)).isoformat()
    why = "His sister cannot come before."
    return {"to_on": to_on, "why": why, "words_to_child": WORDS_TO_CHILD, **other}


def checked(**other: Any) -> dict[str, Any]:
    """Half way: one thing is slow."""
    return {
        "decisions": "The football club has not been asked.",
        "wishes": None,
        "child": "He misses his sister.",
        "concerns": None,
        "action": "raise",
        **other,
    }
