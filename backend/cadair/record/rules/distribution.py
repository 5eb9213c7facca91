"""Which pieces of a signed record may be given to whom, and which are by default; pure.

Nothing passes that is not listed here.  In a split review somebody around the child gets their own
part alone: what they must do, and what the officer writes to them.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from cadair.foundation.errors import Refusal
from cadair.record.rules.passing import Recipient
from cadair.record.rules.rendering import GivenLine

MOST_PIECES: Final = 200


class ReleaseKind(StrEnum):
    """What a release gives."""

    WORDS = "words"  # lines that were said, and the officer's own
    RECORD = "record"  # pieces of the signed record


class RecordGivenAlready(Refusal):
    """This person was given this record, or it waits for a second person to agree."""

    code = "record_given_already"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of a signed record: what the officer wrote under a heading, or a decision."""

    key: str  # such as `written:topics` or `decision:<id>`
    heading: str
    words: str
    doer_id: UUID | None = None
    doer: str | None = None  # by name
    is_officers: bool = False  # the doer reviews the child: everybody may know their name
    by_on: date | None = None
    language: str | None = None  # where it is known otherwise than by who writes

    @property
    def is_decision(self) -> bool:
        """Whether somebody has to do it."""
        return self.key.startswith("decision:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A piece that may be given to one person, as they would see it."""

    piece: Piece
    who: str | None
    is_default: bool


def offers_to(
    recipient: Recipient,
    pieces: Iterable[Piece],
    *,
    is_split: bool,
    named_to: Collection[UUID],
) -> tuple[Offer, ...]:
    """What may be given to this person, in the record's order; `named_to`: whom they may know."""
    return tuple(
        Offer(
            piece=piece,
            who=piece.doer if _may_know(piece, recipient, named_to) else None,
            is_default=_gets_all(recipient) or _is_theirs(piece, recipient),
        )
        for piece in pieces
        if _gets_all(recipient) or not is_split or _is_theirs(piece, recipient)
    )


def line_of(offer: Offer, *, language: str) -> GivenLine:
    """A piece as its recipient is given it."""
    piece = offer.piece
    return GivenLine(
        said_by=None,
        title=None,
        ask=None,
        face=None,
        choices=(),
        words=piece.words,
        language=piece.language or language,
        heading=piece.heading,
        who=offer.who,
        by_on=piece.by_on.isoformat() if piece.by_on else None,
    )


def _gets_all(recipient: Recipient) -> bool:
    return recipient.is_child or recipient.is_social_worker


def _is_theirs(piece: Piece, recipient: Recipient) -> bool:
    return piece.is_decision and piece.doer_id == recipient.person_id


def _may_know(piece: Piece, recipient: Recipient, named_to: Collection[UUID]) -> bool:
    """Whether this person may be told who does it; without an account it is in the words."""
    if piece.doer_id is None:
        return _gets_all(recipient)
    return (
        recipient.is_child
        or piece.is_officers
        or piece.doer_id == recipient.person_id
        or piece.doer_id in named_to
    )
