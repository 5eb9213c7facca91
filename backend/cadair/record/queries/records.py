"""A review's record: what its officer wrote beside what is known, for who may write it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.people import queries as people
from cadair.record.queries.attendance import Attended, attendance, unnamed
from cadair.record.queries.heard import Heard, HeardChild, heard
from cadair.record.queries.kept_records import Kept, kept_record
from cadair.record.queries.known import (
    KnownOfReview,
    LawMatter,
    RecordPart,
    known_of,
)
from cadair.record.queries.signing import to_sign
from cadair.record.rules.known import KnownLine, Whom
from cadair.record.rules.writing import Content, Heading, missing
from cadair.reviews.queries import ReviewFacts
from cadair.reviews.rules import Reason, ReviewKind, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordHead:
    """The review itself."""

    id: UUID
    kind: ReviewKind
    sequence: int | None
    stage: Stage
    due_by: date | None
    reason: Reason | None
    meets_at: datetime | None
    held_on: date | None
    on_time: bool | None
    parts: tuple[RecordPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading: what is known under it, and what the officer wrote beside it."""

    key: Heading
    lines: tuple[KnownLine, ...]
    written: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterCovered:
    """One matter of the law's list, and what the officer says became of it."""

    matter: LawMatter
    state: str | None
    words: str | None


@dataclass(frozen=True, kw_only=True)
class RecordOfReview:
    """One review's record, whole, as plain values."""

    review: RecordHead
    child: HeardChild
    key: bytes  # the child's
    heard: Heard
    kept: Kept
    known: KnownOfReview
    sections: tuple[Section, ...]
    covered: tuple[MatterCovered, ...]
    attendance: tuple[Attended, ...]
    missing: tuple[str, ...]  # what stops a signature; nothing once it is signed


def record_of(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    now: datetime,
    permission: Permission = Permission.WRITE_RECORD,
) -> RecordOfReview:
    """The record of a review for whoever has `permission`; raises NotFound for everybody else.

    Until it is signed, what is known is read from where it stands; afterwards as it stood then.
    """
    those = heard(session, actor=actor, review_id=review_id, permission=permission, now=now)
    key = children.sealing_key(session, child_id=those.child.child_id)
    kept = kept_record(session, review_id=review_id, key=key)
    lacking: tuple[str, ...] = ()
    if kept.known is not None:
        known = kept.known
    else:
        known = known_of(session, those, actor=actor, key=key)
        asked = to_sign(session, review=those.review, nation=those.child.nation)
        lacking = missing(kept.content, asked)
    return RecordOfReview(
        review=_head(those.review, known),
        child=those.child,
        key=key,
        heard=those,
        kept=kept,
        known=known,
        sections=_sections(known, kept.content),
        covered=_covered(known, kept.content),
        attendance=_attendance(session, known, kept.content),
        missing=lacking,
    )


def _head(review: ReviewFacts, known: KnownOfReview) -> RecordHead:
    return RecordHead(
        id=review.id,
        kind=review.kind,
        sequence=review.sequence,
        stage=review.stage,
        due_by=known.due_by,
        reason=review.reason,
        meets_at=review.meets_at,
        held_on=known.held_on,
        on_time=known.on_time,
        parts=known.parts,
    )


def _attendance(session: Session, known: KnownOfReview, content: Content) -> tuple[Attended, ...]:
    rows = content["attendance"]
    gone = unnamed(rows, known.expected)
    found = people.people(session, person_ids=list(gone)) if gone else {}
    others = {
        each.id: Whom(
            person_id=each.id, name=each.name, called=each.called, job=each.job, kind=None
        )
        for each in found.values()
    }
    return attendance(rows, known.expected, others)


def _sections(known: KnownOfReview, content: Content) -> tuple[Section, ...]:
    return tuple(
        Section(key=key, lines=known.lines[key], written=content["written"].get(key))
        for key in Heading
    )


def _covered(known: KnownOfReview, content: Content) -> tuple[MatterCovered, ...]:
    told: Mapping[str, Any] = content["covered"]
    return tuple(
        MatterCovered(
            matter=each,
            state=told[each.key]["state"] if each.key in told else None,
            words=told[each.key]["words"] if each.key in told else None,
        )
        for each in known.matters
    )
