"""A review's record as it lies in the database, every version of it, and what was added later."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import unseal
from cadair.people import queries as people
from cadair.record.models import RecordAddendum, RecordVersion, ReviewRecord
from cadair.record.queries.known import KnownOfReview, from_kept
from cadair.record.queries.record_places import (
    place_of_addendum,
    place_of_known,
    place_of_record,
    place_of_version,
)
from cadair.record.rules.writing import EMPTY, Content


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Somebody by name, and when they did it."""

    person_id: UUID
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """What was added after the signature."""

    id: UUID
    words: str
    by: By


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """That the record was saved once, and by whom; with its content where that was asked for."""

    revision: int
    saved: By
    content: Content | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The record as it lies in the database, opened."""

    revision: int  # 0: nothing was written yet
    content: Content
    saved: By | None
    signed: By | None
    known: KnownOfReview | None  # as it was signed
    counted_from: datetime | None
    saved_since: int
    addenda: tuple[Addendum, ...]


def kept_record(session: Session, *, review_id: UUID, key: bytes) -> Kept:
    """What was written so far, with whoever wrote it by name: two or three statements."""
    row = session.execute(
        select(*_COLUMNS).where(ReviewRecord.review_id == review_id)
    ).one_or_none()
    added = _addenda_rows(session, review_id) if row is not None and row.signed_at else ()
    named = _names(session, row, added)
    if row is None:
        return Kept(
            revision=0, content=json.loads(json.dumps(EMPTY)), saved=None, signed=None, known=None,
            counted_from=None, saved_since=0, addenda=(),
        )  # fmt: skip
    known = None
    if row.known is not None:
        known = from_kept(unseal(key, row.known, place_of_known(review_id)))
    return Kept(
        revision=row.revision,
        content=json.loads(unseal(key, row.content, place_of_record(review_id))),
        saved=_by(named, row.saved_by_id, row.saved_at),
        signed=_by(named, row.signed_by_id, row.signed_at) if row.signed_at else None,
        known=known,
        counted_from=row.counted_from,
        saved_since=row.saved_since,
        addenda=tuple(
            Addendum(
                id=each.id,
                words=unseal(key, each.words, place_of_addendum(review_id, each.id)),
                by=_by(named, each.by_id, each.at),
            )
            for each in added
        ),
    )


def versions_of(session: Session, *, review_id: UUID) -> list[Version]:
    """Every version that was saved, the latest first, without what stands in it."""
    rows = session.execute(
        select(RecordVersion.revision, RecordVersion.saved_at, RecordVersion.saved_by_id)
        .where(RecordVersion.review_id == review_id)
        .order_by(RecordVersion.revision.desc())
    ).all()
    named = people.people(session, person_ids=list({row.saved_by_id for row in rows}))
    return [
        Version(
            revision=row.revision,
            saved=By(person_id=row.saved_by_id, name=named[row.saved_by_id].name, at=row.saved_at),
            content=None,
        )
        for row in rows
    ]


def version_of(session: Session, *, review_id: UUID, revision: int, key: bytes) -> Version:
    """One version whole; raises NotFound."""
    row = session.execute(
        select(RecordVersion.content, RecordVersion.saved_at, RecordVersion.saved_by_id).where(
            RecordVersion.review_id == review_id, RecordVersion.revision == revision
        )
    ).one_or_none()
    if row is None:
        raise NotFound
    name = people.person(session, person_id=row.saved_by_id).name
    return Version(
        revision=revision,
        saved=By(person_id=row.saved_by_id, name=name, at=row.saved_at),
        content=json.loads(unseal(key, row.content, place_of_version(review_id, revision))),
    )


def _addenda_rows(session: Session, review_id: UUID) -> list[Any]:
    return list(
        session.execute(
            select(RecordAddendum.id, RecordAddendum.words, RecordAddendum.by_id, RecordAddendum.at)
            .where(RecordAddendum.review_id == review_id)
            .order_by(RecordAddendum.at, RecordAddendum.id)
        )
    )


def _names(session: Session, row: Row[*tuple[Any, ...]] | None, added: Any) -> Mapping[UUID, Any]:
    if row is None:
        return {}
    wanted = {row.saved_by_id, row.signed_by_id, *(each.by_id for each in added)} - {None}
    return people.people(session, person_ids=list(wanted))


def _by(named: Mapping[UUID, Any], person_id: UUID, at: datetime) -> By:
    return By(person_id=person_id, name=named[person_id].name, at=at)


_COLUMNS = (
    ReviewRecord.revision,
    ReviewRecord.content,
    ReviewRecord.saved_at,
    ReviewRecord.saved_by_id,
    ReviewRecord.signed_at,
    ReviewRecord.signed_by_id,
    ReviewRecord.known,
    ReviewRecord.counted_from,
    ReviewRecord.saved_since,
)
