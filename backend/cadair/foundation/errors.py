"""The one way in which Cadair says no."""

from datetime import timedelta
from math import ceil
from typing import Any, ClassVar


class Refusal(Exception):
    """Something that may not or cannot be done, named as the fact that stands in the way.

    `code` is stable and final: the client owns the sentence that a person reads.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 400
    # A refusal undoes what the request wrote, unless that is the point: a counted wrong try.
    keeps_what_was_written: ClassVar[bool] = False

    def __init__(
        self,
        *,
        fields: dict[str, list[str]] | None = None,
        more: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(self.code)
        self.fields = fields
        self.more = more or {}  # values that belong beside the code, such as the current revision
        self.headers: dict[str, str] = {}


class NotFound(Refusal):
    """There is no such thing, or this person may not know that there is."""

    code = "not_found"
    status = 404


class NotAllowed(Refusal):
    """The person knows of it and may not do this to it."""

    code = "not_allowed"
    status = 403


class NotSignedIn(Refusal):
    """Nobody is signed in, or no longer."""

    code = "not_signed_in"
    status = 401


class Locked(Refusal):
    """The page was left alone: it opens again for whoever shows that it is theirs."""

    code = "locked"
    status = 403


class SecondStepNeeded(Refusal):
    """They said the right password, and have not yet taken the second step."""

    code = "second_step_needed"
    status = 401


class StepUpNeeded(Refusal):
    """They may, once they have shown again that it is they."""

    code = "step_up_needed"
    status = 403


class Stale(Refusal):
    """Somebody changed it since it was read."""

    code = "stale"
    status = 412


class RevisionMissing(Refusal):
    """The request must say with If-Match which revision it read."""

    code = "revision_missing"
    status = 428


class TryAgainLater(Refusal):
    """The same person has done this too often of late; `wait` says until when."""

    code = "try_again_later"
    status = 429

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.headers["Retry-After"] = str(max(1, ceil(wait.total_seconds())))


class BadInput(Refusal):
    """What was sent does not have the shape that was asked for; `fields` says where."""

    code = "bad_input"
    status = 422
