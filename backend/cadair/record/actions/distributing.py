"""Giving a signed record: one view for each person, looked at before, agreed to if it must be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.queries.around import OFFICER_KINDS
from cadair.foundation.clock import today
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.record.actions.releasing import facts_of
from cadair.record.models import Release
from cadair.record.queries import Preview, ReleaseFacts, Someone
from cadair.record.queries import releases as kept
from cadair.record.queries.distributing import (
    Distributing,
    distributing,
    doers_of,
    preview_record,
)
from cadair.record.rules.distribution import Offer, RecordGivenAlready, ReleaseKind
from cadair.record.rules.releasing import (
    ChangedSincePreview,
    ReleasedDifferently,
    State,
    StoppedByGuard,
)
from cadair.reviews import actions as reviews
from cadair.reviews.queries import taking_part
from cadair.reviews.rules import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPerson:
    """One person, what they may be given, and what became of it."""

    person: Someone
    offers: tuple[Offer, ...]
    releases: tuple[ReleaseFacts, ...]


@dataclass(frozen=True, kw_only=True)
class Distribution:
    """A review's record and everybody to whom it may be given."""

    found: Distributing
    people: tuple[ToPerson, ...]


def read_distribution(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime
) -> Distribution:
    """To whom the record may be given, what each would be told, and what was given or waits."""
    found = distributing(session, actor=actor, review_id=review_id, now=now)
    released = kept.records_released(session, review_id=review_id)
    _note(session, actor, "record.recipients_read", found, review_id, {}, now)
    return Distribution(
        found=found,
        people=tuple(
            ToPerson(
                person=one,
                offers=found.offers(found.sharing.recipient(one.person_id)),
                releases=tuple(each for each in released if each.person_id == one.person_id),
            )
            for one in found.sharing.recipients
        ),
    )


def preview_distribution(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    person_id: UUID,
    keys: Sequence[str],
    words: str | None,
    now: datetime,
) -> Preview:
    """Exactly what this person would be given of the record, and what the guard stops."""
    found = distributing(session, actor=actor, review_id=review_id, now=now)
    made = _prepared(session, found, actor.language, person_id, keys, words)
    facts = {"to": str(person_id), "findings": sorted({one.why.value for one in made.findings})}
    _note(session, actor, "record.previewed", found, review_id, facts, now)
    return made


def distribute(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    distribution_id: UUID,
    person_id: UUID,
    keys: Sequence[str],
    words: str | None,
    fingerprint: str,
    reason: str | None,
    now: datetime,
) -> ReleaseFacts:
    """Give one person what the preview showed of the record, or ask a second person to agree.

    The same again is the same as once, and of one record nobody is given two views: the database
    holds it (RecordGivenAlready).  Refused when anything that the preview stood on has changed.
    """
    found = distributing(session, actor=actor, review_id=review_id, now=now)
    before = session.get(Release, (review_id, distribution_id))
    if before is not None:
        return _same(before, actor, person_id, fingerprint, reason, found.sharing.key)
    made = _prepared(session, found, actor.language, person_id, keys, words)
    if made.fingerprint != fingerprint:
        raise ChangedSincePreview
    if made.findings and not reason:
        raise StoppedByGuard
    row = _row(actor, found, made, distribution_id, person_id, keys, reason, now)
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError:
        there = session.get(Release, (review_id, distribution_id), populate_existing=True)
        if there is None:
            raise RecordGivenAlready from None
        return _same(there, actor, person_id, fingerprint, reason, found.sharing.key)
    facts = {
        "to": str(person_id),
        "pieces": list(keys),
        "own_words": bool(words),
        "edition": found.edition,
        "overridden": sorted({one.why.value for one in made.findings}),
    }
    event = "record.proposed" if made.needs_second else "record.given"
    _note(session, actor, event, found, distribution_id, facts, now)
    if not made.needs_second:
        tell_given(session, row, now=now)
    return facts_of(row)


def tell_given(session: Session, row: Release, *, now: datetime) -> None:
    """Have the person told that something waits for them; of what, nothing."""
    told = [(row.person_id, row.id)]
    notifications.tell(session, told=told, about=About.RECORD_GIVEN, now=now)
    if not _still_to_give(session, row, now):
        reviews.paper_done(session, review_id=row.review_id, paper=Paper.GIVEN_TO_ALL, now=now)


def _still_to_give(session: Session, row: Release, now: datetime) -> set[UUID]:
    """Of the child and those who take part and are around them today, whoever has none of it."""
    around = children.circle(session, child_id=row.child_id, on=today(now))
    theirs = {member.person_id for member in around if member.kind not in OFFICER_KINDS}
    asked = taking_part(session, review_id=row.review_id).people
    released = kept.records_released(session, review_id=row.review_id)
    given = {each.person_id for each in released if each.state is State.RELEASED}
    return ({row.child_id} | (theirs & asked)) - given - {row.person_id}


def is_unchanged(session: Session, *, prepared_by: Actor, row: Release, now: datetime) -> bool:
    """Whether a record that waits for a second person would be given just so today."""
    key_of = kept.pieces_of
    found = distributing(session, actor=prepared_by, review_id=row.review_id, now=now)
    given = kept.rendering_of(row, found.sharing.key)
    made = preview_record(
        found,
        found.sharing.recipient(row.person_id),
        keys=key_of(row, found.sharing.key),
        words=given.words,
        language=given.language,
        before=(),
    )
    return made.fingerprint == row.fingerprint


def _prepared(
    session: Session,
    found: Distributing,
    language: str,
    person_id: UUID,
    keys: Sequence[str],
    words: str | None,
) -> Preview:
    sharing = found.sharing
    review_id = sharing.review.id
    before = kept.given_to(session, review_id=review_id, person_id=person_id, key=sharing.key)
    return preview_record(
        found,
        sharing.recipient(person_id),
        keys=keys,
        words=words,
        language=language,
        before=before,
    )


def _row(
    actor: Actor,
    found: Distributing,
    made: Preview,
    distribution_id: UUID,
    person_id: UUID,
    keys: Sequence[str],
    reason: str | None,
    now: datetime,
) -> Release:
    sharing = found.sharing
    review_id, key = sharing.review.id, sharing.key
    place = (review_id, distribution_id)
    return Release(
        review_id=review_id,
        id=distribution_id,
        child_id=sharing.review.child_id,
        person_id=person_id,
        kind=ReleaseKind.RECORD,
        edition=found.edition,
        state=State.WAITING if made.needs_second else State.RELEASED,
        needs_second=made.needs_second,
        rendering=kept.closed_rendering(key, made.given, *place),
        picked=kept.closed_pieces(key, keys, doers_of(found, keys), *place),
        findings=kept.closed_findings(key, made.findings, *place) if made.findings else None,
        reason=kept.closed(key, reason, kept.REASON, *place) if reason else None,
        fingerprint=made.fingerprint,
        made_by_id=actor.person_id,
        made_at=now,
        released_at=None if made.needs_second else now,
    )


def _same(
    row: Release, actor: Actor, person_id: UUID, fingerprint: str, reason: str | None, key: bytes
) -> ReleaseFacts:
    kept_reason = kept.opened_maybe(key, row.reason, kept.REASON, row.review_id, row.id)
    said = (row.made_by_id, row.person_id, row.fingerprint, kept_reason)
    if said != (actor.person_id, person_id, fingerprint, reason or None):
        raise ReleasedDifferently
    return facts_of(row)


def _note(
    session: Session,
    actor: Actor,
    event: str,
    found: Distributing,
    subject_id: UUID,
    facts: dict[str, Any],
    now: datetime,
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=found.sharing.review.child_id,
        subject_id=subject_id,
        facts=facts,
        now=now,
    )
