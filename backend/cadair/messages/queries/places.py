"""Where somebody stands in a conversation: who it is with, and who reads it today."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.children import queries as children
from cadair.children.queries import Around
from cadair.children.queries.around import OFFICER_KINDS
from cadair.children.queries.circle import COVERS
from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.messages.models import Message
from cadair.messages.queries.values import Reading, who_of_circle
from cadair.messages.queries.who import Who, whos
from cadair.messages.rules.conversations import COUNTED_FOR, MOST_SENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A conversation, as the one who asks may take part in it."""

    around: Around
    party: Who
    is_open: bool  # the party is still the child, or in the circle
    language: str  # the party's
    person_id: UUID
    job: Job
    key: bytes
    known: dict[UUID, Who]

    @property
    def child_id(self) -> UUID:
        """Whose conversation with the officers it is, or about whom."""
        return self.around.child.child_id

    @property
    def officers(self) -> list[UUID]:
        """Who reads it today: the officer, and whoever covers."""
        return [each.person_id for each in self.around.circle if each.kind in OFFICER_KINDS]

    @property
    def officer(self) -> Who | None:
        """The child's reviewing officer; None when nobody is allocated."""
        return self._first(covers=False)

    @property
    def cover(self) -> Who | None:
        """Whoever covers today."""
        return self._first(covers=True)

    @property
    def reading(self) -> Reading:
        """What the messages are opened with, for the one who asks."""
        return Reading(person_id=self.person_id, key=self.key, known=self.known)

    def _first(self, *, covers: bool) -> Who | None:
        return next(
            (
                self.known[each.person_id]
                for each in self.around.circle
                if each.kind in OFFICER_KINDS and (each.kind == COVERS) is covers
            ),
            None,
        )


def own_place(session: Session, *, actor: Actor, child_id: UUID, now: datetime) -> Place:
    """The actor's own conversation with the child's officers, in one statement.

    The child's key and everybody around them come along.  Raises NotFound for who is neither the
    child nor in the circle today.
    """
    around = _around(session, child_id, now)
    check(Permission.MESSAGE_OFFICER, actor, around.standing_of(actor))
    return place_in(session, around, actor)


def place_in(session: Session, around: Around, actor: Actor) -> Place:
    """The actor's own place beside a child that they are, or are around."""
    assert actor.person_id is not None  # the policy lets nobody through but people
    return _place(session, around, actor, actor.person_id, who_of_circle(around))


def own_place_of_message(
    session: Session, *, actor: Actor, message_id: UUID, now: datetime
) -> Place:
    """The actor's own conversation in which they wrote this message; raises NotFound."""
    child_id = session.scalar(
        select(Message.child_id).where(
            Message.id == message_id,
            Message.author_id == actor.person_id,
            Message.party_id == actor.person_id,
        )
    )
    if child_id is None:
        raise NotFound
    return own_place(session, actor=actor, child_id=child_id, now=now)


def officers_place_of_message(
    session: Session, *, actor: Actor, message_id: UUID, permission: Permission, now: datetime
) -> Place:
    """The conversation of any message about one of the officer's children; raises NotFound."""
    row = session.execute(
        select(Message.child_id, Message.party_id).where(Message.id == message_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return officers_place(
        session,
        actor=actor,
        child_id=row.child_id,
        person_id=row.party_id,
        permission=permission,
        now=now,
    )


def officers_place(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    permission: Permission,
    now: datetime,
) -> Place:
    """One party's conversation, as the child's officer or cover has it; raises NotFound.

    A conversation with somebody who has left the circle can be read, and goes on no more.
    """
    around = _around(session, child_id, now)
    check(permission, actor, around.standing_of(actor))
    known = who_of_circle(around)
    if person_id not in known:
        if not _has_written(session, child_id, person_id):
            raise NotFound
        known |= whos(session, person_ids=[person_id])
    place = _place(session, around, actor, person_id, known)
    if person_id in place.officers:
        raise NotFound  # officers are the other side of every conversation
    return place


def most_sent_since(session: Session, *, place: Place, now: datetime) -> datetime | None:
    """When the oldest came of as many messages of theirs as fit in an hour; None for fewer."""
    found: datetime | None = session.execute(
        _MOST_SENT_SINCE,
        {
            "of_council": council_of(session),
            "of_child": place.child_id,
            "of_author": place.person_id,
            "since": now - COUNTED_FOR,
            "but_one": MOST_SENT - 1,
        },
        execution_options={"names_its_council": True},
    ).scalar()
    return found


def _around(session: Session, child_id: UUID, now: datetime) -> Around:
    found = children.around(session, child_ids=[child_id], on=today(now))
    if child_id not in found:
        raise NotFound
    return found[child_id]


def _place(
    session: Session, around: Around, actor: Actor, party_id: UUID, known: dict[UUID, Who]
) -> Place:
    assert actor.person_id is not None and actor.job is not None
    child_id = around.child.child_id
    member = next((each for each in around.circle if each.person_id == party_id), None)
    return Place(
        around=around,
        party=known[party_id],
        is_open=party_id == child_id or member is not None,
        language=member.language if member else around.language,
        person_id=actor.person_id,
        job=actor.job,
        key=children.sealing_key(session, child_id=child_id),
        known=known,
    )


def _has_written(session: Session, child_id: UUID, person_id: UUID) -> bool:
    found: Any = session.scalar(
        select(Message.id)
        .where(Message.child_id == child_id, Message.party_id == person_id)
        .limit(1)
    )
    return found is not None


_SENT: Final = cast("Table", Message.__table__)
# Built once: every message begins with it.  A script's thousands are not counted.
_MOST_SENT_SINCE: Final = (
    select(_SENT.c.received_at)
    .where(
        _SENT.c.council_id == bindparam("of_council"),
        _SENT.c.child_id == bindparam("of_child"),
        _SENT.c.author_id == bindparam("of_author"),
        _SENT.c.received_at > bindparam("since"),
    )
    .order_by(_SENT.c.received_at.desc())
    .limit(1)
    .offset(bindparam("but_one"))
)
