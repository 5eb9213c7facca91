"""What was given to whom, unsealed; and which columns of it are sealed."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cadair.foundation.sealing import SealedColumn, seal, unseal
from cadair.record.models import Release, ReleaseViewing
from cadair.record.rules.distribution import ReleaseKind
from cadair.record.rules.guard import Why
from cadair.record.rules.releasing import Prepared, State
from cadair.record.rules.rendering import Given, Picked, as_kept, from_kept

RENDERING: Final = "release|rendering"
PICKED: Final = "release|picked"
FINDINGS: Final = "release|findings"
REASON: Final = "release|reason"
NOTE: Final = "release|note"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFacts:
    """A release without what it gives."""

    id: UUID
    review_id: UUID
    child_id: UUID
    person_id: UUID
    state: State
    needs_second: bool
    made_by_id: UUID
    made_at: datetime
    decided_by_id: UUID | None
    decided_at: datetime | None
    released_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the guard found: in which line, or in the officer's own words (None)."""

    why: Why
    words: str
    line: int | None
    start: int
    end: int
    term: str | None
    author: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenOnce:
    """One rendering that somebody was given, and when."""

    id: UUID
    released_at: datetime
    given: Given


def releases_of(session: Session, *, review_id: UUID) -> list[ReleaseFacts]:
    """Every release of a review, the newest first."""
    return _facts(session, Release.review_id == review_id)


def records_released(session: Session, *, review_id: UUID) -> list[ReleaseFacts]:
    """The releases of the review's record, the newest first."""
    return _facts(session, Release.review_id == review_id, Release.kind == ReleaseKind.RECORD)


def waiting_of(session: Session, *, child_ids: Collection[UUID] | None) -> list[ReleaseFacts]:
    """Releases that wait for a second person, the oldest first: of these children, or of all."""
    those = [Release.state == State.WAITING]
    if child_ids is not None:
        those.append(Release.child_id.in_(child_ids))
    return _facts(session, *those)[::-1]


def _facts(session: Session, *those: ColumnElement[bool]) -> list[ReleaseFacts]:
    columns = [getattr(Release, name) for name in ReleaseFacts.__slots__]
    rows = session.execute(select(*columns).where(*those).order_by(Release.made_at.desc()))
    return [ReleaseFacts(**row) for row in rows.mappings()]


def given_to(session: Session, *, review_id: UUID, person_id: UUID, key: bytes) -> list[GivenOnce]:
    """All that this person was given of a review, the newest first."""
    rows = session.execute(
        select(Release.id, Release.rendering, Release.released_at)
        .where(
            Release.review_id == review_id,
            Release.person_id == person_id,
            Release.state == State.RELEASED,
        )
        .order_by(Release.released_at.desc(), Release.id)
    )
    return [
        GivenOnce(
            id=row.id,
            released_at=row.released_at,
            given=from_kept(opened(key, row.rendering, RENDERING, review_id, row.id)),
        )
        for row in rows
    ]


def prepared(session: Session, row: Release, *, viewer_id: UUID | None) -> Prepared:
    """What the rules ask of a release, for the one who would decide on it."""
    viewed_at = session.scalar(
        select(ReleaseViewing.viewed_at).where(
            ReleaseViewing.review_id == row.review_id,
            ReleaseViewing.release_id == row.id,
            ReleaseViewing.person_id == viewer_id,
        )
    )
    return Prepared(by_id=row.made_by_id, state=row.state, viewed_at=viewed_at)


def rendering_of(row: Release, key: bytes) -> Given:
    """What a release gives, or would give."""
    return from_kept(opened(key, row.rendering, RENDERING, row.review_id, row.id))


def picked_of(row: Release, key: bytes) -> tuple[Picked, ...]:
    """The lines that were picked for it."""
    kept = opened(key, row.picked, PICKED, row.review_id, row.id)
    return tuple(
        Picked(answer_id=UUID(each["answer_id"]), named=each["named"]) for each in kept["lines"]
    )


def pieces_of(row: Release, key: bytes) -> list[str]:
    """The pieces of the record that were picked for it, by their keys."""
    pieces: list[str] = opened(key, row.picked, PICKED, row.review_id, row.id)["pieces"]
    return pieces


def doers_in(row: Release, key: bytes) -> list[UUID | None]:
    """Whom each of its lines names as the one who does it."""
    doers = opened(key, row.picked, PICKED, row.review_id, row.id)["doers"]
    return [UUID(each) if each else None for each in doers]


def has_childs_words(row: Release, key: bytes) -> bool:
    """Whether the child's own words are among what it gives: they are told who looks at them."""
    return bool(opened(key, row.picked, PICKED, row.review_id, row.id)["childs_words"])


def closed_rendering(key: bytes, given: Given, review_id: UUID, release_id: UUID) -> bytes:
    """A rendering, sealed into its row."""
    return closed(key, as_kept(given), RENDERING, review_id, release_id)


def closed_pieces(
    key: bytes,
    pieces: Collection[str],
    doers: Collection[str | None],
    review_id: UUID,
    release_id: UUID,
) -> bytes:
    """Which pieces of the record were picked, and whom they name, sealed into their row."""
    kept = {"lines": [], "childs_words": False, "pieces": list(pieces), "doers": list(doers)}
    return closed(key, kept, PICKED, review_id, release_id)


def closed_picks(
    key: bytes,
    picks: Collection[Picked],
    review_id: UUID,
    release_id: UUID,
    *,
    childs_words: bool,
) -> bytes:
    """Which lines were picked, and whether the child's are among them, sealed into their row."""
    lines = [{"answer_id": str(each.answer_id), "named": each.named} for each in picks]
    kept = {"lines": lines, "childs_words": childs_words}
    return closed(key, kept, PICKED, review_id, release_id)


def closed_findings(
    key: bytes, findings: Collection[Found], review_id: UUID, release_id: UUID
) -> bytes:
    """What the guard found and a reason overrode, sealed into its row."""
    return closed(key, [asdict(one) for one in findings], FINDINGS, review_id, release_id)


def opened_findings(
    key: bytes, kept: bytes | None, review_id: UUID, release_id: UUID
) -> tuple[Found, ...]:
    """The same, opened."""
    found = opened_maybe(key, kept, FINDINGS, review_id, release_id) or ()
    return tuple(Found(**{**one, "why": Why(one["why"])}) for one in found)


def closed(key: bytes, value: Any, where: str, review_id: UUID, release_id: UUID) -> bytes:
    """Any plain value, sealed into one column of its row."""
    return seal(key, json.dumps(value), _place(where, review_id, release_id))


def opened(key: bytes, kept: bytes, where: str, review_id: UUID, release_id: UUID) -> Any:
    """The same, opened."""
    return json.loads(unseal(key, kept, _place(where, review_id, release_id)))


def opened_maybe(
    key: bytes, kept: bytes | None, where: str, review_id: UUID, release_id: UUID
) -> Any:
    """The same; nothing stays nothing."""
    return None if kept is None else opened(key, kept, where, review_id, release_id)


def _place(where: str, review_id: UUID, release_id: UUID) -> str:
    return f"{where}|{review_id}|{release_id}"


def _sealed(where: str) -> SealedColumn:
    return SealedColumn(
        name=where.replace("|", "."),
        child="release.child_id",
        place=lambda row: _place(where, row["review_id"], row["id"]),
    )


SEALED: Final = tuple(map(_sealed, (RENDERING, PICKED, FINDINGS, REASON, NOTE)))
