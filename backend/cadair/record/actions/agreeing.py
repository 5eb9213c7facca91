"""The second of two people: looks at what the recipient will see, and agrees or sends it back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.people import queries as people
from cadair.record import queries
from cadair.record.actions.distributing import is_unchanged, tell_given
from cadair.record.actions.releasing import facts_of
from cadair.record.models import Release, ReleaseViewing
from cadair.record.queries import Found, ReleaseFacts
from cadair.record.queries import releases as kept
from cadair.record.rules.distribution import ReleaseKind
from cadair.record.rules.releasing import (
    ChangedSincePreview,
    ReleaseDecided,
    State,
    check_may_agree,
    check_may_take_back,
)
from cadair.record.rules.rendering import Given, given_before


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSeen:
    """One release, whole, for those who decide on it."""

    release: ReleaseFacts
    names: dict[UUID, str]
    given: Given
    words_before: bool
    lines_before: tuple[bool, ...]
    findings: tuple[Found, ...]
    reason: str | None
    note: str | None
    may_decide: bool


def view(
    session: Session, *, actor: Actor, review_id: UUID, release_id: UUID, now: datetime
) -> ReleaseSeen:
    """A release as its recipient sees it or would; whoever could agree is noted to have looked."""
    row, key = _release(session, actor, review_id, release_id, now)
    if row.state is State.WAITING and actor.person_id != row.made_by_id:
        _viewed(session, actor, row, now)
    is_childs = kept.has_childs_words(row, key)
    event = "release.childs_words_viewed" if is_childs else "release.viewed"
    _note(session, actor, event, row, {}, now)
    given = kept.rendering_of(row, key)
    earlier = [
        each.given
        for each in kept.given_to(session, review_id=review_id, person_id=row.person_id, key=key)
        if each.id != release_id
    ]
    words_before, lines_before = given_before(given, earlier)
    place = (review_id, release_id)
    return ReleaseSeen(
        release=facts_of(row),
        names=_names(session, row),
        given=given,
        words_before=words_before,
        lines_before=lines_before,
        findings=kept.opened_findings(key, row.findings, *place),
        reason=kept.opened_maybe(key, row.reason, kept.REASON, *place),
        note=kept.opened_maybe(key, row.note, kept.NOTE, *place),
        may_decide=row.state is State.WAITING and actor.person_id != row.made_by_id,
    )


def answer(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    release_id: UUID,
    agrees: bool,
    note: str | None,
    now: datetime,
) -> ReleaseFacts:
    """Agree to a release that somebody else prepared, or send it back.

    All that the preview stood on is looked at once more, with the eyes of whoever prepared it:
    what they may not see any more they may not give.
    """
    row, key = _release(session, actor, review_id, release_id, now)
    prepared = kept.prepared(session, row, viewer_id=actor.person_id)
    check_may_agree(prepared, person_id=actor.person_id, job=actor.job)
    if agrees:
        _check_unchanged(session, actor, row, key, now)
    state = State.RELEASED if agrees else State.SENT_BACK
    place = (review_id, release_id)
    _decide(
        session,
        row,
        state=state,
        decided_by_id=actor.person_id,
        decided_at=now,
        released_at=now if agrees else None,
        note=kept.closed(key, note, kept.NOTE, *place) if note else None,
    )
    if agrees and row.kind is ReleaseKind.RECORD:
        tell_given(session, row, now=now)
    event = "release.released" if agrees else "release.sent_back"
    _note(session, actor, event, row, {"to": str(row.person_id)}, now)
    return facts_of(row)


def take_back(
    session: Session, *, actor: Actor, review_id: UUID, release_id: UUID, now: datetime
) -> ReleaseFacts:
    """Take back what waits for a second person; nobody was given anything yet."""
    row, _key = _release(session, actor, review_id, release_id, now)
    prepared = kept.prepared(session, row, viewer_id=actor.person_id)
    check_may_take_back(prepared, person_id=actor.person_id)
    _decide(
        session,
        row,
        state=State.TAKEN_BACK,
        decided_by_id=actor.person_id,
        decided_at=now,
    )
    _note(session, actor, "release.taken_back", row, {"to": str(row.person_id)}, now)
    return facts_of(row)


def _release(
    session: Session, actor: Actor, review_id: UUID, release_id: UUID, now: datetime
) -> tuple[Release, bytes]:
    row = session.get(Release, (review_id, release_id))
    if row is None or row.council_id != council_of(session):
        raise NotFound
    standing = children.standing(session, actor=actor, child_id=row.child_id, on=today(now))
    check(Permission.AGREE_TO_RELEASE, actor, standing)
    return row, children.sealing_key(session, child_id=row.child_id)


def _check_unchanged(
    session: Session, actor: Actor, row: Release, key: bytes, now: datetime
) -> None:
    prepared_by = Actor(
        person_id=row.made_by_id, council_id=actor.council_id, job=Job.REVIEWING_OFFICER
    )
    try:
        if row.kind is ReleaseKind.RECORD:
            if not is_unchanged(session, prepared_by=prepared_by, row=row, now=now):
                raise ChangedSincePreview
            return
        given = kept.rendering_of(row, key)
        found = queries.sharing(session, actor=prepared_by, review_id=row.review_id, now=now)
        made = queries.preview(
            found,
            found.recipient(row.person_id),
            picks=kept.picked_of(row, key),
            words=given.words,
            language=given.language,
            before=(),
        )
    except NotFound as gone:  # the officer, or the recipient, is nothing to the child any more
        raise ChangedSincePreview from gone
    if made.fingerprint != row.fingerprint:
        raise ChangedSincePreview


def _viewed(session: Session, actor: Actor, row: Release, now: datetime) -> None:
    place = (row.review_id, row.id, actor.person_id)
    if session.get(ReleaseViewing, place) is None:
        session.add(
            ReleaseViewing(
                review_id=row.review_id,
                release_id=row.id,
                person_id=actor.person_id,
                viewed_at=now,
            )
        )
        session.flush()


def _decide(session: Session, row: Release, **decided: Any) -> None:
    """Only one of two who decide at the same moment does."""
    done = session.execute(
        update(Release)
        .where(
            Release.review_id == row.review_id,
            Release.id == row.id,
            Release.state == State.WAITING,
        )
        .values(**decided)
        .returning(Release.id)
    ).one_or_none()
    if done is None:
        raise ReleaseDecided
    session.refresh(row)


def _names(session: Session, row: Release) -> dict[UUID, str]:
    wanted = {row.child_id, row.person_id, row.made_by_id, row.decided_by_id} - {None}
    found = people.people(session, person_ids=[each for each in wanted if each])
    return {person_id: person.name for person_id, person in found.items()}


def _note(
    session: Session, actor: Actor, event: str, row: Release, facts: dict[str, Any], now: datetime
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=row.child_id,
        subject_id=row.id,
        facts=facts,
        now=now,
    )
