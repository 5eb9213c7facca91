"""Giving on: what may pass, a preview for one person, and the release itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.contributions import actions as contributions
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.record import queries
from cadair.record.models import Release
from cadair.record.queries import GivenOnce, Passable, Preview, ReleaseFacts, Sharing, Someone
from cadair.record.queries import releases as kept
from cadair.record.queries.shown import shown_to
from cadair.record.rules.releasing import (
    ChangedSincePreview,
    ReleasedDifferently,
    State,
    StoppedByGuard,
)
from cadair.record.rules.rendering import Picked
from cadair.reviews import queries as reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasesOfReview:
    """To whom something may be given of one review, and what was given or waits."""

    sharing: Sharing
    releases: tuple[ReleaseFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MayPass:
    """What may be given to one person, and what they were given."""

    person: Someone
    lines: tuple[Passable, ...]
    given: tuple[GivenOnce, ...]


def read_recipients(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime
) -> ReleasesOfReview:
    """Everybody to whom something of this review may be given, with their releases."""
    found = queries.sharing(session, actor=actor, review_id=review_id, now=now)
    _note(session, actor, "release.recipients_read", found, review_id, {}, now)
    return ReleasesOfReview(
        sharing=found, releases=tuple(kept.releases_of(session, review_id=review_id))
    )


def read_may_pass(
    session: Session, *, actor: Actor, review_id: UUID, person_id: UUID, now: datetime
) -> MayPass:
    """What may be given to one person; whoever said it is told by name that it was read."""
    found = queries.sharing(session, actor=actor, review_id=review_id, now=now)
    lines = queries.passable(found, found.recipient(person_id))
    contributions.mark_read(
        session,
        actor=actor,
        standing=found.standing,
        contribution_ids=list({each.line.contribution_id for each in lines}),
        now=now,
    )
    facts = {"to": str(person_id), "lines": len(lines)}
    _note(session, actor, "release.lines_read", found, review_id, facts, now)
    return MayPass(
        person=found.people[person_id],
        lines=tuple(lines),
        given=tuple(_given(session, found, person_id)),
    )


def preview(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    person_id: UUID,
    lines: Sequence[Picked],
    words: str | None,
    now: datetime,
) -> Preview:
    """Exactly what this person would be given, what of it is new, and what the guard stops."""
    found = queries.sharing(session, actor=actor, review_id=review_id, now=now)
    made = _prepared(session, found, actor.language, person_id, lines, words)
    facts = {"to": str(person_id), "findings": sorted({one.why.value for one in made.findings})}
    _note(session, actor, "release.previewed", found, review_id, facts, now)
    return made


def release(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    release_id: UUID,
    person_id: UUID,
    lines: Sequence[Picked],
    words: str | None,
    fingerprint: str,
    reason: str | None,
    now: datetime,
) -> ReleaseFacts:
    """Give one person what the preview showed, or ask a second person to agree.

    The device makes the id: the same again is the same as once.  Refused when anything that the
    preview stood on has changed since, or when the guard found something and no reason is given.
    """
    found = queries.sharing(session, actor=actor, review_id=review_id, now=now)
    before = session.get(Release, (review_id, release_id))
    if before is not None:
        return _same_as_before(before, actor, person_id, fingerprint, reason, found.key)
    made = _prepared(session, found, actor.language, person_id, lines, words)
    if made.fingerprint != fingerprint:
        raise ChangedSincePreview
    if made.findings and not reason:
        raise StoppedByGuard
    row = _row(actor, found, made, release_id, person_id, lines, reason, now)
    if not _added(session, row):
        there = session.get(Release, (review_id, release_id), populate_existing=True)
        if there is None:
            raise NotFound
        return _same_as_before(there, actor, person_id, fingerprint, reason, found.key)
    facts = {
        "to": str(person_id),
        "lines": [str(pick.answer_id) for pick in lines],
        "own_words": bool(words),
        "overridden": sorted({one.why.value for one in made.findings}),
    }
    event = "release.proposed" if made.needs_second else "release.released"
    _note(session, actor, event, found, release_id, facts, now)
    return facts_of(row)


def read_given(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime
) -> list[GivenOnce]:
    """What the one who asks was given of a review that they take part in, and may still read.

    Raises NotFound.
    """
    review = reviews.review_of(session, review_id=review_id)
    standing = children.standing(session, actor=actor, child_id=review.child_id, on=today(now))
    check(Permission.SEE_WHAT_WAS_SHARED, actor, standing)
    assert actor.person_id is not None  # the policy lets nobody through but people
    if not standing.is_self and not reviews.takes_part(
        session, review_id=review_id, person_id=actor.person_id
    ):
        raise NotFound
    given = shown_to(
        session,
        child_id=review.child_id,
        review_id=review_id,
        person_id=actor.person_id,
        on=today(now),
    )
    audit.note(
        session,
        actor=actor,
        event="release.read",
        child_id=review.child_id,
        subject_id=review_id,
        facts={"releases": [str(each.id) for each in given]},
        now=now,
    )
    return given


def facts_of(row: Release) -> ReleaseFacts:
    """A release without what it gives."""
    return ReleaseFacts(**{name: getattr(row, name) for name in ReleaseFacts.__slots__})


def _prepared(
    session: Session,
    found: Sharing,
    language: str,
    person_id: UUID,
    lines: Sequence[Picked],
    words: str | None,
) -> Preview:
    return queries.preview(
        found,
        found.recipient(person_id),
        picks=lines,
        words=words,
        language=language,
        before=_given(session, found, person_id),
    )


def _given(session: Session, found: Sharing, person_id: UUID) -> list[GivenOnce]:
    return kept.given_to(session, review_id=found.review.id, person_id=person_id, key=found.key)


def _row(
    actor: Actor,
    found: Sharing,
    made: Preview,
    release_id: UUID,
    person_id: UUID,
    lines: Sequence[Picked],
    reason: str | None,
    now: datetime,
) -> Release:
    review_id, key = found.review.id, found.key
    place = (review_id, release_id)
    return Release(
        review_id=review_id,
        id=release_id,
        child_id=found.review.child_id,
        person_id=person_id,
        state=State.WAITING if made.needs_second else State.RELEASED,
        needs_second=made.needs_second,
        rendering=kept.closed_rendering(key, made.given, *place),
        picked=kept.closed_picks(key, lines, *place, childs_words=made.has_childs_words),
        findings=kept.closed_findings(key, made.findings, *place) if made.findings else None,
        reason=kept.closed(key, reason, kept.REASON, *place) if reason else None,
        fingerprint=made.fingerprint,
        made_by_id=actor.person_id,
        made_at=now,
        released_at=None if made.needs_second else now,
    )


def _added(session: Session, row: Release) -> bool:
    """Whether it is new: two taps at the same moment make one."""
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError:
        return False
    return True


def _same_as_before(
    row: Release,
    actor: Actor,
    person_id: UUID,
    fingerprint: str,
    reason: str | None,
    key: bytes,
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
    found: Sharing,
    subject_id: UUID,
    facts: dict[str, Any],
    now: datetime,
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=found.review.child_id,
        subject_id=subject_id,
        facts=facts,
        now=now,
    )
