"""When a release needs a second person, what may be done with it, and why it is refused; pure."""

import hmac
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from typing import Any, Final
from uuid import UUID

from cadair.access.actor import Job
from cadair.foundation.errors import BadInput, Refusal
from cadair.record.rules.passing import Walled

MAY_AGREE: Final = frozenset({Job.REVIEWING_OFFICER, Job.SERVICE_MANAGER})
LONGEST_WORDS: Final = 10_000
MOST_LINES: Final = 400


class State(StrEnum):
    """How far a release has come."""

    WAITING = "waiting"  # for the second person
    RELEASED = "released"
    SENT_BACK = "sent_back"
    TAKEN_BACK = "taken_back"  # before anybody agreed


class ChangedSincePreview(Refusal):
    """A wall, an audience or what is kept secret changed after the preview: look again."""

    code = "changed_since_preview"
    status = 409


class StoppedByGuard(Refusal):
    """The guard found something that this person must not learn, and no reason was given."""

    code = "stopped_by_guard"
    status = 409


class ReleasedDifferently(Refusal):
    """Something else was released, or waits, under this id."""

    code = "released_differently"
    status = 409


class ReleaseDecided(Refusal):
    """It was agreed to, sent back or taken back before."""

    code = "release_decided"
    status = 409


class NeedsAnotherPerson(Refusal):
    """Whoever prepared it cannot be the one who agrees."""

    code = "needs_another_person"
    status = 409


class NotViewed(Refusal):
    """Nobody agrees to what they have not looked at."""

    code = "not_viewed"
    status = 409


class NothingToRelease(BadInput):
    """Neither a line nor a word was chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Who prepared a release, what became of it, and when the one who asks looked at it."""

    by_id: UUID
    state: State
    viewed_at: datetime | None


def is_split(people: Collection[UUID], *, parts: int, walled: Walled) -> bool:
    """Whether a review is split: more than one part, or a wall between two of its people.

    `people` are those around the child who take part; the child and the officers are walled from
    nobody.
    """
    return parts > 1 or any(walled(one, other) for one, other in combinations(people, 2))


def check_may_agree(prepared: Prepared, *, person_id: UUID | None, job: Job | None) -> None:
    """Refuse whoever is not the second of two, or has not looked at what the recipient will see."""
    check_waits(prepared)
    if person_id is None or person_id == prepared.by_id or job not in MAY_AGREE:
        raise NeedsAnotherPerson
    if prepared.viewed_at is None:
        raise NotViewed


def check_may_take_back(prepared: Prepared, *, person_id: UUID | None) -> None:
    """Refuse to take back what somebody else prepared, or what was decided."""
    check_waits(prepared)
    if person_id != prepared.by_id:
        raise NeedsAnotherPerson


def check_waits(prepared: Prepared) -> None:
    """Refuse a second decision."""
    if prepared.state is not State.WAITING:
        raise ReleaseDecided


def fingerprint(key: bytes, whole: Any) -> str:
    """A keyed digest of all that a preview showed and stood on: the same gives the same."""
    said = json.dumps(whole, separators=(",", ":"), sort_keys=True, default=str)
    return hmac.digest(key, b"release|" + said.encode(), "sha256").hex()
