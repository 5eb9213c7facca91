"""What somebody may be told of; the words that leave Cadair are the same for all of it."""

from enum import StrEnum

from cadair.foundation.errors import Refusal


class About(StrEnum):
    """Why somebody is told that something waits for them; it never leaves this server."""

    MESSAGE = "message"
    MESSAGE_UNREAD = "message_unread"  # for whoever covers, then for the service manager
    REPLY_PROMISED = "reply_promised"  # the day by which an answer was promised has come
    NOT_SAFE = "not_safe"
    REQUEST = "request"
    REQUEST_ANSWERED = "request_answered"
    LETTER = "letter"  # to a child, and what they say of it to their officer
    RECORD_GIVEN = "record_given"
    AWAY = "away"  # somebody else reads for a while
    NEW_OFFICER = "new_officer"
    REVIEW_OPEN = "review_open"
    REVIEW_IN_A_WEEK = "review_in_a_week"
    REVIEW_TOMORROW = "review_tomorrow"
    VIEWS_NOT_IN = "views_not_in"
    MIDPOINT = "midpoint"
    ANSWERED = "answered"  # what the child wished for, or what was decided
    ACTION = "action"  # something was decided that this person is to do
    MIDPOINT_QUESTION = "midpoint_question"  # for the child: are things happening as we agreed?
    POSTPONEMENT = "postponement"  # for the managers, who must agree to it
    POSTPONEMENT_ANSWERED = "postponement_answered"
    REVIEW_MOVED = "review_moved"  # for the child
    DISPUTE = "dispute"  # told of what their officer takes up for them


URGENT = frozenset({About.NOT_SAFE})  # neither quiet hours nor one a day holds these back


class Kind(StrEnum):
    """What somebody is reached by."""

    EMAIL = "email"
    TEXT = "text"
    PUSH = "push"  # a browser on one device


class Channel(StrEnum):
    """How somebody wants to be told; not at all, until they choose."""

    EMAIL = "email"
    TEXT = "text"
    PUSH = "push"
    NONE = "none"


class What(StrEnum):
    """What is sent: it decides when it may go, and for a code what it says."""

    NOTICE = "notice"
    CODE = "code"  # to an address that its owner has given and not yet confirmed
    MOVED = "moved"  # to the address that another took the place of


class Outcome(StrEnum):
    """How sending ended."""

    SENT = "sent"
    FAILED = "failed"  # staff are shown whom it did not reach
    DROPPED = "dropped"  # there is nothing to send it to any more


class Setting(StrEnum):
    """An address of the council itself, by its setting."""

    DUTY = "duty_email"
    ADVOCACY = "advocacy_email"


class ContactNotConfirmed(Refusal):
    """There is no address of this kind that its owner has confirmed."""

    code = "contact_not_confirmed"
    status = 409


class CodeNotValid(Refusal):
    """No code is waited for, or it is too old, or it was tried too often."""

    code = "code_not_valid"
    status = 409


class WrongCode(Refusal):
    """This is not the code that was sent."""

    code = "wrong_code"
    status = 403
    keeps_what_was_written = True
