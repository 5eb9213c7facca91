"""What was said between reviews about one child, where other rooms need it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, Standing, check
from cadair.children import queries as children
from cadair.foundation.clock import LONDON
from cadair.foundation.sealing import unseal
from cadair.messages.models import Message, OfficerNote
from cadair.messages.queries.values import place_of_note, place_of_words
from cadair.messages.rules.conversations import Start

MOST_SINCE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBetween:
    """Words of one conversation, or of a note beside it."""

    author_id: UUID
    party_id: UUID
    words: str
    is_note: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a message says that was brought to a review."""

    words: str
    language: str
    written_at: datetime


def brought(
    session: Session, *, child_id: UUID, message_ids: Collection[UUID]
) -> dict[UUID, Brought]:
    """The child's own messages of these that still stand, by id."""
    if not message_ids:
        return {}
    key = children.sealing_key(session, child_id=child_id)
    rows = session.execute(
        select(Message.id, Message.words, Message.language, Message.written_at).where(
            Message.id.in_(message_ids),
            Message.author_id == child_id,
            Message.words.is_not(None),
        )
    )
    return {
        row.id: Brought(
            words=unseal(key, row.words, place_of_words(row.id)),
            language=row.language,
            written_at=row.written_at,
        )
        for row in rows
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSince:
    """Words of the child's own to their officers."""

    id: UUID
    words: str
    language: str
    start: Start | None
    written_at: datetime
    received_at: datetime


def said_since(session: Session, *, child_id: UUID, since: date, key: bytes) -> list[SaidSince]:
    """The child's own messages since the day began that still stand, the newest first.

    For the child and their reviewing officer alone.
    """
    rows = session.execute(
        select(
            Message.id,
            Message.words,
            Message.language,
            Message.start,
            Message.written_at,
            Message.received_at,
        )
        .where(
            Message.child_id == child_id,
            Message.author_id == child_id,
            Message.words.is_not(None),
            Message.received_at >= datetime.combine(since, time.min, tzinfo=LONDON),
        )
        .order_by(Message.received_at.desc(), Message.id)
        .limit(MOST_SINCE)
    )
    return [
        SaidSince(
            id=row.id,
            words=unseal(key, row.words, place_of_words(row.id)),
            language=row.language,
            start=row.start,
            written_at=row.written_at,
            received_at=row.received_at,
        )
        for row in rows
        if row.words is not None
    ]


def said_between(
    session: Session, *, actor: Actor, standing: Standing, child_id: UUID
) -> list[SaidBetween]:
    """All messages that stand, and all notes; for an officer of the child alone."""
    check(Permission.READ_MESSAGES, actor, standing)
    key = children.sealing_key(session, child_id=child_id)
    messages = session.execute(
        select(Message.id, Message.author_id, Message.party_id, Message.words).where(
            Message.child_id == child_id, Message.words.is_not(None)
        )
    )
    notes = session.execute(
        select(
            OfficerNote.id, OfficerNote.author_id, OfficerNote.party_id, OfficerNote.words
        ).where(OfficerNote.child_id == child_id)
    )
    return [
        *(
            SaidBetween(
                author_id=row.author_id,
                party_id=row.party_id,
                words=unseal(key, row.words, place_of_words(row.id)),
                is_note=False,
            )
            for row in messages
        ),
        *(
            SaidBetween(
                author_id=row.author_id,
                party_id=row.party_id,
                words=unseal(key, row.words, place_of_note(row.id)),
                is_note=True,
            )
            for row in notes
        ),
    ]
