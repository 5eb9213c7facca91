"""Reading a review's record, signing it once it is whole, and adding to it afterwards."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.contributions import actions as contributions
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal
from cadair.messages import actions as messages
from cadair.record.actions.noting import note
from cadair.record.models import RecordAddendum, ReviewRecord
from cadair.record.queries.for_writing import record_for_writing, refuse_stale
from cadair.record.queries.kept_records import (
    Addendum,
    Version,
    kept_record,
    version_of,
    versions_of,
)
from cadair.record.queries.known import as_kept
from cadair.record.queries.record_places import place_of_addendum, place_of_known
from cadair.record.queries.records import RecordOfReview, record_of
from cadair.record.rules.known import Fact, Source
from cadair.record.rules.writing import (
    AddedDifferently,
    RecordNotSigned,
    check_complete,
    check_room_for_addendum,
)
from cadair.reviews import actions as reviews
from cadair.reviews.rules import Paper


def read_record(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime
) -> RecordOfReview:
    """The record of a review; whoever is quoted in it is told by name that it was read."""
    found = record_of(session, actor=actor, review_id=review_id, now=now)
    contributions.mark_read(
        session,
        actor=actor,
        standing=found.heard.standing,
        contribution_ids=[each.id for each in found.heard.said if each.counts],
        now=now,
    )
    messages.mark_brought_read(
        session,
        actor=actor,
        standing=found.heard.standing,
        message_ids=_messages_in(found),
        now=now,
    )
    note(session, actor, "record.read", found.heard.child.child_id, review_id, {}, now)
    return found


def sign_record(
    session: Session, *, actor: Actor, review_id: UUID, revision_read: int, now: datetime
) -> RecordOfReview:
    """Sign the record that was read, with all that is known as it stands; again changes nothing.

    Raises Stale when it is another by now, and RecordNotComplete naming whatever is missing.
    """
    found = record_of(session, actor=actor, review_id=review_id, now=now)
    kept = found.kept
    if kept.signed is not None:
        return found
    if kept.revision != revision_read:
        refuse_stale(kept)
    check_complete(found.missing)
    signed = session.execute(
        update(ReviewRecord)
        .where(
            ReviewRecord.review_id == review_id,
            ReviewRecord.revision == kept.revision,
            ReviewRecord.signed_at.is_(None),
        )
        .values(
            signed_at=now,
            signed_by_id=actor.person_id,
            known=seal(found.key, as_kept(found.known), place_of_known(review_id)),
        )
        .returning(ReviewRecord.review_id)
    ).one_or_none()
    if signed is None:
        refuse_stale(kept_record(session, review_id=review_id, key=found.key))
    reviews.paper_done(session, review_id=review_id, paper=Paper.RECORD, now=now)
    facts = {"revision": kept.revision}
    note(session, actor, "record.signed", found.child.child_id, review_id, facts, now)
    return record_of(session, actor=actor, review_id=review_id, now=now)


def add_to_record(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    addendum_id: UUID,
    words: str,
    now: datetime,
) -> Addendum:
    """Add to a signed record; the same again is the same as once.

    Raises RecordNotSigned before, and AddedDifferently for other words under an id.
    """
    place = record_for_writing(session, actor=actor, review_id=review_id, now=now)
    if place.kept.signed is None:
        raise RecordNotSigned
    there = {each.id: each for each in place.kept.addenda}.get(addendum_id)
    if there is None:
        check_room_for_addendum(len(place.kept.addenda))
        row = {
            "review_id": review_id,
            "id": addendum_id,
            "words": seal(place.key, words, place_of_addendum(review_id, addendum_id)),
            "by_id": actor.person_id,
            "at": now,
        }
        insert_unless_there(session, RecordAddendum, row)
        note(session, actor, "record.added_to", place.child_id, addendum_id, {}, now)
        kept = kept_record(session, review_id=review_id, key=place.key)
        there = {each.id: each for each in kept.addenda}[addendum_id]
    if there.words != words:
        raise AddedDifferently
    return there


def read_versions(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime
) -> list[Version]:
    """Every version that was saved, the latest first."""
    place = record_for_writing(session, actor=actor, review_id=review_id, now=now)
    note(session, actor, "record.versions_read", place.child_id, review_id, {}, now)
    return versions_of(session, review_id=review_id)


def read_version(
    session: Session, *, actor: Actor, review_id: UUID, revision: str, now: datetime
) -> Version:
    """One version whole; raises NotFound."""
    place = record_for_writing(session, actor=actor, review_id=review_id, now=now)
    number = int(revision) if revision.isdecimal() and len(revision) < 10 else 0
    found = version_of(session, review_id=review_id, revision=number, key=place.key)
    facts = {"revision": number}
    note(session, actor, "record.version_read", place.child_id, review_id, facts, now)
    return found


def _messages_in(found: RecordOfReview) -> list[UUID]:
    """The messages that the child brought to the review."""
    return [
        line.source_id
        for section in found.sections
        for line in section.lines
        if line.source is Source.MESSAGE and line.fact is Fact.WISHED and line.source_id
    ]
