"""Writing a review's record: kept as it is written, every version of it, until it is signed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.contributions.rules.flooding import COUNTED_FOR, check_not_saving_too_often
from cadair.foundation.database import add_rows
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal
from cadair.meeting.rules.matters import MATTERS
from cadair.record.actions.noting import note
from cadair.record.models import RecordVersion, ReviewRecord
from cadair.record.queries.for_writing import Place, record_for_writing, refuse_stale
from cadair.record.queries.kept_records import By, kept_record
from cadair.record.queries.record_places import (
    place_of_record,
    place_of_version,
)
from cadair.record.queries.signing import to_sign
from cadair.record.rules.writing import (
    LARGEST,
    Content,
    RecordIsSigned,
    RecordTooLarge,
    check_content,
    check_matters,
    missing,
)
from cadair.reviews.queries.parts import parts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """That it was saved, and what stops a signature now."""

    revision: int
    saved: By
    missing: tuple[str, ...]


def save_record(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    content: Content,
    revision_read: int,
    now: datetime,
) -> Saved:
    """Keep what the officer writes, and the version as one more; the same again is the same.

    Raises Stale with what is kept when somebody else was quicker, so that neither loses a line,
    and RecordIsSigned once it is.
    """
    place = record_for_writing(session, actor=actor, review_id=review_id, now=now)
    kept = place.kept
    if kept.signed is not None:
        raise RecordIsSigned
    if kept.content != content or kept.revision == 0:
        if kept.revision != revision_read:
            refuse_stale(kept)
        _check(session, place, content)
        check_not_saving_too_often(saved=kept.saved_since, since=kept.counted_from, now=now)
        if not _written(session, actor, place, content, now):
            refuse_stale(
                record_for_writing(session, actor=actor, review_id=review_id, now=now).kept
            )
        facts = {"revision": kept.revision + 1}
        note(session, actor, "record.saved", place.child_id, review_id, facts, now)
        kept = kept_record(session, review_id=review_id, key=place.key)
    assert kept.saved is not None
    asked = to_sign(session, review=place.review, nation=place.around.nation)
    return Saved(revision=kept.revision, saved=kept.saved, missing=missing(content, asked))


def _check(session: Session, place: Place, content: Content) -> None:
    """Only the child, those around them, and whoever stands there already may be named."""
    before = {str(row["person_id"]) for row in place.kept.content["attendance"]}
    around = {str(member.person_id) for member in place.around.circle}
    parts: set[str] = set()
    if any(row["part_id"] for row in content["attendance"]):
        met = parts_of(session, review_id=place.review.id, key=place.key)
        parts = {str(part.id) for part in met}
    check_content(content, people=before | around | {str(place.child_id)}, parts=parts)
    check_matters(content, [each.key for each in MATTERS[place.around.nation]])
    if len(_as_text(content).encode()) > LARGEST:
        raise RecordTooLarge


def _written(session: Session, actor: Actor, place: Place, content: Content, now: datetime) -> bool:
    """Whether it was still as it was read."""
    kept, review_id, plain = place.kept, place.review.id, _as_text(content)
    same_hour = kept.counted_from is not None and kept.counted_from + COUNTED_FOR > now
    saved = {"revision": kept.revision + 1, "saved_at": now, "saved_by_id": actor.person_id}
    values = {
        **saved,
        "content": seal(place.key, plain, place_of_record(review_id)),
        "counted_from": kept.counted_from if same_hour else now,
        "saved_since": kept.saved_since + 1 if same_hour else 1,
    }
    if kept.revision == 0:
        row = {"review_id": review_id, "child_id": place.child_id, **values}
        is_ours = insert_unless_there(session, ReviewRecord, row)
    else:
        is_ours = _changed(session, review_id, kept.revision, values)
    if is_ours:
        where = place_of_version(review_id, kept.revision + 1)
        version = {"review_id": review_id, **saved, "content": seal(place.key, plain, where)}
        add_rows(session, RecordVersion, [version])
    return is_ours


def _changed(session: Session, review_id: UUID, revision: int, values: Mapping[str, Any]) -> bool:
    changed = session.execute(
        update(ReviewRecord)
        .where(
            ReviewRecord.review_id == review_id,
            ReviewRecord.revision == revision,
            ReviewRecord.signed_at.is_(None),
        )
        .values(**values)
        .returning(ReviewRecord.review_id)
    ).one_or_none()
    return changed is not None


def _as_text(content: Content) -> str:
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False)
