"""A child's letters: as they are kept, as the officer writes one, and as the child reads it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.foundation.sealing import SealedColumn, seal, unseal
from cadair.messages.queries.who import Who, whos
from cadair.record.models.letters import Letter, LetterRemark
from cadair.record.rules.letters import Paragraph
from cadair.reviews import queries as reviews
from cadair.reviews.rules import ReviewKind

AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the child said of the letter, or of one paragraph of it."""

    id: UUID
    paragraph: str | None
    words: str
    at: datetime
    seen_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLetter:
    """A letter as it was last saved, and as it was given if it was."""

    review_id: UUID
    revision: int
    language: str
    paragraphs: tuple[Paragraph, ...]
    saved_at: datetime
    saved_by: Who
    given_at: datetime | None
    given_by: Who | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLetter:
    """A letter that a child has, without what stands in it."""

    review_id: UUID
    kind: ReviewKind
    held_on: date | None
    language: str
    given_at: datetime
    given_by: Who


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """That a child had a review, and on which day."""

    review_id: UUID
    held_on: date


def kept_letter(session: Session, *, review_id: UUID, key: bytes) -> KeptLetter | None:
    """The letter of a review, if one was saved: two statements."""
    row = session.execute(select(*_COLUMNS).where(Letter.review_id == review_id)).one_or_none()
    if row is None:
        return None
    return _letter(row, key, whos(session, person_ids=[row.saved_by_id, row.given_by_id]))


def given_letters(session: Session, *, child_id: UUID) -> list[ListedLetter]:
    """Every letter that a child was given, the newest first."""
    rows = _given(session, child_id)
    if not rows:
        return []
    key = children.sealing_key(session, child_id=child_id)
    known = whos(session, person_ids=[row.given_by_id for row in rows])
    of = {each.id: each for each in reviews.reviews_of_child(session, child_id=child_id)}
    return [
        ListedLetter(
            review_id=row.review_id,
            kind=of[row.review_id].kind,
            held_on=of[row.review_id].held_on,
            language=_opened(row, key)["language"],
            given_at=row.given_at,
            given_by=known[row.given_by_id],
        )
        for row in rows
    ]


def certificates(session: Session, *, child_id: UUID) -> list[Certificate]:
    """One for every review of a child that was held, letter or none; the newest first."""
    return [
        Certificate(review_id=each.id, held_on=each.held_on)
        for each in reviews.reviews_of_child(session, child_id=child_id)
        if each.held_on is not None
    ]


def given_whole(session: Session, *, child_id: UUID, key: bytes) -> list[KeptLetter]:
    """The same with all that stands in them, in two statements."""
    rows = _given(session, child_id)
    people = {person for row in rows for person in (row.saved_by_id, row.given_by_id)}
    known = whos(session, person_ids=people)
    return [_letter(row, key, known) for row in rows]


def _given(session: Session, child_id: UUID) -> Sequence[AnyRow]:
    return session.execute(
        select(*_COLUMNS)
        .where(Letter.child_id == child_id, Letter.given_at.is_not(None))
        .order_by(Letter.given_at.desc(), Letter.review_id)
    ).all()


def remarks_of(session: Session, *, review_id: UUID, key: bytes) -> tuple[Remark, ...]:
    """What the child said of a letter, the oldest first."""
    return remarks_by_letter(session, review_ids=[review_id], key=key).get(review_id, ())


def remarks_by_letter(
    session: Session, *, review_ids: Collection[UUID], key: bytes
) -> dict[UUID, tuple[Remark, ...]]:
    """The same of several of one child's, in one statement."""
    rows = session.execute(
        select(
            LetterRemark.review_id,
            LetterRemark.id,
            LetterRemark.paragraph,
            LetterRemark.words,
            LetterRemark.at,
            LetterRemark.seen_at,
        )
        .where(LetterRemark.review_id.in_(review_ids))
        .order_by(LetterRemark.at, LetterRemark.id)
    )
    found: dict[UUID, tuple[Remark, ...]] = {}
    for row in rows:
        remark = Remark(
            id=row.id,
            paragraph=row.paragraph,
            words=unseal(key, row.words, place_of_remark(row.review_id, row.id)),
            at=row.at,
            seen_at=row.seen_at,
        )
        found[row.review_id] = (*found.get(row.review_id, ()), remark)
    return found


def closed_letter(
    key: bytes, review_id: UUID, *, language: str, paragraphs: Sequence[Paragraph]
) -> bytes:
    """A letter's content, sealed into its row."""
    content = {
        "language": language,
        "paragraphs": [{"key": each.key, "words": each.words} for each in paragraphs],
    }
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return seal(key, plain, place_of_letter(review_id))


def place_of_letter(review_id: UUID) -> str:
    """What a letter is sealed to."""
    return f"letter|content|{review_id}"


def place_of_remark(review_id: UUID, remark_id: UUID) -> str:
    """What a remark is sealed to."""
    return f"letter_remark|words|{review_id}|{remark_id}"


def _letter(row: AnyRow, key: bytes, known: Mapping[UUID, Who]) -> KeptLetter:
    content = _opened(row, key)
    return KeptLetter(
        review_id=row.review_id,
        revision=row.revision,
        language=content["language"],
        paragraphs=tuple(Paragraph(**each) for each in content["paragraphs"]),
        saved_at=row.saved_at,
        saved_by=known[row.saved_by_id],
        given_at=row.given_at,
        given_by=known[row.given_by_id] if row.given_by_id else None,
    )


def _opened(row: AnyRow, key: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(unseal(key, row.content, place_of_letter(row.review_id)))
    return found


_COLUMNS: Final = (
    Letter.review_id,
    Letter.revision,
    Letter.content,
    Letter.saved_at,
    Letter.saved_by_id,
    Letter.given_at,
    Letter.given_by_id,
)
SEALED: Final = (
    SealedColumn(
        name="letter.content",
        child="letter.child_id",
        place=lambda row: place_of_letter(row["review_id"]),
    ),
    SealedColumn(
        name="letter_remark.words",
        child="review.child_id",
        through="review_id",
        place=lambda row: place_of_remark(row["review_id"], row["id"]),
    ),
)
