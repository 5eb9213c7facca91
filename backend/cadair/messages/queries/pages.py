"""One page of a conversation, the newest messages first found and the oldest first told."""

from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from cadair.foundation.errors import NotFound
from cadair.messages.models import Message, MessageRead, OfficerNote
from cadair.messages.queries.values import COLUMNS, AnyRow

ON_A_PAGE: Final = 50
MOST_NOTES: Final = 200


def page(
    session: Session, *, child_id: UUID, party_id: UUID, before: UUID | None
) -> tuple[list[AnyRow], bool]:
    """The last messages before one, oldest first, and whether there are more before them.

    Raises NotFound for a message that is not of this conversation.
    """
    chosen = select(*COLUMNS).where(Message.child_id == child_id, Message.party_id == party_id)
    if before is not None:
        earlier = (
            select(Message.received_at, Message.id)
            .where(Message.id == before, Message.child_id == child_id, Message.party_id == party_id)
            .subquery()
        )
        if session.execute(select(earlier.c.id)).one_or_none() is None:
            raise NotFound
        chosen = chosen.where(
            or_(
                Message.received_at < earlier.c.received_at,
                and_(Message.received_at == earlier.c.received_at, Message.id < earlier.c.id),
            )
        )
    rows = session.execute(
        chosen.order_by(Message.received_at.desc(), Message.id.desc()).limit(ON_A_PAGE + 1)
    ).all()
    return list(rows[ON_A_PAGE - 1 :: -1] if len(rows) > ON_A_PAGE else rows[::-1]), len(
        rows
    ) > ON_A_PAGE


def unread_up_to(
    session: Session, *, child_id: UUID, party_id: UUID, up_to: UUID, reader_id: UUID
) -> list[UUID]:
    """What of a conversation this person has not read, up to one message of it.

    Nobody reads what they wrote, and what was taken back can be read no more.  Raises NotFound.
    """
    is_read = (
        select(MessageRead.message_id)
        .where(MessageRead.message_id == Message.id, MessageRead.reader_id == reader_id)
        .exists()
    )
    here = _until(session, child_id=child_id, party_id=party_id, up_to=up_to)
    return list(
        session.scalars(select(Message.id).where(*here, Message.author_id != reader_id, ~is_read))
    )


def waiting_up_to(session: Session, *, child_id: UUID, party_id: UUID, up_to: UUID) -> list[UUID]:
    """What the party itself wrote and nobody let rest, up to one message.  Raises NotFound."""
    here = _until(session, child_id=child_id, party_id=party_id, up_to=up_to)
    return list(
        session.scalars(
            select(Message.id).where(
                *here, Message.author_id == party_id, Message.no_answer_at.is_(None)
            )
        )
    )


def _until(
    session: Session, *, child_id: UUID, party_id: UUID, up_to: UUID
) -> tuple[ColumnElement[bool], ...]:
    """What stands in a conversation up to one message of it, and was not taken back."""
    here = (Message.child_id == child_id, Message.party_id == party_id)
    last = session.execute(
        select(Message.received_at, Message.id).where(Message.id == up_to, *here)
    ).one_or_none()
    if last is None:
        raise NotFound
    return (
        *here,
        Message.taken_back_at.is_(None),
        or_(
            Message.received_at < last.received_at,
            and_(Message.received_at == last.received_at, Message.id <= last.id),
        ),
    )


def notes(session: Session, *, child_id: UUID, party_id: UUID) -> list[AnyRow]:
    """The officers' notes beside a conversation, oldest first."""
    rows = session.execute(
        select(OfficerNote.id, OfficerNote.author_id, OfficerNote.words, OfficerNote.written_at)
        .where(OfficerNote.child_id == child_id, OfficerNote.party_id == party_id)
        .order_by(OfficerNote.written_at.desc(), OfficerNote.id.desc())
        .limit(MOST_NOTES)
    ).all()
    return list(rows[::-1])
