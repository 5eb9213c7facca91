"""What somebody may be told of; the words that leave Cadair are the same for all of it."""

from enum import StrEnum


class About(StrEnum):
    """Why somebody is told that something waits for them; it never leaves this server."""

    MESSAGE = "message"
    MESSAGE_UNREAD = "message_unread"  # for whoever covers, then for the service manager
    REPLY_PROMISED = "reply_promised"  # the day by which an answer was promised has come
    NOT_SAFE = "not_safe"
    REQUEST = "request"
    REQUEST_ANSWERED = "request_answered"
    AWAY = "away"  # somebody else reads for a while
    NEW_OFFICER = "new_officer"
    REVIEW_OPEN = "review_open"
    REVIEW_IN_A_WEEK = "review_in_a_week"
    REVIEW_TOMORROW = "review_tomorrow"
    VIEWS_NOT_IN = "views_not_in"
    MIDPOINT = "midpoint"


URGENT = frozenset({About.NOT_SAFE})  # neither quiet hours nor one a day holds these back
