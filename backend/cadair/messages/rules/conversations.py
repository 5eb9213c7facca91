"""What a message may be, what is kept of it, and how writing one is refused; pure."""

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from cadair.foundation.errors import Refusal, TryAgainLater
from cadair.messages.rules.plain_words import required

LONGEST_WORDS: Final = 10_000
LONGEST_WAIT: Final = timedelta(days=30)  # longer than a phone keeps anything without signal
COUNTED_FOR: Final = timedelta(hours=1)
MOST_SENT: Final = 300  # of one author about one child; 200 may have waited on one phone


class Start(StrEnum):
    """How somebody begins, so that the officer knows what it is before reading."""

    GOOD_NEWS = "good_news"
    WORRYING = "worrying"
    SORT_OUT = "sort_out"
    QUESTION = "question"
    MIDPOINT = "midpoint"  # how it goes, half way to the next review: they were asked


class BroughtAs(StrEnum):
    """What a message became when its child brought it to their review."""

    WISH = "wish"
    AGENDA = "agenda"


class WrittenDifferently(Refusal):
    """Other words were written under this id before: nothing is overwritten in silence."""

    code = "written_differently"
    status = 409


class HandedOverDifferently(Refusal):
    """Another officer, day or word stands under this id: nothing is overwritten in silence."""

    code = "handed_over_differently"
    status = 409


class MessageWasRead(Refusal):
    """Somebody else has read it, so it cannot be unsaid any more."""

    code = "message_was_read"
    status = 409


class MessageTakenBack(Refusal):
    """Its author took it back: it says nothing any more."""

    code = "message_taken_back"
    status = 409


class BroughtDifferently(Refusal):
    """The child brought it to a review before, as something else."""

    code = "brought_differently"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a device sends to be written, as it is kept."""

    words: str
    start: Start | None
    language: str
    tell_social_worker: bool
    waited: timedelta


def cleaned(words: str) -> str:
    """The words without what nobody sees; raises BadInput when nothing or too much is left."""
    return required(words, longest=LONGEST_WORDS, field="words")


def waited(seconds: int) -> timedelta:
    """How long a message waited on its device: no less than nothing, and never years."""
    return timedelta(seconds=min(max(seconds, 0), int(LONGEST_WAIT.total_seconds())))


def check_not_flooding(*, most_sent_since: datetime | None, now: datetime) -> None:
    """Refuse one message more than fit in an hour; raises TryAgainLater.

    `most_sent_since` is when the oldest came of as many as fit; None when there are fewer.
    """
    if most_sent_since is not None:
        raise TryAgainLater(most_sent_since + COUNTED_FOR - now)


def fingerprint(key: bytes, *said: str | UUID | bool | None) -> bytes:
    """A keyed digest of what was said and to whom: the same gives the same.

    How long it waited is no part of it: sent again, it has waited longer.
    """
    whole = json.dumps([*said], separators=(",", ":"), default=str)
    return hmac.digest(key, b"message|" + whole.encode(), "sha256")


def may_take_back(
    *,
    author_id: UUID,
    person_id: UUID | None,
    taken_back_at: datetime | None,
    readers: Sequence[UUID],
) -> bool:
    """Whether this person may still unsay it: theirs, standing, and read by nobody else."""
    if taken_back_at is not None or person_id != author_id:
        return False
    return all(reader == author_id for reader in readers)
