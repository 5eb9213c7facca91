"""An officer's note beside a conversation: for the record, and never shown to its party."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.foundation.errors import NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.messages import queries
from cadair.messages.models import OfficerNote
from cadair.messages.queries import Place
from cadair.messages.queries.officers import Note
from cadair.messages.queries.values import sealed_note
from cadair.messages.rules.conversations import WrittenDifferently, fingerprint


def keep_note(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    note_id: UUID,
    words: str,
    now: datetime,
) -> Note:
    """Keep a note; the device makes its id, and other words under it are refused."""
    place = queries.officers_place(
        session,
        actor=actor,
        child_id=child_id,
        person_id=person_id,
        permission=Permission.KEEP_NOTES,
        now=now,
    )
    print_of = fingerprint(place.key, "note", child_id, person_id, place.person_id, words)
    row = {
        "id": note_id,
        "child_id": child_id,
        "party_id": person_id,
        "author_id": place.person_id,
        "words": sealed_note(place.key, note_id, words),
        "fingerprint": print_of,
        "written_at": now,
    }
    written_at = now
    if insert_unless_there(session, OfficerNote, row):
        audit.note(
            session,
            actor=actor,
            event="officer_note.kept",
            child_id=child_id,
            subject_id=note_id,
            facts={"party": str(person_id)},
            now=now,
        )
    else:
        written_at = _kept_before(session, place, note_id, print_of)
    return Note(id=note_id, author=place.known[place.person_id], words=words, written_at=written_at)


def _kept_before(session: Session, place: Place, note_id: UUID, print_of: bytes) -> datetime:
    """When these very words were kept; raises for others', and for other words of theirs."""
    before = session.execute(
        select(OfficerNote.fingerprint, OfficerNote.written_at).where(
            OfficerNote.id == note_id,
            OfficerNote.child_id == place.child_id,
            OfficerNote.author_id == place.person_id,
        )
    ).one_or_none()
    if before is None:
        raise NotFound
    if before.fingerprint != print_of:
        raise WrittenDifferently
    written_at: datetime = before.written_at
    return written_at
