"""What can happen in a meeting while it runs, who may say it, and what stands in the way."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cadair.foundation.errors import NotAllowed, Refusal

LEVEL_AT_FIRST: Final = 2  # where the child has made no plan
MOST_EVENTS: Final = 10_000  # of one part
MOST_OF_A_GUEST: Final = 100
MOST_GUESTS: Final = 40  # who may ever join one part; whoever plays tricks fills no log
STILL_TAKEN_FOR: Final = timedelta(days=1)  # what a phone without signal sends after the end
TOLD_AFTER_THE_END: Final = timedelta(minutes=30)  # guests, that it is over
CODE_LASTS: Final = timedelta(hours=4)
CODE_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that looks like another
CODE_LENGTH: Final = 6
WRONG_CODES: Final = 10  # a minute, from one address; and again for those that begin alike
WRONG_CODES_COUNT_FOR: Final = timedelta(minutes=1)
AWAKE_FOR: Final = timedelta(hours=4)  # longer than any meeting
MOST_WORDS_WAITING: Final = 20


class Role(StrEnum):
    """What somebody is in one part of a meeting."""

    CHILD = "child"
    OFFICER = "officer"
    HELPER = "helper"  # whom the child chose to help, with a seat in this part
    CIRCLE = "circle"  # anybody else with a seat in this part
    GUEST = "guest"  # joined by code, without an account
    SCREEN = "screen"  # joined by code, shows and says nothing


class Phase(StrEnum):
    """How far a meeting is."""

    WAITING = "waiting"  # nobody has opened it yet
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"
    ADJOURNED = "adjourned"  # it goes on another day


class Kind(StrEnum):
    """What can happen in a meeting."""

    STARTED = "started"
    ITEM = "item"
    LEVEL = "level"
    LED_BY = "led_by"
    PAUSED = "paused"
    RESUMED = "resumed"
    WORD = "word"
    WORD_DONE = "word_done"
    HAND = "hand"
    NOT_OK = "not_ok"
    CAME = "came"
    LEFT = "left"
    NOTE = "note"
    COVERED = "covered"
    READ_BACK = "read_back"
    READ_BACK_REPLY = "read_back_reply"
    ENDED = "ended"
    ADJOURNED = "adjourned"


FULL: Final = frozenset({Role.CHILD, Role.OFFICER, Role.HELPER})  # who see the whole meeting
# Of these the room learns nothing, not even that something happened.
UNSEEN: Final = frozenset(
    {Kind.NOTE, Kind.COVERED, Kind.NOT_OK, Kind.READ_BACK, Kind.READ_BACK_REPLY}
)
OVER: Final = frozenset({Phase.ENDED, Phase.ADJOURNED})
# What still counts when a phone that had no signal catches up after the end.
AFTER_THE_END: Final = frozenset(
    {Kind.STARTED, Kind.LEFT, Kind.NOTE, Kind.COVERED, Kind.READ_BACK, Kind.READ_BACK_REPLY}
)
BY_ALL: Final = frozenset({Kind.WORD, Kind.HAND, Kind.LEFT})
LEADING: Final = frozenset(
    {Kind.ITEM, Kind.LED_BY, Kind.PAUSED, Kind.RESUMED, Kind.WORD_DONE, Kind.CAME}
)
MAY_SEND: Final[Mapping[Role, frozenset[Kind]]] = MappingProxyType(
    {
        Role.CHILD: BY_ALL | LEADING | {Kind.LEVEL, Kind.NOT_OK, Kind.READ_BACK_REPLY},
        Role.OFFICER: BY_ALL
        | LEADING
        | {Kind.LEVEL, Kind.NOT_OK, Kind.NOTE, Kind.COVERED, Kind.READ_BACK}
        | {Kind.ENDED, Kind.ADJOURNED},
        Role.HELPER: BY_ALL | LEADING | {Kind.NOT_OK},
        Role.CIRCLE: BY_ALL | LEADING,  # of which only whoever leads now changes anything
        Role.GUEST: BY_ALL,
        Role.SCREEN: frozenset({Kind.LEFT}),
    }
)


class EventSentDifferently(Refusal):
    """Another event has this id already."""

    code = "event_sent_differently"
    status = 409


class MeetingNotBegun(Refusal):
    """Nobody has opened this part yet: what is said to it waits on the device."""

    code = "meeting_not_begun"
    status = 409


class MeetingHasEnded(Refusal):
    """The meeting is over, and what is said to it now is too late."""

    code = "meeting_has_ended"
    status = 409


class MeetingIsFull(Refusal):
    """More have joined by code, or more was said, than any meeting needs."""

    code = "meeting_is_full"
    status = 409


class CodeNotValid(Refusal):
    """No meeting has this code now: it is wrong, or it was another's, or its time is over."""

    code = "meeting_code_not_valid"
    status = 404
    keeps_what_was_written = True


class NotJoined(Refusal):
    """This browser has joined no meeting, or was asked to leave, or the meeting is over."""

    code = "not_joined"
    status = 401


def check_may_send(role: Role, kind: Kind) -> None:
    """Refuse what nobody in this role ever says; raises NotAllowed."""
    if kind not in MAY_SEND[role]:
        raise NotAllowed


def code_from(random: bytes) -> str:
    """Six letters and digits out of random bytes: a thousand million codes."""
    return "".join(CODE_LETTERS[each % len(CODE_LETTERS)] for each in random[:CODE_LENGTH])


def code_as_compared(said: str) -> str:
    """One spelling of a code, however it was typed."""
    return "".join(letter for letter in said.upper() if letter in CODE_LETTERS)
