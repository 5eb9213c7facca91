"""A record out of the house: its files, the bundle for the council's archive, a certificate."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.record.actions.noting import note
from cadair.record.models.archive import ArchiveReceipt
from cadair.record.queries.letters import KeptLetter, kept_letter
from cadair.record.queries.records import RecordOfReview, record_of
from cadair.record.queries.releases import ReleaseFacts, releases_of
from cadair.record.rules.archive import AnotherBundle
from cadair.record.rules.writing import RecordNotSigned
from cadair.reviews import queries as reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """What stands on a child's certificate."""

    called: str
    held_on: date
    language: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundled:
    """A signed record with the letter and the log of what was given."""

    record: RecordOfReview
    letter: KeptLetter | None
    given: tuple[ReleaseFacts, ...]


def read_for_file(
    session: Session, *, actor: Actor, review_id: UUID, kind: str, now: datetime
) -> RecordOfReview:
    """The record of a review to be made into a file of that kind, for the child's officer."""
    found = record_of(session, actor=actor, review_id=review_id, now=now)
    facts = {"as": kind, "revision": found.kept.revision}
    note(session, actor, "record.filed", found.child.child_id, review_id, facts, now)
    return found


def read_for_bundle(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Bundled:
    """All that the bundle of a signed record holds, for the child's officer."""
    found = _bundled(session, actor, review_id, now)
    note(session, actor, "record.bundled", found.record.child.child_id, review_id, {}, now)
    return found


def acknowledge(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    sha256: str,
    digest_of: Callable[[Bundled], str],
    now: datetime,
) -> None:
    """Keep that the archive has the bundle with this digest; again, it is the same as once.

    Raises AnotherBundle when the record makes another one today.
    """
    found = _bundled(session, actor, review_id, now)
    if digest_of(found) != sha256:
        raise AnotherBundle
    row = {"review_id": review_id, "sha256": sha256, "at": now, "by_id": actor.person_id}
    if insert_unless_there(session, ArchiveReceipt, row):
        facts = {"sha256": sha256}
        child_id = found.record.child.child_id
        note(session, actor, "record.archived", child_id, review_id, facts, now)


def _bundled(session: Session, actor: Actor, review_id: UUID, now: datetime) -> Bundled:
    record = record_of(session, actor=actor, review_id=review_id, now=now)
    if record.kept.signed is None:
        raise RecordNotSigned
    return Bundled(
        record=record,
        letter=kept_letter(session, review_id=review_id, key=record.key),
        given=tuple(releases_of(session, review_id=review_id)),
    )


def certify(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Certified:
    """What a child's certificate of a review says; raises NotFound before it was held."""
    review = reviews.review_of(session, review_id=review_id)
    on = today(now)
    around = children.around_for(
        session,
        actor=actor,
        permission=Permission.SEE_OWN_LETTERS,
        child_id=review.child_id,
        on=on,
    )
    if actor.person_id != review.child_id or review.held_on is None:
        raise NotFound
    note(session, actor, "certificate.read", review.child_id, review_id, {}, now)
    return Certified(
        called=around.called,
        held_on=review.held_on,
        language=actor.language,
        made_at=datetime.combine(review.held_on, time(12), tzinfo=UTC),
    )
