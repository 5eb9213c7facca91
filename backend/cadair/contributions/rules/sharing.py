"""Who may be told an answer, and the ways in which sharing and taking back are refused."""

import hmac
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cadair.contributions.rules.answers import GivenAnswer, Helper
from cadair.contributions.rules.forms import Audience
from cadair.foundation.errors import BadInput, Refusal

LARGEST_DRAFT: Final = 256 * 1024


class AlreadySharedDifferently(Refusal):
    """Other words were shared under this id before: nothing is overwritten in silence."""

    code = "already_shared_differently"
    status = 409


class AlreadyReplaced(Refusal):
    """The contribution that this one would replace has been replaced or taken back already."""

    code = "already_replaced"
    status = 409


class AnswerIdTaken(Refusal):
    """An answer carries an id that another answer has: the device makes a new one."""

    code = "answer_id_taken"
    status = 409


class TooLateToTakeBack(Refusal):
    """The meeting has begun, and what was shared may have been said in it."""

    code = "too_late_to_take_back"
    status = 409


class DraftTooLarge(Refusal):
    """The draft is longer than the server keeps; the device still has it."""

    code = "too_large"
    status = 413


class FormNotKnown(BadInput):
    """There is no such form, no such version of it, or it is not one for this person."""


class ObservationNotOffered(Refusal):
    """The child can say it themselves: nobody's watching takes the place of their words."""

    code = "observation_not_offered"
    status = 422


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a device sends to be shared, word for word."""

    review_id: UUID
    form: str
    form_version: int
    language: str
    helper: Helper | None
    replaces: UUID | None
    answers: tuple[GivenAnswer, ...]


@dataclass(frozen=True, kw_only=True)
class Hearer:
    """Somebody who might be told an answer, and what they are to the child."""

    person_id: UUID | None
    is_reviewing_officer: bool
    is_social_worker: bool
    is_in_circle: bool


def may_hear(
    hearer: Hearer, *, author_id: UUID, audience: Audience, not_people: Collection[UUID]
) -> bool:
    """Whether the author lets this person be told.

    That is a ceiling, not a release: what an audience allows still waits for the reviewing
    officer, who hears everything, since nobody else could keep the child safe.
    """
    if hearer.person_id == author_id or hearer.is_reviewing_officer:
        return True
    if hearer.person_id in not_people:
        return False
    if audience is Audience.EVERYONE:
        return hearer.is_in_circle
    return audience is Audience.OFFICER_AND_SOCIAL_WORKER and hearer.is_social_worker


def fingerprint(key: bytes, said: Said) -> bytes:
    """A keyed digest of everything that was said: the same words give the same.

    Keyed, because answers such as one face out of three could be guessed from a plain digest.
    """
    whole = json.dumps(
        [
            said.review_id,
            said.form,
            said.form_version,
            said.language,
            [said.helper.name, said.helper.who] if said.helper else None,
            said.replaces,
            [
                [
                    answer.id,
                    answer.question,
                    answer.skip,
                    answer.face,
                    answer.choices,
                    answer.words,
                    answer.helper_words,
                    answer.audience,
                    sorted(answer.not_people),
                    answer.wish,
                ]
                for answer in said.answers
            ],
        ],
        separators=(",", ":"),
        default=str,
    )
    return hmac.digest(key, b"contribution|" + whole.encode(), "sha256")
